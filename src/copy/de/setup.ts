import type { setup as english } from '../en/setup.ts'

export const setup: typeof english = {
  start: {
    title: 'Ihre geschäftliche E-Mail-Adresse',
    lead: 'Wir senden Ihnen einen Code, damit sicher ist, dass es Ihre ist.',
    email: 'E-Mail-Adresse',
    submit: 'Code senden',
    again: 'Haben Sie schon ein Gerät eingerichtet? Mit derselben Adresse machen Sie dort weiter.',
    errors: {
      not_an_address: 'Geben Sie eine vollständige E-Mail-Adresse ein, zum Beispiel name@firma.example.',
      not_accepted: (organisation, hint) =>
        hint ? `${organisation} akzeptiert ${hint}.` : `${organisation} akzeptiert diese Adresse nicht.`,
      useAnother: 'Verwenden Sie eine davon.',
      useWork: 'Verwenden Sie Ihre geschäftliche Adresse.',
      added: 'Hat Sie dort jemand hinzugefügt? {signIn}.',
      signIn: 'Melden Sie sich an',
      too_many_sends:
        'An diese Adresse gingen schon mehrere Codes. Den nächsten können Sie {when} anfordern.',
    },
  },
  code: {
    title: 'Code eingeben',
    lead: (letters) =>
      letters
        ? 'Wir haben einen Code aus 8 Buchstaben an {address} gesendet.'
        : 'Wir haben einen Code aus 6 Ziffern an {address} gesendet.',
    code: 'Code',
    submit: 'Weiter',
    delivery: {
      queued: 'Er sollte in einer Minute da sein.',
      sent: 'Wenn Sie ihn nicht sehen, schauen Sie im Spam-Ordner nach.',
      failed:
        'Die E-Mail konnte nicht zugestellt werden. Prüfen Sie die Adresse; ist sie richtig, senden Sie einen neuen Code oder fragen Sie den Helpdesk.',
    },
    resent: 'Ein neuer Code ist unterwegs. Nur der neueste gilt.',
    again: 'Neuen Code senden',
    change: 'Andere Adresse verwenden',
    errors: {
      wrong_code: (triesLeft) =>
        `Das ist nicht der Code aus unserer neuesten E-Mail. ${triesLeft === 1 ? 'Ein Versuch ist' : `${triesLeft} Versuche sind`} noch möglich.`,
      expired: 'Dieser Code ist abgelaufen. Senden Sie einen neuen: Er kommt an dieselbe Adresse.',
      too_many_tries:
        'Damit Ihre Adresse geschützt bleibt, ist dieser Code jetzt gesperrt. Senden Sie einen neuen.',
      no_challenge: 'In diesem Browser ist kein Code mehr offen. Senden Sie einen neuen.',
      too_many_sends:
        'An diese Adresse gingen schon mehrere Codes. Der nächste kann {when} gesendet werden. Der neueste Code gilt, bis er abläuft.',
    },
  },
  elsewhere: {
    title: 'Ihr Code',
    lead: 'Sie haben ihn in einem anderen Browser oder auf einem anderen Gerät angefordert. Geben Sie ihn dort ein:',
    code: 'Code',
    safe: 'Er gilt nur dort, wo Sie ihn angefordert haben. Das Öffnen dieser Seite hat nichts verbraucht.',
    orHere: 'Ist das Fenster nicht mehr offen?',
    begin: 'Stattdessen hier beginnen',
  },
  about: {
    title: 'Über Sie',
    lead: (organisation) => `Damit ${organisation} weiß, wem das Gerät gehört.`,
    name: 'Ihr Name',
    phone: 'Mobilnummer',
    phoneHint: 'Mit Ländervorwahl, zum Beispiel +49\u00a01512\u00a03456789.',
    terms: 'Nutzungsbedingungen',
    accept: 'Ich akzeptiere diese Bedingungen',
    submit: 'Weiter',
    errors: {
      name: {
        missing: 'Geben Sie Ihren Namen ein, so wie Ihre Kolleginnen und Kollegen ihn kennen.',
        too_long: 'Geben Sie einen kürzeren Namen ein: höchstens 120 Zeichen.',
        not_text: 'Geben Sie Ihren Namen in Buchstaben ein: Einige Zeichen lassen sich nicht anzeigen.',
      },
      phone: {
        missing: 'Geben Sie Ihre Mobilnummer ein: Dorthin gehen Nachrichten zu Ihrem Gerät.',
        not_a_number:
          'Geben Sie eine vollständige Nummer mit Ländervorwahl ein, zum Beispiel +49\u00a01512\u00a03456789.',
      },
      terms: {
        not_accepted: 'Setzen Sie das Häkchen, um zuzustimmen. Bei Fragen dazu hilft der Helpdesk.',
      },
    },
  },
  waiting: {
    title: 'Sie warten auf die Freigabe',
    lead: (organisation) =>
      `${organisation} gibt neue Personen von Hand frei. Für den Moment haben Sie alles getan.`,
    steps: [
      'Jemand, der sich um die Geräte kümmert, gibt Sie frei.',
      'Sie bekommen eine E-Mail, und diese Seite macht von selbst weiter.',
      'Sie wählen Ihr Gerät und bekommen den Code dafür.',
    ],
    urgent: 'Ist es eilig?',
    again: 'Noch einmal nachsehen',
  },
  device: {
    closed: {
      title: 'Ihre Codes bekommen Sie vom Helpdesk',
      text: 'Mit diesem Konto holen Sie sich Codes zum Einrichten nicht selbst. Mit dem Konto ist alles in Ordnung.',
      next: 'Bitten Sie um einen Code und sagen Sie, welches Gerät Sie einrichten möchten.',
    },
    title: 'Welches Gerät?',
    lead: 'Wählen Sie das Gerät, das Sie jetzt einrichten möchten.',
    open: 'Dort weitermachen, wo Sie aufgehört haben',
    openPending: 'Verbunden, wartet auf die erste Meldung',
    openToDownload: 'Verbunden, das Profil ist noch nicht geladen',
    openDelivered: 'Profil geladen, wartet darauf, dass Sie es installieren',
    openUntil: 'Der Code endet {time}',
    replaces: {
      title: 'Das neue Gerät nimmt den Platz eines alten ein',
      text: (devices, count) =>
        count === 1
          ? `Sie haben so viele Geräte, wie Ihr Konto haben darf. Sobald das neue eingerichtet ist, wird dieses nicht mehr betreut: ${devices}.`
          : `Sie haben mehr Geräte, als Ihr Konto haben darf. Sobald das neue eingerichtet ist, werden diese nicht mehr betreut: ${devices}.`,
      since: (name, when) => `${name} (${when} eingerichtet)`,
    },
    platform: 'Gerät',
    thisDevice: 'Dieses Gerät',
    ownership: 'Wem gehört das Gerät?',
    appliesTo: (platforms) => `Gilt für ${platforms}.`,
    company: 'Der Firma',
    companyDetail: (organisation) => `Sie haben es von ${organisation}`,
    personal: 'Mir',
    personalDetail: 'Sie haben es selbst gekauft',
    submit: 'Code zum Einrichten holen',
    errors: {
      choose_platform: 'Wählen Sie eines dieser Geräte, um fortzufahren.',
      choose_ownership: 'Geben Sie an, wem das Gerät gehört, um fortzufahren.',
      device_limit_reached: (limit) =>
        `Sie haben ${limit === 1 ? 'ein Gerät' : `${limit} Geräte`} eingerichtet, mehr sind für Ihr Konto nicht vorgesehen. Der Helpdesk kann eines entfernen, das Sie nicht mehr brauchen.`,
    },
  },
}
