import { importSigningKey, makeKeyPair } from '../../src/certificates/keys.ts'
import { type Issuer, makeAuthorityCertificate, makeCertificate } from '../../src/certificates/making.ts'
import { authorityName, readName } from '../../src/certificates/names.ts'
import { fromPem } from '../../src/certificates/pem.ts'
import type { CsrKey } from '../../src/certificates/requests.ts'
import {
  AUTHORITY_LIFE,
  CERTIFICATE_LIFE,
  SERIAL_BYTES,
  serialOf,
  validityOf,
} from '../../src/certificates/rules.ts'
import type { Subject } from '../../src/certificates/types.ts'
import * as x509 from '../../src/certificates/x509.ts'

/** An authority without a database. openssl reads the machine's clock, so this is made by it too. */
export const NOW = Date.now()
export const BASE = 'https://setup.acme.example'

export const freshSerial = () => serialOf(crypto.getRandomValues(new Uint8Array(SERIAL_BYTES)))

export async function makeIssuer(
  organisation = 'Acme',
  generation = 1,
): Promise<Issuer & { pkcs8: Uint8Array }> {
  const keys = await makeKeyPair()
  const validity = validityOf(NOW, AUTHORITY_LIFE)
  const pem = await makeAuthorityCertificate({
    ...{ name: authorityName(organisation, generation), serial: freshSerial(), validity, keys },
  })
  return {
    authority: {
      ...{ id: 'ca_AAAAAAAAAAAAAAAAAAAAAA', organisationId: 1, name: '', pem },
      ...{ createdAt: NOW, endsAt: validity.endsAt, retiredAt: null },
    },
    certificate: new x509.X509Certificate(fromPem(pem)),
    key: await importSigningKey(keys.pkcs8),
    pkcs8: keys.pkcs8,
  }
}

/** A certificate for a device, or for signing. */
export async function certifyKey(
  issuer: Issuer,
  key: Pick<CsrKey, 'kind'> & { publicKey: CsrKey['publicKey'] | CryptoKey },
  options: Partial<Subject> & { kind?: 'device' | 'signer'; serial?: string } = {},
): Promise<string> {
  const { subject = 'CN=ada@acme.example,O=Acme', email = 'ada@acme.example' } = options
  const { keyUsage = ['digital_signature'], kind = 'device', serial = freshSerial() } = options
  return makeCertificate({
    ...{ issuer, kind, publicKey: key.publicKey, keyKind: key.kind, baseUrl: BASE },
    ...{ name: readName(subject) ?? [], email, keyUsage, serial },
    validity: validityOf(NOW, CERTIFICATE_LIFE, issuer.authority.endsAt),
  })
}
