import type { auditWords as english } from '../en/audit-words.ts'
import { plural } from '../plural.ts'
import { auditFacts } from './audit-facts.ts'
import { ofName, thatName } from './elision.ts'

type Told = Parameters<(typeof english.actions)['device.confirmed']>[0]

const on = ({ platform }: Told) => (platform ? ` (${platform})` : '')
const device = ({ platform }: Told) => platform || 'Appareil'
const called = ({ name }: Told) => (name ? ` « ${name} »` : '')
const because = ({ reason }: Told) => (reason ? ` : ${reason}` : '')
const facts = ({ word }: Told) => {
  const told = [word('model'), word('osVersion')].filter((one) => one !== '')
  return told.length > 0 ? ` (${told.join(', ')})` : ''
}
const how = ({ word }: Told) => ways[word('by')] ?? ''
const ways: Record<string, string> = {
  email: ' avec un code envoyé par e-mail',
  passkey: ' avec une clé d’accès',
  oidc: ' par la connexion de l’organisation',
}
const times = ({ count }: Told) => (count > 1 ? `, ${count} fois` : '')
const role = ({ word }: Told) => (word('role') === 'supervisor' ? 'superviseur' : 'gestionnaire')
const asked = ({ word }: Told) => commands[word('command')] ?? word('command')

const via = ({ word }: Told) =>
  word('channel') === 'sms' ? ', envoyée par SMS' : word('channel') === 'email' ? ', envoyée par e-mail' : ''

/** What devices are asked to do. */
const commands: Record<string, string> = {
  lock: 'verrouillage',
  unlock: 'déverrouillage',
  ring: 'sonnerie',
  locate: 'localisation',
  wipe: 'effacement',
  retire: 'suppression de ce que l’organisation a apporté',
}

