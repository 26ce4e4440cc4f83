import type { claim as english } from '../en/claim.ts'

export const claim: typeof english = {
  lead: {
    download: (organisation) =>
      `Die Einstellungen von ${organisation} kommen als Profil: Laden Sie es hier und installieren Sie es dann in den Einstellungen.`,
    safari:
      'Dieser Browser kann keine Einstellungen installieren: Auf iPhone und iPad kann das nur Safari. Machen Sie dort weiter.',
    install:
      'Das Profil ist auf dem Gerät. Installieren Sie es in den Einstellungen, und bestätigen Sie es dann hier.',
    handOver: (app) => `Ab hier übernimmt ${app ?? 'die Agent-App'}.`,
    handOverToCommand: 'Ab hier übernimmt ein Skript, oder ein Agent, der unsere Schnittstelle spricht.',
    active: 'Alles ist bereit. Sie können diese Seite schließen.',
  },
  steps: {
    ios: {
      settings: 'Einstellungen\u00a0› Profil geladen\u00a0› Installieren',
      download: [
        'Das Gerät fragt, ob es das Profil laden darf: Tippen Sie auf **Zulassen**.',
        'Es meldet **Profil geladen**: Tippen Sie auf **Schließen**. Diese Seite zeigt dann, wie es weitergeht.',
      ],
      install: [
        'Öffnen Sie **Einstellungen** und tippen Sie oben auf **Profil geladen**. Nicht zu sehen? Schauen Sie unter **Allgemein\u00a0› VPN und Geräteverwaltung** nach.',
        'Tippen Sie auf **Installieren**, geben Sie Ihren Code ein und machen Sie weiter, bis **Profil installiert** erscheint.',
        'Kommen Sie auf diese Seite zurück und tippen Sie auf die Schaltfläche.',
      ],
    },
    macos: {
      settings: 'Systemeinstellungen\u00a0› Allgemein\u00a0› Geräteverwaltung',
      download: [
        'Vielleicht fragt der Browser, ob er das Profil laden darf: Wählen Sie **Zulassen**.',
        'Öffnen Sie die Datei, falls es der Browser nicht tut. Der Mac meldet, dass ein Profil geladen wurde.',
      ],
      install: [
        'Öffnen Sie **Systemeinstellungen\u00a0› Allgemein\u00a0› Geräteverwaltung**. Vor macOS 15 ist es **Datenschutz & Sicherheit\u00a0› Profile**.',
        'Doppelklicken Sie auf das Profil, wählen Sie **Installieren** und geben Sie Ihr Passwort ein.',
        'Kommen Sie auf diese Seite zurück und klicken Sie auf die Schaltfläche.',
      ],
    },
  },
  afterDownload: 'Was dann geschieht',
  howToInstall: 'So installieren Sie es',
  unverified:
    'Das Gerät bezeichnet das Profil vielleicht als nicht überprüft: Es kennt noch nicht, wer es signiert hat. Das ist richtig so.',
  download: 'Profil laden',
  again: (left) => `Noch einmal laden (${left} Mal möglich)`,
  gone: 'Ist das Profil nicht mehr auf dem Gerät?',
  installed: 'Es ist installiert',
  webClip: (label) =>
    `Das Profil bringt auch ein Symbol „${label}“ auf den Home-Bildschirm. Es sagt dasselbe wie die Schaltfläche.`,
  safari: {
    copy: 'Link für Safari kopieren',
    label: 'Link für Safari',
    steps: [
      'Kopieren Sie den Link mit der Schaltfläche.',
      'Öffnen Sie **Safari**, tippen Sie auf die Adresszeile, setzen Sie den Link ein und öffnen Sie ihn.',
      'Tippen Sie in Safari auf **Hier weitermachen**. Diese Seite gibt dann ab.',
    ],
    once: 'Der Link gilt einmal und nur für dieses Gerät. Geben Sie ihn nicht weiter.',
  },
  handOver: {
    get: (app) => (app ? `${app} holen` : 'App holen'),
    afterGet: (app) =>
      `Installieren und öffnen Sie ${app ?? 'die App'}: Den Rest weiß sie. Diese Seite zeigt, wann sie übernommen hat.`,
    notThere: (app) =>
      `${app ?? 'Die App'} ist noch nicht auf diesem Gerät? Installieren Sie sie zuerst, kommen Sie dann zurück und kopieren Sie den Link.`,
    inAppStore: (app) => `${app ?? 'App'} im App Store holen`,
    inMicrosoftStore: (app) => `${app ?? 'App'} im Microsoft Store holen`,
    orCopy: 'Ist die App schon da? Kopieren Sie diesen Link hinein',
    copy: 'Link für die App kopieren',
    label: 'Link für die App',
    paste: (app) => `Öffnen Sie ${app ?? 'die Agent-App'} auf diesem Gerät und setzen Sie den Link dort ein.`,
    once: 'Das gilt einmal und nur für dieses Gerät. Geben Sie es nicht weiter.',
  },
  notes: (organisation) => `Hinweise von ${organisation}`,
  ends: 'Es eilt nicht: Diese Seite endet {time}.',
  status: {
    connected: 'Verbunden',
    download: {
      title: 'Profil laden',
      detail: 'Mit der Schaltfläche oben.',
      inSafari: 'In Safari, mit dem Link oben.',
      done: 'Profil geladen',
    },
    install: { title: 'In den Einstellungen installieren', done: 'Profil installiert' },
    handOver: {
      title: 'An die App übergeben',
      titleCommand: 'Skript ausführen',
      detail: 'Mit dem Link oben.',
      detailStore: 'Mit der Schaltfläche oben.',
      detailCommand: 'Mit der Schaltfläche oben.',
      done: 'Übergeben',
    },
    elsewhere: 'Ging woanders weiter',
    active: {
      title: 'Aktiv',
      said: 'Sie sagen, dass es installiert ist.',
      reported: 'Das Gerät meldet, dass alles bereit ist.',
      now: 'Die erste Meldung steht noch aus',
      nowThere: 'Schließen Sie es dort ab',
      saidThere: 'Sie bestätigen dort, dass es installiert ist.',
      saidBy: 'Von Ihnen bestätigt, {time}',
      doneBefore: 'Fertig',
    },
    ended: {
      abandoned: 'Das Einrichten wurde nicht abgeschlossen',
      removed: 'Das Gerät wurde entfernt',
      over: 'Die Zeit zum Weitermachen ist um',
      detail: 'Holen Sie einen neuen Code, um fortzufahren.',
    },
  },
  moved: {
    title: 'Es ging woanders weiter',
    lead: 'Ein anderer Browser oder eine App hat übernommen. Machen Sie dort weiter: Diese Seite schaut nur noch zu.',
    done: 'Dort ist es fertig geworden. Sie können diese Seite schließen.',
    notYou: 'Das waren nicht Sie?',
    notYouText: 'Dann hat jemand anderes den Link. Melden Sie es jetzt.',
  },
  ended: {
    title: 'Dieses Einrichten ist beendet',
    abandoned:
      'Das Gerät hat sich verbunden, das Einrichten wurde aber nie fertig. Holen Sie einen neuen Code und versuchen Sie es noch einmal.',
    removed: 'Das Gerät wurde entfernt. Um es wieder einzurichten, holen Sie einen neuen Code.',
    over: 'Hier lässt sich das Einrichten einen Tag lang abschließen, und dieser Tag ist um. Es ist nichts kaputt: Holen Sie einen neuen Code und beginnen Sie noch einmal.',
    renew: 'Neuen Code holen',
  },
  ticket: {
    title: 'Hier weitermachen',
    lead: {
      ios: 'Sie haben in einem anderen Browser begonnen, Ihr iPhone oder iPad einzurichten.',
      other: 'Sie haben in einem anderen Browser begonnen, Ihr Gerät einzurichten.',
    },
    happens: 'Wenn Sie weitermachen',
    items: (organisation) => [
      `Das Einrichten bei ${organisation} geht in diesem Browser weiter, mit demselben Gerät.`,
      'Der frühere Browser gibt ab: Er kann dann nur noch zuschauen.',
      'Dieser Link ist verbraucht.',
    ],
    submit: 'Hier weitermachen',
    forApp:
      'Ist der Link für die App gedacht? Dann machen Sie nicht hier weiter, sondern kopieren Sie den Link in die App.',
  },
  confirm: {
    title: 'Ist es installiert?',
    lead: (organisation) =>
      `Sie haben diese Seite mit dem Symbol geöffnet, das das Profil von ${organisation} gebracht hat. Bestätigen Sie, dass es installiert ist, dann ist das Einrichten fertig.`,
    submit: 'Es ist installiert',
    done: 'Sie haben es {time} bestätigt. Sie können diese Seite schließen.',
    doneReported: 'Alles ist bereit. Sie können diese Seite schließen.',
  },
}
