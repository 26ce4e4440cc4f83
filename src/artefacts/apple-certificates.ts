import type { FullSettings } from '../templates/index.ts'
import type { Payload } from './apple-payload.ts'
import { type Der, insideOf, readDer } from './der.ts'
import { pemBase64 } from './text.ts'
import type { ArtefactIdentity, OwnerCertificate } from './types.ts'

/** The certificates that the device is to trust: roots, and authorities below one, which alone vouch for nothing. */
export function certificatePayloads(certificates: FullSettings['certificates']): Payload[] {
  return certificates.map(({ key, name, pem }) => {
    const { der, certificate } = look(pem)
    return {
      part: `certificate.${key}`,
      type: certificate?.selfIssued ? 'com.apple.security.root' : 'com.apple.security.pkcs1',
      name,
      content: { PayloadCertificateFileName: `${name}.cer`, PayloadContent: der },
    }
  })
}

/**
 * The device's certificate with its key. The password stays out of the file: the device asks for it, and the
 * owner's page shows it. On a Mac the key cannot be taken out again; an iPhone never lets it.
 */
export function identityPayload(identity: ArtefactIdentity, own: Certificate | null, mac: boolean): Payload {
  return {
    part: 'identity',
    type: 'com.apple.security.pkcs12',
    name: own?.subjectName ?? 'Identity',
    content: {
      PayloadCertificateFileName: 'identity.p12',
      PayloadContent: identity.pkcs12,
      ...(mac && { KeyIsExtractable: false }),
    },
  }
}

/** How much of a fingerprint tells the certificates of one person apart. */
const FINGERPRINT_LENGTH = 16

/**
 * A certificate that the owner brought: with its key, and the password in the file, so that nobody is asked for a
 * dozen of them; by itself where it came without.
 */
export function ownerPayload({ name, fingerprint, chain, pkcs12 }: OwnerCertificate): Payload {
  const part = `owner.${fingerprint.slice(0, FINGERPRINT_LENGTH)}`
  if (!pkcs12)
    return {
      ...{ part, type: 'com.apple.security.pkcs1', name },
      content: { PayloadCertificateFileName: `${name}.cer`, PayloadContent: derOf(chain[0] ?? '') },
    }
  const { bytes, password } = pkcs12
  return {
    ...{ part, type: 'com.apple.security.pkcs12', name },
    content: { PayloadCertificateFileName: `${name}.p12`, PayloadContent: bytes, Password: password },
  }
}

const derOf = (pem: string): Uint8Array => Buffer.from(pemBase64(pem), 'base64')

type Looked = { der: Uint8Array; certificate: Certificate | null }

/** The few certificates that templates name stand in every profile that is made of them. */
const looked = new Map<string, Looked>()
const KEPT = 200

function look(pem: string): Looked {
  const known = looked.get(pem)
  if (known) return known
  const der = Uint8Array.from(derOf(pem))
  const made = { der, certificate: readDerCertificate(der) }
  if (looked.size >= KEPT) looked.clear()
  looked.set(pem, made)
  return made
}

/** Apple's word for the kind of a certificate's key (`CertificateType`); RSA where it is no other that it knows. */
export type KeyKind = 'RSA' | 'ECDSA256' | 'ECDSA384' | 'ECDSA521'

/** Object identifiers as they are encoded, hex: commonName, id-ecPublicKey, and the curves of NIST. */
const COMMON_NAME = '550403'
const COMMON_NAME_BYTES = 3
const EC_PUBLIC_KEY = '2a8648ce3d0201'
const CURVES: Record<string, KeyKind> = {
  '2a8648ce3d030107': 'ECDSA256',
  '2b81040022': 'ECDSA384',
  '2b81040023': 'ECDSA521',
}

export type Certificate = {
  selfIssued: boolean
  keyKind: KeyKind
  subjectName: string | null
  issuerName: string | null
}

/** `[0]`, constructed: the version of a certificate, which may be absent. */
const VERSION = 0xa0

/** What payloads depend on of a certificate that templates name (RFC 5280 section 4.1); null for what is none. */
export function readCertificate(pem: string): Certificate | null {
  return look(pem).certificate
}

/** The same of a device's own certificate, which is not remembered: it stands in its profile alone. */
export function readOwnCertificate(pem: string): Certificate | null {
  return readDerCertificate(derOf(pem))
}

function readDerCertificate(der: Uint8Array): Certificate | null {
  const [toBeSigned] = insideOf(readDer(der)?.[0])
  const members = insideOf(toBeSigned)
  const [, , issuer, , subject, key] = members[0]?.tag === VERSION ? members.slice(1) : members
  if (!issuer || !subject || !key) return null
  const [algorithm, curve] = insideOf(insideOf(key)[0]).map(hexOf)
  return {
    selfIssued: Buffer.compare(issuer.content, subject.content) === 0,
    keyKind: algorithm === EC_PUBLIC_KEY ? (CURVES[curve ?? ''] ?? 'RSA') : 'RSA',
    subjectName: commonNameIn(subject),
    issuerName: commonNameIn(issuer),
  }
}

const hexOf = ({ content: { buffer, byteOffset, length } }: Der) =>
  Buffer.from(buffer, byteOffset, length).toString('hex')

const BMP_STRING = 0x1e
/** What reads the other kinds of text that names are written in; all of them hold ASCII alike. */
const UTF8 = new TextDecoder('utf-8')
const UTF16 = new TextDecoder('utf-16be')

/** The last common name of a distinguished name, as its readers show it. */
function commonNameIn(name: Der): string | null {
  let value: Der | undefined
  for (const set of insideOf(name))
    for (const attribute of insideOf(set)) {
      const [type, text] = insideOf(attribute)
      if (type?.content.length === COMMON_NAME_BYTES && hexOf(type) === COMMON_NAME) value = text
    }
  return value ? (value.tag === BMP_STRING ? UTF16 : UTF8).decode(value.content) : null
}
