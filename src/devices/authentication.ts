import { type AuditEntry, auditStatement } from '../audit/index.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import { equalText, hashSecret } from '../kernel/secrets.ts'
import { DAY, type Instant } from '../kernel/time.ts'
import { type Database, runBatch } from '../runtime/database.ts'
import { describeError, log } from '../runtime/logger.ts'
import { parseCredential } from './rules.ts'
import * as store from './store.ts'
import { LIVING } from './types.ts'

/** How a request proves that it comes from the device: its token, and the key that signed the DPoP proof. */
export type PresentedCredential = {
  token: string
  thumbprint: string | null
  /** When it was presented; absent: nothing is noted of it. */
  at?: Instant
  /** Hash of the proof's id, remembered (`rememberProofStatements`) where a replay would matter. */
  jti?: string
  /** The key that signed a certificate request in the same call: proves as much where there is no proof. */
  requestKey?: string
}

export type DeviceRefusal = 'invalid_credential' | 'setup_disabled' | 'temporarily_unavailable'

/**
 * A living device whose credential is the present one and, where it is bound to a key, came with that key; while
 * service, organisation and account are on.
 */
export async function authenticate(
  database: Database,
  presented: PresentedCredential,
): Promise<Result<store.DeviceRead, DeviceRefusal>> {
  const parsed = parseCredential(presented.token)
  const found = parsed && (await store.readDevice(database, parsed.deviceId))
  if (!parsed || !found) return refuse('invalid_credential')
  const refusal = judgeCredential(found, presented)
  if (isStolen(found.device, presented)) await noteTheft(database, found.device, presented.at)
  return refusal === null ? ok(found) : refuse(refusal === 'ended' ? 'invalid_credential' : refusal)
}

/** What a credential is judged by. */
export type Credentialled = {
  device: Pick<store.DeviceRead['device'], 'credentialHash' | 'keyThumbprint' | 'lifecycle'>
  account: Pick<store.DeviceRead['account'], 'state' | 'disabledAt'>
  organisation: Pick<store.DeviceRead['organisation'], 'enabled'>
  serviceEnabled: boolean
}

/** The same of a device that was read already. `ended`: it was this device’s, which is over. */
export function judgeCredential(
  { device, account, organisation, serviceEnabled }: Credentialled,
  presented: PresentedCredential,
): 'invalid_credential' | 'ended' | 'setup_disabled' | null {
  if (!equalText(device.credentialHash, hashSecret(presented.token))) return 'invalid_credential'
  if (!holdsKey(device.keyThumbprint, presented)) return 'invalid_credential'
  if (!LIVING.includes(device.lifecycle)) return 'ended'
  return isSwitchedOff({ account, organisation, serviceEnabled }) ? 'setup_disabled' : null
}

/** Whether anything above a device keeps it from being served: service, organisation or account. */
export function isSwitchedOff({
  account,
  organisation,
  serviceEnabled,
}: Omit<Credentialled, 'device'>): boolean {
  const disabled = account.disabledAt !== null || account.state === 'deleted'
  return !serviceEnabled || !organisation.enabled || disabled
}

/** The very credential of a living device, without the key that it is bound to: somebody else has it. */
function isStolen(device: store.DeviceRead['device'], presented: PresentedCredential): boolean {
  const own = equalText(device.credentialHash, hashSecret(presented.token))
  return own && LIVING.includes(device.lifecycle) && !holdsKey(device.keyThumbprint, presented)
}

/** Written once a day, however often it is tried; what D1 does not take is not told. */
async function noteTheft(
  database: Database,
  device: store.DeviceRead['device'],
  at: Instant | undefined,
): Promise<void> {
  if (at === undefined) return
  const { id, organisationId, accountId, epoch, platform } = device
  const entry: AuditEntry = {
    id: `thf.${id}.${epoch}.${Math.floor(at / DAY)}`,
    organisationId,
    at,
    actor: { kind: 'device', id: 'unknown' },
    action: 'theft.suspected',
    accountId,
    deviceId: id,
    detail: { platform, by: 'credential' },
  }
  await runBatch(database, [auditStatement(database, entry)]).catch((error: unknown) =>
    log('warn', 'theft.not_noted', { reason: describeError(error) }),
  )
}

function holdsKey(bound: string | null, { thumbprint, requestKey }: PresentedCredential): boolean {
  return bound === thumbprint || (bound !== null && thumbprint === null && bound === requestKey)
}
