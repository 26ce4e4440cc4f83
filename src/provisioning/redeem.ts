import { hashSecret } from '../kernel/secrets.ts'
import type { Holder, RedeemInput } from '../referee/index.ts'
import { answer, claimGrant, isFreshProof } from './claiming.ts'
import { type Context, deviceOf, ownerOf, recordEvent } from './context.ts'
import { findByTicket, findTakenOver, handOver } from './handover.ts'
import { leftSlot, redeemInvitation, undoAccepted } from './invitation-redeem.ts'
import { decisionOf } from './invitation-views.ts'
import { checkPinBehindUrl, type Found, findByPin } from './pins.ts'
import { type RedeemOutcome, refused, refuseWith, suspectTheft } from './refusals.ts'
import { restoreFormer, restoreReplaced } from './replace.ts'
import { decideRedeem, takesPlace } from './rules.ts'
import type { Claim, Grant, HolderId, Invitation, PinKnowledge, Session, SessionEvent } from './types.ts'

/**
 * Redeems a grant: counts the try, compares, checks state, end and limit, and writes the claim. Run inside one
 * synchronous transaction, so that of any number of devices at once one wins.
 */
export function redeem(context: Context, input: RedeemInput): RedeemOutcome {
  const session = context.store.readSession()
  if (!session) return refused('invalid_provision_code')
  const holder = holderIdOf(input.holder)
  if (input.by.kind === 'ticket') return takeOver(context, session, input, input.by.ticket, holder)
  const found = findGrant(context, session, input.by)
  if ('reason' in found) return refuseWith(context, session, found.reason, null)
  const pin = input.by.kind !== 'url' ? 'proved' : input.by.pin === null ? 'absent' : 'given'
  if ('invitation' in found) return redeemInvitation(context, session, found.invitation, input, holder, pin)
  if (!isFreshProof(context, input.holder)) return refused('proof_replayed')
  return proceed(context, session, found.grant, input, holder, pin)
}

function holderIdOf(holder: Holder): HolderId {
  return { kind: holder.kind, id: holder.kind === 'device_key' ? holder.thumbprint : holder.hash }
}

function findGrant(
  context: Context,
  session: Session,
  by: Exclude<RedeemInput['by'], { kind: 'ticket' }>,
): Found {
  if (by.kind === 'pin') return findByPin(context, session, by.pin)
  const { store } = context
  if (by.kind === 'proved')
    return choose(store.findGrant(by.grantId), () => store.invitations.find(by.grantId))
  const hash = hashSecret(by.secret)
  return choose(store.findGrantBySecret(hash), () => store.invitations.findBySecret(hash))
}

function choose(grant: Grant | null, findInvitation: () => Invitation | null): Found {
  if (grant) return { grant }
  const invitation = findInvitation()
  return invitation ? { invitation } : { reason: 'unknown_secret' }
}

function proceed(
  context: Context,
  session: Session,
  grant: Grant,
  input: RedeemInput,
  holder: HolderId,
  pin: PinKnowledge,
): RedeemOutcome {
  const claims = context.store.listClaims()
  const decision = decideRedeem({ session, grant, claims, holder, pin, now: context.now })
  switch (decision.kind) {
    case 'claim':
      if (input.certificate && !grant.certifies) return refuseWith(context, session, 'no_identity', grant.id)
      return claimGrant(context, session, grant, { claims, replaces: decision.replaces }, input, holder)
    case 'repeat':
      return answer(context, session, decision.claim, grant, null)
    case 'pin_required':
      return refused('pin_required')
    case 'check_pin': {
      const typed = input.by.kind === 'url' ? (input.by.pin ?? '') : ''
      const save = (counted: Grant) => context.store.saveGrant(counted)
      const cleared = checkPinBehindUrl(context, session, grant, typed, save)
      if (!cleared) return refuseWith(context, session, 'wrong_pin', grant.id)
      return proceed(context, session, cleared, input, holder, 'proved')
    }
    case 'refuse':
      if (decision.theft) suspectTheft(context, session, grant, claims, holder)
      return refuseWith(context, session, decision.reason, grant.id)
  }
}

/** A handover ticket: the same claim and device id go on with a new holder. The same holder again: no change. */
function takeOver(
  context: Context,
  session: Session,
  input: RedeemInput,
  ticket: string,
  holder: HolderId,
): RedeemOutcome {
  const claim = findByTicket(context, ticket)
  const lost = claim ? null : findTakenOver(context, ticket, holder)
  const known = claim ?? lost
  const grant = known && context.store.findGrant(known.grantId)
  if (!known || !grant) return refuseWith(context, session, 'unknown_secret', null)
  if (session.disabledAt !== null) return refuseWith(context, session, 'setup_disabled', grant.id)
  if (!isFreshProof(context, input.holder)) return refused('proof_replayed')
  if (!claim || (claim.holderKind === holder.kind && claim.holder === holder.id))
    return answer(context, session, known, grant, null)
  const moved = handOver(context, session, { claim, grant }, holder, input.facts)
  return answer(context, session, moved.claim, grant, moved.rev)
}

/**
 * A claim whose device key turned out to live in another account: abandoned, its place and code freed, and what
 * it replaced lives on. `event` is the one that D1 refused. A device that was there before its claim passed to that
 * key is over in D1 too.
 */
export function undoClaim(context: Context, event: SessionEvent): void {
  const { store, now } = context
  const session = store.readSession()
  const claim = event.device ? store.findClaim(event.device.claimId) : null
  const grant = claim && store.findGrant(claim.grantId)
  if (!session || !claim || !grant) return
  const known = event.audit.action !== 'device.provisioned'
  const living = takesPlace(claim)
  // Undone with an event before this one, or ended since: D1 hears of that by itself.
  if (known && !living) return
  const abandoned: Claim = { ...claim, state: 'abandoned', endedAt: now }
  if (living) {
    store.saveClaim(abandoned)
    restoreFormer(context, claim)
  }
  restoreReplaced(context, session, event.replaced ?? [], claim.deviceId)
  const undone = known ? null : undoAccepted(context, grant)
  if (living && grant.invitationId === null && grant.state === 'exhausted')
    store.saveGrant({ ...grant, state: 'opened', endedAt: null })
  recordEvent(context, session, {
    actor: ownerOf(session),
    action: 'device.provisioning_failed',
    detail: { reason: 'key_in_use', count: 1, grant: grant.id },
    ...(known && { device: deviceOf(context.keys, session, grant, abandoned, 'key in use') }),
    ...(undone && { invitation: decisionOf(session, undone) }),
    ...(undone && leftSlot(context, session, undone, claim)),
  })
}
