import type { Certificates, CsrRefusal } from '../certificates/index.ts'
import type {
  CertificationRefusal,
  DeviceCertificate,
  DeviceCertificates,
  PresentedCredential,
} from '../devices/index.ts'
import { ok, type Result } from '../kernel/result.ts'
import { makeSecret } from '../kernel/secrets.ts'
import type { Instant } from '../kernel/time.ts'
import type { Presented, RedemptionRefusal } from './redemption.ts'
import type { Provisioning } from './service.ts'

/** A device that got its certificate. `token`: its credential, where it is new to the device. */
export type Enrolled = DeviceCertificate & { token: string | null }

export type EnrolmentRefusal = RedemptionRefusal | CertificationRefusal | CsrRefusal

/** Turns a code into a device by its certificate request alone (EST, RFC 7030). */
export function makeEnrolment(options: {
  provisioning: Pick<Provisioning, 'redeem'>
  deviceCertificates: DeviceCertificates
  certificates: Pick<Certificates, 'readCsr'>
}) {
  const { provisioning, deviceCertificates, certificates } = options
  return {
    /**
     * Redeems the code and certifies the key of the request. The key holds the claim: whoever signs again with
     * it gets the same device, for a day or by a new code. A request that cannot be certified, or a code whose
     * template brings no certificate, leaves the code untouched.
     */
    async enrol(input: {
      presented: Presented
      csr: Uint8Array
      now: Instant
    }): Promise<Result<Enrolled, EnrolmentRefusal>> {
      const { presented, csr, now } = input
      const read = await certificates.readCsr(csr)
      if (!read.ok) return read
      const { thumbprint } = read.value
      const redeemed = await provisioning.redeem({
        presented,
        // A request may be sent again as it is: it is the code that must not be known to anybody else.
        holder: { kind: 'device_key', thumbprint, jti: makeSecret() },
        facts: {},
        ownership: null,
        certificate: true,
      })
      if (!redeemed.ok) return redeemed
      const { token } = redeemed.value
      const certified = await deviceCertificates.certify({ presented: { token, thumbprint }, csr, now })
      return certified.ok ? ok({ ...certified.value, token }) : certified
    },

    /**
     * The next certificate of a device that shows its credential. Where that is bound to a key and no proof came
     * along, a request that the same key signed is the proof: a stolen credential certifies no other key.
     */
    async renew(input: {
      credential: PresentedCredential
      csr: Uint8Array
      now: Instant
    }): Promise<Result<Enrolled, EnrolmentRefusal>> {
      const { credential, csr, now } = input
      const read = await certificates.readCsr(csr)
      if (!read.ok) return read
      const presented = { ...credential, requestKey: read.value.thumbprint }
      const certified = await deviceCertificates.certify({ presented, csr, now })
      return certified.ok ? ok({ ...certified.value, token: null }) : certified
    },
  }
}

export type Enrolment = ReturnType<typeof makeEnrolment>
