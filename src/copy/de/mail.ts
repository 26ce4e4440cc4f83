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
