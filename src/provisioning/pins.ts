import { ok, type Result, refuse } from '../kernel/result.ts'
import { DIGITS, makeCode } from '../kernel/secrets.ts'
import type { Actor } from '../referee/index.ts'
import { type Context, recordEvent } from './context.ts'
import { refuseWith, UNKNOWN } from './refusals.ts'
import { decideRedeem, grantStateAt, isLiving, PIN_LENGTH, PIN_TRIES } from './rules.ts'
import type { FailureReason, Grant, HolderId, Session } from './types.ts'
import { type Credentials, sealContext } from './views.ts'

/** The data a PIN's HMAC is made of: bound to its person, so that equal PINs of two people differ. */
function pinData(ref: string, pin: string): string {
  return `pin/${ref}/${pin}`
}

export function pinMacOf({ keys }: Context, ref: string, pin: string): string {
  return keys.mac('pepper', pinData(ref, pin))
}

function matches({ keys }: Context, session: Session, grant: Grant, pin: string): boolean {
  return grant.pinMac !== null && keys.matchesMac('pepper', grant.pinMac, pinData(session.ref, pin))
}

/** Distinct among everything that this person could still type. */
export function makeDistinctPin(context: Context, session: Session): string {
  const taken = context.store.listGrantsWithPin()
  for (;;) {
    const pin = makeCode(DIGITS, PIN_LENGTH)
    if (!taken.some((grant) => matches(context, session, grant, pin))) return pin
  }
}

/**
 * The grant whose PIN came with the person's address. Five wrong ones in a row close this door, and this door
 * only; the try is counted before comparing. The PIN of a code that is over is no wrong try, but clears none either:
 * whoever kept an old one could guess without end.
 */
export function findByPin(
  context: Context,
  session: Session,
  pin: string,
): { grant: Grant } | { reason: FailureReason } {
  const { store, now } = context
  if (session.pinLockedAt !== null) return { reason: 'pin_locked' }
  const candidates = store.listGrantsWithPin()
  if (candidates.length === 0) return { reason: 'no_living_code' }

  const before = session.pinFailures
  session.pinFailures += 1
  store.saveSession(session)
  const grant = candidates.find((candidate) => matches(context, session, candidate, pin))
  if (grant) {
    session.pinFailures = isLiving(grantStateAt(grant, now)) ? 0 : before
    store.saveSession(session)
    return { grant }
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
 * The secret matched and a PIN came along: the try is counted for this URL, then compared. Returns the grant
 * with its count cleared, or null.
 */
export function checkPinBehindUrl(
  context: Context,
  session: Session,
  grant: Grant,
  pin: string,
): Grant | null {
  const { store } = context
  const counted = { ...grant, pinFailures: grant.pinFailures + 1 }
  store.saveGrant(counted)
  if (matches(context, session, grant, pin)) {
    const cleared = { ...grant, pinFailures: 0 }
    store.saveGrant(cleared)
    return cleared
  }
  if (counted.pinFailures >= PIN_TRIES)
    recordEvent(context, session, {
      actor: UNKNOWN,
      action: 'pin.locked',
      detail: { tries: counted.pinFailures, door: 'url', grant: grant.id },
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
): Result<{ grantId: string }, 'invalid_provision_code'> {
  const session = context.store.readSession()
  if (!session) return refuse('invalid_provision_code')
  const found = findByPin(context, session, input.pin)
  if (!('grant' in found)) {
    refuseWith(context, session, found.reason, null)
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
  const { store, keys, now } = context
  const session = store.readSession()
  const grant = store.findGrant(input.grantId)
  const sealed = session && grant?.sealed ? keys.open(grant.sealed, sealContext(session.ref, grant.id)) : null
  if (!session || !grant || sealed === null || !isLiving(grantStateAt(grant, now))) return null

  const pin = makeDistinctPin(context, session)
  const { secret } = JSON.parse(sealed) as Credentials
  const renewed: Grant = {
    ...grant,
    pinMac: pinMacOf(context, session.ref, pin),
    sealed: keys.seal(JSON.stringify({ secret, pin }), sealContext(session.ref, grant.id)),
    pinFailures: 0,
  }
  store.saveGrant(renewed)
  session.pinFailures = 0
  session.pinLockedAt = null
  recordEvent(context, session, {
    actor: input.actor,
    action: 'pin.renewed',
    detail: { grant: grant.id, platform: grant.platform },
  })
  return renewed
}
