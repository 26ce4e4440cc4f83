import type { deviceLink as english } from '../en/device-link.ts'

export const deviceLink: typeof english = {
  enter: {
    title: 'Ein Gerät verbinden, das einen Code zeigt',
    lead: 'Manche Geräte haben weder Browser noch Kamera. Sie zeigen einen Code aus acht Buchstaben, den Sie hier eingeben.',
    compare: 'Dieser Code kam mit dem Link. Fahren Sie nur fort, wenn Ihr Gerät genau denselben zeigt.',
    code: 'Code auf dem Gerät',
    codeHint:
      '8 Buchstaben, zum Beispiel BCDF-GHJK. Kleinbuchstaben genügen, den Strich können Sie weglassen.',
    submit: 'Weiter',
    over: {
      title: 'Diese Anfrage ist vorbei',
      text: 'Ein Gerät wartet zehn Minuten auf Antwort. Beginnen Sie am Gerät von vorn und geben Sie dann den neuen Code hier ein.',
    },
    errors: {
      not_a_code:
        'Ein Code hat 8 Buchstaben ohne Vokale, zum Beispiel BCDF-GHJK. Geben Sie ihn ein, wie ihn das Gerät zeigt.',
      unknown:
        'Mit diesem Code wartet kein Gerät. Vergleichen Sie jeden Buchstaben; nach zehn Minuten braucht das Gerät einen neuen Code.',
      other_organisation: (organisation: string) =>
        `Dieses Gerät fragt nach einer anderen Organisation als ${organisation}. Melden Sie sich mit Ihrer Adresse dort an und geben Sie den Code noch einmal ein.`,
      too_many_codes: (when: string) =>
        `Mehrere Codes passten nicht, deshalb pausiert die Eingabe für Ihr Konto. Sie können es ${when} wieder versuchen. Einen neuen Code erhalten Sie inzwischen, wenn Sie am Gerät von vorn beginnen.`,
    },
  },
  asking: {
    title: 'Ist das Ihr Gerät?',
    lead: 'Ein Gerät möchte mit Ihrem Konto verbunden werden.',
    warning: {
      title: 'Stimmen Sie nur zu, wenn Sie das selbst begonnen haben',
      text: 'Das Gerät sollte vor Ihnen stehen und genau diesen Code zeigen. Hat Ihnen jemand den Code oder den Link geschickt, wählen Sie „Ablehnen“: Das Gerät gehörte sonst dieser Person und trüge Ihren Namen.',
    },
    says: 'Was das Gerät von sich sagt',
    unchecked: 'Das hat niemand geprüft. Vergleichen Sie es mit dem Gerät vor Ihnen.',
    program: 'Programm',
    name: 'Name',
    model: 'Modell',
    kind: 'Art',
    system: 'Systemversion',
    known: 'Was wir wissen',
    code: 'Code',
    asked: 'Gefragt',
    account: 'Ihr Konto',
    ownership: 'Wem gehört das Gerät?',
    chooseOwnership: 'Sagen Sie, wem das Gerät gehört, um zuzustimmen.',
    replaces: {
      title: 'Das neue Gerät nimmt den Platz eines alten ein',
      text: (devices: string, count: number) =>
        count === 1
          ? `Sie haben so viele Geräte, wie Ihr Konto haben darf. Wenn Sie zustimmen, wird dieses nicht mehr betreut: ${devices}.`
          : `Sie haben mehr Geräte, als Ihr Konto haben darf. Wenn Sie zustimmen, werden diese nicht mehr betreut: ${devices}.`,
      since: (name: string, when: string) => `${name} (eingerichtet ${when})`,
    },
    allow: 'Zustimmen',
    deny: 'Ablehnen',
    refusals: {
      not_offered: (organisation: string) =>
        `${organisation} richtet diese Art von Gerät nicht ein, deshalb können Sie nicht zustimmen.`,
      device_limit_reached: (limit: number) =>
        `Sie haben ${limit === 1 ? 'ein Gerät' : `${limit} Geräte`}, so viele, wie Ihr Konto haben darf. Melden Sie eines ab, das Sie nicht mehr verwenden, und stimmen Sie dann zu.`,
    },
  },
  allowed: {
    title: 'Ihr Gerät macht von selbst weiter',
    text: 'Sie haben zugestimmt. In wenigen Sekunden bemerkt das Gerät es und holt seine Einstellungen; lassen Sie es eingeschaltet.',
    devices: 'Unter „Meine Geräte“ ansehen',
    another: 'Ein weiteres Gerät verbinden',
  },
  denied: {
    title: 'Das Gerät wurde abgelehnt',
    text: 'Es hat nichts erhalten und weiß nicht, wer Sie sind.',
    unexpected:
      'Haben Sie das nicht selbst begonnen, sagen Sie Ihrem Helpdesk, dass Ihnen jemand einen Code geschickt hat.',
    devices: 'Meine Geräte',
    another: 'Einen anderen Code eingeben',
  },
}
