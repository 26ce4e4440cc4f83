import type { ArtefactIdentity } from '../artefacts/index.ts'
import type { Certificates, IssueRefusal } from '../certificates/index.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import type { Keyring } from '../kernel/secrets.ts'
import type { Instant } from '../kernel/time.ts'
import { describeError, log } from '../runtime/logger.ts'
import { identityPassword } from './artefact.ts'
import type { DeviceRead } from './store.ts'
import { subjectOf } from './subject.ts'

/** `no_certificate`: the template asks for one, and none can be made. Nothing is handed out without it. */
export type IdentityRefusal = IssueRefusal | 'no_certificate'

/**
 * The device's own certificate and key for what a browser's claim is handed; null where its template wants none.
 * `key` lets the browser download: its page shows the password that is computed from it.
 */
export async function makeClaimIdentity(input: {
  keys: Keyring
  certificates: Pick<Certificates, 'makeIdentity'>
  found: DeviceRead
  key: string | null
  now: Instant
}): Promise<Result<ArtefactIdentity | null, IdentityRefusal>> {
  const { device, organisation } = input.found
  const subject = subjectOf(input.found)
  if (!subject) return ok(null)
  if (input.key === null) return refuse('no_certificate')
  const asked = {
    organisation: { id: device.organisationId, name: organisation.name },
    accountId: device.accountId,
    deviceId: device.id,
    subject,
    password: identityPassword(input.keys, input.key),
    now: input.now,
  }
  return orNoCertificate(() => input.certificates.makeIdentity(asked))
}

/** An authority that cannot be opened, or D1 that does not answer: what needs a certificate cannot go on. */
export async function orNoCertificate<Value, Refusal>(
  make: () => Promise<Result<Value, Refusal>>,
): Promise<Result<Value, Refusal | 'no_certificate'>> {
  try {
    return await make()
  } catch (error) {
    log('error', 'certificate.not_made', { reason: describeError(error) })
    return refuse('no_certificate')
  }
}
