import { ok, type Result, refuse } from '../kernel/result.ts'
import { DIGITS, makeCode } from '../kernel/secrets.ts'
import type { Actor } from '../referee/index.ts'
import { type Context, recordEvent } from './context.ts'
import { refuseWith, UNKNOWN } from './refusals.ts'
import { decideRedeem, grantStateAt, isLiving, PIN_LENGTH, PIN_TRIES } from './rules.ts'
import type { FailureReason, Grant, HolderId, Invitation, PinBearer, Session } from './types.ts'
import { type Credentials, sealContext } from './views.ts'

/** The data a PIN's HMAC is made of: bound to its person, so that equal PINs of two people differ. */
function pinData(ref: string, pin: string): string {
  return `pin/${ref}/${pin}`
}

export function pinMacOf({ keys }: Context, ref: string, pin: string): string {
  return keys.mac('pepper', pinData(ref, pin))
}

function matches({ keys }: Context, session: Session, { pinMac }: PinBearer, pin: string): boolean {
  return pinMac !== null && keys.matchesMac('pepper', pinMac, pinData(session.ref, pin))
}

/** Distinct among everything that this person could still type. */
export function makeDistinctPin(context: Context, session: Session): string {
  const { store } = context
  const taken: PinBearer[] = [...store.listGrantsWithPin(), ...store.invitations.listWithPin()]
  for (;;) {
    const pin = makeCode(DIGITS, PIN_LENGTH)
    if (!taken.some((bearer) => matches(context, session, bearer, pin))) return pin
  }
}

/** What a code or a PIN leads to. */
export type Found = { grant: Grant } | { invitation: Invitation } | { reason: FailureReason }

/**
 * The grant or invitation whose PIN came with the person's address. Five wrong ones in a row close this door, and this door
 * only; the try is counted before comparing. The PIN of a code that is over is no wrong try, but clears none either:
 * whoever kept an old one could guess without end.
 */
export function findByPin(context: Context, session: Session, pin: string): Found {
  const { store, now } = context
  if (session.pinLockedAt !== null) return { reason: 'pin_locked' }
  const grants = store.listGrantsWithPin()
  const invitations = store.invitations.listWithPin()
  if (grants.length + invitations.length === 0) return { reason: 'no_living_code' }

  const before = session.pinFailures
  session.pinFailures += 1
  store.saveSession(session)
  const grant = grants.find((candidate) => matches(context, session, candidate, pin))
  const invitation = grant ? undefined : invitations.find((one) => matches(context, session, one, pin))
  const found = grant ?? invitation
  if (found) {
    session.pinFailures = isLiving(grantStateAt(found, now)) ? 0 : before
    store.saveSession(session)
    return grant ? { grant } : { invitation: found as Invitation }
  }
  if (session.pinFailures >= PIN_TRIES) {
    session.pinLockedAt = now
    recordEvent(context, session, {
      actor: UNKNOWN,
      action: 'pin.locked',
      detail: { tries: session.pinFailures, door: 'email' },
    })
  }
  return { reason: 'wrong_pin' }
}

/**
 * The secret matched and a PIN came along: the try is counted for this URL, then compared. Returns the bearer
 * with its count cleared, or null. `save` keeps it, whatever its kind.
 */
export function checkPinBehindUrl<Bearer extends PinBearer>(
  context: Context,
  session: Session,
  bearer: Bearer,
  pin: string,
  save: (bearer: Bearer) => void,
): Bearer | null {
  const counted = { ...bearer, pinFailures: bearer.pinFailures + 1 }
  save(counted)
  if (matches(context, session, bearer, pin)) {
    const cleared = { ...bearer, pinFailures: 0 }
    save(cleared)
    return cleared
  }
  if (counted.pinFailures >= PIN_TRIES)
    recordEvent(context, session, {
      actor: UNKNOWN,
      action: 'pin.locked',
      detail: { tries: counted.pinFailures, door: 'url', grant: bearer.id },
    })
  return null
}

/**
 * Compares a PIN for a browser that has no link, and claims nothing yet. A code that the browser could not
 * claim is refused here already, with the one answer for everything.
 */
export function provePin(
  context: Context,
  input: { pin: string },
): Result<{ grantId: string; invitation?: boolean }, 'invalid_provision_code'> {
  const session = context.store.readSession()
  if (!session) return refuse('invalid_provision_code')
  const found = findByPin(context, session, input.pin)
  if ('reason' in found) {
    refuseWith(context, session, found.reason, null)
    return refuse('invalid_provision_code')
  }
  if ('invitation' in found) {
    const state = grantStateAt(found.invitation, context.now)
    if (state === 'issued' || state === 'opened')
      return ok({ grantId: found.invitation.id, invitation: true })
    refuseWith(context, session, state === 'exhausted' ? 'used' : state, found.invitation.id)
    return refuse('invalid_provision_code')
  }
  const nobody: HolderId = { kind: 'browser', id: '' }
  const claims = context.store.listClaims()
  const decision = decideRedeem({
    session: { ...session, deviceLimit: null },
    grant: found.grant,
    claims,
    holder: nobody,
    pin: 'proved',
    now: context.now,
  })
  if (decision.kind === 'refuse') {
    refuseWith(context, session, decision.reason, found.grant.id)
    return refuse('invalid_provision_code')
  }
  return ok({ grantId: found.grant.id })
}

/** The same grant and URL with a new PIN; every PIN door of the person is open again. */
export function renewPin(context: Context, input: { grantId: string; actor: Actor }): Grant | null {
  const grant = context.store.findGrant(input.grantId)
  const session = context.store.readSession()
  const renewed = session && grant && withNewPin(context, session, grant)
  if (!session || !grant || !renewed) return null
  context.store.saveGrant({ ...grant, ...renewed })
  reopenPins(context, session, input.actor, { grant: grant.id, platform: grant.platform })
  return { ...grant, ...renewed }
}

/** The same for an invitation. */
export function renewInvitationPin(
  context: Context,
  input: { invitationId: string; actor: Actor },
): Invitation | null {
  const { invitations } = context.store
  const invitation = invitations.find(input.invitationId)
  const session = context.store.readSession()
  const renewed = session && invitation && withNewPin(context, session, invitation)
  if (!session || !invitation || !renewed) return null
  invitations.save({ ...invitation, ...renewed })
  reopenPins(context, session, input.actor, { invitation: invitation.id })
  return { ...invitation, ...renewed }
}

/** What changes with a new PIN; null where there is nothing left to type it for. */
function withNewPin(context: Context, session: Session, bearer: Grant | Invitation) {
  const { keys, now } = context
  const seal = sealContext(session.ref, bearer.id)
  const sealed = bearer.sealed ? keys.open(bearer.sealed, seal) : null
  if (sealed === null || !isLiving(grantStateAt(bearer, now))) return null
  const pin = makeDistinctPin(context, session)
  const { secret } = JSON.parse(sealed) as Credentials
  return {
    pinMac: pinMacOf(context, session.ref, pin),
    sealed: keys.seal(JSON.stringify({ secret, pin }), seal),
    pinFailures: 0,
  }
}

function reopenPins(context: Context, session: Session, actor: Actor, detail: Record<string, string>): void {
  session.pinFailures = 0
  session.pinLockedAt = null
  recordEvent(context, session, { actor, action: 'pin.renewed', detail })
}
