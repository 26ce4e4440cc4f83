import type { Context } from './context.ts'
import { endReplaced } from './replace.ts'
import { takesPlace } from './rules.ts'
import type { Claim, Session, SessionEvent } from './types.ts'

/**
 * Ends the device whose place a confirmed one takes. What is returned belongs into that one's own event, so that in
 * D1 both change in the same batch. Nothing, where it ended before.
 */
export function endPredecessor(
  context: Context,
  session: Session,
  { replaces, deviceId }: Claim,
): NonNullable<SessionEvent['replaced']> {
  const former = replaces === null ? null : context.store.findClaimOf(replaces)
  if (!former || !takesPlace(former)) return []
  return endReplaced(context, session, [former], deviceId)
}
