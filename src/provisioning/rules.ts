import type { Reports } from '../kernel/platform.ts'
import { DAY, type Instant, isWithin, MINUTE, SECOND } from '../kernel/time.ts'
import type { GrantState, LiveState } from '../referee/index.ts'
import type { Claim, FailureReason, Grant, HolderId, Invitation, PinKnowledge, Session } from './types.ts'

/** Wrong PINs in a row that lock a person's PINs, and wrong PINs behind one URL that close it there. */
export const PIN_TRIES = 5
export const PIN_LENGTH = 8

/** How long the same holder gets the same answer again, unless the device confirmed before. */
export const RETRY_WINDOW = DAY

/** How often a browser's artefact is served. */
export const ARTEFACT_DOWNLOADS = 3

/** A claim that never checked in is abandoned and frees its place. */
export const ABANDON_AFTER = 7 * DAY

/** Ended grants and claims are kept this long for the owner's page, then pruned. */
export const KEEP_ENDED = 30 * DAY

/** Refusals after the first are counted for this long and told as one audit row. */
export const FAILURE_QUARTER = 15 * MINUTE

/** `VALIDITY`, in seconds: 10 to 1,000,000. */
export const VALIDITY = { min: 10, max: 1_000_000 } as const

/** Seconds until the first check-in of a device that has just redeemed. */
export const FIRST_CHECK_IN_SECONDS = 60

/**
 * What a grant is at `now`: past its end it is `expired` before the alarm writes so, and a clock that jumped
 * back before its making never makes it live longer.
 */
export function grantStateAt(
  grant: Pick<Grant, 'state' | 'createdAt'> & { validUntil: Instant | null },
  now: Instant,
): GrantState {
  if (grant.state !== 'issued' && grant.state !== 'opened') return grant.state
  if (grant.validUntil === null) return grant.state
  const length = grant.validUntil - grant.createdAt
  return isWithin({ from: grant.createdAt, length }, now) ? grant.state : 'expired'
}

export function isLiving(state: GrantState): boolean {
  return state === 'issued' || state === 'opened'
}

/** A claim that takes one of the account's places. */
export function takesPlace(claim: Pick<Claim, 'state'>): boolean {
  return claim.state === 'claimed' || claim.state === 'confirmed'
}

/** Its browser downloads what the device installs: nothing else on the device reports. */
function takesProfile({ reports }: Pick<Claim, 'reports'>): boolean {
  return reports === 'none' || reports === 'ota'
}

/** What the owner's page shows: the claim's state where there is one, else the grant's. */
export function liveStateOf(
  state: GrantState,
  claim: Pick<Claim, 'state' | 'reports' | 'deliveredAt'> | null,
): LiveState {
  if (claim?.state === 'confirmed') return 'active'
  if (claim?.state === 'claimed')
    return takesProfile(claim) && claim.deliveredAt !== null ? 'delivered' : 'redeemed'
  if (claim || !isLiving(state)) return 'ended'
  return state === 'opened' ? 'opened' : 'waiting'
}

export type RedeemDecision =
  /** `replaces`: the claims that end so that it finds a place. */
  | { kind: 'claim'; replaces: Claim[] }
  /** The same holder again: the same device, the same credential. */
  | { kind: 'repeat'; claim: Claim }
  | { kind: 'pin_required' }
  | { kind: 'check_pin' }
  | { kind: 'refuse'; reason: FailureReason; theft: boolean }

/**
 * Decides a redemption once the grant was found. `pin` says what is known of the PIN so far: `proved` (it came
 * with the address, or matched just now), `given` (it must still be compared, after counting the try) or
 * `absent`.
 */
export function decideRedeem(input: {
  session: Pick<Session, 'deviceLimit' | 'atLimit' | 'disabledAt'>
  grant: Grant
  /** Every claim of the account that is not pruned. */
  claims: Claim[]
  holder: HolderId
  pin: PinKnowledge
  now: Instant
}): RedeemDecision {
  const { session, grant, claims, holder, now } = input
  const refuse = (reason: FailureReason, theft = false): RedeemDecision => ({ kind: 'refuse', reason, theft })

  const own = claims.find((claim) => claim.grantId === grant.id && isHolder(claim, holder))
  if (own) return session.disabledAt === null ? decideRepeat(own, now) : refuse('setup_disabled')

  const state = grantStateAt(grant, now)
  if (state === 'exhausted') return refuse('used', grant.theftAt === null)
  if (state !== 'issued' && state !== 'opened') return refuse(state)

  if (grant.confirmation === 'pin' && input.pin !== 'proved') {
    if (input.pin === 'absent') return { kind: 'pin_required' }
    return grant.pinFailures >= PIN_TRIES ? refuse('pin_closed') : { kind: 'check_pin' }
  }

  if (session.disabledAt !== null) return refuse('setup_disabled')
  const named = namedBy(grant, claims)
  if (grant.device && !named) return refuse('revoked')
  const again = findReprovisioned(claims, holder)
  const replaces = findPlace(session, claims, [named, again])
  if (replaces === null) return refuse('device_limit_reached')
  // One key is one device: what it was before ends where it now goes on as another.
  const other = grant.device?.as === 'reprovision' && again && again !== named ? [again] : []
  return { kind: 'claim', replaces: [...replaces, ...other] }
}

