/** Milliseconds since 1970, UTC. Only `runtime/clock` reads one; everything else is handed it. */
export type Instant = number

export const SECOND = 1000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** RFC 3339, UTC, whole seconds: `2026-11-20T10:32:00Z`. */
export function toIso(at: Instant): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`
}
