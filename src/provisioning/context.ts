import type { AuditAction } from '../audit/index.ts'
import type { DeviceDecision, DeviceLifecycle } from '../devices/index.ts'
import type { DeviceId } from '../kernel/ids.ts'
import { hashSecret, type Keyring } from '../kernel/secrets.ts'
import type { Instant } from '../kernel/time.ts'
import type { Actor } from '../referee/index.ts'
import type { ProvisionSessionStore } from './provision-session-store.ts'
import type { Claim, Grant, Session, SessionEvent } from './types.ts'

/** What a decision inside the object works with. `now` is read once, at the object's edge. */
export type Context = { store: ProvisionSessionStore; keys: Keyring; now: Instant }

/** What happened, and what it changes in D1 besides the audit. */
type Decided = Omit<SessionEvent, 'rev' | 'at' | 'organisationId' | 'accountId' | 'ref' | 'audit'> & {
  action: AuditAction
  deviceId?: DeviceId | null
  detail?: SessionEvent['audit']['detail']
}

/**
 * Records what was decided, in the transaction that decides it: raises `rev` and puts the event into the
 * outbox, from where it reaches D1 in order.
 */
export function recordEvent(context: Context, session: Session, decided: Decided): number {
  const { action, deviceId = null, detail = {}, ...changes } = decided
  session.rev += 1
  context.store.saveSession(session)
  const { rev, organisationId, accountId, ref } = session
  const event = { rev, at: context.now, organisationId, accountId, ref, audit: { action, deviceId, detail } }
  context.store.addEvent({ ...event, ...changes }, context.now)
  return rev
}

/** The account's owner, in whose name most things happen here. */
export function ownerOf(session: Session): Actor {
  return { kind: 'owner', id: session.accountId }
}

/**
 * A claim's credential: `<device id>.<epoch>.<HMAC(credential key, claim id | epoch)>`. It can be computed
 * again for the same holder, so that only its hash needs storing. Null when the master key is gone.
 */
export function credentialOf(keys: Keyring, claim: Pick<Claim, 'id' | 'deviceId' | 'epoch' | 'keyId'>) {
  const mac = keys.macWith(claim.keyId, 'credential', `${claim.id}|${claim.epoch}`)
  return mac === null ? null : `${claim.deviceId}.${claim.epoch}.${mac}`
}

const LIFECYCLE: Record<Claim['state'], DeviceLifecycle> = {
  claimed: 'pending',
  confirmed: 'active',
  abandoned: 'deleted',
  revoked: 'retired',
}

/** The device's row in D1 as a claim decides it. */
export function deviceOf(
  keys: Keyring,
  session: Session,
  grant: Grant,
  claim: Claim,
  endedReason: string | null = null,
): Omit<DeviceDecision, 'rev'> {
  const credential = credentialOf(keys, claim)
  return {
    id: claim.deviceId,
    organisationId: session.organisationId,
    accountId: session.accountId,
    ref: session.ref,
    lifecycle: LIFECYCLE[claim.state],
    platform: claim.platform,
    ownership: claim.ownership,
    templateId: grant.templateId,
    templateVersion: grant.templateVersion,
    reports: claim.reports,
    checkInSeconds: grant.checkInSeconds,
    claimId: claim.id,
    grantId: grant.id,
    invitationId: grant.invitationId,
    replacesDeviceId: claim.replaces,
    epoch: claim.epoch,
    // Where the key is gone that it was computed with, the credential stays what D1 knows it as.
    credentialHash: credential === null ? '' : hashSecret(credential),
    keyThumbprint: claim.holderKind === 'device_key' ? claim.holder : null,
    registeredAt: claim.registeredAt,
    deliveredAt: claim.deliveredAt,
    confirmedAt: claim.confirmedAt,
    confirmedBy: claim.confirmedBy,
    endedAt: claim.endedAt,
    endedReason,
    facts: claim.facts,
  }
}
