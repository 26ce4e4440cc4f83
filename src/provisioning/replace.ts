import type { DeviceId } from '../kernel/ids.ts'
import type { Actor } from '../referee/index.ts'
import { type Context, deviceOf, recordEvent } from './context.ts'
import { endUnclaimed } from './issue.ts'
import { takesPlace } from './rules.ts'
import type { Claim, Session, SessionEvent } from './types.ts'

type Replaced = NonNullable<SessionEvent['replaced']>

/** As many devices end in the batch of the one that takes their place: D1 bounds the statements of a request. */
const TOGETHER = 20

/**
 * Ends claims because another device takes their place, in the transaction in which it does. What is returned
 * belongs into that device's own event, so that in D1 they end in the same batch. Where a limit was lowered by
 * more than that, the oldest end by events of their own before it.
 */
export function endReplaced(context: Context, session: Session, claims: Claim[], by: DeviceId): Replaced {
  const together: Replaced = []
  for (const [index, claim] of claims.entries()) {
    const ended: Claim = { ...claim, state: 'revoked', endedAt: context.now }
    context.store.saveClaim(ended)
    endCodesFor(context, session, claim.deviceId, { kind: 'device', id: by })
    const device = replacedDevice(context, session, ended)
    if (!device) continue
    if (claims.length - index <= TOGETHER) together.push(device)
    else recordReplaced(context, session, device, by)
  }
  return together
}

/** A device that is over can be set up again by no code, and nothing takes its place. */
export function endCodesFor(context: Context, session: Session, deviceId: DeviceId, actor: Actor): void {
  for (const grant of context.store.listUnclaimedGrants())
    if (grant.device?.id === deviceId) endUnclaimed(context, session, grant, 'revoked', actor)
}

/** The row of a device that ended because another one took its place. Null: its grant is gone. */
export function replacedDevice(
  { store, keys }: Context,
  session: Session,
  ended: Claim,
): Replaced[number] | null {
  const grant = store.findGrant(ended.grantId)
  return grant && { ...deviceOf(keys, session, grant, ended, 'replaced'), lifecycle: 'replaced' }
}

/** A device's end by an event of its own. */
export function recordReplaced(
  context: Context,
  session: Session,
  device: Replaced[number],
  by: DeviceId,
): void {
  const actor: Actor = { kind: 'device', id: by }
  recordEvent(context, session, {
    actor,
    action: 'device.replaced',
    deviceId: device.id,
    detail: { by, platform: device.platform },
    device,
  })
}

/**
 * The device that took the places never came to be: D1 knows nothing of it, so those that it replaced live on,
 * the newest first, as far as there is room by now. For the others D1 learns that they ended.
 */
export function restoreReplaced(context: Context, session: Session, replaced: Replaced, by: DeviceId): void {
  const { store } = context
  for (const device of replaced.toReversed()) {
    const claim = store.findClaim(device.claimId)
    if (!claim) continue
    const living = store.listClaims().filter(takesPlace).length
    if (session.deviceLimit !== null && living >= session.deviceLimit)
      recordReplaced(context, session, device, by)
    else
      store.saveClaim({
        ...claim,
        state: claim.confirmedAt === null ? 'claimed' : 'confirmed',
        endedAt: null,
      })
  }
}

/** The claim by which the same device was held before one that never came to be: it goes on as if nothing had been. */
export function restoreFormer({ store }: Context, claim: Claim): void {
  const former = store
    .listClaims()
    .find(({ deviceId, epoch }) => deviceId === claim.deviceId && epoch === claim.epoch - 1)
  if (former)
    store.saveClaim({
      ...former,
      state: former.confirmedAt === null ? 'claimed' : 'confirmed',
      endedAt: null,
    })
}
