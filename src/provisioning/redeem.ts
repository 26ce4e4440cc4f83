import { makeId } from '../kernel/ids.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import { hashSecret, randomBytes } from '../kernel/secrets.ts'
import type { Redeemed, RedeemInput, RedeemRefusal } from '../referee/index.ts'
import { type Context, credentialOf, deviceOf, ownerOf, recordEvent } from './context.ts'
import { pinData } from './issue.ts'
import {
  decideRedeem,
  FAILURE_QUARTER,
  FIRST_CHECK_IN_SECONDS,
  findReprovisioned,
  PIN_TRIES,
  PROOF_MEMORY,
} from './rules.ts'
import type { Claim, FailureReason, Grant, HolderKind, Session } from './types.ts'

/** What a redemption changed: the answer, the event that must land first, the grant that moved. */
export type RedeemOutcome = {
  result: Result<Redeemed, RedeemRefusal>
  claimId: string | null
  rev: number | null
  grantId: string | null
}

type HolderId = { kind: HolderKind; id: string }
type PinKnowledge = 'absent' | 'given' | 'proved'

/**
 * Redeems a grant: counts the try, compares, checks state, end and limit, and writes the claim. Run inside one
 * synchronous transaction, so that of any number of devices at once one wins.
 */
export function redeem(context: Context, input: RedeemInput): RedeemOutcome {
  const session = context.store.readSession()
  if (!session) return refused('invalid_provision_code')
  const { holder } = input
  const holderId: HolderId = {
    kind: holder.kind,
    id: holder.kind === 'device_key' ? holder.thumbprint : holder.hash,
  }

  const found =
    input.by.kind === 'url'
      ? findBySecret(context, input.by.secret)
      : findByPin(context, session, input.by.pin)
  if (!('grant' in found)) return refuseWith(context, session, found.reason, found.grantId)
  const { grant } = found

  if (holder.kind === 'device_key' && !context.store.rememberProof(holder.jti, context.now + PROOF_MEMORY))
    return refused('proof_replayed')

  const pin = input.by.kind === 'url' ? input.by.pin : null
  return proceed(context, session, grant, input, holderId, knowledgeOf(input.by, pin))
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
      return claimGrant(context, session, grant, claims, input, holder)
    case 'repeat':
      return answer(context, session, decision.claim, grant, null)
    case 'pin_required':
      return refused('pin_required')
    case 'check_pin':
      return checkPinBehindUrl(context, session, grant, input, holder)
    case 'refuse':
      if (decision.theft) suspectTheft(context, session, grant, claims, holder)
      return refuseWith(context, session, decision.reason, grant.id)
  }
}

function knowledgeOf(by: RedeemInput['by'], pin: string | null): PinKnowledge {
  if (by.kind === 'pin') return 'proved'
  return pin === null ? 'absent' : 'given'
}

function findBySecret({ store }: Context, secret: string) {
  const grant = store.findGrantBySecret(hashSecret(secret))
  return grant ? { grant } : { reason: 'unknown_secret' as const, grantId: null }
}

/** Five wrong PINs in a row close this door, and this door only. Counted before comparing. */
function findByPin(context: Context, session: Session, pin: string) {
  const { store, keys, now } = context
  if (session.pinLockedAt !== null) return { reason: 'pin_locked' as const, grantId: null }
  const candidates = store.listGrantsWithPin()
  if (candidates.length === 0) return { reason: 'no_living_code' as const, grantId: null }

  session.pinFailures += 1
  store.saveSession(session)
  const data = pinData(session.ref, pin)
  const grant = candidates.find(({ pinMac }) => pinMac !== null && keys.matchesMac('pepper', pinMac, data))
  if (grant) {
    session.pinFailures = 0
    store.saveSession(session)
    return { grant }
  }
  if (session.pinFailures >= PIN_TRIES) {
    session.pinLockedAt = now
    recordEvent(context, session, {
      actor: { kind: 'device', id: 'unknown' },
      action: 'pin.locked',
      detail: { tries: session.pinFailures, door: 'email' },
    })
  }
  return { reason: 'wrong_pin' as const, grantId: null }
}

