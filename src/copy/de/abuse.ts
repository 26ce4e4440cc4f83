import type { abuse as english } from '../en/abuse.ts'

const many = (count: number) => (count >= 1000 ? 'Mehr als 999' : String(count))
const times = (count: number) => (count === 1 ? 'einmal' : `${count >= 1000 ? 'mehr als 999' : count}-mal`)

export const abuse: typeof english = {
  check: {
    lead: 'Eine kurze Prüfung von Cloudflare, dass Sie ein Mensch sind. Meist setzt sich der Haken von selbst.',
    noScript:
      'Diese Prüfung braucht JavaScript. Ohne geht es so: mit einem Browser, in dem Sie sich hier schon einmal angemeldet haben, über die Anmeldung Ihrer Organisation, wenn sie angeboten wird, oder mit einer Einladung vom Helpdesk.',
    required:
      'Im Augenblick werden viele Codes angefordert. Bitte bestehen Sie die Prüfung unten und senden Sie das Formular noch einmal.',
    failed:
      'Die Prüfung ließ sich nicht bestätigen: Sie war vielleicht zu alt oder schon verwendet. Bitte wiederholen Sie sie und senden Sie das Formular dann.',
  },
  limit: {
    title: 'In dieser Stunde keine weiteren Codes',
    opens:
      'Es wurden mehr Codes angefordert, als wir in einer Stunde versenden, von wem auch immer. Codes gehen {when} wieder hinaus; Ihre Eingabe bleibt erhalten.',
    setup: 'Wenn Sie ein Konto mit Passkey haben, können Sie sich sofort {signIn}.',
    signIn: 'damit anmelden',
    elsewhere: 'Ein Passkey oder die Anmeldung über Ihre Organisation geht sofort.',
    known:
      'In einem Browser, in dem Sie sich schon einmal mit einem Code an diese Adresse angemeldet haben, bekommen Sie weiterhin Codes.',
  },
  people: {
    title: 'Ihre Adresse ist bestätigt, aber für heute ist die Registrierung voll',
    opens:
      'Heute haben sich mehr Personen registriert, als diese Organisation an einem Tag aufnimmt. Es geht {when} weiter; kommen Sie dann wieder und fordern Sie einen neuen Code an. Wer eingeladen ist, muss nicht warten.',
  },
  throwAway: {
    refused:
      'Diese Organisation nimmt keine Adressen von Diensten an, die sie nur für kurze Zeit verleihen. Verwenden Sie eine Adresse, die Ihnen bleibt.',
    badge: 'Wegwerfadresse?',
    explained:
      'Die Domain dieser Adresse gehört einem Dienst, der Adressen für Minuten verleiht. Wer sie angegeben hat, ist dort morgen vielleicht nicht mehr zu erreichen.',
  },
  page: {
    name: 'Schutz',
    lead: 'Wie viel Fremde bewirken können, bevor sie irgendetwas nachgewiesen haben.',
    saved: 'Gespeichert.',
    limits: {
      title: 'Grenzen',
      lead: 'Sie halten Fluten auf. Bekannte Browser, Passkeys, Ihre eigene Anmeldung, Einladungen und Personen, die Sie hinzufügen, halten sie nie auf.',
      codes: 'Codes pro Stunde',
      codesHint: (standard, most) =>
        `Per E-Mail an Browser, die hier neu sind. Leer: ${standard}. Höchstens ${most}, die Grenze des Dienstes.`,
      people: 'Neue Personen pro Tag',
      peopleHint: (standard, most) =>
        `Die sich selbst registrieren. Leer: ${standard}. Höchstens ${most}. Erhöhen Sie den Wert vor einem Tag, an dem alle kommen.`,
      used: { codes: 'Codes in dieser Stunde', people: 'Neue Personen heute' },
      of: (count, limit) => `${count} von ${limit}`,
    },
    throwAway: {
      title: 'Wegwerfadressen',
      label: 'Adressen von Diensten, die sie für Minuten verleihen',
      hint: 'Nur bekannte Dienste werden erkannt, und nur bei der Registrierung. Adressen, die Sie einzeln zulassen, werden immer angenommen.',
      options: { hint: 'Annehmen, mit Hinweis', refuse: 'Beim Registrieren ablehnen' },
    },
  },
  service: {
    title: 'Schutz',
    lead: 'Wie viel Fremde im ganzen Dienst bewirken können, bevor sie irgendetwas nachgewiesen haben.',
    open: 'Grenzen und Menschenprüfung',
    openText:
      'Wie viele Codes an Fremde verschickt werden, wie viele Personen sich registrieren, und die Menschenprüfung.',
    codes: 'Codes pro Stunde',
    codesHint: (standard) =>
      `Für alle Organisationen zusammen und noch einmal für die Anmeldung. Leer: ${standard}. Jeder Organisation bleibt ein kleiner Anteil, den andere nicht aufbrauchen können.`,
    people: 'Neue Personen pro Tag',
    peopleHint: (standard) => `Aller Organisationen zusammen. Leer: ${standard}.`,
    used: {
      codes: 'Einrichtungscodes in dieser Stunde',
      signIns: 'Anmeldecodes in dieser Stunde',
      people: 'Neue Personen heute',
    },
    check: {
      title: 'Menschenprüfung',
      off: 'Nicht eingerichtet. Ist eine Grenze erreicht, warten Codes auf die nächste Stunde. Mit Cloudflare Turnstile könnte es nach einer kurzen Prüfung weitergehen; wie man es einrichtet, steht in der Betriebsanleitung.',
      limits: 'Cloudflare Turnstile, verlangt, sobald eine Grenze erreicht ist.',
      always: 'Cloudflare Turnstile, von jedem Browser verlangt, der hier neu ist.',
    },
  },
  alarms: {
    title: 'Alarme',
    lead: 'Zeichen dafür, dass jemand etwas versucht. Jedes wird Ihnen höchstens einmal am Tag gemailt.',
    serviceTitle: 'Alarme des Dienstes',
    since: 'Zuerst {time}.',
    kinds: {
      codes: (count) => ({
        title: `Codes wurden ${times(count)} zurückgehalten, weil mehr angefordert wurden, als die Grenze erlaubt`,
        detail:
          'Kommen heute viele Personen, erhöhen Sie die Grenze. Hilft das nicht, ist die des ganzen Dienstes erreicht: Sagen Sie es der Aufsicht. Wird niemand erwartet, überflutet vielleicht jemand Ihre Seite: Wen Sie kennen, der kommt weiterhin herein.',
        act: 'Grenzen ansehen',
      }),
      people: (count) => ({
        title: `Die Registrierung war ${times(count)} voll`,
        detail:
          'Es haben mehr Personen eine Adresse bestätigt, als die Grenze eines Tages erlaubt. Sehen Sie nach, wer kam; erhöhen Sie die Grenze oder fassen Sie die E-Mail-Regel enger. Hilft eine höhere Grenze nicht, ist die des ganzen Dienstes erreicht: Sagen Sie es der Aufsicht.',
        act: 'Grenzen ansehen',
      }),
      guesses: (count) => ({
        title: `${many(count)} gemailte Codes wurden nach falschen Versuchen geschlossen`,
        detail: 'Vielleicht errät jemand Codes. Jeder lässt nur fünf Versuche zu, und geöffnet wurde nichts.',
        act: 'Ansehen, wer sich registriert hat',
      }),
      pins: (count) => ({
        title:
          count === 1
            ? 'Eine PIN wurde nach falschen Versuchen gesperrt'
            : `PINs wurden ${times(count)} nach falschen Versuchen gesperrt`,
        detail: 'Die Links funktionieren weiter; eine neue PIN können die Person oder Sie erzeugen lassen.',
        act: 'Ansehen',
      }),
      thefts: (count) => ({
        title:
          count === 1
            ? 'Ein verbrauchter Code oder Zugang eines Geräts wurde von jemand anderem versucht'
            : `${many(count)} verbrauchte Codes oder Zugänge wurden von jemand anderem versucht`,
        detail: 'Es wurde abgelehnt. Fragen Sie die Besitzer, ob sie das zweite Gerät kennen.',
        act: 'Ansehen',
      }),
      sign_ins: (count) => ({
        title: `Anmeldecodes wurden ${times(count)} zurückgehalten, weil mehr angefordert wurden, als die Grenze erlaubt`,
        detail:
          'Passkeys, die eigene Anmeldung von Organisationen und bekannte Browser gehen weiterhin. Erhöhen Sie die Grenze, wenn es keine Flut ist.',
        act: 'Grenzen ansehen',
      }),
      check: (count) => ({
        title: `Die Menschenprüfung hat ${times(count)} nicht geantwortet`,
        detail:
          'Codes werden innerhalb der Grenzen trotzdem verschickt. Sehen Sie nach dem Status von Cloudflare und ob der geheime Schlüssel stimmt.',
        act: 'Grenzen ansehen',
      }),
    },
  },
}
