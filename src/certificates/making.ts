import type { FreshKeys } from './keys.ts'
import { NAME_TYPES, type NamePart } from './names.ts'
import { toPem } from './pem.ts'
import type { CsrKey } from './requests.ts'
import type { Authority, CertificateKind, Subject } from './types.ts'
import * as x509 from './x509.ts'

/** Certificates (RFC 5280), made and signed. Times are instants in whole seconds. */

const SIGNING = { name: 'ECDSA', hash: 'SHA-256' }

/** An authority that is ready to sign: the one place where its key is in the clear. */
export type Issuer = {
  authority: Authority
  certificate: x509.X509Certificate
  key: CryptoKey
}

type Validity = { from: number; endsAt: number }

/** The authority's own certificate: it issues, and nothing below it does. Returns PEM. */
export async function makeAuthorityCertificate(input: {
  name: NamePart[]
  serial: string
  validity: Validity
  keys: FreshKeys
}): Promise<string> {
  const { publicKey, privateKey } = input.keys
  const certificate = await x509.X509CertificateGenerator.createSelfSigned(
    {
      name: nameOf(input.name),
      serialNumber: input.serial,
      ...datesOf(input.validity),
      keys: { publicKey, privateKey },
      signingAlgorithm: SIGNING,
      extensions: [
        new x509.BasicConstraintsExtension(true, 0, true),
        new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
        await x509.SubjectKeyIdentifierExtension.create(publicKey, false, crypto),
        await x509.AuthorityKeyIdentifierExtension.create(publicKey, false, crypto),
      ],
    },
    crypto,
  )
  return toPem(new Uint8Array(certificate.rawData))
}

/** A certificate below an authority. `name` and `email` stand in it as they are given. Returns PEM. */
export async function makeCertificate(input: {
  issuer: Issuer
  kind: CertificateKind
  publicKey: CryptoKey | x509.PublicKey
  keyKind: CsrKey['kind']
  name: NamePart[]
  email: string
  keyUsage: Subject['keyUsage']
  serial: string
  validity: Validity
  baseUrl: string
}): Promise<string> {
  const { issuer, publicKey, name } = input
  const { id } = issuer.authority
  const purpose =
    input.kind === 'signer' ? x509.ExtendedKeyUsage.emailProtection : x509.ExtendedKeyUsage.clientAuth
  const extensions: x509.Extension[] = [
    new x509.BasicConstraintsExtension(false, undefined, true),
    new x509.KeyUsagesExtension(flagsOf(input), true),
    new x509.ExtendedKeyUsageExtension([purpose]),
    await x509.SubjectKeyIdentifierExtension.create(publicKey, false, crypto),
    await x509.AuthorityKeyIdentifierExtension.create(issuer.certificate.publicKey, false, crypto),
    new x509.CRLDistributionPointsExtension([`${input.baseUrl}/crl/${id}.crl`]),
    new x509.AuthorityInfoAccessExtension({
      caIssuers: new x509.GeneralName('url', `${input.baseUrl}/ca/${id}.crt`),
    }),
  ]
  if (isAscii(input.email)) {
    // RFC 5280 section 4.2.1.6: the only name there is must be understood.
    const alone = name.length === 0
    extensions.push(new x509.SubjectAlternativeNameExtension([{ type: 'email', value: input.email }], alone))
  }
  const certificate = await x509.X509CertificateGenerator.create(
    {
      subject: nameOf(name),
      issuer: issuer.certificate.subjectName,
      serialNumber: input.serial,
      ...datesOf(input.validity),
      publicKey,
      signingKey: issuer.key,
      signingAlgorithm: SIGNING,
      extensions,
    },
    crypto,
  )
  return toPem(new Uint8Array(certificate.rawData))
}

/** Only RSA keys encipher keys (RFC 8813, RFC 8410 section 5); every key signs. */
function flagsOf({ keyKind, keyUsage }: { keyKind: CsrKey['kind']; keyUsage: Subject['keyUsage'] }): number {
  const { digitalSignature, keyEncipherment } = x509.KeyUsageFlags
  if (keyKind !== 'rsa') return digitalSignature
  const signs = keyUsage.includes('digital_signature') || keyUsage.length === 0
  return (signs ? digitalSignature : 0) | (keyUsage.includes('key_encipherment') ? keyEncipherment : 0)
}

function datesOf({ from, endsAt }: Validity) {
  return { notBefore: new Date(from), notAfter: new Date(endsAt) }
}

function isAscii(email: string): boolean {
  return /^[\x21-\x7e]+$/.test(email)
}

const PRINTABLE = /^[A-Za-z0-9 '()+,./:=?-]*$/

/** RFC 4514 section 2.1: the text begins with the last part of a name. */
function nameOf(parts: NamePart[]): x509.Name {
  return new x509.Name(
    parts.toReversed().map(({ type, value }) => {
      const asked = type === 'C' || type === 'SERIALNUMBER'
      if (type === 'E' && isAscii(value)) return { [NAME_TYPES[type]]: [{ ia5String: value }] }
      if (asked && PRINTABLE.test(value)) return { [NAME_TYPES[type]]: [{ printableString: value }] }
      return { [NAME_TYPES[type]]: [{ utf8String: value }] }
    }),
  )
}