/** The secret matched and a PIN came along: the try is counted for this URL, then compared. */
function checkPinBehindUrl(
  context: Context,
  session: Session,
  grant: Grant,
  input: RedeemInput,
  holder: HolderId,
): RedeemOutcome {
  const { store, keys } = context
  const pin = input.by.kind === 'url' ? (input.by.pin ?? '') : ''
  const counted = { ...grant, pinFailures: grant.pinFailures + 1 }
  store.saveGrant(counted)
  if (grant.pinMac !== null && keys.matchesMac('pepper', grant.pinMac, pinData(session.ref, pin))) {
    const cleared = { ...grant, pinFailures: 0 }
    store.saveGrant(cleared)
    return proceed(context, session, cleared, input, holder, 'proved')
  }
  if (counted.pinFailures >= PIN_TRIES)
    recordEvent(context, session, {
      actor: { kind: 'device', id: 'unknown' },
      action: 'pin.locked',
      detail: { tries: counted.pinFailures, door: 'url', grant: grant.id },
    })
  return refuseWith(context, session, 'wrong_pin', grant.id)
}

function claimGrant(
  context: Context,
  session: Session,
  grant: Grant,
  claims: Claim[],
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
    platform: grant.platform,
    ownership: (grant.ownershipOpen && input.ownership) || grant.ownership,
    facts: input.facts,
    registeredAt: former?.registeredAt ?? now,
    claimedAt: now,
    confirmedAt: null,
    endedAt: null,
  }
  store.saveClaim(claim)
  const exhausted: Grant = { ...grant, state: 'exhausted', openedAt: grant.openedAt ?? now, endedAt: now }
  store.saveGrant(exhausted)
  const rev = recordEvent(context, session, {
    actor: { kind: 'device', id: claim.deviceId },
    action: 'device.provisioned',
    deviceId: claim.deviceId,
    detail: {
      grant: grant.id,
      platform: claim.platform,
      ownership: claim.ownership,
      by: input.by.kind,
      reprovisioned: former !== undefined,
    },
    device: deviceOf(keys, session, exhausted, claim),
  })
  return answer(context, session, claim, grant, rev)
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
    }),
    claimId: claim.id,
    rev: rev ?? session.rev,
    grantId: grant.id,
  }
}

/** Once for each exhausted grant: somebody else holds the same code. */
function suspectTheft(
  context: Context,
  session: Session,
  grant: Grant,
  claims: Claim[],
  holder: HolderId,
): void {
  context.store.saveGrant({ ...grant, theftAt: context.now })
  const claim = claims.findLast(({ grantId }) => grantId === grant.id)
  const bothProvedKeys = holder.kind === 'device_key' && claim?.holderKind === 'device_key'
  recordEvent(context, session, {
    actor: { kind: 'device', id: 'unknown' },
    action: 'theft.suspected',
    ...(claim && { deviceId: claim.deviceId }),
    detail: { grant: grant.id, mailed: bothProvedKeys },
    ...(bothProvedKeys &&
      claim && {
        theftNotice: {
          address: session.address,
          locale: session.locale,
          platform: grant.platform,
          deviceName: claim.facts.name ?? claim.facts.model ?? null,
        },
      }),
  })
}

/** The first refusal of a quarter of an hour is told at once, the others together when it is over. */
function refuseWith(
  context: Context,
  session: Session,
  reason: FailureReason,
  grantId: string | null,
): RedeemOutcome {
  if (context.store.countFailure(Math.floor(context.now / FAILURE_QUARTER), reason))
    recordEvent(context, session, {
      actor: { kind: 'device', id: 'unknown' },
      action: 'device.provisioning_failed',
      detail: { reason, count: 1, grant: grantId },
    })
  if (reason === 'device_limit_reached' || reason === 'setup_disabled') return refused(reason, grantId)
  return refused('invalid_provision_code', grantId)
}

function refused(error: RedeemRefusal, grantId: string | null = null): RedeemOutcome {
  return { result: refuse(error), claimId: null, rev: null, grantId }
}

/** A claim whose device key turned out to live in another account: abandoned, its place and code freed. */
export function undoClaim(context: Context, claimId: string): void {
  const { store, now } = context
  const session = store.readSession()
  const claim = store.listClaims().find(({ id }) => id === claimId)
  const grant = claim && store.findGrant(claim.grantId)
  if (!session || !claim || !grant) return
  store.saveClaim({ ...claim, state: 'abandoned', endedAt: now })
  if (grant.state === 'exhausted') store.saveGrant({ ...grant, state: 'opened', endedAt: null })
  recordEvent(context, session, {
    actor: ownerOf(session),
    action: 'device.provisioning_failed',
    detail: { reason: 'key_in_use', count: 1, grant: grant.id },
  })
}
