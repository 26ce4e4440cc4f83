import { type DeviceId, makeId } from '../kernel/ids.ts'
import { PROOF_MEMORY } from '../kernel/proof.ts'
import { ok } from '../kernel/result.ts'
import { randomBytes } from '../kernel/secrets.ts'
import type { Holder, RedeemInput } from '../referee/index.ts'
import { type Context, credentialOf, deviceOf, recordEvent } from './context.ts'
import { type RedeemOutcome, refused } from './refusals.ts'
import { endReplaced } from './replace.ts'
import { FIRST_CHECK_IN_SECONDS, formerOf, namedBy, reportsOf } from './rules.ts'
import type { Claim, Grant, HolderId, Session, SessionEvent } from './types.ts'

/** Remembered only once a secret matched: a stranger's guess writes nothing. */
export function isFreshProof({ store, now }: Context, holder: Holder): boolean {
  return holder.kind !== 'device_key' || store.rememberProof(holder.jti, now + PROOF_MEMORY)
}

/** Writes the claim. `how` is what an invitation adds: the slot's id, and what D1 learns besides. */
export function claimGrant(
  context: Context,
  session: Session,
  grant: Grant,
  { claims, replaces }: { claims: Claim[]; replaces: Claim[] },
  input: RedeemInput,
  holder: HolderId,
  how: { deviceId?: DeviceId } & Pick<
    SessionEvent,
    'accepted' | 'invitation' | 'slot' | 'also' | 'termsVersion'
  > = {},
): RedeemOutcome {
  const { store, keys, now } = context
  const { deviceId: slotId, ...told } = how
  const former = formerOf(grant, claims, holder)
  if (former) store.saveClaim({ ...former, state: 'revoked', endedAt: now })
  const claim: Claim = {
    id: makeId('clm', randomBytes(16)),
    grantId: grant.id,
    deviceId: former?.deviceId ?? slotId ?? makeId('dev', randomBytes(16)),
    state: 'claimed',
    epoch: (former?.epoch ?? 0) + 1,
    keyId: keys.currentId,
    holderKind: holder.kind,
    holder: holder.id,
    former: [],
    platform: grant.platform,
    // What was said of the named device since the code was made counts.
    ownership:
      namedBy(grant, claims)?.ownership ?? ((grant.ownershipOpen && input.ownership) || grant.ownership),
    reports: reportsOf(grant, holder, { certificate: input.certificate }),
    facts: input.facts,
    downloads: 0,
    registeredAt: former?.registeredAt ?? now,
    claimedAt: now,
    deliveredAt: null,
    confirmedAt: null,
    confirmedBy: null,
    endedAt: null,
    replaces: replacedBy(grant, former),
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
      ...(grant.invitationId && { invitation: grant.invitationId }),
      platform: claim.platform,
      ownership: claim.ownership,
      by: input.by.kind,
      holder: holder.kind,
      reprovisioned: former !== undefined,
      ...(grant.device?.as === 'reprovision' && { again: true }),
      ...(input.logFacts && loggedFacts(claim)),
    },
    device: deviceOf(keys, session, exhausted, claim),
    replaced,
    ...told,
  })
  return { ...answer(context, session, claim, grant, rev), othersEnded: replaced.length > 0 }
}

/** The device that ends once this one is confirmed; one that is set up again before that still waits to end it. */
function replacedBy({ device }: Grant, former: Claim | undefined): DeviceId | null {
  if (device?.as === 'replace' && device.id !== former?.deviceId) return device.id
  return former?.state === 'claimed' ? former.replaces : null
}

/** What the audit says of a device where the service wants it to. */
function loggedFacts({ facts }: Claim): Record<string, string> {
  return {
    ...(facts.model !== undefined && { model: facts.model }),
    ...(facts.os_version !== undefined && { osVersion: facts.os_version }),
  }
}

/** What the holder of a claim is told, the first time and every time after that. */
export function answer(
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