/** The living claim of the device that a code sets up again or replaces. */
export function namedBy({ device }: Pick<Grant, 'device'>, claims: Claim[]): Claim | undefined {
  return device ? claims.find((claim) => claim.deviceId === device.id && takesPlace(claim)) : undefined
}

/** The claim whose device goes on by a code: the one that the code sets up again, else that of the same key. */
export function formerOf(grant: Pick<Grant, 'device'>, claims: Claim[], holder: HolderId): Claim | undefined {
  return grant.device?.as === 'reprovision' ? namedBy(grant, claims) : findReprovisioned(claims, holder)
}

/**
 * Decides a redemption by an invitation, `own` being what this holder claimed with it last for the same platform.
 * It repeats within its day while the device was not heard; after that the same holder sets up anew.
 */
export function decideInvitation(input: {
  session: Pick<Session, 'deviceLimit' | 'atLimit' | 'disabledAt'>
  invitation: Invitation
  /** Every claim of the account that is not pruned. */
  claims: Claim[]
  /** How many devices may come from the invitation besides the others that did; null: any number. */
  devicesLeft: number | null
  own: Claim | null
  holder: HolderId
  pin: PinKnowledge
  now: Instant
}): RedeemDecision {
  const { session, invitation, claims, own, holder, now } = input
  const refuse = (reason: FailureReason): RedeemDecision => ({ kind: 'refuse', reason, theft: false })

  const repeat = own && decideRepeat(own, now)
  if (repeat?.kind === 'repeat') return session.disabledAt === null ? repeat : refuse('setup_disabled')

  const state = grantStateAt(invitation, now)
  if (state === 'exhausted') return refuse('used')
  if (state !== 'issued' && state !== 'opened') return refuse(state)

  if (invitation.confirmation === 'pin' && input.pin !== 'proved') {
    if (input.pin === 'absent') return { kind: 'pin_required' }
    return invitation.pinFailures >= PIN_TRIES ? refuse('pin_closed') : { kind: 'check_pin' }
  }

  if (session.disabledAt !== null) return refuse('setup_disabled')
  if (input.devicesLeft === 0) return refuse('device_limit_reached')
  const replaces = findPlace(session, claims, [findReprovisioned(claims, holder)])
  return replaces === null ? refuse('device_limit_reached') : { kind: 'claim', replaces }
}

/**
 * Whether one more device may live, and which claims end for it: the oldest ones, as many as bring the account
 * to its limit. Null: there is no place. Those that `go on` or leave for it anyway need none of their own.
 */
export function findPlace(
  session: Pick<Session, 'deviceLimit' | 'atLimit'>,
  claims: Claim[],
  goOn: (Claim | undefined)[] = [],
): Claim[] | null {
  const limit = session.deviceLimit
  if (limit === null) return []
  const living = claims.filter((claim) => takesPlace(claim) && !goOn.includes(claim))
  if (living.length < limit) return []
  if (session.atLimit !== 'replace') return null
  return living
    .toSorted((one, other) => one.claimedAt - other.claimedAt)
    .slice(0, living.length - Math.max(limit, 1) + 1)
}

function decideRepeat(claim: Claim, now: Instant): RedeemDecision {
  // A certificate says nothing of whether it arrived: its device may ask again for the whole day.
  const unheard =
    claim.state === 'claimed' || (claim.state === 'confirmed' && claim.reports === 'certificate')
  if (unheard && isInWindow(claim, now)) return { kind: 'repeat', claim }
  const reason = claim.state === 'revoked' ? 'revoked' : 'window_closed'
  return { kind: 'refuse', reason, theft: false }
}

/** How a claim tells that it came alive: a browser's as the code says, a device's own by what it asks for. */
export function reportsOf(
  grant: Pick<Grant, 'reports'>,
  holder: HolderId,
  options: { certificate?: boolean | undefined } = {},
): Reports {
  if (holder.kind === 'browser') return grant.reports
  return options.certificate || grant.reports === 'certificate' ? 'certificate' : 'agent'
}

/** The day after a claim, in which it can be asked for again, passed on and downloaded. */
export function isInWindow(claim: Pick<Claim, 'claimedAt'>, now: Instant): boolean {
  return isWithin({ from: claim.claimedAt, length: RETRY_WINDOW }, now)
}

export function isHolder(claim: Pick<Claim, 'holderKind' | 'holder'>, holder: HolderId) {
  return claim.holderKind === holder.kind && claim.holder === holder.id
}

/** A delivered profile that nobody confirmed is never abandoned: it may well be installed. */
export function isAbandonable(claim: Pick<Claim, 'state' | 'reports' | 'deliveredAt'>): boolean {
  return claim.state === 'claimed' && !(claim.reports === 'none' && claim.deliveredAt !== null)
}

/** The same account's device key on another code is the same device, provisioned again. */
export function findReprovisioned(claims: Claim[], holder: HolderId): Claim | undefined {
  if (holder.kind !== 'device_key') return undefined
  return claims.find((claim) => takesPlace(claim) && isHolder(claim, holder))
}

/** Seconds, doubled with every failure from 1 s to 15 minutes, until an event is offered to D1 again. */
export function retryDelay(attempts: number): number {
  return Math.min(2 ** Math.min(attempts, 20) * SECOND, FAILURE_QUARTER)
}
