import { makeId } from '../kernel/ids.ts'
import { hashSecret, makeSecret, randomBytes } from '../kernel/secrets.ts'
import type { DeviceOffer, RedeemInput } from '../referee/index.ts'
import { answer, claimGrant, isFreshProof } from './claiming.ts'
import type { Context } from './context.ts'
import { claimsOf, decisionOf, devicesLeft, slotOf } from './invitation-views.ts'
import { checkPinBehindUrl } from './pins.ts'
import { type RedeemOutcome, refused, refuseWith } from './refusals.ts'
import { decideInvitation, findReprovisioned, grantStateAt, isHolder, isLiving } from './rules.ts'
import type { Claim, Grant, HolderId, Invitation, PinKnowledge, Session, SessionEvent } from './types.ts'

/**
 * Redeems an invitation for one device. Each device gets a grant of its own, exhausted from birth: so it is
 * watched, handed over and repeated as the device of a code is. Run inside a transaction.
 */
export function redeemInvitation(
  context: Context,
  session: Session,
  invitation: Invitation,
  input: RedeemInput,
  holder: HolderId,
  pin: PinKnowledge,
): RedeemOutcome {
  const { store, now } = context
  const claims = store.listClaims()
  const brought = claimsOf(context, invitation)
  const own = brought.filter((claim) => isHolder(claim, holder))
  const again = findReprovisioned(claims, holder)
  const decision = decideInvitation({
    session,
    invitation,
    claims,
    // Whoever came by it before has a place already.
    devicesLeft: devicesLeft(
      invitation,
      brought.filter(({ id }) => id !== again?.id),
    ),
    // A browser may set up its own device and others; whoever brings a key or names itself is one device.
    own:
      own.findLast((claim) => holder.kind !== 'browser' || claim.platform === input.offer?.platform) ?? null,
    holder,
    pin,
    now,
  })
  if (decision.kind === 'refuse') return refuseWith(context, session, decision.reason, invitation.id)
  // What the platform gets is read only for those who know the secret; nothing was counted so far.
  if (!input.offer && (decision.kind !== 'repeat' || holder.kind === 'browser'))
    return refused('offer_required')
  switch (decision.kind) {
    case 'pin_required':
      return refused('pin_required')
    case 'check_pin': {
      const typed = input.by.kind === 'url' ? (input.by.pin ?? '') : ''
      const save = (counted: Invitation) => store.invitations.save(counted)
      const cleared = checkPinBehindUrl(context, session, invitation, typed, save)
      if (!cleared) return refuseWith(context, session, 'wrong_pin', invitation.id)
      return redeemInvitation(context, session, cleared, input, holder, 'proved')
    }
    case 'repeat': {
      const grant = store.findGrant(decision.claim.grantId)
      if (!grant) return refuseWith(context, session, 'unknown_secret', invitation.id)
      if (!isFreshProof(context, input.holder)) return refused('proof_replayed')
      return answer(context, session, decision.claim, grant, null)
    }
    case 'claim': {
      if (!input.offer) return refused('offer_required')
      if (!isFreshProof(context, input.holder)) return refused('proof_replayed')
      const grant = grantOf(context, invitation, input.offer)
      if (input.certificate && !grant.certifies)
        return refuseWith(context, session, 'no_identity', invitation.id)
      const by = { invitation, grant, claims, brought, again, replaces: decision.replaces }
      return claimByInvitation(context, session, by, input, holder)
    }
  }
}

function claimByInvitation(
  context: Context,
  session: Session,
  by: {
    invitation: Invitation
    grant: Grant
    claims: Claim[]
    /** Those that came by the invitation. */
    brought: Claim[]
    /** The device's claim from before, where it is set up anew. */
    again: Claim | undefined
    replaces: Claim[]
  },
  input: RedeemInput,
  holder: HolderId,
): RedeemOutcome {
  const { store, now } = context
  const { invitation, grant, claims, again, replaces } = by
  const first = invitation.devices === 0
  // What it brought once and sets up anew it did not bring twice.
  const counted = by.brought.some(({ id }) => id === again?.id)
  const accepted: Invitation = {
    ...invitation,
    state: 'opened',
    openedAt: invitation.openedAt ?? now,
    acceptedAt: invitation.acceptedAt ?? now,
    devices: invitation.devices + (counted ? 0 : 1),
  }
  store.invitations.save(accepted)
  // The first device takes the slot over; one that was there before leaves it empty.
  const emptied = first && again !== undefined && again.deviceId !== invitation.slotDeviceId
  return claimGrant(context, session, grant, { claims, replaces }, input, holder, {
    ...(first && { deviceId: invitation.slotDeviceId }),
    accepted: true,
    ...(input.termsVersion !== undefined && { termsVersion: input.termsVersion }),
    invitation: decisionOf(session, accepted),
    ...(emptied && { slot: { ...slotOf(session, accepted, 'deleted'), endedAt: now } }),
    also: toldBesides(invitation, input),
  })
}

/** What the audit says besides that the device was provisioned. */
function toldBesides(
  { id, acceptedAt }: Invitation,
  { termsVersion }: RedeemInput,
): NonNullable<SessionEvent['also']> {
  return [
    ...(acceptedAt === null ? [{ action: 'invitation.accepted' as const, detail: { invitation: id } }] : []),
    ...(termsVersion === undefined
      ? []
      : [{ action: 'account.completed' as const, detail: { termsVersion } }]),
  ]
}

/** The grant of one device. Nobody knows its secret: it cannot be tried. */
function grantOf({ now }: Context, invitation: Invitation, offer: DeviceOffer): Grant {
  return {
    id: makeId('grt', randomBytes(16)),
    kind: 'provision_code',
    platform: offer.platform,
    state: 'opened',
    confirmation: invitation.confirmation,
    ownership: offer.ownership,
    ownershipOpen: offer.ownershipOpen,
    templateId: offer.template.id,
    templateVersion: offer.template.version,
    policies: offer.template.policies,
    reports: offer.reports,
    certifies: offer.template.identity,
    checkInSeconds: offer.checkInSeconds,
    secretHash: hashSecret(makeSecret()),
    pinMac: null,
    sealed: null,
    createdAt: now,
    validUntil: now,
    fetchedAt: null,
    openedAt: now,
    endedAt: null,
    pinFailures: 0,
    theftAt: null,
    invitationId: invitation.id,
    device: null,
  }
}

/** The device that it would have brought lives in another account: what was counted for it is taken back. */
export function undoAccepted(context: Context, grant: Grant): Invitation | null {
  const { invitations } = context.store
  const invitation = grant.invitationId === null ? null : invitations.find(grant.invitationId)
  if (!invitation) return null
  const devices = Math.max(0, invitation.devices - 1)
  const undone: Invitation = {
    ...invitation,
    devices,
    acceptedAt: devices === 0 ? null : invitation.acceptedAt,
  }
  invitations.save(undone)
  context.store.saveGrant({ ...grant, state: 'revoked', endedAt: context.now })
  return undone
}

/** The slot that a claim would have taken over, where nobody else will: others came meanwhile, or it has ended. */
export function leftSlot(
  { now }: Context,
  session: Session,
  undone: Invitation,
  claim: Claim,
): Pick<SessionEvent, 'slot'> {
  const waits = undone.devices === 0 && isLiving(grantStateAt(undone, now))
  if (waits || claim.deviceId !== undone.slotDeviceId) return {}
  return { slot: { ...slotOf(session, undone, 'deleted'), endedAt: now } }
}
