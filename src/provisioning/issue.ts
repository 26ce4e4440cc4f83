import { makeId } from '../kernel/ids.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import { hashSecret, makeSecret, randomBytes } from '../kernel/secrets.ts'
import { SECOND } from '../kernel/time.ts'
import type { Actor, GrantView, IssueCodeInput, IssueForDeviceRefusal } from '../referee/index.ts'
import { type Context, recordEvent } from './context.ts'
import { makeDistinctPin, pinMacOf } from './pins.ts'
import { findPlace, grantStateAt, isLiving, namedBy, VALIDITY } from './rules.ts'
import type { Grant, Session } from './types.ts'
import { type Credentials, sealContext, viewGrant } from './views.ts'

/**
 * Issues a provision code and supersedes the account's unclaimed one for the same platform. Run inside a
 * transaction.
 */
export function issueCode(context: Context, input: IssueCodeInput): Result<GrantView, IssueForDeviceRefusal> {
  const { store, keys, now } = context
  const session = openSession(context, input)
  session.deviceLimit = input.deviceLimit
  session.atLimit = input.atLimit ?? 'refuse'
  if (session.disabledAt !== null) return refuse({ code: 'setup_disabled' })
  const claims = store.listClaims()
  const { device = null } = input
  const named = namedBy({ device }, claims)
  if (device && !named) return refuse({ code: 'unknown_device' })
  if (findPlace(session, claims, [named]) === null)
    return refuse({ code: 'device_limit_reached', limit: session.deviceLimit ?? 0 })

  for (const former of store.listUnclaimedGrants())
    if (former.platform === input.platform || (device && former.device?.id === device.id))
      endUnclaimed(context, session, former, 'superseded', input.actor)

  const id = makeId('grt', randomBytes(16))
  const credentials: Credentials = { secret: makeSecret(), pin: makeDistinctPin(context, session) }
  const validitySeconds = Math.min(Math.max(input.validitySeconds, VALIDITY.min), VALIDITY.max)
  const grant: Grant = {
    id,
    kind: 'provision_code',
    platform: input.platform,
    state: 'issued',
    confirmation: input.confirmation,
    // A device that goes on, or is carried on by another, stays whose it is.
    ownership: named?.ownership ?? input.ownership,
    ownershipOpen: named === undefined && input.ownershipOpen,
    templateId: input.template.id,
    templateVersion: input.template.version,
    policies: input.template.policies,
    reports: input.reports,
    certifies: input.template.identity,
    checkInSeconds: input.checkInSeconds,
    secretHash: hashSecret(credentials.secret),
    pinMac: pinMacOf(context, session.ref, credentials.pin),
    sealed: keys.seal(JSON.stringify(credentials), sealContext(session.ref, id)),
    createdAt: now,
    validUntil: now + validitySeconds * SECOND,
    fetchedAt: null,
    openedAt: null,
    endedAt: null,
    pinFailures: 0,
    theftAt: null,
    invitationId: null,
    device,
  }
  store.saveGrant(grant)
  recordEvent(context, session, {
    actor: input.actor,
    action: 'provision_code.created',
    deviceId: device?.id ?? null,
    detail: {
      grant: id,
      platform: grant.platform,
      ownership: grant.ownership,
      seconds: validitySeconds,
      ...(device && { [device.as === 'replace' ? 'replaces' : 'again']: device.id }),
    },
  })
  return ok(viewGrant({ keys, session, grant, claims, now }))
}

/** Ends a grant that nobody claimed: as said, unless its time was over before. */
export function endUnclaimed(
  context: Context,
  session: Session,
  grant: Grant,
  state: 'superseded' | 'revoked',
  actor: Actor,
): void {
  endGrant(context, session, grant, isLiving(grantStateAt(grant, context.now)) ? state : 'expired', actor)
}

/** Ends a grant that can still be claimed: its seal is destroyed, its claims stay as they are. */
export function endGrant(
  context: Context,
  session: Session,
  grant: Grant,
  state: 'expired' | 'superseded' | 'revoked',
  actor: Actor,
): void {
  const endedAt = state === 'expired' ? Math.min(context.now, grant.validUntil) : context.now
  context.store.saveGrant({ ...grant, state, sealed: null, endedAt })
  recordEvent(context, session, {
    actor,
    action: `provision_code.${state}`,
    detail: { grant: grant.id, platform: grant.platform },
  })
}

/** The account's session as it stands, with what the Worker knows newer; a fresh one the first time. */
export function openSession(
  { store }: Context,
  input: Pick<IssueCodeInput, 'ref' | 'organisationId' | 'accountId' | 'notify'>,
): Session {
  const known = store.readSession()
  return {
    ref: input.ref,
    organisationId: input.organisationId,
    accountId: input.accountId,
    address: input.notify.address,
    locale: input.notify.locale,
    deviceLimit: known?.deviceLimit ?? null,
    atLimit: known?.atLimit ?? 'refuse',
    rev: known?.rev ?? 0,
    pinFailures: known?.pinFailures ?? 0,
    pinLockedAt: known?.pinLockedAt ?? null,
    disabledAt: known?.disabledAt ?? null,
    closedAt: known?.closedAt ?? null,
  }
}
