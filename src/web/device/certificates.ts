import type { DeviceCertificate } from '../../devices/index.ts'
import type { EdgeContext } from '../http/edge.ts'
import { clientOf } from '../http/shields.ts'
import { PRIVATE, readBody, refuse } from './answers.ts'
import { certificateSchema } from './bodies.ts'
import { readCsrText } from './csr.ts'
import { readCredential } from './holder.ts'
import { certificateRefusal } from './problems.ts'

/** `POST /device/v1/certificates`: certifies the key of a request; asked again, it renews. */
export async function certify(c: EdgeContext) {
  const { services, now } = c.var
  if (!(await services.admit('device', clientOf(c)))) return refuse(c, 'rate_limited')
  const body = await readBody(c, certificateSchema)
  if (typeof body === 'string') return refuse(c, 'invalid_request', body)
  const csr = readCsrText(body.csr)
  if (!csr) return refuse(c, 'invalid_certificate_request')
  const presented = await readCredential(c)
  if (!presented.ok) return refuse(c, presented.error)
  const issued = await services.deviceCertificates.certify({ presented: presented.value, csr, now })
  if (!issued.ok) return refuse(c, ...certificateRefusal(issued.error))
  return c.json(viewCertificate(issued.value), 201, PRIVATE)
}

/** Times in RFC 3339, certificates in PEM. */
function viewCertificate({ certificate, chain, renewAfter }: DeviceCertificate) {
  return {
    certificate: certificate.pem,
    chain,
    serial: certificate.serial,
    ends_at: new Date(certificate.endsAt).toISOString(),
    renew_after: new Date(renewAfter).toISOString(),
  }
}
