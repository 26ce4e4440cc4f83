import type { KnownName } from '../../accounts/index.ts'
import type { AuditAction, AuditEntry, Change, Scalar } from '../../audit/index.ts'
import type { Copy } from '../../copy/index.ts'
import { isPlatform } from '../../kernel/platform.ts'
import { toIso } from '../../kernel/time.ts'
import type { FailureReason } from '../../provisioning/index.ts'
import { personName } from './person-names.ts'

/** An entry of the audit as a person reads it. */
export type DescribedEntry = {
  /** Who did it. */
  who: string
  /** What they are here, or their address. */
  whoDetail: string
  what: string
  facts: { name: string; value: string }[]
  /** What changed, each before and after. */
  changes: { name: string; before: string; after: string }[]
}

type People = ReadonlyMap<string, KnownName>
type Sentence = Copy['audit']['actions']['device.confirmed']

/** Ids that lead nowhere on a page, and what most sentences say already. An export has them all. */
const UNTOLD = new Set([
  ...['changes', 'platform', 'count', 'tries', 'door', 'passkey'],
  ...['grant', 'template', 'account', 'message', 'letter', 'holder', 'reprovisioned', 'command', 'again'],
])

/** What the sentence of an action says besides, so that it is not told twice. */
const SAID: Partial<Record<AuditAction, string[]>> = {
  'device.confirmed': ['by'],
  'device.provisioned': ['by', 'model', 'osVersion'],
  'theft.suspected': ['by'],
  'device.provisioning_failed': ['reason'],
  'organisation.created': ['name'],
  'organisation.configured': ['changed'],
  'account_template.created': ['name'],
  'account_template.changed': ['name'],
  'account_template.archived': ['name'],
  'account_template.restored': ['name'],
  'device_template.created': ['name'],
  'device_template.changed': ['name'],
  'device_template.archived': ['name'],
  'device_template.restored': ['name'],
  'accounts.imported': ['added', 'changed'],
  'manager.invited': ['role'],
  'manager.removed': ['role'],
  'session.started': ['by'],
  'recovery.refused': ['reason'],
  'bootstrap.refused': ['reason'],
  'passkey.refused': ['reason'],
  'security_strings.refused': ['reason'],
  'security_strings.voided': ['reason'],
  'api_key.created': ['name'],
  'api_key.revoked': ['name'],
}

/** The words of an entry. `people` are those whom it may name; whoever is missing is shown by id. */
export function describeEntry(copy: Copy, entry: AuditEntry, people: People): DescribedEntry {
  // An action or a reason that the catalogue lacks does not compile here.
  const sentences: Record<AuditAction, Sentence> = copy.audit.actions
  const reasons: Record<FailureReason, string> = copy.audit.reasons
  const refusals: Record<string, string> = copy.audit.refusals
  const { detail } = entry
  const word = (key: string) => (isScalar(detail[key]) && detail[key] !== null ? String(detail[key]) : '')
  const platform = word('platform')
  const reason = word('reason')
  return {
    ...describeActor(copy, entry, people),
    what: sentences[entry.action]({
      person: nameOf(copy, entry.accountId, people, word('address')),
      platform: isPlatform(platform) ? copy.platforms[platform].name : '',
      name: word('name') || word('passkey'),
      reason:
        (entry.action === 'device.provisioning_failed' ? (reasons as Record<string, string>) : refusals)[
          reason
        ] ?? reason.replaceAll('_', ' '),
      count: Number(word('count')) || 0,
      word,
    }),
    facts: Object.entries(detail)
      .filter(([key]) => !UNTOLD.has(key) && !SAID[entry.action]?.includes(key))
      .flatMap(([key, value]) =>
        isScalar(value) && value !== null && value !== ''
          ? [{ name: nameFact(copy, entry.action, key), value: tellFact(copy, key, value) }]
          : [],
      ),
    changes: (Array.isArray(detail.changes) ? detail.changes : []).map((change) =>
      describeChange(copy, change),
    ),
  }
}

function describeActor(
  copy: Copy,
  { actor }: AuditEntry,
  people: People,
): Pick<DescribedEntry, 'who' | 'whoDetail'> {
  const { actors } = copy.audit
  if (actor.kind === 'system') return { who: actors.service, whoDetail: actors.system }
  if (actor.kind === 'device')
    return actor.id === 'unknown'
      ? { who: actors.unknownDevice, whoDetail: '' }
      : { who: actors.theDevice, whoDetail: shorten(actor.id) }
  const person = people.get(actor.id)
  const role = actors[actor.kind]
  return {
    who: nameOf(copy, actor.id, people),
    whoDetail: person?.name ? `${role}, ${person.address}` : role,
  }
}

/** A name, else an address, else the id, of accounts that are not the organisation's. A deleted one has neither. */
export function nameOf(copy: Copy, id: string | null, people: People, address = ''): string {
  const person = id === null ? undefined : people.get(id)
  if (person) return personName(copy, person)
  return address || (id === null ? copy.audit.actors.somebody : shorten(id))
}

function describeChange(copy: Copy, { field, before, after }: Change): DescribedEntry['changes'][number] {
  const name = copy.audit.fields[field] ?? humanise(field)
  const secret = before === null && typeof after === 'string' ? copy.audit.values.secret[after] : undefined
  return { name, before: tellValue(copy, before), after: secret ?? tellValue(copy, after) }
}

function nameFact(copy: Copy, action: AuditAction, key: string): string {
  const known = action === 'device.replaced' && key === 'by' ? 'replacedBy' : key
  return copy.audit.facts[known] ?? humanise(key)
}

function tellFact(copy: Copy, key: string, value: Scalar): string {
  if (key.endsWith('At') && typeof value === 'number') return toIso(value)
  return (key === 'by' ? copy.audit.values.by[String(value)] : undefined) ?? tellValue(copy, value)
}

function tellValue(copy: Copy, value: Scalar): string {
  const { empty, yes, no } = copy.audit.values
  if (value === null || value === '') return empty
  if (typeof value === 'boolean') return value ? yes : no
  return copy.audit.values.words[String(value)] ?? String(value)
}

const isScalar = (value: unknown): value is Scalar => value !== undefined && typeof value !== 'object'

/**
 * `wifi.w1.autoJoin` as "Wifi w1 auto join", for a field that has no name of its own. What is no such word stays
 * as it is: an address.
 */
function humanise(field: string): string {
  if (!/^[A-Za-z][\w.-]*$/.test(field)) return field
  const words = field
    .replaceAll(/[._]/g, ' ')
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

const shorten = (id: string) => (id.length > 12 ? `${id.slice(0, 12)}…` : id)
