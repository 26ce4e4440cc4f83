import { ok, type Result, refuse } from '../kernel/result.ts'
import type { Keyring } from '../kernel/secrets.ts'
import type { Instant } from '../kernel/time.ts'
import type { ArtefactRefusal, BrowserClaim, TakenArtefact } from '../referee/index.ts'
import { type Context, deviceOf, recordEvent } from './context.ts'
import { claimSecret, isPassable, isServable, matchesClaimSecret } from './handover.ts'
import { endPredecessor } from './predecessor.ts'
import { ARTEFACT_DOWNLOADS, liveStateOf, RETRY_WINDOW } from './rules.ts'
import type { Claim, Grant } from './types.ts'

function holds(claim: Claim, browser: string): boolean {
  return claim.holderKind === 'browser' && claim.holder === browser
}

/** A claim as a browser sees it. Its secrets are for the browser that holds it now. */
export function viewBrowserClaim(
  keys: Keyring,
  grant: Grant,
  claim: Claim,
  now: Instant,
  options: { moved: boolean },
): BrowserClaim {
  const passable = !options.moved && isPassable(claim, now)
  const servable = !options.moved && isServable(claim, now)
  const usable = !options.moved && (claim.state === 'claimed' || claim.state === 'confirmed')
  return {
    deviceId: claim.deviceId,
    platform: claim.platform,
    ownership: claim.ownership,
    state: claim.state,
    live: liveStateOf(grant.state, claim),
    reports: claim.reports,
    template: { id: grant.templateId, version: grant.templateVersion },
    claimedAt: claim.claimedAt,
    deliveredAt: claim.deliveredAt,
    confirmedAt: claim.confirmedAt,
    model: claim.facts.model ?? null,
    moved: options.moved,
    windowEndsAt: claim.claimedAt + RETRY_WINDOW,
    downloadsLeft: Math.max(0, ARTEFACT_DOWNLOADS - claim.downloads),
    artefactKey: servable ? claimSecret(keys, 'artefact', claim) : null,
    confirmKey: usable ? claimSecret(keys, 'installed', claim) : null,
    ticket: passable ? claimSecret(keys, 'ticket', claim) : null,
  }
}

/** The newest claim of a device with the code that it used, which is kept as long as the claim. */
function find({ store }: Context, deviceId: string): { claim: Claim; grant: Grant } | null {
  const claim = store.findClaimOf(deviceId)
  const grant = claim && store.findGrant(claim.grantId)
  return claim && grant ? { claim, grant } : null
}

/** For the browser that holds the claim, or held it before it went on elsewhere. */
export function showClaim(
  context: Context,
  input: { deviceId: string; browser: string },
): BrowserClaim | null {
  const found = find(context, input.deviceId)
  if (!found) return null
  const { claim, grant } = found
  const held = holds(claim, input.browser)
  if (!held && !claim.former.includes(input.browser)) return null
  return viewBrowserClaim(context.keys, grant, claim, context.now, { moved: !held })
}

/** For the key that the profile's web clip carries. */
export function showClaimByKey(
  context: Context,
  input: { deviceId: string; key: string },
): BrowserClaim | null {
  const found = find(context, input.deviceId)
  if (!found || !matchesClaimSecret(context.keys, 'installed', found.claim, input.key)) return null
  const { claim, grant } = found
  return viewBrowserClaim(context.keys, grant, claim, context.now, { moved: false })
}

/** The device that a browser holds, or held, by a grant. */
export function findOwn({ store }: Context, grantId: string, browser: string): { deviceId: string } | null {
  const claim = store
    .listClaims()
    .findLast((one) => one.grantId === grantId && (holds(one, browser) || one.former.includes(browser)))
  return claim ? { deviceId: claim.deviceId } : null
}

/** Counts a download: three within a day of the claim. The first one delivers the profile. */
export function takeArtefact(
  context: Context,
  input: { deviceId: string; key: string },
): Result<TakenArtefact, ArtefactRefusal> {
  const { store, keys, now } = context
  const session = store.readSession()
  const found = find(context, input.deviceId)
  if (!session || !found || !matchesClaimSecret(keys, 'artefact', found.claim, input.key))
    return refuse('unknown')
  const { claim, grant } = found
  if (session.disabledAt !== null || !isServable(claim, now)) return refuse('over')
  if (claim.downloads >= ARTEFACT_DOWNLOADS) return refuse('too_often')

  const first = claim.deliveredAt === null
  const taken: Claim = { ...claim, downloads: claim.downloads + 1, deliveredAt: claim.deliveredAt ?? now }
  store.saveClaim(taken)
  if (first)
    recordEvent(context, session, {
      actor: { kind: 'device', id: claim.deviceId },
      action: 'profile.delivered',
      deviceId: claim.deviceId,
      detail: { platform: claim.platform },
      device: deviceOf(keys, session, grant, taken),
    })
  const view = viewBrowserClaim(keys, grant, taken, now, { moved: false })
  return ok({ ...view, challenge: taken.reports === 'ota' ? claimSecret(keys, 'challenge', taken) : null })
}

/** The owner says that it is installed. Repeating it changes nothing. */
export function sayInstalled(
  context: Context,
  input: { deviceId: string; by: { browser: string } | { key: string } },
): Result<{ confirmedAt: Instant; rev: number | null; grantId: string }, 'unknown'> {
  const { store, keys, now } = context
  const session = store.readSession()
  const found = find(context, input.deviceId)
  if (!session || !found || session.disabledAt !== null) return refuse('unknown')
  const { claim, grant } = found
  const allowed =
    'browser' in input.by
      ? holds(claim, input.by.browser)
      : matchesClaimSecret(keys, 'installed', claim, input.by.key)
  if (!allowed || claim.reports !== 'none') return refuse('unknown')
  if (claim.state === 'confirmed' && claim.confirmedAt !== null)
    return ok({ confirmedAt: claim.confirmedAt, rev: null, grantId: grant.id })
  if (claim.state !== 'claimed' || claim.deliveredAt === null) return refuse('unknown')

  const confirmed: Claim = { ...claim, state: 'confirmed', confirmedAt: now, confirmedBy: 'owner' }
  store.saveClaim(confirmed)
  const rev = recordEvent(context, session, {
    actor: { kind: 'owner', id: session.accountId },
    action: 'device.confirmed',
    deviceId: claim.deviceId,
    detail: { platform: claim.platform, by: 'owner' },
    device: deviceOf(keys, session, grant, confirmed),
    replaced: endPredecessor(context, session, confirmed),
  })
  return ok({ confirmedAt: now, rev, grantId: grant.id })
}
