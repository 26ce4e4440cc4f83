import { auditFacts } from './audit-facts.ts'

/** What a sentence of the audit is made of. What an entry does not say is empty. */
type Told = {
  /** Who it is about: a name, or an address. */
  person: string
  /** "iPhone or iPad". */
  platform: string
  /** What the thing is called that was made or changed. */
  name: string
  /** Why, in words. */
  reason: string
  count: number
  /** A word of the detail, as it is. */
  word: (key: string) => string
}

const on = ({ platform }: Told) => (platform ? ` (${platform})` : '')
const device = ({ platform }: Told) => platform || 'Device'
const called = ({ name }: Told) => (name ? ` “${name}”` : '')
const because = ({ reason }: Told) => (reason ? `: ${reason}` : '')
const facts = ({ word }: Told) => {
  const told = [word('model'), word('osVersion')].filter((one) => one !== '')
  return told.length > 0 ? ` (${told.join(', ')})` : ''
}
const how = ({ word }: Told) => ways[word('by')] ?? ''
const ways: Record<string, string> = {
  email: ' with a code sent by e-mail',
  passkey: ' with a passkey',
  oidc: ' with the organisation’s sign-in',
}
const times = ({ count }: Told) => (count > 1 ? `, ${count} times` : '')

const via = ({ word }: Told) =>
  word('channel') === 'sms' ? ', sent by text message' : word('channel') === 'email' ? ', sent by e-mail' : ''

/** What devices are asked to do. */
const commands: Record<string, string> = {
  lock: 'lock',
  unlock: 'unlock',
  ring: 'ring',
  locate: 'tell where it is',
  wipe: 'wipe itself',
  retire: 'remove what the organisation brought',
}

