import type { Cursor } from '../kernel/paging.ts'
import type { Instant } from '../kernel/time.ts'
import type { AuditAction, AuditEntry } from './types.ts'

/** What kind of thing an action is, for those who look for one. */
export type ActionGroup = 'devices' | 'codes' | 'people' | 'sign_in' | 'settings' | 'operation'

/** Every action belongs to one group: one that is missing here does not compile. */
export const GROUP_OF: Record<AuditAction, ActionGroup> = {
  'service.configured': 'settings',
  'organisation.created': 'settings',
  'organisation.configured': 'settings',
  'organisation.switched_on': 'settings',
  'organisation.switched_off': 'settings',
  'setup.switched_on': 'settings',
  'setup.switched_off': 'settings',
  'account_template.created': 'settings',
  'account_template.changed': 'settings',
  'account_template.archived': 'settings',
  'account_template.restored': 'settings',
  'device_template.created': 'settings',
  'device_template.changed': 'settings',
  'device_template.archived': 'settings',
  'device_template.restored': 'settings',
  'email_exception.added': 'settings',
  'email_exception.removed': 'settings',
  'logo.changed': 'settings',
  'oidc.configured': 'settings',
  'authority.created': 'settings',
  'authority.rotated': 'settings',
  'signer.changed': 'settings',
  'signer.removed': 'settings',
  'account.registered': 'people',
  'account.completed': 'people',
  'account.added': 'people',
  'account.changed': 'people',
  'account.role_changed': 'people',
  'account.approved': 'people',
  'account.disabled': 'people',
  'account.enabled': 'people',
  'account.reprovisioned': 'people',
  'accounts.imported': 'people',
  'accounts.exported': 'people',
  'manager.invited': 'people',
  'manager.removed': 'people',
  'session.started': 'sign_in',
  'session.ended': 'sign_in',
  'recovery.issued': 'sign_in',
  'recovery.used': 'sign_in',
  'recovery.refused': 'sign_in',
  'bootstrap.used': 'sign_in',
  'bootstrap.refused': 'sign_in',
  'passkey.added': 'sign_in',
  'passkey.renamed': 'sign_in',
  'passkey.removed': 'sign_in',
  'passkey.refused': 'sign_in',
  'identity.bound': 'sign_in',
  'provision_code.created': 'codes',
  'provision_code.opened': 'codes',
  'provision_code.superseded': 'codes',
  'provision_code.revoked': 'codes',
  'provision_code.expired': 'codes',
  'pin.locked': 'codes',
  'pin.renewed': 'codes',
  'device.provisioned': 'devices',
  'device.provisioning_failed': 'devices',
  'device.confirmed': 'devices',
  'device.handed_over': 'devices',
  'device.replaced': 'devices',
  'device.abandoned': 'devices',
  'profile.delivered': 'devices',
  'certificate.issued': 'devices',
  'certificate.revoked': 'devices',
  'theft.suspected': 'devices',
  'audit.exported': 'operation',
  'message.retried': 'operation',
  'dead_letter.retried': 'operation',
  'dead_letter.dropped': 'operation',
  'outbox.retried': 'operation',
  'session.replayed': 'operation',
  'sessions.replayed': 'operation',
  'invitation.created': 'codes',
  'invitation.fetched': 'codes',
  'invitation.opened': 'codes',
  'invitation.accepted': 'codes',
  'invitation.superseded': 'codes',
  'invitation.revoked': 'codes',
  'invitation.expired': 'codes',
  'invitation.credentials_shown': 'codes',
  'invitation.reminders_changed': 'codes',
  'invitations.sent': 'codes',
  'device.deleted': 'devices',
  'device.retired': 'devices',
  'device.renewed': 'devices',
  'device.noted': 'devices',
  'device.unresponsive': 'devices',
  'device.responsive': 'devices',
  'devices.exported': 'operation',
  'message.bounced': 'operation',
  'message_template.changed': 'settings',
  'message_template.reset': 'settings',
  'device.renamed': 'devices',
  'device.ownership_changed': 'devices',
  'device.wiped': 'devices',
  'command.queued': 'devices',
  'command.done': 'devices',
  'command.failed': 'devices',
  'command.expired': 'devices',
  'command.cancelled': 'devices',
  'passcode_reset.issued': 'devices',
  'passcode_reset.used': 'devices',
  'passcode_reset.refused': 'devices',
  'security_strings.issued': 'devices',
  'security_strings.used': 'devices',
  'security_strings.refused': 'devices',
  'security_strings.voided': 'devices',
  'api_key.created': 'settings',
  'api_key.revoked': 'settings',
  'derived_credential.started': 'devices',
  'derived_credential.issued': 'devices',
  'derived_credential.failed': 'devices',
  'user_certificate.added': 'people',
  'user_certificate.removed': 'people',
  'account.exported': 'people',
  'account.deletion_asked': 'people',
  'account.deletion_withdrawn': 'people',
  'account.deleted': 'people',
  'device_link.allowed': 'codes',
  'device_link.denied': 'codes',
}

