import type { DeviceId } from '../kernel/ids.ts'
import type { Actor } from '../referee/index.ts'
import type { Context } from './context.ts'
import { endUnclaimed } from './issue.ts'
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
  endCodesFor(context, session, former.deviceId, { kind: 'device', id: deviceId })
  return endReplaced(context, session, [former], deviceId)
}

/** A device that is over can be set up again by no code, and nothing takes its place. */
export function endCodesFor(context: Context, session: Session, deviceId: DeviceId, actor: Actor): void {
  for (const grant of context.store.listUnclaimedGrants())
    if (grant.device?.id === deviceId) endUnclaimed(context, session, grant, 'revoked', actor)
}
