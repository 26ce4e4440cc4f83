import type { superviseService as english } from '../en/supervise-service.ts'

export const superviseService: typeof english = {
  title: 'Dienst',
  lead: 'Was für alle Organisationen gilt.',
  empty:
    'Noch ist nichts eingerichtet. Gehen Sie diese Einstellungen durch, speichern Sie und schalten Sie die Geräteeinrichtung an.',
  done: {
    saved: 'Gespeichert.',
    on: 'Die Geräteeinrichtung ist an.',
    off: 'Die Geräteeinrichtung ist für alle aus.',
    invited: 'Eingeladen. Die E-Mail ist unterwegs.',
    reminded: 'Die Einladung ist noch einmal unterwegs.',
    removed: 'Entfernt. Konto, Passkeys und Sitzungen dieser Person sind beendet.',
  },
  state: {
    title: 'Geräteeinrichtung',
    on: 'Die Geräteeinrichtung ist an. Organisationen lassen sich einzeln ausschalten.',
    off: 'Die Geräteeinrichtung ist für alle aus, was auch immer die Organisationen sagen.',
    switchOn: 'Anschalten',
    switchOff: 'Ausschalten',
  },
  confirmOff: {
    title: 'Geräteeinrichtung für alle ausschalten?',
    consequences: [
      'In keiner Organisation kann man sich mehr registrieren oder ein Gerät einrichten. Man erfährt, dass die Geräteeinrichtung ausgeschaltet ist.',
      'Ausgegebene Codes und Links funktionieren so lange nicht.',
      'Geräte, die sich melden, erfahren, dass die Einrichtung abgeschaltet ist. Was sie erhalten haben, behalten sie.',
      'Nichts wird gelöscht. Wenn Sie sie wieder anschalten, ist alles wie zuvor.',
    ],
    act: 'Für alle ausschalten',
  },
  entry: {
    title: 'Wo man beginnt',
    organisation: 'Vorgegebene Organisation',
    organisationHint: 'Öffnet sich unter /setup, wenn jemand keine Organisation nennt.',
    organisationTyped:
      'Ihr Kurzname. Öffnet sich unter /setup, wenn jemand keine Organisation nennt. Leer: keine.',
    none: 'Keine: Man nennt die eigene Organisation',
  },
  codes: {
    title: 'Einrichtungscodes',
    seconds: 'Wie lange ein Code gilt, in Sekunden',
    secondsHint: (words) => `Von 10 bis 1.000.000. Zurzeit: ${words}.`,
    owners: 'Codes kann man selbst anfordern',
    ownersDetail: 'Sonst sendet sie nur die Verwaltung.',
    facts: 'Geräteangaben im Protokoll vermerken',
    factsDetail: 'Modell und Version eines Geräts, wenn es eingerichtet wird.',
  },
  android: {
    title: 'Android',
    sms: 'Installationscode per SMS senden',
    smsDetail: 'Für Geräte, an denen man beim Einrichten keine E-Mails lesen kann.',
  },
  messages: {
    title: 'Nachrichten',
    daily: 'Nachrichten pro Tag',
    dailyHint:
      'Für alle Organisationen zusammen, E-Mails und SMS je für sich. Was darüber ist, wartet bis zum nächsten Tag. Leer: 20.000 E-Mails und 2.000 SMS.',
  },
  derived: {
    title: 'Abgeleitete Nachweise',
    url: 'Adresse des externen Moduls',
    urlHint: 'Beginnt mit https://. Wer es nutzen darf, findet dorthin einen Link.',
  },
  helpdesk: {
    title: 'Helpdesk des Dienstes',
    lead: 'Für die Verwaltung und wo keine Organisation bekannt ist. Die Leute einer Organisation sehen deren eigenen Helpdesk.',
    email: 'E-Mail-Adresse',
    phone: 'Telefonnummer',
    url: 'Webseite',
  },
  supervisors: {
    title: 'Aufsicht',
    lead: 'Sie kümmert sich um die Organisationen und den Dienst als Ganzes.',
    open: 'Wer die Aufsicht hat',
    caption: 'Wer die Aufsicht über den Dienst hat',
    you: 'Sie selbst',
    invite: {
      title: 'Jemanden in die Aufsicht einladen',
      lead: 'Die Person erhält eine E-Mail mit einem Link zum Anmelden. Wer die Aufsicht hat, darf hier alles ändern.',
      act: 'Einladung senden',
    },
    problems: {
      taken: 'Diese Person gehört schon zur Aufsicht.',
      not_accepted: 'Dieses Konto ist gesperrt.',
    },
    remove: 'Aus der Aufsicht entfernen',
    removeText: 'Das Konto endet. Wer wieder gebraucht wird, wird neu eingeladen.',
    last: 'Sonst kann sich niemand für die Aufsicht anmelden, deshalb lässt sich diese Person nicht entfernen. Laden Sie erst jemanden ein und warten Sie, bis diese Person sich angemeldet hat.',
    recovery:
      'Wer alle Passkeys verloren hat, meldet sich mit dem Startgeheimnis an; wer den Dienst betreibt, kann es neu setzen.',
    confirmRemove: {
      title: (person) => `${person} entfernen?`,
      consequences: [
        'Das Konto endet, mit seinen Passkeys. Alle Sitzungen dieser Person enden sofort.',
        'Was sie getan hat, bleibt im Protokoll.',
      ],
      self: 'Das sind Sie selbst: Sie werden sofort abgemeldet und kommen allein nicht wieder hinein.',
      act: 'Aus der Aufsicht entfernen',
    },
    back: 'Die ganze Aufsicht',
  },
}