export const ACTION_GROUPS = ['devices', 'codes', 'people', 'sign_in', 'settings', 'operation'] as const

export function actionsOf(group: ActionGroup): AuditAction[] {
  return (Object.keys(GROUP_OF) as AuditAction[]).filter((action) => GROUP_OF[action] === group)
}

export function isAction(word: string): word is AuditAction {
  return Object.hasOwn(GROUP_OF, word)
}

/** What somebody looks for; null where it does not matter. Every one that is set must hold. */
export type AuditFilters = {
  accountId: string | null
  deviceId: string | null
  actorId: string | null
  /** Any of these; never empty. */
  actions: AuditAction[] | null
  /** From this instant on. */
  from: Instant | null
  /** Before this instant. */
  until: Instant | null
}

export const NO_FILTERS: AuditFilters = {
  accountId: null,
  deviceId: null,
  actorId: null,
  actions: null,
  from: null,
  until: null,
}

/** An entry with its place in the order of the list: by time, and within an instant as they were written. */
export type PlacedEntry = AuditEntry & { row: number }

/** How many entries of an organisation are sealed, and when the last of them was. */
export type SealedSpan = { rows: number; at: Instant }

export type Position = Pick<PlacedEntry, 'at' | 'row'>

export const cursorOf = ({ at, row }: Position): Cursor => [at, row]

/** One index walked from the newest entry on: the entries whose `column` is `value`, or all. */
export type Arm =
  | { column: 'accountId' | 'deviceId' | 'actorId' | 'action'; value: string }
  | { column: 'organisationId'; value: null }

export type ReadingPlan = {
  arms: Arm[]
  /** How many entries each arm reads at most. */
  limit: number
  /** Whether an entry that an arm found is what was looked for. */
  matches(entry: AuditEntry): boolean
}

/** How many entries a page of `size` may read: what the filters leave out is read too. */
const READ_FACTOR = 4

/**
 * Which index to walk for the filters. One of them uses its index, the one that usually has the fewest entries;
 * the others are checked on what it finds, within a bounded number. Several actions are as many arms.
 */
export function planReading(filters: AuditFilters, size: number): ReadingPlan {
  const { accountId, deviceId, actorId, actions } = filters
  const matches = (entry: AuditEntry) =>
    (deviceId === null || entry.deviceId === deviceId) &&
    (accountId === null || entry.accountId === accountId) &&
    (actorId === null || entry.actor.id === actorId) &&
    (actions === null || actions.includes(entry.action))
  const arms = chooseArms(filters)
  const filtersSet = [accountId, deviceId, actorId, actions].filter((value) => value !== null).length
  if (arms.length === 1 && filtersSet <= 1) return { arms, limit: size + 1, matches }
  return { arms, limit: Math.max(2, Math.floor((READ_FACTOR * size) / arms.length)), matches }
}

function chooseArms({ accountId, deviceId, actorId, actions }: AuditFilters): Arm[] {
  if (deviceId !== null) return [{ column: 'deviceId', value: deviceId }]
  if (accountId !== null) return [{ column: 'accountId', value: accountId }]
  if (actorId !== null) return [{ column: 'actorId', value: actorId }]
  if (actions !== null) return actions.map((value) => ({ column: 'action', value }))
  return [{ column: 'organisationId', value: null }]
}

export type MergedPage = {
  entries: PlacedEntry[]
  /** Where the next page begins; null at the end. */
  next: Position | null
  /** The page is short because reading was cut here, not because there is nothing more; null otherwise. */
  cutAt: Instant | null
}

/**
 * One page out of what the arms found, newest first. An arm that reached its limit says nothing of what lies
 * beyond its last entry, so the page ends at the newest such end.
 */
export function mergeArms(found: PlacedEntry[][], plan: ReadingPlan, size: number): MergedPage {
  const ends = found.flatMap((entries) => (entries.length >= plan.limit ? entries.slice(-1) : []))
  const end = ends.sort(newestFirst)[0] ?? null
  const known = found
    .flat()
    .filter((entry) => plan.matches(entry) && (end === null || newestFirst(entry, end) <= 0))
    .sort(newestFirst)
  const entries = known.slice(0, size)
  const last = entries.at(-1)
  if (known.length > size && last) return { entries, next: last, cutAt: null }
  return { entries, next: end, cutAt: end?.at ?? null }
}

function newestFirst(one: Position, other: Position): number {
  return other.at - one.at || other.row - one.row
}
