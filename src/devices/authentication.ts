import { ok, type Result, refuse } from '../kernel/result.ts'
import { equalText, hashSecret } from '../kernel/secrets.ts'
import type { Database } from '../runtime/database.ts'
import { parseCredential } from './rules.ts'
import * as store from './store.ts'
import { LIVING } from './types.ts'

/** How a request proves that it comes from the device: its token, and the key that signed the DPoP proof. */
export type PresentedCredential = {
  token: string
  thumbprint: string | null
  /** Hash of the proof's id, to be remembered where a replay would matter. */
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
  const disabled = account.disabledAt !== null || account.state === 'deleted'
  return !serviceEnabled || !organisation.enabled || disabled ? 'setup_disabled' : null
}

function holdsKey(bound: string | null, { thumbprint, requestKey }: PresentedCredential): boolean {
  return bound === thumbprint || (bound !== null && thumbprint === null && bound === requestKey)
}
