import { ok, type Result, refuse } from '../kernel/result.ts'
import { hashSecret } from '../kernel/secrets.ts'
import type { Instant } from '../kernel/time.ts'
import type { Actor, ConfirmInput, ConfirmRefusal, EndDeviceInput } from '../referee/index.ts'
import { type Context, deviceOf, ownerOf, recordEvent } from './context.ts'
import { endInvitation } from './invitations.ts'
import { endGrant } from './issue.ts'
import { endPredecessor } from './predecessor.ts'
import { endCodesFor } from './replace.ts'
import { ABANDON_AFTER, grantStateAt, isAbandonable, isLiving, takesPlace } from './rules.ts'
import type { Grant } from './types.ts'

const SYSTEM: Actor = { kind: 'system', id: 'session' }

/** Notes that a link was fetched for the first time, possibly by a mail scanner, and nothing else. */
export function noteFetched({ store, now }: Context, grant: Grant): Grant {
  if (!isLiving(grantStateAt(grant, now))) return grant
  const noted = { ...grant, fetchedAt: now }
  store.saveGrant(noted)
  return noted
}

/** A person opened the link. Returns the grant and whether this changed it. */
export function openLink(context: Context, secret: string): { grant: Grant; changed: boolean } | null {
  const { store, now } = context
  const session = store.readSession()
  const grant = store.findGrantBySecret(hashSecret(secret))
  if (!session || !grant) return null
  if (grantStateAt(grant, now) !== 'issued') return { grant, changed: false }
  const opened: Grant = { ...grant, state: 'opened', openedAt: now }
  store.saveGrant(opened)
  recordEvent(context, session, {
    actor: ownerOf(session),
    action: 'provision_code.opened',
    detail: { grant: grant.id, platform: grant.platform },
  })
  return { grant: opened, changed: true }
}

/** Ends a living grant on somebody's word. Null: no such grant. */
export function revokeGrant(context: Context, input: { grantId: string; actor: Actor }): Grant | null {
  const session = context.store.readSession()
  const grant = context.store.findGrant(input.grantId)
  if (!session || !grant) return null
  if (isLiving(grantStateAt(grant, context.now))) endGrant(context, session, grant, 'revoked', input.actor)
  return context.store.findGrant(input.grantId)
}

/** The device spoke with its credential for the first time. `rev` is what must land before it is told. */
export function confirm(
  context: Context,
  input: ConfirmInput,
): Result<{ confirmedAt: Instant; rev: number | null; grantId: string }, ConfirmRefusal> {
  const { store, keys, now } = context
  const session = store.readSession()
  const claim = store.findClaim(input.claimId)
  const grant = claim && store.findGrant(claim.grantId)
  if (!session || !claim || !grant) return refuse('invalid_credential')
  if (claim.deviceId !== input.deviceId || claim.epoch !== input.epoch) return refuse('invalid_credential')
  if (session.disabledAt !== null) return refuse('setup_disabled')
  if (claim.state === 'confirmed' && claim.confirmedAt !== null)
    return ok({ confirmedAt: claim.confirmedAt, rev: null, grantId: grant.id })
  if (claim.state !== 'claimed') return refuse('invalid_credential')

  const confirmed = {
    ...claim,
    state: 'confirmed' as const,
    confirmedAt: now,
    confirmedBy: 'device' as const,
  }
  store.saveClaim(confirmed)
  const rev = recordEvent(context, session, {
    actor: { kind: 'device', id: claim.deviceId },
    action: 'device.confirmed',
    deviceId: claim.deviceId,
    detail: { platform: claim.platform },
    device: deviceOf(keys, session, grant, confirmed),
    replaced: endPredecessor(context, session, confirmed),
  })
  return ok({ confirmedAt: now, rev, grantId: grant.id })
}

/**
 * Ends a device on somebody's word: its credential is dead from now on. A slot ends with its invitation. `rev` is
 * what must land before it is told. Null: nothing of that id that lives.
 */
export function endDevice(
  context: Context,
  input: EndDeviceInput,
): { rev: number | null; grantId: string | null } | null {
  const { store, keys, now } = context
  const session = store.readSession()
  if (!session) return null
  const claim = store.findClaimOf(input.deviceId)
  const slot = store.invitations.listOpen().find(({ slotDeviceId }) => slotDeviceId === input.deviceId)
  if (slot && slot.devices === 0)
    return { rev: endInvitation(context, session, slot, 'revoked', input.actor), grantId: null }
  const grant = claim && store.findGrant(claim.grantId)
  if (!claim || !grant) return null
  if (input.epoch !== undefined && input.epoch !== claim.epoch) return null
  if (!takesPlace(claim))
    return claim.state === 'revoked'
      ? { rev: store.nextEvent() ? session.rev : null, grantId: grant.id }
      : null
  const ended = { ...claim, state: 'revoked' as const, endedAt: now }
  store.saveClaim(ended)
  endCodesFor(context, session, claim.deviceId, input.actor)
  const rev = recordEvent(context, session, {
    actor: input.actor,
    action: `device.${input.as}`,
    deviceId: claim.deviceId,
    detail: { platform: claim.platform },
    device: { ...deviceOf(keys, session, grant, ended, input.reason ?? null), lifecycle: input.as },
  })
  return { rev, grantId: grant.id }
}

/** What time brings about. Idempotent: early, late or twice, it does what is due at `now`. */
export function keepHouse(context: Context): { changedGrants: string[] } {
  const { store, keys, now } = context
  const session = store.readSession()
  const changedGrants: string[] = []
  if (!session) return { changedGrants }

  for (const grant of store.listUnclaimedGrants()) {
    if (grantStateAt(grant, now) !== 'expired') continue
    endGrant(context, session, grant, 'expired', SYSTEM)
    changedGrants.push(grant.id)
  }

  for (const invitation of store.invitations.listOpen())
    if (grantStateAt(invitation, now) === 'expired')
      endInvitation(context, session, invitation, 'expired', SYSTEM)

  for (const claim of store.listClaims()) {
    if (!isAbandonable(claim) || now < claim.claimedAt + ABANDON_AFTER) continue
    const grant = store.findGrant(claim.grantId)
    if (!grant) continue
    const abandoned = { ...claim, state: 'abandoned' as const, endedAt: now }
    store.saveClaim(abandoned)
    endCodesFor(context, session, claim.deviceId, SYSTEM)
    recordEvent(context, session, {
      actor: SYSTEM,
      action: 'device.abandoned',
      deviceId: claim.deviceId,
      detail: { platform: claim.platform },
      device: deviceOf(keys, session, grant, abandoned, 'never finished'),
    })
    changedGrants.push(grant.id)
  }

  store.passcodeResets.forgetSeals(now)

  for (const { reason, count } of store.takeFailures(now))
    if (count > 0)
      recordEvent(context, session, {
        actor: { kind: 'device', id: 'unknown' },
        action: 'device.provisioning_failed',
        detail: { reason, count, grant: null },
      })

  store.prune(now)
  return { changedGrants }
}
