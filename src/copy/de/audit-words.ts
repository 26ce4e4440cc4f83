import type { auditWords as english } from '../en/audit-words.ts'
import { auditFacts } from './audit-facts.ts'

type Told = Parameters<(typeof english.actions)['device.confirmed']>[0]

const on = ({ platform }: Told) => (platform ? ` (${platform})` : '')
const device = ({ platform }: Told) => platform || 'Gerät'
const called = ({ name }: Told) => (name ? ` „${name}“` : '')
const because = ({ reason }: Told) => (reason ? `: ${reason}` : '')
const facts = ({ word }: Told) => {
  const told = [word('model'), word('osVersion')].filter((one) => one !== '')
  return told.length > 0 ? ` (${told.join(', ')})` : ''
}
const how = ({ word }: Told) => ways[word('by')] ?? ''
const ways: Record<string, string> = {
  email: ' mit einem Code per E-Mail',
  passkey: ' mit einem Passkey',
  oidc: ' über die Anmeldung der Organisation',
}
const times = ({ count }: Told) => (count > 1 ? `, ${count}-mal` : '')

const via = ({ word }: Told) =>
  word('channel') === 'sms'
    ? ', per SMS versandt'
    : word('channel') === 'email'
      ? ', per E-Mail versandt'
      : ''

/** What devices are asked to do. */
const commands: Record<string, string> = {
  lock: 'sperren',
  unlock: 'entsperren',
  ring: 'klingeln',
  locate: 'Standort melden',
  wipe: 'zurücksetzen',
  retire: 'Firmendaten entfernen',
}

