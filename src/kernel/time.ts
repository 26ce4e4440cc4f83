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

/** When a day such as `2026-11-20` begins, UTC; null for what is no day of the calendar. */
export function beginOfDay(text: string): Instant | null {
  const begin = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN
  // A day that the month does not have is counted on into the next one, or is none.
  const isDay = !Number.isNaN(begin) && new Date(begin).toISOString().startsWith(text)
  return isDay ? begin : null
}

/** RFC 3339, UTC, whole seconds: `2026-11-20T10:32:00Z`. */
export function toIso(at: Instant): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`
}
