import 'reflect-metadata'
import {
  BasicConstraintsExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  PemConverter,
  type X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509'
import { DAY } from '../../../src/kernel/time.ts'
import type { TestStaff } from '../../support/staff.ts'
import { inD1, services, time } from '../../support/world.ts'
import { makeForeigner } from './people-support.ts'

const EC = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
const SIGN = { name: 'ECDSA', hash: 'SHA-256' }

const makeKeys = () => crypto.subtle.generateKey(EC, true, ['sign', 'verify']) as Promise<CryptoKeyPair>

export async function keyPem(key: CryptoKey): Promise<string> {
  return PemConverter.encode((await crypto.subtle.exportKey('pkcs8', key)) as ArrayBuffer, 'PRIVATE KEY')
}

/** A signing certificate from an authority that is not ours, as an organisation would buy it. */
export async function makeBought(
  options: { name?: string; endsIn?: number; usage?: KeyUsageFlags; ca?: boolean } = {},
) {
  const { name = 'CN=Profiles of Acme', endsIn = 200 * DAY, ca = false } = options
  const [rootKeys, keys] = await Promise.all([makeKeys(), makeKeys()])
  const notBefore = new Date(time.now() - DAY)
  const root = await X509CertificateGenerator.createSelfSigned({
    name: 'CN=Bought Root',
    keys: rootKeys,
    notBefore,
    notAfter: new Date(time.now() + 3650 * DAY),
    signingAlgorithm: SIGN,
    extensions: [
      new BasicConstraintsExtension(true, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign, true),
    ],
  })
  const certificate = await X509CertificateGenerator.create({
    subject: name,
    issuer: root.subject,
    publicKey: keys.publicKey,
    signingKey: rootKeys.privateKey,
    notBefore: new Date(Math.min(notBefore.getTime(), time.now() + endsIn - DAY)),
    notAfter: new Date(time.now() + endsIn),
    signingAlgorithm: SIGN,
    extensions: [
      new BasicConstraintsExtension(ca, undefined, true),
      new KeyUsagesExtension(options.usage ?? KeyUsageFlags.digitalSignature, true),
    ],
  })
  const pem = (one: X509Certificate) => one.toString('pem')
  return { chain: `${pem(certificate)}\n${pem(root)}\n`, key: await keyPem(keys.privateKey) }
}

/** Posts the form of the signing certificate, each field as a text or as a file. */
export function uploadSigner(
  { visitor }: TestStaff,
  fields: {
    chain?: string
    secretKey?: string
    chainFile?: string | Uint8Array<ArrayBuffer>
    secretKeyFile?: string
  },
) {
  return visitor.send(
    '/manage/certificates/signer',
    Object.entries(fields).map(([name, value]) => [
      name,
      name.endsWith('File') ? new File([value], 'some.pem') : String(value),
    ]),
  )
}

export const ACME = { id: 1, name: 'Acme Robotics' }

/** A certificate of a device of its own; `deviceId` may be one that was set up. */
export async function issue(
  options: {
    subject?: string
    deviceId?: string
    accountId?: string | null
    organisation?: typeof ACME
  } = {},
): Promise<string> {
  const { subject = 'CN=Ada Lovelace', accountId = null, organisation = ACME } = options
  const identity = await services.certificates.makeIdentity({
    organisation,
    accountId,
    deviceId: options.deviceId ?? `dev_${crypto.randomUUID().replaceAll('-', '').slice(0, 22)}`,
    subject: { subject, email: 'ada@acme.example', keyUsage: ['digital_signature'] },
    now: time.now(),
  })
  if (!identity.ok) throw new Error(identity.error)
  return identity.value.serial
}

/** Globex, with an authority and a certificate of its own. */
export async function makeForeignCertificate() {
  await makeForeigner()
  const organisation = { id: 77, name: 'Globex' }
  const serial = await issue({ subject: 'CN=Hank Scorpio', organisation })
  const { id } = await services.certificates.ensureAuthority(organisation, time.now())
  return { serial, authority: id }
}

/** Many rows at once, older than any other: the newest first is `older-0`. */
export async function insertIssued(count: number): Promise<void> {
  const [row] = await inD1('SELECT * FROM issued_certificates WHERE organisation_id = 1 LIMIT 1')
  const { id } = await services.certificates.ensureAuthority(ACME, time.now())
  for (let index = 0; index < count; index += 1)
    await inD1(
      `INSERT INTO issued_certificates (serial, organisation_id, authority_id, kind, account_id, device_id, subject,
         pem, created_at, ends_at, revoked_at, reason, changed_at)
       VALUES (?1, 1, ?2, 'device', NULL, NULL, ?3, ?4, ?5, ?6, NULL, NULL, ?5)`,
      `5${index.toString(16).padStart(31, '0')}`,
      id,
      `CN=older-${index}.`,
      row?.pem,
      time.now() - (index + 1) * DAY,
      time.now() + 300 * DAY - index * DAY,
    )
}

/** What stands at the fields, without markup. */
export function errorsIn(html: string): Record<string, string> {
  const found = html.matchAll(/<p id="([^"]+)-error"[^>]*>([^<]*)</g)
  return Object.fromEntries([...found].map(([, field = '', text = '']) => [field, text]))
}