/** What happened, why, and what changed, in words. */
export const auditWords = {
  reasons: {
    unknown_secret: 'the link is not one of ours',
    no_living_code: 'there was no code that could be used',
    wrong_pin: 'the PIN was wrong',
    pin_locked: 'the PINs were locked',
    pin_closed: 'the PIN was locked for that link',
    used: 'the code had been used',
    expired: 'the code had expired',
    superseded: 'a newer code had replaced it',
    revoked: 'the code had been withdrawn',
    window_closed: 'the device had been set up long before',
    device_limit_reached: 'the device limit was reached',
    setup_disabled: 'device setup was switched off',
    key_in_use: 'the device belongs to another account already',
    no_identity: 'the template brings no certificate',
  },
  /** Why a link, a secret or a passkey was refused. */
  refusals: {
    wrong: 'it was wrong',
    used: 'it had been used already',
    ended: 'it had ended, or had been used already',
    counter: 'it may have been copied',
    too_many_failures: 'too many wrong ones were tried',
  },
  actions: {
    'service.configured': () => 'Service settings changed',
    'organisation.created': (it: Told) => `Organisation${called(it)} created`,
    'organisation.configured': () => 'Device setup changed',
    'organisation.switched_on': () => 'Organisation switched on',
    'organisation.switched_off': () => 'Organisation switched off',
    'setup.switched_on': () => 'Device setup switched on',
    'setup.switched_off': () => 'Device setup switched off',
    'account_template.created': (it: Told) => `Account template${called(it)} created`,
    'account_template.changed': (it: Told) => `Account template${called(it)} changed`,
    'account_template.archived': (it: Told) => `Account template${called(it)} archived`,
    'account_template.restored': (it: Told) => `Account template${called(it)} restored`,
    'device_template.created': (it: Told) => `Device template${called(it)} created${on(it)}`,
    'device_template.changed': (it: Told) => `Device template${called(it)} changed${on(it)}`,
    'device_template.archived': (it: Told) => `Device template${called(it)} archived${on(it)}`,
    'device_template.restored': (it: Told) => `Device template${called(it)} restored${on(it)}`,
    'email_exception.added': () => 'Exception from the e-mail rule added',
    'email_exception.removed': () => 'Exception from the e-mail rule removed',
    'logo.changed': () => 'Logo changed',
    'oidc.configured': () => 'Sign-in with OpenID Connect changed',
    'account.registered': (it: Told) => `${it.person} proved an address and registered`,
    'account.completed': (it: Told) => `${it.person} gave their details`,
    'account.added': (it: Told) => `Account of ${it.person} added`,
    'account.changed': (it: Told) => `Account of ${it.person} changed`,
    'account.role_changed': (it: Told) => `Role of ${it.person} changed`,
    'account.approved': (it: Told) => `${it.person} approved`,
    'account.disabled': (it: Told) => `Account of ${it.person} disabled`,
    'account.enabled': (it: Told) => `Account of ${it.person} enabled`,
    'account.reprovisioned': (it: Told) => `A fresh provision code sent to ${it.person}${on(it)}`,
    'accounts.imported': (it: Told) =>
      `Accounts imported: ${it.word('added')} added, ${it.word('changed')} changed`,
    'accounts.exported': () => 'Accounts exported',
    'manager.invited': (it: Told) => `${it.person} invited as a ${it.word('role') || 'manager'}`,
    'manager.removed': (it: Told) => `${it.person} is no longer a ${it.word('role') || 'manager'}`,
    'session.started': (it: Told) => `${it.person} signed in${how(it)}`,
    'session.ended': (it: Told) => `${it.person} signed out`,
    'recovery.issued': (it: Told) => `Recovery link issued for ${it.person}`,
    'recovery.used': (it: Told) => `${it.person} used a recovery link`,
    'recovery.refused': (it: Told) => `A recovery link was refused${because(it)}`,
    'bootstrap.used': (it: Told) => `${it.person} became the first supervisor`,
    'bootstrap.refused': (it: Told) => `The bootstrap secret was refused${because(it)}`,
    'passkey.added': (it: Told) => `Passkey${called(it)} of ${it.person} added`,
    'passkey.renamed': (it: Told) => `Passkey${called(it)} of ${it.person} renamed`,
    'passkey.removed': (it: Told) => `Passkey${called(it)} of ${it.person} removed`,
    'passkey.refused': (it: Told) => `A passkey of ${it.person} was refused${because(it)}`,
    'identity.bound': (it: Told) => `${it.person} connected with the organisation’s sign-in`,
    'provision_code.created': (it: Told) => `Provision code created for ${it.person}${on(it)}`,
    'provision_code.opened': (it: Told) => `${it.person} opened the provision link${on(it)}`,
    'provision_code.superseded': (it: Told) =>
      `Provision code of ${it.person} replaced by a newer one${on(it)}`,
    'provision_code.revoked': (it: Told) => `Provision code of ${it.person} withdrawn${on(it)}`,
    'provision_code.expired': (it: Told) => `Provision code of ${it.person} expired unused${on(it)}`,
    'pin.locked': (it: Told) =>
      it.word('door') === 'url'
        ? `PIN behind one link of ${it.person} locked after ${it.word('tries')} wrong tries`
        : `PINs of ${it.person} locked after ${it.word('tries')} wrong tries`,
    'pin.renewed': (it: Told) => `New PIN made for ${it.person}${on(it)}`,
    'device.provisioned': (it: Told) => `${device(it)} of ${it.person} provisioned successfully${facts(it)}`,
    'device.provisioning_failed': (it: Told) => `${it.person}: provisioning failed${because(it)}${times(it)}`,
    'device.confirmed': (it: Told) =>
      it.word('by') === 'owner'
        ? `${it.person} said that the setup is installed${on(it)}: active`
        : `${device(it)} of ${it.person} reported for the first time: active`,
    'device.handed_over': (it: Told) => `Setup of ${it.person} went on elsewhere${on(it)}`,
    'device.replaced': (it: Told) => `A device of ${it.person} was replaced by another`,
    'device.abandoned': (it: Told) => `Setup of ${it.person} was never finished${on(it)}: its place is free`,
    'profile.delivered': (it: Told) => `Profile downloaded by ${it.person}${on(it)}`,
    'theft.suspected': (it: Told) =>
      it.word('by') === 'credential'
        ? `Somebody tried the credential of a device of ${it.person} without its key${on(it)}`
        : `Somebody else tried the code that ${it.person} had used`,
    'audit.exported': () => 'Audit exported',
    'message.retried': (it: Told) =>
      it.count > 1 ? `${it.count} messages queued again` : 'Message queued again',
    'dead_letter.retried': () => 'Lost message queued again',
    'dead_letter.dropped': () => 'Lost message dropped',
    'authority.created': () => 'Certificate authority made',
    'authority.rotated': () => 'Certificate authority rotated: a new one issues',
    'signer.changed': () => 'Certificate for signing profiles uploaded',
    'signer.removed': () => 'Certificate for signing profiles removed',
    'certificate.issued': () => 'Certificate issued',
    'certificate.revoked': () => 'Certificate revoked',
    'outbox.retried': (it: Told) => `Waiting changes of ${it.person} tried again`,
    'session.replayed': (it: Told) =>
      `After a restore: what happened to ${it.person} told to the database again`,
    'sessions.replayed': () => 'After a restore: accounts compared with the database',
    'invitation.created': (it: Told) => `Invitation for ${it.person} made${via(it)}`,
    'invitation.fetched': (it: Told) => `Invitation link of ${it.person} fetched, possibly by a mail scanner`,
    'invitation.opened': (it: Told) => `${it.person} opened the invitation`,
    'invitation.accepted': (it: Told) => `${it.person} accepted the invitation`,
    'invitation.superseded': (it: Told) => `Invitation of ${it.person} replaced by a newer one`,
    'invitation.revoked': (it: Told) => `Invitation of ${it.person} deactivated`,
    'invitation.expired': (it: Told) => `Invitation of ${it.person} expired`,
    'invitation.credentials_shown': (it: Told) => `Credentials of ${it.person}’s invitation looked at`,
    'invitation.reminders_changed': (it: Told) => `Reminders for ${it.person} changed`,
    'invitations.sent': () => 'Invitations sent',
    'device.deleted': (it: Told) => `${device(it)} of ${it.person} deleted`,
    'device.retired': (it: Told) => `${device(it)} of ${it.person} retired`,
    'device.renewed': (it: Told) => `Way back in sent to ${it.person}${on(it)}`,
    'device.noted': (it: Told) => `Note about a device of ${it.person} changed`,
    'device.unresponsive': (it: Told) => `${device(it)} of ${it.person} no longer responds${because(it)}`,
    'device.responsive': (it: Told) => `${device(it)} of ${it.person} responds again`,
    'devices.exported': () => 'List of devices exported',
    'message.bounced': (it: Told) => `A message to ${it.person} came back${because(it)}`,
    'message_template.changed': (it: Told) => `Words of messages changed${called(it)}`,
    'message_template.reset': (it: Told) => `Words of messages reset${called(it)}`,
    'device.renamed': (it: Told) => `${device(it)} of ${it.person} renamed${called(it)}`,
    'device.ownership_changed': (it: Told) => `Ownership of a device of ${it.person} changed${on(it)}`,
    'device.wiped': (it: Told) => `${device(it)} of ${it.person} wiped`,
    'command.queued': (it: Told) =>
      `${device(it)} of ${it.person} asked to ${commands[it.word('command')] ?? it.word('command')}`,
    'command.done': (it: Told) =>
      `${device(it)} of ${it.person} did it: ${commands[it.word('command')] ?? it.word('command')}`,
    'command.failed': (it: Told) =>
      `${device(it)} of ${it.person} could not ${commands[it.word('command')] ?? it.word('command')}`,
    'command.expired': (it: Told) =>
      `${device(it)} of ${it.person} did not answer in time: ${commands[it.word('command')] ?? it.word('command')}`,
    'command.cancelled': (it: Told) =>
      `Request to ${device(it)} of ${it.person} cancelled: ${commands[it.word('command')] ?? it.word('command')}`,
    'passcode_reset.issued': (it: Told) => `PIN to reset a passcode made for ${it.person}${on(it)}`,
    'passcode_reset.used': (it: Told) => `${it.person} reset the passcode of secure apps${on(it)}`,
    'passcode_reset.refused': (it: Told) =>
      `A PIN to reset the passcode of ${it.person} was wrong${times(it)}`,
    'security_strings.issued': (it: Told) => `Security strings fetched by a device of ${it.person}`,
    'security_strings.used': (it: Told) => `A security string of ${it.person} was used`,
    'security_strings.refused': (it: Told) => `A security string of ${it.person} was refused${because(it)}`,
    'security_strings.voided': (it: Told) => `Security strings of ${it.person} became void${because(it)}`,
    'api_key.created': (it: Told) => `API key${called(it)} made`,
    'api_key.revoked': (it: Told) => `API key${called(it)} revoked`,
    'derived_credential.started': (it: Told) => `${it.person} asked for a derived credential${on(it)}`,
    'derived_credential.issued': (it: Told) => `Derived credential of ${it.person} issued${on(it)}`,
    'derived_credential.failed': (it: Told) => `Derived credential of ${it.person} was not issued${on(it)}`,
    'user_certificate.added': (it: Told) => `${it.person} added a certificate${called(it)}`,
    'user_certificate.removed': (it: Told) => `Certificate${called(it)} of ${it.person} deleted`,
    'account.exported': (it: Told) => `${it.person} downloaded their own data`,
    'account.deletion_asked': (it: Told) => `${it.person} asked for their account to be deleted`,
    'account.deletion_withdrawn': (it: Told) => `${it.person} wants to keep their account after all`,
    'account.deleted': (it: Told) => `Account of ${it.person || it.word('account')} deleted`,
    'device_link.allowed': (it: Told) => `${it.person} allowed a device that asked${called(it)}`,
    'device_link.denied': (it: Told) => `${it.person} denied a device that asked${called(it)}`,
  },
  ...auditFacts,
}
