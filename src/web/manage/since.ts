import { type Instant, SECOND } from '../../kernel/time.ts'
import type { EdgeContext } from '../http/edge.ts'

/** What was written a moment ago may bear an earlier time: pages ask for a little more than they miss. */
const OVERLAP = 30 * SECOND

/** From when on a page that is open wants to know what changed: `?since=`, never later than now. */
export function readSince(c: EdgeContext): Instant {
  const { now } = c.var
  const since = Number(c.req.query('since'))
  return (Number.isSafeInteger(since) && since > 0 ? Math.min(since, now) : now) - OVERLAP
}
