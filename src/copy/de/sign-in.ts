import type { signIn as english } from '../en/sign-in.ts'

export const signIn: typeof english = {
  start: {
    title: 'Anmelden',
    lead: 'Mit Ihrer E-Mail-Adresse oder mit einem Passkey, den Sie hier erstellt haben.',
    email: 'E-Mail-Adresse',
    submit: 'Code senden',
    or: 'oder',
    passkey: 'Mit Passkey anmelden',
    signedOut: 'Sie sind abgemeldet.',
    tooManySends:
      'An diese Adresse wurden mehrere Codes gesendet. Den nächsten können Sie {when} anfordern. Ein Passkey geht jederzeit.',
  },
  none: {
    title: 'Noch kein Konto',
    text: 'Mit {address} kann sich hier niemand anmelden.',
    owner:
      'Um ein Gerät einzurichten, registrieren Sie sich bei Ihrer Organisation: Dabei entsteht Ihr Konto.',
    manager: 'Um Geräte zu verwalten, bitten Sie Ihre Organisation, diese Adresse einzuladen.',
    register: 'Gerät einrichten',
    another: 'Andere Adresse verwenden',
  },
  choose: {
    title: 'Welches Konto?',
    lead: '{address} hat mehrere.',
    accounts: 'Konten',
    submit: 'Weiter',
    error: 'Wählen Sie eines dieser Konten.',
  },
  roles: { device_owner: 'Gerätebesitz', manager: 'Verwaltung', supervisor: 'Aufsicht' },
  passkey: {
    title: 'Jetzt Ihr Passkey',
    lead: 'Ihre Adresse ist bestätigt. Damit Geräte sicher bleiben, brauchen Verwaltung und Aufsicht auch einen Passkey.',
    submit: 'Meinen Passkey verwenden',
    lost: 'Kein Passkey zur Hand?',
    lostManager:
      'Die Aufsicht dieses Dienstes kann Ihnen einen Link geben, mit dem Sie einen neuen erstellen.',
    lostSupervisor:
      'Wer diesen Dienst betreibt, kann ein neues Startgeheimnis setzen. Damit erstellen Sie unter /supervise/claim einen neuen.',
    another: 'Andere Adresse verwenden',
  },
  make: {
    title: 'Passkey erstellen',
    lead: 'Er ersetzt ein Passwort: Sie melden sich mit Fingerabdruck, Gesicht oder PIN dieses Geräts an oder mit einem Sicherheitsschlüssel.',
    replaces: 'Sobald er erstellt ist, werden alle früheren Passkeys von {address} entfernt.',
    name: 'Name des Passkeys',
    nameHint: 'Damit Sie ihn in Ihrem Konto wiedererkennen, etwa „Arbeitslaptop“.',
    submit: 'Passkey erstellen',
  },
  refusals: {
    not_read: 'Es wurde kein Passkey verwendet. Versuchen Sie es noch einmal und folgen Sie Ihrem Browser.',
    late: 'Das hat zu lange gedauert oder wurde zweimal gesendet. Versuchen Sie es noch einmal.',
    unknown: 'Zu diesem Passkey gehört hier kein Konto. Nehmen Sie einen anderen oder Ihre E-Mail-Adresse.',
    refused:
      'Dieser Passkey konnte nicht geprüft werden. Versuchen Sie es noch einmal oder nehmen Sie einen anderen.',
    not_verified:
      'Ihr Gerät hat nicht geprüft, dass Sie es sind. Nehmen Sie einen Passkey, der nach Fingerabdruck, Gesicht oder PIN fragt.',
    taken:
      'Dieser Passkey wird hier schon verwendet. Erstellen Sie einen neuen oder nehmen Sie ein anderes Gerät.',
    too_many:
      'Ihr Konto hat so viele Passkeys, wie es haben darf. Entfernen Sie einen, den Sie nicht mehr brauchen.',
    closed: 'Dieses Konto ist ausgeschaltet. Fragen Sie die Stelle, die es verwaltet.',
  },
  script: {
    cancelled:
      'Es wurde kein Passkey verwendet. Drücken Sie die Schaltfläche, um es noch einmal zu versuchen.',
    unsupported:
      'Dieser Browser kann keine Passkeys. Öffnen Sie diese Seite in einer aktuellen Version von Chrome, Edge, Firefox oder Safari.',
    known:
      'Dieses Gerät hat schon einen Passkey für dieses Konto. Nehmen Sie ein anderes Gerät oder einen Sicherheitsschlüssel.',
    missingToSignIn:
      'Passkeys brauchen JavaScript, das in diesem Browser aus ist. Schalten Sie es für diese Seite ein und laden Sie sie neu, oder nehmen Sie Ihre E-Mail-Adresse.',
    missingToMake:
      'Passkeys brauchen JavaScript, das in diesem Browser aus ist. Schalten Sie es für diese Seite ein und laden Sie sie neu.',
  },
  recover: {
    title: 'Zurück in Ihr Konto',
    lead: 'Dieser Link ist für {name} ({address}), {organisation}.',
    happens: 'Wenn Sie weitermachen',
    consequences: [
      'Sie werden überall abgemeldet.',
      'Sie erstellen in diesem Browser innerhalb von 10 Minuten einen neuen Passkey. Alle früheren werden dann entfernt.',
      'Dieser Link ist verbraucht.',
    ],
    submit: 'Weiter',
    ended: {
      title: 'Dieser Link ist abgelaufen',
      text: 'Ein Link zur Wiederherstellung gilt einmal, einen Tag lang und bis es einen neueren gibt.',
      next: 'Bitten Sie die Aufsicht um einen neuen oder melden Sie sich mit einem Passkey an, den Sie noch haben.',
      signIn: 'Anmelden',
    },
  },
  claim: {
    title: 'Diesen Dienst übernehmen',
    lead: 'Werden Sie seine erste Aufsicht. Dazu brauchen Sie das Startgeheimnis, das bei der Installation gesetzt wurde.',
    secret: 'Startgeheimnis',
    secretHint: '„npm start“ zeigt es an; im Betrieb ist es das Worker-Secret BOOTSTRAP_SECRET.',
    email: 'Ihre E-Mail-Adresse',
    emailHint: 'Damit melden Sie sich später an. Jetzt senden wir keinen Code.',
    name: 'Ihr Name',
    submit: 'Dienst übernehmen',
    refused: 'Dieses Geheimnis gilt nicht oder wurde schon verwendet.',
    used: {
      title: 'Dieser Dienst hat seine Aufsicht',
      text: 'Das Startgeheimnis wurde verwendet. Niemand kann den Dienst damit noch einmal übernehmen.',
      next: 'Die Aufsicht meldet sich an. Hat jemand alle Passkeys verloren, setzt die Betreiberin oder der Betreiber ein neues BOOTSTRAP_SECRET und öffnet diese Seite noch einmal.',
      signIn: 'Anmelden',
    },
    unconfigured: {
      title: 'Es ist kein Startgeheimnis gesetzt',
      text: 'Solange es keines gibt, kann niemand diesen Dienst übernehmen.',
      next: 'Wer den Dienst betreibt, setzt BOOTSTRAP_SECRET, 22 bis 128 Buchstaben und Ziffern, zum Beispiel mit **npx wrangler secret put BOOTSTRAP_SECRET**, und öffnet diese Seite noch einmal.',
    },
  },
}
