import type { Keyring } from '../kernel/secrets.ts'
import type { Instant } from '../kernel/time.ts'
import type { ClaimView, GrantView, IssueCodeInput, LinkView, OpenGrant } from '../referee/index.ts'
import type { ProvisionSessionStore } from './provision-session-store.ts'
import { findPlace, grantStateAt, isLiving, liveStateOf, PIN_TRIES } from './rules.ts'
import type { Claim, Grant, Session } from './types.ts'

/** What is sealed beside the hashes while a grant lives, so that it can be shown again. */
export type Credentials = { secret: string; pin: string }

export function sealContext(ref: string, grantId: string): string {
  return `grant/${ref}/${grantId}`
}

/** A grant as its owner sees it. Credentials only while it lives. */
export function viewGrant(input: {
  keys: Keyring
  session: Session
  grant: Grant
  claims: Claim[]
  now: Instant
}): GrantView {
  const { keys, session, grant, now } = input
  const state = grantStateAt(grant, now)
  const claim = lastClaimOf(grant, input.claims)
  const opened =
    isLiving(state) && grant.sealed ? keys.open(grant.sealed, sealContext(session.ref, grant.id)) : null
  return {
    id: grant.id,
    kind: grant.kind,
    platform: grant.platform,
    ownership: grant.ownership,
    state,
    live: liveStateOf(state, claim),
    confirmation: grant.confirmation,
    createdAt: grant.createdAt,
    validUntil: grant.validUntil,
    fetchedAt: grant.fetchedAt,
    openedAt: grant.openedAt,
    claim: claim && viewClaim(claim),
    theftSuspectedAt: grant.theftAt,
    pinLocked: session.pinLockedAt !== null || grant.pinFailures >= PIN_TRIES,
    credentials: opened === null ? null : (JSON.parse(opened) as Credentials),
    device: grant.device,
  }
}

/** A grant as whoever holds its link sees it: nothing of the account, no credentials. */
export function viewLink(input: {
  grant: Grant
  claims: Claim[]
  now: Instant
  own: LinkView['own']
}): LinkView {
  const { grant, claims, now } = input
  const claim = lastClaimOf(grant, claims)
  return {
    id: grant.id,
    platform: grant.platform,
    ownership: grant.ownership,
    state: grantStateAt(grant, now),
    confirmation: grant.confirmation,
    validUntil: grant.validUntil,
    openedAt: grant.openedAt,
    reports: grant.reports,
    ownershipOpen: grant.ownershipOpen,
    pinClosed: grant.pinFailures >= PIN_TRIES,
    own: input.own,
    claim: claim && {
      claimedAt: claim.claimedAt,
      state: claim.state,
      platform: claim.platform,
      name: claim.facts.name ?? claim.facts.model ?? null,
    },
  }
}

/** Codes that live, and claimed ones whose device has not reported yet: newest first. */
export function listOpenGrants(store: ProvisionSessionStore, now: Instant): OpenGrant[] {
  const claims = store.listClaims()
  return store
    .listGrants()
    .map((grant) => {
      const claim = lastClaimOf(grant, claims)
      const live = liveStateOf(grantStateAt(grant, now), claim)
      const { id, platform, validUntil, device } = grant
      return { id, platform, validUntil, device, live, claim: claim && viewClaim(claim) }
    })
    .filter(({ live }) => live !== 'active' && live !== 'ended')
}

/** What would end if one more device were set up. */
export function listReplaced(
  store: ProvisionSessionStore,
  input: Pick<IssueCodeInput, 'deviceLimit' | 'atLimit'>,
): ClaimView[] {
  const session = { deviceLimit: input.deviceLimit, atLimit: input.atLimit ?? 'refuse' }
  return (findPlace(session, store.listClaims()) ?? []).map(viewClaim)
}

function lastClaimOf(grant: Grant, claims: Claim[]): Claim | null {
  return claims.findLast((claim) => claim.grantId === grant.id) ?? null
}

function viewClaim(claim: Claim): ClaimView {
  return {
    deviceId: claim.deviceId,
    state: claim.state,
    platform: claim.platform,
    name: claim.facts.name ?? null,
    model: claim.facts.model ?? null,
    reports: claim.reports,
    claimedAt: claim.claimedAt,
    deliveredAt: claim.deliveredAt,
    confirmedAt: claim.confirmedAt,
    confirmedBy: claim.confirmedBy,
  }
}
