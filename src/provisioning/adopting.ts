import { hashSecret, makeSecret } from '../kernel/secrets.ts'
import type { KnownDevice, KnownInvitation, ReplayInput } from '../referee/index.ts'
import { type Context, credentialOf, recordEvent } from './context.ts'
import { decisionOf, slotOf } from './invitation-views.ts'
import type { Claim, Grant, Session } from './types.ts'

/** The session's tables are there. It holds nothing: a session that was lost, or one that never did anything. */
type Adopted = { session: 'made_anew' | 'none'; events: number; unknown: number; rev: number | null }

/**
 * Begins a lost session again from what D1 knows: its devices, so that they can be ended, replaced and counted, and
 * whether the account is disabled. Its codes and the links and PINs of its invitations are lost: D1 is told that the
 * invitations ended. Events go on behind the newest that D1 has, which it would else take for known.
 */
export function adopt(context: Context, input: ReplayInput): Adopted {
  if (input.lastRev === 0) return { session: 'none', events: 0, unknown: 0, rev: null }
  const session: Session = {
    ref: input.ref,
    organisationId: input.organisationId,
    accountId: input.accountId,
    address: input.notify.address,
    locale: input.notify.locale,
    deviceLimit: input.deviceLimit,
    atLimit: input.atLimit ?? 'refuse',
    rev: input.lastRev,
    pinFailures: 0,
    pinLockedAt: null,
    disabledAt: input.disabledAt,
    closedAt: null,
  }
  context.store.saveSession(session)
  for (const device of input.devices) adoptDevice(context, device)
  for (const invitation of input.invitations) endLost(context, session, invitation, input.devices)
  return { session: 'made_anew', events: session.rev - input.lastRev, unknown: 0, rev: session.rev }
}

/** A living device keeps its credential, which D1 knows; nobody can ask for it again. */
function adoptDevice(context: Context, device: KnownDevice): void {
  const { store, now } = context
  const { platform, templateId, lifecycle } = device
  if (platform === null || templateId === null || !(lifecycle === 'pending' || lifecycle === 'active')) return
  const grant: Grant = {
    id: device.grantId,
    kind: 'provision_code',
    platform,
    state: 'exhausted',
    confirmation: 'tap',
    ownership: device.ownership,
    ownershipOpen: false,
    templateId,
    templateVersion: device.templateVersion,
    policies: {},
    reports: device.reports,
    certifies: true,
    checkInSeconds: device.checkInSeconds,
    // Of a secret that nobody knows.
    secretHash: hashSecret(makeSecret()),
    pinMac: null,
    sealed: null,
    createdAt: device.registeredAt,
    validUntil: device.registeredAt,
    fetchedAt: null,
    openedAt: device.registeredAt,
    endedAt: now,
    pinFailures: 0,
    theftAt: null,
    invitationId: device.invitationId,
    device: null,
  }
  store.saveGrant(grant)
  const claim: Omit<Claim, 'keyId'> = {
    id: device.claimId,
    grantId: device.grantId,
    deviceId: device.id,
    state: lifecycle === 'active' ? 'confirmed' : 'claimed',
    epoch: device.epoch,
    holderKind: device.keyThumbprint === null ? 'idempotency_key' : 'device_key',
    // Which browser or which idempotency key it was, D1 never knew.
    holder: device.keyThumbprint ?? hashSecret(makeSecret()),
    former: [],
    platform,
    ownership: device.ownership,
    reports: device.reports,
    facts: {},
    downloads: 0,
    registeredAt: device.registeredAt,
    claimedAt: device.registeredAt,
    deliveredAt: device.deliveredAt,
    confirmedAt: device.confirmedAt,
    confirmedBy: device.confirmedBy,
    endedAt: null,
    replaces: device.replacesDeviceId,
  }
  store.saveClaim({ ...claim, keyId: keyIdOf(context, claim, device.credentialHash) })
}

/** Which master key the credential was computed with; empty when that one is gone. */
function keyIdOf({ keys }: Context, claim: Omit<Claim, 'keyId'>, credentialHash: string): string {
  const candidates = [keys.currentId, keys.formerId].filter((id) => id !== null)
  const found = candidates.find((keyId) => {
    const credential = credentialOf(keys, { ...claim, keyId })
    return credential !== null && hashSecret(credential) === credentialHash
  })
  return found ?? ''
}

function endLost(context: Context, session: Session, known: KnownInvitation, devices: KnownDevice[]): void {
  if (known.state !== 'issued' && known.state !== 'opened') return
  const ended = {
    ...known,
    state: 'revoked' as const,
    endedAt: context.now,
    confirmation: 'tap' as const,
    secretHash: hashSecret(makeSecret()),
    pinMac: null,
    sealed: null,
    pinFailures: 0,
  }
  context.store.invitations.save(ended)
  const waits = devices.some(({ id, lifecycle }) => id === known.slotDeviceId && lifecycle === 'invited')
  recordEvent(context, session, {
    actor: { kind: 'system', id: 'replay' },
    action: 'session.replayed',
    detail: { what: 'invitation', invitation: known.id, lost: true },
    invitation: decisionOf(session, ended),
    ...(waits && { slot: slotOf(session, ended, 'deleted') }),
  })
}
