import { makeId } from '../kernel/ids.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import { DIGITS, makeCode, randomBytes } from '../kernel/secrets.ts'
import { type Instant, isWithin, MINUTE } from '../kernel/time.ts'
import type { IssuePasscodeResetInput, PasscodeResetRefusal, PasscodeResetView } from '../referee/index.ts'
import { type Context, recordEvent } from './context.ts'
import { PIN_LENGTH, PIN_TRIES, takesPlace } from './rules.ts'
import type { PasscodeReset, Session } from './types.ts'

/** How long a PIN for a passcode can be used. */
const VALIDITY = 10 * MINUTE

const macData = (session: Session, { id }: Pick<PasscodeReset, 'id'>, pin: string) =>
  `passcode/${session.ref}/${id}/${pin}`
const sealContext = (session: Session, { id }: Pick<PasscodeReset, 'id'>) => `passcode/${session.ref}/${id}`

/** Makes a PIN for the passcode of a living device; the one before is over. Run inside a transaction. */
export function issuePasscodeReset(
  context: Context,
  { deviceId, actor }: IssuePasscodeResetInput,
): Result<PasscodeResetView, 'unknown' | 'setup_disabled'> {
  const { store, keys, now } = context
  const session = store.readSession()
  const claim = store.findClaimOf(deviceId)
  if (!session || !claim || !takesPlace(claim)) return refuse('unknown')
  if (session.disabledAt !== null) return refuse('setup_disabled')
  const pin = makeCode(DIGITS, PIN_LENGTH)
  const id = makeId('rst', randomBytes(16))
  const reset: PasscodeReset = {
    id,
    deviceId,
    claimId: claim.id,
    pinMac: keys.mac('pepper', macData(session, { id }, pin)),
    sealed: keys.seal(pin, sealContext(session, { id })),
    createdAt: now,
    validUntil: now + VALIDITY,
    failures: 0,
    usedAt: null,
    endedAt: null,
  }
  store.passcodeResets.save(reset)
  recordEvent(context, session, {
    actor,
    action: 'passcode_reset.issued',
    deviceId,
    detail: { platform: claim.platform },
  })
  return ok(viewReset(context, session, reset))
}

export function showPasscodeReset(context: Context, deviceId: string): PasscodeResetView | null {
  const session = context.store.readSession()
  const reset = session && context.store.passcodeResets.find(deviceId)
  return session && reset ? viewReset(context, session, reset) : null
}

function viewReset(context: Context, session: Session, reset: PasscodeReset): PasscodeResetView {
  const waiting = canBeUsed(context, session, reset)
  const { id, deviceId, createdAt, validUntil, usedAt } = reset
  const state = usedAt !== null ? 'used' : waiting ? 'waiting' : 'over'
  const pin = waiting && reset.sealed ? context.keys.open(reset.sealed, sealContext(session, reset)) : null
  return { id, deviceId, state, createdAt, validUntil, usedAt, pin }
}

function isInTime({ createdAt, validUntil }: PasscodeReset, now: Instant): boolean {
  return isWithin({ from: createdAt, length: validUntil - createdAt }, now)
}

/** In its time, and its device is still the one that it was made for. */
function isMeant({ store, now }: Context, reset: PasscodeReset): boolean {
  const claim = store.findClaimOf(reset.deviceId)
  return claim?.id === reset.claimId && takesPlace(claim) && isInTime(reset, now)
}

/** While it waits: meant for this device, not used, and tries left. */
function canBeUsed(context: Context, session: Session, reset: PasscodeReset): boolean {
  return session.disabledAt === null && reset.endedAt === null && isMeant(context, reset)
}

/**
 * Uses the PIN: the try is counted before comparing, the fifth wrong one ends it. The same PIN again in its time is
 * answered as before.
 */
export function usePasscodeReset(
  context: Context,
  { deviceId, pin }: { deviceId: string; pin: string },
): Result<{ usedAt: Instant }, PasscodeResetRefusal> {
  const { store, keys, now } = context
  const session = store.readSession()
  const reset = session && store.passcodeResets.find(deviceId)
  if (!session || !reset) return refuse('invalid_pin')
  if (session.disabledAt !== null) return refuse('setup_disabled')
  const again = reset.usedAt !== null && isMeant(context, reset) && reset.failures < PIN_TRIES
  if (!again && !canBeUsed(context, session, reset)) return refuse('invalid_pin')

  const counted: PasscodeReset = { ...reset, failures: reset.failures + 1 }
  store.passcodeResets.save(counted)
  const actor = { kind: 'device' as const, id: deviceId }
  if (!keys.matchesMac('pepper', reset.pinMac, macData(session, reset, pin))) {
    const last = counted.failures >= PIN_TRIES
    if (last) store.passcodeResets.save({ ...counted, sealed: null, endedAt: reset.endedAt ?? now })
    if (last || counted.failures === 1)
      recordEvent(context, session, {
        actor,
        action: 'passcode_reset.refused',
        deviceId,
        detail: { count: counted.failures },
      })
    return refuse('invalid_pin')
  }
  if (reset.usedAt !== null) {
    store.passcodeResets.save(reset)
    return ok({ usedAt: reset.usedAt })
  }
  store.passcodeResets.save({ ...reset, sealed: null, usedAt: now, endedAt: now })
  recordEvent(context, session, { actor, action: 'passcode_reset.used', deviceId })
  return ok({ usedAt: now })
}
