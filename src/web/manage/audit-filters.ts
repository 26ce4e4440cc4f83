import { ACTION_GROUPS, type ActionGroup, type AuditFilters, actionsOf, isAction } from '../../audit/index.ts'
import { beginOfDay, DAY, type Instant } from '../../kernel/time.ts'

/** The filters as they stand in an address or a form: what was typed, so that it can be shown again. */
export type TypedFilters = {
  /** An account that entries are about. */
  account: string
  /** An account that did something. */
  actor: string
  device: string
  /** A group such as `devices`, or an action such as `pin.locked`. */
  kind: string
  /** Days such as `2026-11-20`, UTC. */
  from: string
  to: string
}

const NAMES = ['account', 'actor', 'device', 'kind', 'from', 'to'] as const
const ID_MAX = 64

export function readTyped(value: (name: string) => string | undefined): TypedFilters {
  const read = Object.fromEntries(NAMES.map((name) => [name, (value(name) ?? '').trim().slice(0, ID_MAX)]))
  return read as TypedFilters
}

/** `path` with the filters that are set, and whatever else belongs into the address. */
export function addressOf(path: string, typed: TypedFilters, besides: Record<string, string> = {}): string {
  const set = Object.entries({ ...besides, ...typed }).filter(([, value]) => value !== '')
  return set.length === 0 ? path : `${path}?${new URLSearchParams(set)}`
}

export const hasFilters = (typed: TypedFilters) => NAMES.some((name) => typed[name] !== '')

/** What is looked for; `daysRefused` when the days cannot be read, or end before they begin. */
export function parseFilters(typed: TypedFilters): { filters: AuditFilters; daysRefused: boolean } {
  const [from, to] = [parseDay(typed.from), parseDay(typed.to)]
  const until = typeof to === 'number' ? to + DAY : null
  const daysRefused =
    from === undefined || to === undefined || (from !== null && until !== null && until <= from)
  return {
    filters: {
      accountId: typed.account || null,
      actorId: typed.actor || null,
      deviceId: typed.device || null,
      actions: actionsOfKind(typed.kind),
      from: daysRefused ? null : (from ?? null),
      until: daysRefused ? null : until,
    },
    daysRefused,
  }
}

/** A kind that is none shows everything. */
function actionsOfKind(kind: string): AuditFilters['actions'] {
  if (ACTION_GROUPS.some((group) => group === kind)) return actionsOf(kind as ActionGroup)
  return isAction(kind) ? [kind] : null
}

/** The beginning of a day in UTC; null for none, undefined for what is none. */
function parseDay(text: string): Instant | null | undefined {
  return text === '' ? null : (beginOfDay(text) ?? undefined)
}