export const auditWords: typeof english = {
  reasons: {
    unknown_secret: 'le lien n’est pas l’un des nôtres',
    no_living_code: 'aucun code n’était utilisable',
    wrong_pin: 'le code PIN était erroné',
    pin_locked: 'les codes PIN étaient bloqués',
    pin_closed: 'le code PIN était bloqué pour ce lien',
    used: 'le code avait déjà été utilisé',
    expired: 'le code avait expiré',
    superseded: 'un code plus récent l’avait remplacé',
    revoked: 'le code avait été annulé',
    window_closed: 'l’appareil était configuré depuis longtemps',
    device_limit_reached: 'le nombre maximal d’appareils était atteint',
    setup_disabled: 'la configuration des appareils était désactivée',
    key_in_use: 'l’appareil appartient déjà à un autre compte',
    no_identity: 'le modèle n’apporte pas de certificat',
  },
  refusals: {
    wrong: 'la valeur était erronée',
    used: 'avait déjà servi',
    ended: 'n’était plus valable, ou avait déjà servi',
    counter: 'une copie est possible',
    too_many_failures: 'trop d’essais erronés',
  },
  actions: {
    'service.configured': () => 'Réglages du service modifiés',
    'organisation.created': (it) => `Organisation${called(it)} créée`,
    'organisation.configured': () => 'Configuration des appareils modifiée',
    'organisation.switched_on': () => 'Organisation activée',
    'organisation.switched_off': () => 'Organisation désactivée',
    'setup.switched_on': () => 'Configuration des appareils activée',
    'setup.switched_off': () => 'Configuration des appareils désactivée',
    'account_template.created': (it) => `Modèle de compte${called(it)} créé`,
    'account_template.changed': (it) => `Modèle de compte${called(it)} modifié`,
    'account_template.archived': (it) => `Modèle de compte${called(it)} archivé`,
    'account_template.restored': (it) => `Modèle de compte${called(it)} rétabli`,
    'device_template.created': (it) => `Modèle d’appareil${called(it)} créé${on(it)}`,
    'device_template.changed': (it) => `Modèle d’appareil${called(it)} modifié${on(it)}`,
    'device_template.archived': (it) => `Modèle d’appareil${called(it)} archivé${on(it)}`,
    'device_template.restored': (it) => `Modèle d’appareil${called(it)} rétabli${on(it)}`,
    'email_exception.added': () => 'Exception à la règle e-mail ajoutée',
    'email_exception.removed': () => 'Exception à la règle e-mail supprimée',
    'logo.changed': () => 'Logo modifié',
    'oidc.configured': () => 'Connexion avec OpenID Connect modifiée',
    'account.registered': (it) => `${it.person} a confirmé une adresse et créé son compte`,
    'account.completed': (it) => `${it.person} a donné ses coordonnées`,
    'account.added': (it) => `Compte ${ofName(it.person)} ajouté`,
    'account.changed': (it) => `Compte ${ofName(it.person)} modifié`,
    'account.role_changed': (it) => `Rôle ${ofName(it.person)} modifié`,
    'account.approved': (it) => `Inscription ${ofName(it.person)} acceptée`,
    'account.disabled': (it) => `Compte ${ofName(it.person)} désactivé`,
    'account.enabled': (it) => `Compte ${ofName(it.person)} activé`,
    'account.reprovisioned': (it) => `Nouveau code de configuration envoyé à ${it.person}${on(it)}`,
    'accounts.imported': (it) =>
      `Comptes importés (ajouts : ${it.word('added')}, modifications : ${it.word('changed')})`,
    'accounts.exported': () => 'Comptes exportés',
    'manager.invited': (it) => `Invitation envoyée à ${it.person} comme ${role(it)}`,
    'manager.removed': (it) => `${it.person} n’est plus ${role(it)}`,
    'session.started': (it) => `Connexion ${ofName(it.person)}${how(it)}`,
    'session.ended': (it) => `Déconnexion ${ofName(it.person)}`,
    'recovery.issued': (it) => `Lien de récupération émis pour ${it.person}`,
    'recovery.used': (it) => `${it.person} a utilisé un lien de récupération`,
    'recovery.refused': (it) => `Lien de récupération refusé${because(it)}`,
    'bootstrap.used': (it) => `${it.person} a pris la fonction de premier superviseur`,
    'bootstrap.refused': (it) => `Secret d’amorçage refusé${because(it)}`,
    'passkey.added': (it) => `Clé d’accès${called(it)} ${ofName(it.person)} ajoutée`,
    'passkey.renamed': (it) => `Clé d’accès${called(it)} ${ofName(it.person)} renommée`,
    'passkey.removed': (it) => `Clé d’accès${called(it)} ${ofName(it.person)} supprimée`,
    'passkey.refused': (it) => `Clé d’accès ${ofName(it.person)} refusée${because(it)}`,
    'identity.bound': (it) => `Compte ${ofName(it.person)} associé à la connexion de l’organisation`,
    'provision_code.created': (it) => `Code de configuration créé pour ${it.person}${on(it)}`,
    'provision_code.opened': (it) => `${it.person} a ouvert le lien de configuration${on(it)}`,
    'provision_code.superseded': (it) =>
      `Code de configuration ${ofName(it.person)} remplacé par un plus récent${on(it)}`,
    'provision_code.revoked': (it) => `Code de configuration ${ofName(it.person)} annulé${on(it)}`,
    'provision_code.expired': (it) =>
      `Code de configuration ${ofName(it.person)} expiré sans avoir servi${on(it)}`,
    'pin.locked': (it) =>
      it.word('door') === 'url'
        ? `Code PIN d’un lien ${ofName(it.person)} bloqué, essais erronés : ${it.word('tries')}`
        : `Codes PIN ${ofName(it.person)} bloqués, essais erronés : ${it.word('tries')}`,
    'pin.renewed': (it) => `Nouveau code PIN créé pour ${it.person}${on(it)}`,
    'device.provisioned': (it) => `${device(it)} ${ofName(it.person)} : configuration réussie${facts(it)}`,
    'device.provisioning_failed': (it) =>
      `Échec de la configuration pour ${it.person}${because(it)}${times(it)}`,
    'device.confirmed': (it) =>
      it.word('by') === 'owner'
        ? `${it.person} a dit que la configuration est installée${on(it)} : actif`
        : `${device(it)} ${ofName(it.person)} : premier contact, actif`,
    'device.handed_over': (it) => `Configuration ${ofName(it.person)} poursuivie ailleurs${on(it)}`,
    'device.replaced': (it) => `Un appareil ${ofName(it.person)} a été remplacé par un autre`,
    'device.abandoned': (it) =>
      `Configuration ${ofName(it.person)} jamais terminée${on(it)} : sa place est libre`,
    'profile.delivered': (it) => `Profil téléchargé par ${it.person}${on(it)}`,
    'theft.suspected': (it) =>
      it.word('by') === 'credential'
        ? `Quelqu’un a essayé l’identifiant d’un appareil ${ofName(it.person)} sans sa clé${on(it)}`
        : `Quelqu’un d’autre a essayé le code ${thatName(it.person)} avait utilisé`,
    'audit.exported': () => 'Journal d’audit exporté',
    'message.retried': (it) =>
      plural('fr', it.count, {
        one: 'Message remis en file d’attente',
        other: `${it.count} messages remis en file d’attente`,
      }),
    'dead_letter.retried': () => 'Message perdu remis en file d’attente',
    'dead_letter.dropped': () => 'Message perdu abandonné',
    'authority.created': () => 'Autorité de certification créée',
    'authority.rotated': () => 'Autorité de certification renouvelée : une nouvelle émet les certificats',
    'signer.changed': () => 'Certificat de signature des profils importé',
    'signer.removed': () => 'Certificat de signature des profils supprimé',
    'certificate.issued': () => 'Certificat émis',
    'certificate.revoked': () => 'Certificat révoqué',
    'outbox.retried': (it) => `Modifications en attente ${ofName(it.person)} réessayées`,
    'session.replayed': (it) =>
      `Après une restauration : modifications ${ofName(it.person)} transmises de nouveau à la base de données`,
    'sessions.replayed': () => 'Après une restauration : comptes comparés à la base de données',
    'invitation.created': (it) => `Invitation créée pour ${it.person}${via(it)}`,
    'invitation.fetched': (it) =>
      `Lien d’invitation ${ofName(it.person)} consulté, peut-être par un analyseur d’e-mails`,
    'invitation.opened': (it) => `${it.person} a ouvert l’invitation`,
    'invitation.accepted': (it) => `${it.person} a accepté l’invitation`,
    'invitation.superseded': (it) => `Invitation ${ofName(it.person)} remplacée par une plus récente`,
    'invitation.revoked': (it) => `Invitation ${ofName(it.person)} désactivée`,
    'invitation.expired': (it) => `Invitation ${ofName(it.person)} expirée`,
    'invitation.credentials_shown': (it) => `Identifiants de l’invitation ${ofName(it.person)} consultés`,
    'invitation.reminders_changed': (it) => `Rappels pour ${it.person} modifiés`,
    'invitations.sent': () => 'Invitations envoyées',
    'device.deleted': (it) => `${device(it)} ${ofName(it.person)} : supprimé`,
    'device.retired': (it) => `${device(it)} ${ofName(it.person)} : retiré`,
    'device.renewed': (it) => `Relance envoyée à ${it.person}${on(it)}`,
    'device.noted': (it) => `Remarque sur un appareil ${ofName(it.person)} modifiée`,
    'device.unresponsive': (it) => `${device(it)} ${ofName(it.person)} : ne répond plus${because(it)}`,
    'device.responsive': (it) => `${device(it)} ${ofName(it.person)} : répond de nouveau`,
    'devices.exported': () => 'Liste des appareils exportée',
    'message.bounced': (it) => `Un message à ${it.person} est revenu${because(it)}`,
    'message_template.changed': (it) => `Textes des messages modifiés${called(it)}`,
    'message_template.reset': (it) => `Textes des messages rétablis${called(it)}`,
    'device.renamed': (it) => `${device(it)} ${ofName(it.person)} : nouveau nom${called(it)}`,
    'device.ownership_changed': (it) => `Appartenance d’un appareil ${ofName(it.person)} modifiée${on(it)}`,
    'device.wiped': (it) => `${device(it)} ${ofName(it.person)} : effacé`,
    'command.queued': (it) => `${device(it)} ${ofName(it.person)}, demande envoyée : ${asked(it)}`,
    'command.done': (it) => `${device(it)} ${ofName(it.person)}, demande exécutée : ${asked(it)}`,
    'command.failed': (it) =>
      `${device(it)} ${ofName(it.person)}, demande impossible à exécuter : ${asked(it)}`,
    'command.expired': (it) =>
      `${device(it)} ${ofName(it.person)}, demande restée sans réponse : ${asked(it)}`,
    'command.cancelled': (it) => `${device(it)} ${ofName(it.person)}, demande annulée : ${asked(it)}`,
    'passcode_reset.issued': (it) => `Code PIN de réinitialisation créé pour ${it.person}${on(it)}`,
    'passcode_reset.used': (it) => `${it.person} a réinitialisé le code des applications sécurisées${on(it)}`,
    'passcode_reset.refused': (it) => `Code PIN de réinitialisation erroné pour ${it.person}${times(it)}`,
    'security_strings.issued': (it) => `Chaînes de sécurité récupérées par un appareil ${ofName(it.person)}`,
    'security_strings.used': (it) => `Une chaîne de sécurité ${ofName(it.person)} a été utilisée`,
    'security_strings.refused': (it) =>
      `Une chaîne de sécurité ${ofName(it.person)} a été refusée${because(it)}`,
    'security_strings.voided': (it) =>
      `Chaînes de sécurité ${ofName(it.person)} rendues sans valeur${because(it)}`,
    'api_key.created': (it) => `Clé d’API${called(it)} créée`,
    'api_key.revoked': (it) => `Clé d’API${called(it)} révoquée`,
    'derived_credential.started': (it) => `${it.person} a demandé un identifiant dérivé${on(it)}`,
    'derived_credential.issued': (it) => `Identifiant dérivé ${ofName(it.person)} émis${on(it)}`,
    'derived_credential.failed': (it) => `Identifiant dérivé ${ofName(it.person)} non émis${on(it)}`,
    'user_certificate.added': (it) => `${it.person} a ajouté un certificat${called(it)}`,
    'user_certificate.removed': (it) => `Certificat${called(it)} ${ofName(it.person)} supprimé`,
    'account.exported': (it) => `${it.person} a téléchargé ses données`,
    'account.deletion_asked': (it) => `${it.person} a demandé la suppression de son compte`,
    'account.deletion_withdrawn': (it) => `${it.person} souhaite finalement garder son compte`,
    'account.deleted': (it) => `Compte ${ofName(it.person || it.word('account'))} supprimé`,
    'device_link.allowed': (it) => `${it.person} a autorisé un appareil qui le demandait${called(it)}`,
    'device_link.denied': (it) => `${it.person} a refusé un appareil qui le demandait${called(it)}`,
  },
  ...auditFacts,
}
