import { equalText, type Keyring } from '../kernel/secrets.ts'
import { type Context, deviceOf, recordEvent } from './context.ts'
import { endCodesFor, recordReplaced, replacedDevice } from './replace.ts'
import { findReprovisioned, isInWindow, reportsOf } from './rules.ts'
import type { Claim, Grant, HolderId, Session } from './types.ts'

/**
 * A browser's claim has four secrets, computed and not stored: they are bound to the claim's epoch, which
 * rises with every hand-over, so that each ticket works once and the former holder's addresses end with it.
 * `challenge` is what an Apple device brings back from its phase 1 profile.
 */
export type ClaimSecret = 'ticket' | 'artefact' | 'installed' | 'challenge'

/** 22 base64url characters: 132 bits. */
const SECRET_LENGTH = 22

export function claimSecret(
  keys: Keyring,
  kind: ClaimSecret,
  claim: Pick<Claim, 'id' | 'epoch' | 'keyId'>,
): string | null {
  return (
    keys.macWith(claim.keyId, 'credential', `${kind}|${claim.id}|${claim.epoch}`)?.slice(0, SECRET_LENGTH) ??
    null
  )
}

export function matchesClaimSecret(keys: Keyring, kind: ClaimSecret, claim: Claim, given: string): boolean {
  const secret = claimSecret(keys, kind, claim)
  return secret !== null && equalText(secret, given)
}

/** Whether a browser may still pass its claim on: for a day, while it has not ended. A device key never does. */
export function isPassable(claim: Claim, now: number): boolean {
  const living = claim.state === 'claimed' || (claim.state === 'confirmed' && claim.confirmedBy === 'owner')
  return claim.holderKind === 'browser' && living && isInWindow(claim, now)
}

/** Whether its artefact is served: while it can be passed on, and to a device whose answer may have been lost. */
export function isServable(claim: Claim, now: number): boolean {
  const reported = claim.reports === 'ota' && claim.state === 'confirmed' && claim.holderKind === 'browser'
  return isPassable(claim, now) || (reported && isInWindow(claim, now))
}

/** The claim that a ticket would take over now. */
export function findByTicket({ store, keys, now }: Context, ticket: string): Claim | null {
  return (
    store
      .listClaims()
      .find((claim) => isPassable(claim, now) && matchesClaimSecret(keys, 'ticket', claim, ticket)) ?? null
  )
}

/** The claim that this holder took over with this very ticket: its answer was lost. */
export function findTakenOver({ store, keys, now }: Context, ticket: string, holder: HolderId): Claim | null {
  return (
    store
      .listClaims()
      .find(
        (claim) =>
          claim.holderKind === holder.kind &&
          claim.holder === holder.id &&
          claim.state === 'claimed' &&
          isInWindow(claim, now) &&
          matchesClaimSecret(keys, 'ticket', { ...claim, epoch: claim.epoch - 1 }, ticket),
      ) ?? null
  )
}

/** Moves the claim, with its device id, to a new holder and ends the former. Returns the event's number. */
export function handOver(
  context: Context,
  session: Session,
  { claim, grant }: { claim: Claim; grant: Grant },
  holder: HolderId,
  facts: Claim['facts'],
): { claim: Claim; rev: number } {
  endFormerDevice(context, session, claim, holder)
  const moved: Claim = {
    ...claim,
    holderKind: holder.kind,
    holder: holder.id,
    former: [...claim.former, claim.holder],
    epoch: claim.epoch + 1,
    keyId: context.keys.currentId,
    reports: reportsOf(grant, holder),
    facts: { ...claim.facts, ...facts },
    // A device of its own reports for itself: what its owner said counts no longer.
    ...(holder.kind !== 'browser' && { state: 'claimed' as const, confirmedAt: null, confirmedBy: null }),
  }
  context.store.saveClaim(moved)
  const rev = recordEvent(context, session, {
    actor: { kind: 'device', id: claim.deviceId },
    action: 'device.handed_over',
    deviceId: claim.deviceId,
    detail: { to: holder.kind, platform: claim.platform },
    device: deviceOf(context.keys, session, grant, moved),
  })
  return { claim: moved, rev }
}

/** A device key that already lives in this account: one key is one device, so the former is replaced. */
function endFormerDevice(context: Context, session: Session, claim: Claim, holder: HolderId): void {
  const { store, now } = context
  const former = findReprovisioned(store.listClaims(), holder)
  if (!former) return
  const ended: Claim = { ...former, state: 'revoked', endedAt: now }
  const device = replacedDevice(context, session, ended)
  if (!device) return
  store.saveClaim(ended)
  endCodesFor(context, session, former.deviceId, { kind: 'device', id: claim.deviceId })
  recordReplaced(context, session, device, claim.deviceId)
}
