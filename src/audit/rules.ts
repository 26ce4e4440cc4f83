import type { Change, Scalar } from './types.ts'

/** A value longer than this is cut: the audit says what changed, it is not a backup. */
const VALUE_MAX = 300

/**
 * What differs between two versions of a thing, field by field. Lists and objects are told as JSON; the fields
 * named in `secrets` only as `set`, `changed` or `removed`.
 */
export function describeChanges<Thing extends Record<string, unknown>>(
  before: Partial<Thing>,
  after: Partial<Thing>,
  secrets: readonly (keyof Thing & string)[] = [],
): Change[] {
  return Object.keys(after).flatMap((field): Change[] => {
    const [one, other] = [tell(before[field]), tell(after[field])]
    if (one === other) return []
    if (!secrets.includes(field)) return [{ field, before: cut(one), after: cut(other) }]
    const said = other === null ? 'removed' : one === null ? 'set' : 'changed'
    return [{ field, before: null, after: said }]
  })
}

function tell(value: unknown): Scalar {
  if (value === undefined || value === null || value === '') return null
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'string') return value
  return JSON.stringify(value)
}

function cut(value: Scalar): Scalar {
  return typeof value === 'string' && value.length > VALUE_MAX ? `${value.slice(0, VALUE_MAX)}…` : value
}
