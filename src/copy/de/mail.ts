import { alarmMail } from './abuse-mail.ts'

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
  alarm: alarmMail,
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
  invitation: {
    preview: 'Ihr Link, die PIN dazu und ein Code für Ihre Kamera.',
    reminderPreview: 'Ihre Einladung gilt weiterhin. Link, PIN und Code finden Sie hier.',
    open: 'Dieses Gerät einrichten',
  },
  renewal: {
    preview: 'Was damit nicht stimmt, und wie Sie wieder hineinkommen.',
    states: {
      invited: () => ({
        what: 'Mit Ihrer Einladung wurde noch kein Gerät eingerichtet.',
        next: 'Öffnen Sie den Link unten auf dem Gerät, das Sie einrichten möchten.',
      }),
      pending: () => ({
        what: 'Die Einrichtung dieses Geräts ist noch nicht abgeschlossen.',
        next: 'Nehmen Sie es zur Hand und machen Sie mit dem Link unten weiter.',
      }),
      active: () => ({
        what: 'Soweit wir sehen, ist damit alles in Ordnung.',
        next: 'Sollte es nicht wie gewohnt arbeiten, führt Sie der Link unten wieder hinein.',
      }),
      silent: () => ({
        what: 'Von diesem Gerät haben wir seit einiger Zeit nichts gehört.',
        next: 'Schalten Sie es ein, verbinden Sie es mit dem Internet und öffnen Sie die Agent-App. Wenn das nicht hilft, verwenden Sie den Link unten. Wenn Sie es nicht mehr haben, sagen Sie Ihrem Helpdesk Bescheid.',
      }),
      permissions: ({ permissions }) => ({
        what: permissions
          ? `Diesem Gerät fehlen Berechtigungen, die es braucht: ${permissions}.`
          : 'Diesem Gerät fehlen Berechtigungen, die es braucht.',
        next: 'Öffnen Sie die Agent-App und erlauben Sie sie wieder. Wenn das nicht hilft, verwenden Sie den Link unten.',
      }),
      ended: () => ({
        what: 'Dieses Gerät ist nicht mehr eingerichtet.',
        next: 'Um es wieder einzurichten, öffnen Sie darauf den Link unten.',
      }),
    },
    open: 'Zu meinem Gerät',
    signIn: 'Anmelden',
    signInHow:
      'Nach der Anmeldung mit dieser Adresse sehen Sie Ihre Geräte und können sie wieder einrichten.',
    why: ({ organisation, manager }) =>
      `Sie erhalten diese Nachricht, weil ${manager ? `${manager} von ${organisation}` : `jemand, der bei ${organisation} Geräte betreut,`} das veranlasst hat. Wenn Sie dieses Gerät nicht kennen, sagen Sie dem Helpdesk Bescheid; ohne Ihr Zutun geschieht nichts.`,
  },
  access: {
    leads: 'Die Schaltfläche öffnet',
    asks: 'Die Seite fragt nach dieser PIN:',
    pinIs: ({ pin }) => `Ihre PIN: ${pin}`,
    until: ({ when }) => `Link und PIN gelten bis ${when}.`,
    untilEnded: ({ organisation }) => `Link und PIN gelten, bis ${organisation} die Einladung beendet.`,
    camera: {
      title: 'Lesen Sie das auf einem anderen Gerät?',
      how: 'Richten Sie die Kamera des Geräts, das Sie einrichten möchten, auf diesen Code.',
      alt: ({ page }) => `QR-Code Ihres Links. Ohne Bilder geben Sie alles auf ${page} ein.`,
    },
    typed: {
      title: 'Keine Kamera, und der Link lässt sich nicht öffnen?',
      how: 'Öffnen Sie auf dem Gerät diese Seite und geben Sie ein:',
      page: 'Seite',
      site: 'Site-ID',
      address: 'E-Mail-Adresse',
      thisAddress: 'Ihre Adresse bei der Organisation',
      pin: 'PIN',
    },
    keepIt:
      'Geben Sie diese Nachricht nicht weiter: Wer Link und PIN hat, kann in Ihrem Namen ein Gerät einrichten.',
    why: ({ organisation, manager }) =>
      `Sie erhalten diese Nachricht, weil ${manager ? `${manager} von ${organisation} Sie eingeladen hat` : `jemand, der bei ${organisation} Geräte betreut, Sie eingeladen hat`}. Wenn Sie das nicht erwartet haben, fragen Sie dort nach oder tun Sie nichts: Ohne Ihr Zutun geschieht nichts.`,
  },
  words: {
    invitation: {
      subject: 'Richten Sie Ihre Geräte bei {{organisation}} ein',
      body: `Guten Tag {{name}},

{{organisation}} lädt Sie ein, die Geräte einzurichten, mit denen Sie arbeiten. Das dauert wenige Minuten: Öffnen Sie den Link auf dem Gerät und folgen Sie der Seite. Für ein weiteres Gerät kommen Sie auf diese Nachricht zurück.`,
    },
    reminder: {
      subject: 'Zur Erinnerung: Richten Sie Ihre Geräte bei {{organisation}} ein',
      body: `Guten Tag {{name}},

Ihre Einladung von {{organisation}} wartet noch auf Sie. Öffnen Sie den Link auf dem Gerät, das Sie einrichten möchten; das dauert wenige Minuten. Wenn Sie etwas daran hindert, helfen wir Ihnen gern.`,
    },
    renewal: {
      subject: '{{organisation}}: {{device}} braucht Ihre Aufmerksamkeit',
      body: `Guten Tag {{name}},

{{organisation}} hat eine Nachricht für Sie. Es geht um {{device}}.`,
    },
  },
  unknown: {
    valid_until: 'auf Weiteres',
    device: ({ platform }) => (platform ? `Ihr Gerät (${platform})` : 'Ihr Gerät'),
    helpdesk: ({ organisation }) => `den Helpdesk von ${organisation}`,
  },
  sms: {
    invitation: ({ organisation }) => `${organisation}: Richten Sie hier Ihr Gerät ein:`,
    reminder: ({ organisation }) => `${organisation}: Zur Erinnerung, Ihr Gerät ist noch nicht eingerichtet:`,
    renewal: ({ organisation, device }) => `${organisation}: Ihr Gerät braucht Sie (${device}):`,
    code: ({ organisation }) => `${organisation}: Richten Sie hier Ihr Gerät ein:`,
    pin: ({ pin }) => `PIN ${pin}`,
    android: ({ page, site }) =>
      `Auf Android oder ohne Link: ${page} öffnen, Site-ID ${site}, Ihre E-Mail-Adresse und die PIN eingeben.`,
    mail: ({ organisation }) =>
      `${organisation}: Zu Ihrem Gerät haben wir Ihnen eine E-Mail geschickt. Bitte lesen Sie sie.`,
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
