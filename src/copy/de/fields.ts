import type { fields as english } from '../en/fields.ts'

export const fields: typeof english = {
  missing: () => 'Füllen Sie das aus.',
  too_short: (limit) => `Geben Sie mindestens ${limit} Zeichen ein.`,
  too_long: (limit) => `Geben Sie höchstens ${limit} Zeichen ein.`,
  too_small: (limit) => `Geben Sie ${limit} oder mehr ein.`,
  too_large: (limit) => `Geben Sie ${limit} oder weniger ein.`,
  not_a_number: () => 'Geben Sie eine ganze Zahl ein.',
  not_a_date: () => 'Geben Sie einen Tag mit Monat und Jahr ein, etwa 2030-03-31.',
  past_date: () => 'Wählen Sie einen Tag, der noch kommt.',
  not_an_address: () => 'Geben Sie eine ganze E-Mail-Adresse ein, etwa name@firma.example.',
  not_a_url: () => 'Geben Sie eine ganze Adresse ein, die mit https:// beginnt.',
  not_a_choice: () => 'Wählen Sie eines davon.',
  not_text: () =>
    'Einige dieser Zeichen lassen sich nicht anzeigen. Verwenden Sie Buchstaben und Satzzeichen.',
  not_accepted: () => 'Das wird hier nicht angenommen.',
  taken: () => 'Das wird schon verwendet. Wählen Sie etwas anderes.',
  not_a_phone_number: () => 'Geben Sie die ganze Nummer mit Landesvorwahl ein, etwa +49 1512 3456789.',
  not_a_pattern: (_limit, detail) =>
    detail ? `Das ist kein Muster: ${detail}.` : 'Das ist kein Muster, das sich lesen lässt.',
  too_expensive: () => 'Dieses Muster zu prüfen würde zu lange dauern. Machen Sie es einfacher.',
  not_json: (_limit, detail) =>
    detail ? `Das ist kein JSON: ${detail}.` : 'Das ist kein JSON, das sich lesen lässt.',
  unknown_variable: (_limit, detail) => `Eine Variable ${detail} gibt es nicht.`,
  unknown_key: (_limit, detail) => `Das ist nicht bekannt, lassen Sie es weg: ${detail}.`,
  missing_key: (_limit, detail) => `Das fehlt: ${detail}.`,
  wrong_value: (_limit, detail) => `Das wird angenommen: ${detail}.`,
  too_many: (limit) => `Höchstens ${limit}.`,
  not_a_slug: () =>
    'Verwenden Sie 2 bis 40 Kleinbuchstaben, Ziffern und Bindestriche; am Anfang und Ende ein Buchstabe oder eine Ziffer.',
  not_a_site_id: () => 'Verwenden Sie 4 bis 10 Ziffern, nicht mit 0 am Anfang.',
  not_a_colour: () => 'Geben Sie eine Farbe ein, etwa #15559a.',
  not_a_picture: () => 'Wählen Sie ein PNG- oder SVG-Bild von höchstens 20 KB.',
  not_a_certificate: () =>
    'Fügen Sie ein Zertifikat im PEM-Format ein, von -----BEGIN CERTIFICATE----- bis zu seinem Ende.',
  not_a_key: () =>
    'Geben Sie den privaten Schlüssel im PEM-Format und ohne Passwort an: RSA mit 2048 bis 8192 Bit oder EC auf P-256, P-384 oder P-521.',
  other_key: () =>
    'Dieser Schlüssel gehört zu einem anderen Zertifikat. Geben Sie den Schlüssel des Zertifikats darüber an.',
  not_a_chain: () =>
    'Diese Zertifikate gehören nicht zusammen. Geben Sie Ihres an und die, von denen es unterschrieben ist.',
  not_valid_now: () =>
    'Eines dieser Zertifikate ist abgelaufen oder gilt noch nicht. Geben Sie solche an, die jetzt gelten.',
  not_for_signing: () =>
    'Dieses Zertifikat darf nicht für Unterschriften verwendet werden. Geben Sie eines zum Signieren an.',
  unknown: () => 'Das gibt es nicht mehr. Wählen Sie etwas anderes.',
}
