import type { Certificates, CsrRefusal, IssuedCertificate, IssueRefusal } from '../certificates/index.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import type { Instant } from '../kernel/time.ts'
import { refereeOf } from '../referee/index.ts'
import type { Database } from '../runtime/database.ts'
import { describeError, log } from '../runtime/logger.ts'
import { authenticate, type DeviceRefusal, type PresentedCredential } from './authentication.ts'
import { findKeyHolder } from './keys-store.ts'
import { isReplay, rememberProofStatements } from './proofs.ts'
import { renewAfter } from './rules.ts'
import type { DeviceRead } from './store.ts'
import { subjectOf } from './subject.ts'

export type DeviceCertificate = {
  deviceId: string
  certificate: IssuedCertificate
  /** PEM each: the authorities above it, the issuing one first. */
  chain: string[]
  /** When the device should ask again, with the same call. */
  renewAfter: Instant
}

/** `not_entitled`: the device's template has no identity. `key_in_use`: the key is another device's. */
export type CertificationRefusal = DeviceRefusal | CsrRefusal | IssueRefusal | 'not_entitled' | 'key_in_use'

/** `csr`: RFC 2986, DER. */
type Asked = { presented: PresentedCredential; csr: Uint8Array; now: Instant }

/** Certificates that devices ask for themselves: their private keys never leave them. */
export function makeDeviceCertificates(options: {
  database: Database
  provisionSessions: DurableObjectNamespace
  certificates: Pick<Certificates, 'readCsr' | 'certify'>
}) {
  const { database, certificates } = options

  /** The first certificate makes a device active that tells by nothing else that it came alive. */
  async function confirm({ device }: DeviceRead): Promise<Result<unknown, DeviceRefusal>> {
    if (device.reports !== 'certificate' || device.lifecycle !== 'pending') return ok(null)
    const { id: deviceId, claimId, epoch } = device
    return refereeOf(options.provisionSessions, device.ref)
      .confirm({ deviceId, claimId, epoch })
      .catch(() => refuse('temporarily_unavailable' as const))
  }

  /** Whether a request is for the key of another device: whoever sends it has seen it, and maybe not made it. */
  async function isForeign(device: DeviceRead['device'], thumbprint: string): Promise<boolean> {
    if (thumbprint === device.keyThumbprint) return false
    const holder = await findKeyHolder(database, thumbprint)
    return holder !== null && holder !== device.id
  }

  async function issue(input: Asked): Promise<Result<DeviceCertificate, CertificationRefusal>> {
    const found = await authenticate(database, input.presented)
    if (!found.ok) return found
    const { device, organisation } = found.value
    const subject = subjectOf(found.value)
    if (!subject) return refuse('not_entitled')
    const read = await certificates.readCsr(input.csr)
    if (!read.ok) return read
    if (await isForeign(device, read.value.thumbprint)) return refuse('key_in_use')
    const certified = await certificates.certify({
      organisation: { id: device.organisationId, name: organisation.name },
      accountId: device.accountId,
      deviceId: device.id,
      csr: input.csr,
      subject,
      before: rememberProofStatements(database, input.presented, input.now),
      now: input.now,
    })
    if (!certified.ok) return certified
    const confirmed = await confirm(found.value)
    if (!confirmed.ok) return confirmed
    const { certificate, chain } = certified.value
    return ok({ deviceId: device.id, certificate, chain, renewAfter: renewAfter(certificate) })
  }

  return {
    /**
     * Certifies the key of a request for the device that presents its credential; what the template says stands
     * in the certificate, never what the request says. The earlier certificates of the device end a day later. A proof
     * gets one certificate: sent again, it is `invalid_credential`.
     */
    certify(input: Asked): Promise<Result<DeviceCertificate, CertificationRefusal>> {
      return issue(input).catch((error: unknown) => {
        if (isReplay(error)) return refuse('invalid_credential' as const)
        log('error', 'certificate.not_issued', { reason: describeError(error) })
        return refuse('temporarily_unavailable' as const)
      })
    },
  }
}

export type DeviceCertificates = ReturnType<typeof makeDeviceCertificates>
