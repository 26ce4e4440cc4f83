import type { OwnerCertificate } from '../artefacts/index.ts'
import type { UserCertificates } from '../certificates/index.ts'
import { CODE_LETTERS, makeCode } from '../kernel/secrets.ts'
import type { Instant } from '../kernel/time.ts'
import type { DeviceRead } from './store.ts'

/** Where the certificates that owners brought come from. */
export type OwnerCertificateSource = Pick<UserCertificates, 'deliver' | 'toPkcs12'>

/** What its owner brought, for a device whose template asks for it; other templates cost nothing. */
export async function readOwnerCertificates(
  source: OwnerCertificateSource,
  { device, template }: Pick<DeviceRead, 'device' | 'template'>,
  now: Instant,
): Promise<OwnerCertificate[]> {
  if (!template.settings.userCertificates) return []
  const { organisationId, accountId } = device
  const found = await source.deliver({ organisationId, accountId }, now)
  return found.map((certificate) => ({ ...certificate, pkcs12: null }))
}

const PASSWORD_LETTERS = 24

/** The same with a file for each that has its key, under a password that stands beside it. */
export function packOwnerCertificates(
  source: OwnerCertificateSource,
  certificates: OwnerCertificate[],
): Promise<OwnerCertificate[]> {
  return Promise.all(
    certificates.map(async (certificate) => {
      const { key } = certificate
      if (key === null) return certificate
      const password = makeCode(CODE_LETTERS, PASSWORD_LETTERS)
      const bytes = await source.toPkcs12({ ...certificate, key }, password)
      return { ...certificate, pkcs12: { bytes, password } }
    }),
  )
}
