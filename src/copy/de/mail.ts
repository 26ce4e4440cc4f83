/** Alles, was eine E-Mail sagt; gleich gebaut wie der englische Text. */
export const mail: typeof import('../en/mail.ts').mail = {
  challenge: {
    subject: ({ code, organisation }) => `${code} ist Ihr Code für ${organisation}`,
    preview: ({ minutes }) =>
      `Geben Sie ihn dort ein, wo Sie ihn angefordert haben. Er gilt ${minutes} Minuten.`,
    heading: {
      registration: 'Ihr Code zum Einrichten eines Geräts',
      'sign-in': 'Ihr Code zum Anmelden',
    },
    codeIs: ({ code }) => `Ihr Code: ${code}`,
    howTo: ({ minutes }) =>
      `Geben Sie ihn auf der Seite ein, auf der Sie ihn angefordert haben. Er gilt ${minutes} Minuten und nur in diesem Browser.`,
    fillIn: 'Code für mich eintragen',
    why: ({ organisation }) =>
      `Sie erhalten diese Nachricht, weil jemand diese Adresse bei ${organisation} eingegeben hat. Wenn Sie das nicht waren, können Sie sie ignorieren: Ohne den Code geschieht nichts.`,
    keepIt: ({ organisation }) =>
      `Behalten Sie den Code für sich. Niemand bei ${organisation} wird Sie je danach fragen.`,
  },
  theftSignal: {
    subject: 'Jemand anders wollte Ihren Einrichtungslink verwenden',
    preview: 'Der Versuch wurde abgewiesen. Bitte prüfen Sie, ob das eingerichtete Gerät Ihres ist.',
    heading: 'Jemand anders wollte Ihren Einrichtungslink verwenden',
    what: ({ when, device, platform }) =>
      `Mit Ihrem Link war bereits ein Gerät eingerichtet (${device ? `${device}, ` : ''}${platform}). Am ${when} versuchte ein anderes Gerät, denselben Link zu verwenden. Es wurde abgewiesen und hat nichts erhalten.`,
    mine: 'Wenn Sie den Link selbst auf einem zweiten Gerät versucht haben, ist alles in Ordnung. Ein Link richtet ein Gerät ein; für das nächste fordern Sie bitte einen weiteren an.',
    notMine:
      'Wenn Sie von keinem zweiten Gerät wissen oder das eingerichtete Gerät nicht Ihres ist, hat vielleicht jemand Ihren Link gesehen. Sagen Sie Ihrem Helpdesk noch heute Bescheid.',
    again: 'Weiteres Gerät einrichten',
    why: ({ organisation }) =>
      `Sie erhalten diese Nachricht, weil bei ${organisation} ein Gerät in Ihrem Namen eingerichtet wurde.`,
  },
  provisionCode: {
    subject: ({ device, organisation }) => `Richten Sie Ihr Gerät bei ${organisation} ein: ${device}`,
    preview: 'Ihr Link und die PIN, nach der er fragt.',
    heading: ({ device }) => `Richten Sie Ihr Gerät ein: ${device}`,
    what: ({ organisation }) =>
      `${organisation} hat einen Einrichtungslink für Sie erstellt. Öffnen Sie ihn auf dem Gerät, das Sie einrichten möchten.`,
    open: 'Dieses Gerät einrichten',
    asks: 'Die Seite fragt nach dieser PIN:',
    previewLink: 'Ihr Link. Die PIN dazu nennt Ihnen der Helpdesk.',
    asksElsewhere:
      'Die Seite fragt nach einer PIN. Zur Sicherheit steht sie nicht in dieser Nachricht: Der Helpdesk nennt sie Ihnen auf einem anderen Weg.',
    pinIs: ({ pin }) => `Ihre PIN: ${pin}`,
    until: ({ when }) =>
      `Link und PIN gelten für ein Gerät, bis ${when}. Danach bitten Sie um einen neuen Link.`,
    keepIt:
      'Geben Sie diese Nachricht nicht weiter: Wer Link und PIN hat, kann in Ihrem Namen ein Gerät einrichten.',
    why: ({ organisation }) =>
      `Sie erhalten diese Nachricht, weil jemand, der bei ${organisation} Geräte betreut, das veranlasst hat.`,
  },
  approved: {
    subject: ({ organisation }) => `${organisation} hat Sie angenommen`,
    preview: 'Sie können Ihr Gerät jetzt einrichten.',
    heading: 'Sie können Ihr Gerät jetzt einrichten',
    what: ({ organisation }) =>
      `${organisation} hat Ihre Registrierung angenommen. Öffnen Sie die Seite auf irgendeinem Gerät, melden Sie sich mit dieser Adresse an und machen Sie dort weiter, wo Sie aufgehört haben.`,
    open: 'Weitermachen',
    why: ({ organisation }) =>
      `Sie erhalten diese Nachricht, weil Sie sich mit dieser Adresse bei ${organisation} registriert haben.`,
  },
  managerInvited: {
    manager: {
      subject: ({ organisation }) => `Sie verwalten die Geräte von ${organisation}`,
      heading: ({ organisation }) => `Sie gehören zur Verwaltung von ${organisation}`,
      what: ({ organisation }) =>
        `In der Verwaltung von ${organisation} legen Sie fest, wer dort Geräte einrichten darf und was diese Geräte erhalten, und helfen den Menschen damit.`,
    },
    supervisor: {
      subject: ({ organisation }) => `Sie beaufsichtigen ${organisation}`,
      heading: ({ organisation }) => `Sie gehören zur Aufsicht von ${organisation}`,
      what: ({ organisation }) =>
        `In der Aufsicht von ${organisation} kümmern Sie sich um die Organisationen und um die Einstellungen, die für alle gelten.`,
    },
    preview: 'Melden Sie sich mit dieser Adresse an, um zu beginnen.',
    how: 'Melden Sie sich mit dieser Adresse an. Sie erhalten einen Code, und beim ersten Mal bitten wir Sie, einen Passkey anzulegen: Ihren Fingerabdruck, Ihr Gesicht oder die PIN Ihres Computers. Damit kommen Sie von da an hinein.',
    open: 'Anmelden',
    why: 'Sie erhalten diese Nachricht, weil die Aufsicht diese Adresse eingetragen hat. Wenn Sie das nicht erwartet haben, fragen Sie dort nach; ohne Anmeldung geschieht nichts.',
  },
  platforms: {
    ios: 'iPhone oder iPad',
    android: 'Android',
    macos: 'Mac',
    windows: 'Windows',
    linux: 'Linux',
    chromeos: 'Chromebook',
    agent: 'Agent-App',
  },
  help: ({ organisation }) => `Hilfe von ${organisation}:`,
  footer: ({ organisation }) => `${organisation} · Geräteeinrichtung`,
}
