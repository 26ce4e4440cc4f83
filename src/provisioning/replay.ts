import { MINUTE } from '../kernel/time.ts'
import type { Actor, KnownDevice, KnownInvitation, Replayed, ReplayInput } from '../referee/index.ts'
import { adopt } from './adopting.ts'
import { type Context, deviceOf, recordEvent } from './context.ts'
import { decisionOf, slotOf } from './invitation-views.ts'
import { grantStateAt, isLiving, takesPlace } from './rules.ts'
import type { Claim, Invitation, Session, SessionEvent } from './types.ts'

/** What a claim of the last minutes changes is on its way to D1, or was when what D1 knows was read. */
const ON_ITS_WAY = 5 * MINUTE

/** In whose name what happened before is told once more. */
export const REPLAYER: Actor = { kind: 'system', id: 'replay' }

type Told = Omit<Replayed, 'landed'> & { rev: number | null }

/**
 * Compares what the session decided with what D1 knows, and records an event for each difference: of its devices,
 * its invitations with their slots, and whether the account is disabled. A session that was lost begins anew from what
 * D1 knows. `rev` is what must land.
 */
export function replay(context: Context, input: ReplayInput): Told {
  const session = context.store.readSession()
  if (!session) return adopt(context, input)
  const before = session.rev
  // Its account is being deleted: what waits for D1 tells all of that.
  if (session.closedAt === null) {
    tellAccount(context, session, input)
    for (const invitation of invitationsOf(context)) tellInvitation(context, session, invitation, input)
    for (const claim of lastClaims(context)) tellDevice(context, session, claim, input)
  }
  const events = session.rev - before
  return { session: 'compared', events, unknown: countUnknown(context, input), rev: session.rev }
}

function record(
  context: Context,
  session: Session,
  told: Pick<SessionEvent, 'device' | 'slot' | 'invitation' | 'account' | 'accepted'> & {
    detail: SessionEvent['audit']['detail']
  },
): void {
  const deviceId = told.device?.id ?? told.slot?.id ?? null
  recordEvent(context, session, { actor: REPLAYER, action: 'session.replayed', deviceId, ...told })
}

function tellAccount(context: Context, session: Session, known: ReplayInput): void {
  const disabled = session.disabledAt !== null
  const accepted = known.invited && invitationsOf(context).some(({ acceptedAt }) => acceptedAt !== null)
  if (disabled === (known.disabledAt !== null) && !accepted) return
  record(context, session, {
    detail: { what: 'account' },
    ...(disabled !== (known.disabledAt !== null) && { account: { disabledAt: session.disabledAt } }),
    ...(accepted && { accepted }),
  })
}

/** Those that ended first: a slot that a later one took over goes on with that. */
function invitationsOf({ store, now }: Context): Invitation[] {
  return store.invitations
    .listAll()
    .toSorted(
      (one, other) => Number(isLiving(grantStateAt(one, now))) - Number(isLiving(grantStateAt(other, now))),
    )
}

function tellInvitation(
  context: Context,
  session: Session,
  invitation: Invitation,
  known: ReplayInput,
): void {
  const was = known.invitations.find(({ id }) => id === invitation.id)
  const lives = isLiving(invitation.state)
  const slot = known.devices.find(({ id }) => id === invitation.slotDeviceId)
  const taken = context.store.findClaimOf(invitation.slotDeviceId) !== null
  const goesOn = invitationsOf(context).some(
    (other) =>
      other.id !== invitation.id && other.slotDeviceId === invitation.slotDeviceId && isLiving(other.state),
  )
  const waits = lives && invitation.devices === 0 && !taken
  const slotDiffers = waits
    ? slot?.lifecycle !== 'invited'
    : slot?.lifecycle === 'invited' && !taken && !goesOn
  if (was && sameInvitation(was, invitation) && !slotDiffers) return
  record(context, session, {
    detail: { what: 'invitation', invitation: invitation.id },
    invitation: decisionOf(session, invitation),
    ...(slotDiffers && { slot: slotOf(session, invitation, waits ? 'invited' : 'deleted') }),
  })
}

const COMPARED = ['state', 'devices', 'fetchedAt', 'openedAt', 'acceptedAt', 'endedAt'] as const

function sameInvitation(was: KnownInvitation, invitation: Invitation): boolean {
  return COMPARED.every((name) => was[name] === invitation[name])
}

/** Of each device the claim by which it is, or was last, held. Those that ended first: their keys may live on. */
function lastClaims({ store }: Context): Claim[] {
  const ids = new Set(store.listClaims().map(({ deviceId }) => deviceId))
  return [...ids]
    .map((id) => store.findClaimOf(id))
    .filter((claim) => claim !== null)
    .toSorted((one, other) => Number(takesPlace(one)) - Number(takesPlace(other)))
}

function tellDevice(context: Context, session: Session, claim: Claim, { devices }: ReplayInput): void {
  const grant = context.store.findGrant(claim.grantId)
  if (!grant) return
  const was = devices.find(({ id }) => id === claim.deviceId)
  const lives = takesPlace(claim)
  const over = was !== undefined && was.lifecycle !== 'invited' && !isKnownLiving(was)
  if (lives ? was && sameDevice(was, claim) : over) return
  const device = deviceOf(context.keys, session, grant, claim)
  record(context, session, {
    detail: {
      what: 'device',
      platform: claim.platform,
      // What was given to the device of before ends, and what people wrote of the one it replaced goes on.
      renewed:
        was !== undefined &&
        was.epoch > 0 &&
        was.epoch < claim.epoch &&
        claim.claimedAt < context.now - ON_ITS_WAY,
      confirmed: claim.confirmedAt !== null && was?.confirmedAt == null,
    },
    device: wasReplaced(context, claim) ? { ...device, lifecycle: 'replaced' } : device,
  })
}

const isKnownLiving = ({ lifecycle }: KnownDevice) => lifecycle === 'pending' || lifecycle === 'active'

function sameDevice(was: KnownDevice, claim: Claim): boolean {
  const thumbprint = claim.holderKind === 'device_key' ? claim.holder : null
  return (
    was.lifecycle === (claim.state === 'confirmed' ? 'active' : 'pending') &&
    was.claimId === claim.id &&
    was.epoch === claim.epoch &&
    was.ownership === claim.ownership &&
    was.keyThumbprint === thumbprint &&
    was.deliveredAt === claim.deliveredAt &&
    was.confirmedAt === claim.confirmedAt
  )
}

/** How a device ended is D1's to say, and lost there; only that another took its place the session knows too. */
function wasReplaced({ store }: Context, claim: Claim): boolean {
  return (
    claim.state === 'revoked' &&
    store.listClaims().some((other) => other.replaces === claim.deviceId && other.state === 'confirmed')
  )
}

function countUnknown({ store }: Context, { devices }: ReplayInput): number {
  return devices.filter((device) => isKnownLiving(device) && store.findClaimOf(device.id) === null).length
}
