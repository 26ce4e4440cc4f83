import type { userCertificates as english } from '../en/user-certificates.ts'

const days = (count: number) => (count === 1 ? '1 Tag' : `${count} Tagen`)

export const userCertificates: typeof english = {
  title: 'Meine Zertifikate',
  lead: 'Ihre eigenen Zertifikate, zum Beispiel für verschlüsselte E-Mail oder ein Netz. Ihre Geräte erhalten sie, wo Ihre Organisation das eingerichtet hat.',
  caption: 'Meine Zertifikate',
  ofTemplate:
    'Was Besitzer in ihrem Portal hochgeladen haben, etwa für verschlüsselte E-Mail, kommt samt privaten Schlüsseln auf das Gerät.',
  name: 'Zertifikat',
  issuer: 'Ausgestellt von',
  ends: 'Endet',
  noSubject: 'Ohne Namen',
  withKey: 'Mit privatem Schlüssel',
  withoutKey: 'Ohne privaten Schlüssel',
  soon: (count) => (count < 1 ? 'Endet in weniger als einem Tag' : `Endet in ${days(count)}`),
  ended: 'Abgelaufen',
  endedNote: 'Geräte erhalten es nicht mehr. Laden Sie seinen Nachfolger hoch.',
  empty: 'Sie haben hier noch keine Zertifikate.',
  emptyUpload: 'Sie haben hier noch keine Zertifikate. Laden Sie unten eines hoch.',
  notAllowed:
    'Ihre Organisation hat das Hochladen von Zertifikaten nicht freigegeben. Fragen Sie den Helpdesk, wenn Sie eines brauchen.',
  purposes: {
    mail_encryption: 'E-Mail-Verschlüsselung',
    mail_signature: 'E-Mail-Signaturen',
    client: 'Anmeldung (Client)',
    smart_card: 'Anmeldung mit Smartcard',
    documents: 'Dokumente signieren',
    server: 'Server',
    code: 'Software signieren',
    time: 'Zeitstempel',
    authority: 'Zertifikate ausstellen',
    signature: 'Signaturen',
    encryption: 'Verschlüsselung',
    any: 'Alles',
    other: 'Etwas anderes',
  },
  upload: {
    title: 'Zertifikat hochladen',
    lead: 'Enthält die Datei einen privaten Schlüssel, so wird er verschlüsselt aufbewahrt. Er wird nie wieder angezeigt, nur an Ihre Geräte gegeben.',
    full: (limit) =>
      `Sie haben ${limit} Zertifikate, mehr sind nicht möglich. Löschen Sie eines, um ein anderes hochzuladen.`,
    file: 'Datei',
    fileHint: (limit) =>
      `.p12 oder .pfx (PKCS#12), .pem, .crt oder .cer: Ihr Zertifikat mit bis zu ${limit} darüber.`,
    password: 'Passwort der Datei',
    passwordHint: 'Falls sie eines hat. Es öffnet die Datei jetzt und wird nicht aufbewahrt.',
    name: 'Name',
    nameHint: 'Wie Sie es nennen möchten. Bleibt das Feld leer, gilt der Name, der darin steht.',
    optional: 'freiwillig',
    submit: 'Hochladen',
  },
  refusals: {
    password_needed:
      'Diese Datei hat ein Passwort. Wählen Sie die Datei noch einmal und geben Sie das Passwort ein.',
    wrong_password:
      'Dieses Passwort öffnet die Datei nicht. Wählen Sie die Datei noch einmal und geben Sie ihr Passwort ein.',
    unreadable:
      'Das ist kein Zertifikat, das gelesen werden kann. Wählen Sie eine Datei mit der Endung .p12, .pfx, .pem, .crt oder .cer.',
    protection:
      'Diese Datei ist auf eine Weise geschützt, die hier nicht angenommen wird. Exportieren Sie sie neu. Windows: Wählen Sie „AES256-SHA256“ als Verschlüsselung. Was die Schlüsselbundverwaltung eines Mac, Firefox oder Thunderbird exportiert hat, wandelt OpenSSL um: „openssl pkcs12 -in alt.p12 -legacy -nodes -out alles.pem“, danach „openssl pkcs12 -export -in alles.pem -out neu.p12“; laden Sie neu.p12 hoch und löschen Sie alles.pem.',
    locked_key:
      'Der private Schlüssel in dieser Datei ist auf eine alte Weise geschützt. Exportieren Sie beides als PKCS#12: „openssl pkcs12 -export -in zertifikat.pem -inkey schluessel.pem -out neu.p12“.',
    no_certificate: 'In dieser Datei ist kein Zertifikat. Wählen Sie eine, die das Zertifikat enthält.',
    several_keys:
      'In dieser Datei ist mehr als ein privater Schlüssel. Laden Sie immer nur ein Zertifikat mit seinem Schlüssel hoch.',
    weak_key:
      'Der Schlüssel dieses Zertifikats wird nicht angenommen. Möglich sind RSA ab 2048 Bit und EC auf P-256 oder P-384.',
    key_mismatch:
      'Der private Schlüssel in dieser Datei gehört zu einem anderen Zertifikat. Wählen Sie eine Datei mit dem Zertifikat dieses Schlüssels.',
    not_a_chain:
      'Die Zertifikate in dieser Datei gehören nicht zusammen. Geben Sie Ihres und die, von denen es unterschrieben wurde, sonst nichts.',
    chain_too_long:
      'Hier stehen mehr als 5 Zertifikate übereinander. Geben Sie Ihres und höchstens 4 darüber.',
    too_large: 'Das ist zu groß. Ein Zertifikat mit Schlüssel und Kette darf 16 KB haben.',
    ended: 'Dieses Zertifikat ist abgelaufen: Kein Gerät würde es erhalten. Laden Sie ein gültiges hoch.',
  },
  remove: {
    link: 'Löschen …',
    title: 'Dieses Zertifikat löschen',
    consequences: {
      deleted:
        'Es wird hier gelöscht, zusammen mit seinem privaten Schlüssel. Behalten Sie Ihre eigene Kopie, wenn Sie es noch brauchen.',
      deletedWithoutKey: 'Es wird hier gelöscht. Behalten Sie Ihre eigene Kopie, wenn Sie es noch brauchen.',
      devices: (template, count) =>
        count === 1
          ? `Eines Ihrer Geräte erhält es durch „${template}“. Es erfährt davon bei der nächsten Meldung; ein installiertes Profil behält es, bis es neu installiert wird.`
          : `${count} Ihrer Geräte erhalten es durch „${template}“. Sie erfahren davon bei der nächsten Meldung; ein installiertes Profil behält es, bis es neu installiert wird.`,
      unused: 'Keines Ihrer Geräte erhält es.',
      mail: 'E-Mails, die dafür verschlüsselt wurden, sind nur noch dort lesbar, wo der private Schlüssel noch ist.',
    },
    act: 'Zertifikat löschen',
  },
  done: {
    added:
      'Hochgeladen. Wo Ihre Organisation das eingerichtet hat, erhalten Geräte mit einer App es bei ihrer nächsten Meldung, andere, wenn sie neu eingerichtet werden.',
    key_added: 'Das Zertifikat war schon hier. Es hat jetzt seinen privaten Schlüssel.',
    changed: 'Das Zertifikat war schon hier. Was daran neu war, ist gespeichert.',
    known: 'Das Zertifikat war schon hier. Nichts hat sich geändert.',
    removed: 'Gelöscht.',
  },
}