export const auditWords: typeof english = {
  reasons: {
    unknown_secret: 'der Link ist keiner von uns',
    no_living_code: 'es gab keinen Code, der zu verwenden war',
    wrong_pin: 'die PIN war falsch',
    pin_locked: 'die PINs waren gesperrt',
    pin_closed: 'die PIN war für diesen Link gesperrt',
    used: 'der Code war schon verwendet',
    expired: 'der Code war abgelaufen',
    superseded: 'ein neuerer Code hatte ihn ersetzt',
    revoked: 'der Code war zurückgezogen',
    window_closed: 'das Gerät war längst eingerichtet',
    device_limit_reached: 'die Höchstzahl der Geräte war erreicht',
    setup_disabled: 'die Geräteeinrichtung war ausgeschaltet',
    key_in_use: 'das Gerät gehört schon zu einem anderen Konto',
    no_identity: 'die Vorlage bringt kein Zertifikat mit',
  },
  refusals: {
    wrong: 'es war falsch',
    used: 'es war schon verwendet',
    ended: 'er war abgelaufen oder schon verwendet',
    counter: 'er könnte kopiert worden sein',
    too_many_failures: 'zu viele falsche wurden versucht',
  },
  actions: {
    'service.configured': () => 'Einstellungen des Dienstes geändert',
    'organisation.created': (it) => `Organisation${called(it)} angelegt`,
    'organisation.configured': () => 'Geräteeinrichtung geändert',
    'organisation.switched_on': () => 'Organisation eingeschaltet',
    'organisation.switched_off': () => 'Organisation ausgeschaltet',
    'setup.switched_on': () => 'Geräteeinrichtung eingeschaltet',
    'setup.switched_off': () => 'Geräteeinrichtung ausgeschaltet',
    'account_template.created': (it) => `Kontovorlage${called(it)} angelegt`,
    'account_template.changed': (it) => `Kontovorlage${called(it)} geändert`,
    'account_template.archived': (it) => `Kontovorlage${called(it)} archiviert`,
    'account_template.restored': (it) => `Kontovorlage${called(it)} wiederhergestellt`,
    'device_template.created': (it) => `Gerätevorlage${called(it)} angelegt${on(it)}`,
    'device_template.changed': (it) => `Gerätevorlage${called(it)} geändert${on(it)}`,
    'device_template.archived': (it) => `Gerätevorlage${called(it)} archiviert${on(it)}`,
    'device_template.restored': (it) => `Gerätevorlage${called(it)} wiederhergestellt${on(it)}`,
    'email_exception.added': () => 'Ausnahme von der E-Mail-Regel hinzugefügt',
    'email_exception.removed': () => 'Ausnahme von der E-Mail-Regel entfernt',
    'logo.changed': () => 'Logo geändert',
    'oidc.configured': () => 'Anmeldung mit OpenID Connect geändert',
    'account.registered': (it) => `${it.person} hat eine Adresse bestätigt und sich registriert`,
    'account.completed': (it) => `${it.person} hat die eigenen Angaben gemacht`,
    'account.added': (it) => `Konto von ${it.person} hinzugefügt`,
    'account.changed': (it) => `Konto von ${it.person} geändert`,
    'account.role_changed': (it) => `Rolle von ${it.person} geändert`,
    'account.approved': (it) => `${it.person} zugelassen`,
    'account.disabled': (it) => `Konto von ${it.person} gesperrt`,
    'account.enabled': (it) => `Konto von ${it.person} freigegeben`,
    'account.reprovisioned': (it) => `${it.person} hat einen neuen Einrichtungscode bekommen${on(it)}`,
    'accounts.imported': (it) =>
      `Konten importiert: ${it.word('added')} hinzugefügt, ${it.word('changed')} geändert`,
    'accounts.exported': () => 'Konten exportiert',
    'manager.invited': (it) =>
      `${it.person} in die ${it.word('role') === 'supervisor' ? 'Aufsicht' : 'Verwaltung'} eingeladen`,
    'manager.removed': (it) =>
      `${it.person} gehört nicht mehr zur ${it.word('role') === 'supervisor' ? 'Aufsicht' : 'Verwaltung'}`,
    'session.started': (it) => `${it.person} hat sich${how(it)} angemeldet`,
    'session.ended': (it) => `${it.person} hat sich abgemeldet`,
    'recovery.issued': (it) => `Wiederherstellungslink für ${it.person} ausgestellt`,
    'recovery.used': (it) => `${it.person} hat einen Wiederherstellungslink benutzt`,
    'recovery.refused': (it) => `Ein Wiederherstellungslink wurde abgelehnt${because(it)}`,
    'bootstrap.used': (it) => `${it.person} ist die erste Aufsicht`,
    'bootstrap.refused': (it) => `Das Startgeheimnis wurde abgelehnt${because(it)}`,
    'passkey.added': (it) => `Passkey${called(it)} von ${it.person} hinzugefügt`,
    'passkey.renamed': (it) => `Passkey${called(it)} von ${it.person} umbenannt`,
    'passkey.removed': (it) => `Passkey${called(it)} von ${it.person} entfernt`,
    'passkey.refused': (it) => `Ein Passkey von ${it.person} wurde abgelehnt${because(it)}`,
    'identity.bound': (it) => `${it.person} mit der Anmeldung der Organisation verbunden`,
    'provision_code.created': (it) => `Einrichtungscode für ${it.person} erstellt${on(it)}`,
    'provision_code.opened': (it) => `${it.person} hat den Einrichtungslink geöffnet${on(it)}`,
    'provision_code.superseded': (it) =>
      `Einrichtungscode von ${it.person} durch einen neueren ersetzt${on(it)}`,
    'provision_code.revoked': (it) => `Einrichtungscode von ${it.person} zurückgezogen${on(it)}`,
    'provision_code.expired': (it) => `Einrichtungscode von ${it.person} unbenutzt abgelaufen${on(it)}`,
    'pin.locked': (it) =>
      it.word('door') === 'url'
        ? `PIN hinter einem Link von ${it.person} nach ${it.word('tries')} Fehlversuchen gesperrt`
        : `PINs von ${it.person} nach ${it.word('tries')} Fehlversuchen gesperrt`,
    'pin.renewed': (it) => `Neue PIN für ${it.person} erstellt${on(it)}`,
    'device.provisioned': (it) => `${device(it)} von ${it.person} erfolgreich eingerichtet${facts(it)}`,
    'device.provisioning_failed': (it) => `${it.person}: Einrichtung gescheitert${because(it)}${times(it)}`,
    'device.confirmed': (it) =>
      it.word('by') === 'owner'
        ? `${it.person} sagt, dass die Einrichtung installiert ist${on(it)}: aktiv`
        : `${device(it)} von ${it.person} hat sich zum ersten Mal gemeldet: aktiv`,
    'device.handed_over': (it) => `Einrichtung von ${it.person} ging anderswo weiter${on(it)}`,
    'device.replaced': (it) => `Ein Gerät von ${it.person} wurde durch ein anderes ersetzt`,
    'device.abandoned': (it) =>
      `Einrichtung von ${it.person} wurde nie beendet${on(it)}: der Platz ist wieder frei`,
    'profile.delivered': (it) => `${it.person} hat das Profil geladen${on(it)}`,
    'theft.suspected': (it) =>
      it.word('by') === 'credential'
        ? `Jemand hat die Zugangsdaten eines Geräts von ${it.person} ohne dessen Schlüssel versucht${on(it)}`
        : `Jemand anderes hat den Code versucht, den ${it.person} verwendet hatte`,
    'audit.exported': () => 'Protokoll exportiert',
    'message.retried': (it) =>
      it.count > 1 ? `${it.count} Nachrichten neu eingereiht` : 'Nachricht neu eingereiht',
    'dead_letter.retried': () => 'Verlorene Nachricht neu eingereiht',
    'dead_letter.dropped': () => 'Verlorene Nachricht verworfen',
    'authority.created': () => 'Zertifizierungsstelle angelegt',
    'authority.rotated': () => 'Zertifizierungsstelle gewechselt: eine neue stellt aus',
    'signer.changed': () => 'Zertifikat zum Signieren von Profilen hochgeladen',
    'signer.removed': () => 'Zertifikat zum Signieren von Profilen entfernt',
    'certificate.issued': () => 'Zertifikat ausgestellt',
    'certificate.revoked': () => 'Zertifikat gesperrt',
    'outbox.retried': (it) => `Wartende Änderungen von ${it.person} noch einmal versucht`,
    'session.replayed': (it) =>
      `Nach einer Wiederherstellung: der Datenbank noch einmal gemeldet, was bei ${it.person} geschehen ist`,
    'sessions.replayed': () => 'Nach einer Wiederherstellung: Konten mit der Datenbank verglichen',
    'invitation.created': (it) => `Einladung für ${it.person} erstellt${via(it)}`,
    'invitation.fetched': (it) =>
      `Einladungslink von ${it.person} abgerufen, möglicherweise von einem Mailscanner`,
    'invitation.opened': (it) => `${it.person} hat die Einladung geöffnet`,
    'invitation.accepted': (it) => `${it.person} hat die Einladung angenommen`,
    'invitation.superseded': (it) => `Einladung von ${it.person} durch eine neuere ersetzt`,
    'invitation.revoked': (it) => `Einladung von ${it.person} deaktiviert`,
    'invitation.expired': (it) => `Einladung von ${it.person} abgelaufen`,
    'invitation.credentials_shown': (it) => `Zugangsdaten der Einladung von ${it.person} angesehen`,
    'invitation.reminders_changed': (it) => `Erinnerungen für ${it.person} geändert`,
    'invitations.sent': () => 'Einladungen versandt',
    'device.deleted': (it) => `${device(it)} von ${it.person} gelöscht`,
    'device.retired': (it) => `${device(it)} von ${it.person} außer Betrieb genommen`,
    'device.renewed': (it) => `Weg zurück an ${it.person} geschickt${on(it)}`,
    'device.noted': (it) => `Notiz zu einem Gerät von ${it.person} geändert`,
    'device.unresponsive': (it) => `${device(it)} von ${it.person} antwortet nicht mehr${because(it)}`,
    'device.responsive': (it) => `${device(it)} von ${it.person} antwortet wieder`,
    'devices.exported': () => 'Geräteliste exportiert',
    'message.bounced': (it) => `Eine Nachricht an ${it.person} kam zurück${because(it)}`,
    'message_template.changed': (it) => `Texte von Nachrichten geändert${called(it)}`,
    'message_template.reset': (it) => `Texte von Nachrichten zurückgesetzt${called(it)}`,
    'device.renamed': (it) => `${device(it)} von ${it.person} umbenannt${called(it)}`,
    'device.ownership_changed': (it) => `Besitz eines Geräts von ${it.person} geändert${on(it)}`,
    'device.wiped': (it) => `${device(it)} von ${it.person} zurückgesetzt`,
    'command.queued': (it) =>
      `Auftrag an ${device(it)} von ${it.person}: ${commands[it.word('command')] ?? it.word('command')}`,
    'command.done': (it) =>
      `${device(it)} von ${it.person} hat es getan: ${commands[it.word('command')] ?? it.word('command')}`,
    'command.failed': (it) =>
      `${device(it)} von ${it.person} konnte es nicht: ${commands[it.word('command')] ?? it.word('command')}`,
    'command.expired': (it) =>
      `${device(it)} von ${it.person} hat nicht rechtzeitig geantwortet: ${commands[it.word('command')] ?? it.word('command')}`,
    'command.cancelled': (it) =>
      `Auftrag an ${device(it)} von ${it.person} zurückgezogen: ${commands[it.word('command')] ?? it.word('command')}`,
    'passcode_reset.issued': (it) => `PIN zum Zurücksetzen des Passcodes für ${it.person} erzeugt${on(it)}`,
    'passcode_reset.used': (it) => `${it.person} hat den Passcode der sicheren Apps zurückgesetzt${on(it)}`,
    'passcode_reset.refused': (it) =>
      `Eine PIN zum Zurücksetzen des Passcodes von ${it.person} war falsch${times(it)}`,
    'security_strings.issued': (it) => `Sicherheitszeichenfolgen von einem Gerät von ${it.person} abgeholt`,
    'security_strings.used': (it) => `Eine Sicherheitszeichenfolge von ${it.person} wurde benutzt`,
    'security_strings.refused': (it) =>
      `Eine Sicherheitszeichenfolge von ${it.person} wurde abgelehnt${because(it)}`,
    'security_strings.voided': (it) =>
      `Sicherheitszeichenfolgen von ${it.person} wurden ungültig${because(it)}`,
    'api_key.created': (it) => `API-Schlüssel${called(it)} erzeugt`,
    'api_key.revoked': (it) => `API-Schlüssel${called(it)} widerrufen`,
    'derived_credential.started': (it) => `${it.person} hat einen abgeleiteten Nachweis angefordert${on(it)}`,
    'derived_credential.issued': (it) => `Abgeleiteter Nachweis von ${it.person} ausgestellt${on(it)}`,
    'derived_credential.failed': (it) =>
      `Abgeleiteter Nachweis von ${it.person} wurde nicht ausgestellt${on(it)}`,
    'user_certificate.added': (it) => `${it.person} hat ein Zertifikat hinzugefügt${called(it)}`,
    'user_certificate.removed': (it) => `Zertifikat${called(it)} von ${it.person} gelöscht`,
    'account.exported': (it) => `${it.person} hat die eigenen Daten heruntergeladen`,
    'account.deletion_asked': (it) => `${it.person} hat um Löschung des Kontos gebeten`,
    'account.deletion_withdrawn': (it) => `${it.person} möchte das Konto doch behalten`,
    'account.deleted': (it) => `Konto von ${it.person || it.word('account')} gelöscht`,
    'device_link.allowed': (it) => `${it.person} hat einem anfragenden Gerät zugestimmt${called(it)}`,
    'device_link.denied': (it) => `${it.person} hat ein anfragendes Gerät abgelehnt${called(it)}`,
  },
  ...auditFacts,
}
