/** What the live list decides without touching the page. */

/** How often a list asks while all is well, and the longest it waits when it is not: milliseconds. */
const PACE = 5000
const LONGEST_WAIT = 60_000

export type LiveRow = { id: string; html: string | null }
export type LiveAnswer = { since: number; rows: LiveRow[] }

/** Milliseconds until the next question, after so many failures in a row. */
export function waitAfter(failures: number): number {
  return Math.min(LONGEST_WAIT, PACE * 2 ** Math.min(failures, 10))
}

/** Whoever is signed out, or may not see the list any more, is not told more by asking on. */
export function isOver(status: number, redirected: boolean): boolean {
  return redirected || status === 401 || status === 403
}

/** The answer of the server; null for anything else. */
export function readAnswer(value: unknown): LiveAnswer | null {
  const { since, rows } = (value ?? {}) as Partial<LiveAnswer>
  return typeof since === 'number' && Array.isArray(rows) ? { since, rows } : null
}

/**
 * A row without what only grows older: a distance such as "2 minutes ago" is no change of the row.
 */
export function withoutAges(html: string): string {
  return html.replace(/(<time\b[^>]*data-relative[^>]*>)[^<]*/g, '$1')
}

/**
 * Before which of the rows that are shown a new one stands. `ats`: what they are ordered by, falling; `whole`:
 * no row of the list is left out. Null: it belongs to a page that is not shown.
 */
export function placeOf(at: number, ats: number[], whole: boolean): number | null {
  const place = ats.findIndex((other) => other < at)
  if (place >= 0) return place
  return whole || ats.length === 0 ? ats.length : null
}
