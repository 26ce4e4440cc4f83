/** Milliseconds since 1970, UTC. Only `runtime/clock` reads one; everything else is handed it. */
export type Instant = number

export const SECOND = 1000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** How far a clock may run backwards before a lifetime counts as over instead of longer. */
export const CLOCK_SKEW = 60 * SECOND

/**
 * Whether `now` lies in the lifetime that began at `from` and lasts `length` milliseconds. A clock that jumped
 * back before its beginning ends a lifetime instead of prolonging it.
 */
export function isWithin(lifetime: { from: Instant; length: number }, now: Instant): boolean {
  return now >= lifetime.from - CLOCK_SKEW && now < lifetime.from + lifetime.length
}

/** RFC 3339, UTC, whole seconds: `2026-11-20T10:32:00Z`. */
export function toIso(at: Instant): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`
}
