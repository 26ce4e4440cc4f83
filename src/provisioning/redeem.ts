import { makeId } from '../kernel/ids.ts'
import { ok } from '../kernel/result.ts'
import { hashSecret, randomBytes } from '../kernel/secrets.ts'
import type { Holder, RedeemInput } from '../referee/index.ts'
import { type Context, credentialOf, deviceOf, ownerOf, recordEvent } from './context.ts'
import { findByTicket, findTakenOver, handOver } from './handover.ts'
import { checkPinBehindUrl, findByPin } from './pins.ts'
import { type RedeemOutcome, refused, refuseWith, suspectTheft } from './refusals.ts'
import { endReplaced, restoreReplaced } from './replace.ts'
import { decideRedeem, FIRST_CHECK_IN_SECONDS, findReprovisioned, PROOF_MEMORY, reportsOf } from './rules.ts'
import type { Claim, FailureReason, Grant, HolderId, PinKnowledge, Session, SessionEvent } from './types.ts'

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
  if (!('grant' in found)) return refuseWith(context, session, found.reason, null)
  if (!isFreshProof(context, input.holder)) return refused('proof_replayed')
  const pin = input.by.kind !== 'url' ? 'proved' : input.by.pin === null ? 'absent' : 'given'
  return proceed(context, session, found.grant, input, holder, pin)
}

function holderIdOf(holder: Holder): HolderId {
  return { kind: holder.kind, id: holder.kind === 'device_key' ? holder.thumbprint : holder.hash }
}

/** Remembered only once a secret matched: a stranger's guess writes nothing. */
function isFreshProof({ store, now }: Context, holder: Holder): boolean {
  return holder.kind !== 'device_key' || store.rememberProof(holder.jti, now + PROOF_MEMORY)
}

function findGrant(
  context: Context,
  session: Session,
  by: Exclude<RedeemInput['by'], { kind: 'ticket' }>,
): { grant: Grant } | { reason: FailureReason } {
  if (by.kind === 'pin') return findByPin(context, session, by.pin)
  const grant =
    by.kind === 'url'
      ? context.store.findGrantBySecret(hashSecret(by.secret))
      : context.store.findGrant(by.grantId)
  return grant ? { grant } : { reason: 'unknown_secret' }
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
      const cleared = checkPinBehindUrl(context, session, grant, typed)
      if (!cleared) return refuseWith(context, session, 'wrong_pin', grant.id)
      return proceed(context, session, cleared, input, holder, 'proved')
    }
    case 'refuse':
      if (decision.theft) suspectTheft(context, session, grant, claims, holder)
      return refuseWith(context, session, decision.reason, grant.id)
  }
}

function claimGrant(
  context: Context,
  session: Session,
  grant: Grant,
  { claims, replaces }: { claims: Claim[]; replaces: Claim[] },
  input: RedeemInput,
  holder: HolderId,
): RedeemOutcome {
  const { store, keys, now } = context
  const former = findReprovisioned(claims, holder)
  if (former) store.saveClaim({ ...former, state: 'revoked', endedAt: now })
  const claim: Claim = {
    id: makeId('clm', randomBytes(16)),
    grantId: grant.id,
    deviceId: former?.deviceId ?? makeId('dev', randomBytes(16)),
    state: 'claimed',
    epoch: (former?.epoch ?? 0) + 1,
    keyId: keys.currentId,
    holderKind: holder.kind,
    holder: holder.id,
    former: [],
    platform: grant.platform,
    ownership: (grant.ownershipOpen && input.ownership) || grant.ownership,
    reports: reportsOf(grant, holder, { certificate: input.certificate }),
    facts: input.facts,
    downloads: 0,
    registeredAt: former?.registeredAt ?? now,
    claimedAt: now,
    deliveredAt: null,
    confirmedAt: null,
    confirmedBy: null,
    endedAt: null,
  }
  store.saveClaim(claim)
  const exhausted: Grant = { ...grant, state: 'exhausted', openedAt: grant.openedAt ?? now, endedAt: now }
  store.saveGrant(exhausted)
  const replaced = endReplaced(context, session, replaces, claim.deviceId)
  const rev = recordEvent(context, session, {
    actor: { kind: 'device', id: claim.deviceId },
    action: 'device.provisioned',
    deviceId: claim.deviceId,
    detail: {
      grant: grant.id,
      platform: claim.platform,
      ownership: claim.ownership,
      by: input.by.kind,
      holder: holder.kind,
      reprovisioned: former !== undefined,
      ...(input.logFacts && loggedFacts(claim)),
    },
    device: deviceOf(keys, session, exhausted, claim),
    ...(replaced.length > 0 && { replaced }),
  })
  return { ...answer(context, session, claim, grant, rev), othersEnded: replaced.length > 0 }
}

/** What the audit says of a device where the service wants it to. */
function loggedFacts({ facts }: Claim): Record<string, string> {
  return {
    ...(facts.model !== undefined && { model: facts.model }),
    ...(facts.os_version !== undefined && { osVersion: facts.os_version }),
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
  const moved = handOver(context, session, claim, holder, input.facts)
  if (!moved) return refuseWith(context, session, 'unknown_secret', null)
  return answer(context, session, moved.claim, grant, moved.rev)
}

function answer(
  { keys }: Context,
  session: Session,
  claim: Claim,
  grant: Grant,
  rev: number | null,
): RedeemOutcome {
  const token = credentialOf(keys, claim)
  if (token === null) return refused('temporarily_unavailable')
  return {
    result: ok({
      deviceId: claim.deviceId,
      status: claim.state === 'confirmed' ? 'active' : 'pending',
      platform: claim.platform,
      ownership: claim.ownership,
      token,
      tokenType: claim.holderKind === 'device_key' ? 'DPoP' : 'Bearer',
      checkInSeconds: FIRST_CHECK_IN_SECONDS,
      policies: grant.policies,
      deviceName: claim.facts.name ?? null,
    }),
    claimId: claim.id,
    rev: rev ?? session.rev,
    grantId: grant.id,
  }
}

/**
 * A claim whose device key turned out to live in another account: abandoned, its place and code freed, and what
 * it replaced lives on. `event` is the one that D1 refused.
 */
export function undoClaim(context: Context, event: SessionEvent): void {
  const { store, now } = context
  const session = store.readSession()
  const claim = event.device ? store.findClaim(event.device.claimId) : null
  const grant = claim && store.findGrant(claim.grantId)
  if (!session || !claim || !grant) return
  store.saveClaim({ ...claim, state: 'abandoned', endedAt: now })
  restoreReplaced(context, session, event.replaced ?? [], claim.deviceId)
  if (grant.state === 'exhausted') store.saveGrant({ ...grant, state: 'opened', endedAt: null })
  recordEvent(context, session, {
    actor: ownerOf(session),
    action: 'device.provisioning_failed',
    detail: { reason: 'key_in_use', count: 1, grant: grant.id },
  })
}
