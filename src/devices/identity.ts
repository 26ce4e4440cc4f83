import type { Certificates } from '../certificates/index.ts'
import type { Keyring } from '../kernel/secrets.ts'
import type { Instant } from '../kernel/time.ts'
import { identityPassword } from './artefact.ts'
import type { DeviceRead } from './store.ts'
import { subjectOf } from './subject.ts'

/**
 * The device's own certificate and key for what a browser's claim is handed; null where its template wants none.
 * `key` lets the browser download: its page shows the password that is computed from it.
 */
export async function makeClaimIdentity(input: {
  keys: Keyring
  certificates: Pick<Certificates, 'makeIdentity'>
  found: DeviceRead
  key: string
  now: Instant
}) {
  const { device, organisation } = input.found
  const subject = subjectOf(input.found)
  if (!subject) return null
  return input.certificates.makeIdentity({
    organisation: { id: device.organisationId, name: organisation.name },
    accountId: device.accountId,
    deviceId: device.id,
    subject,
    password: identityPassword(input.keys, input.key),
    now: input.now,
  })
}
