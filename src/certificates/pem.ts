import { INTEGER, readElement, readSequence, sequence } from './der.ts'

/** Certificates as PEM (RFC 7468) and DER, and what identifies them. Pure. */

/** `[0]`, constructed. */
const VERSION = 0xa0
const BLOCK = /-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]+)-----END CERTIFICATE-----/g

export function toPem(der: Uint8Array, label = 'CERTIFICATE'): string {
  const lines = Buffer.from(der)
    .toString('base64')
    .match(/.{1,64}/g)
  return [`-----BEGIN ${label}-----`, ...(lines ?? []), `-----END ${label}-----`].join('\n')
}

/** The DER of PEM that we wrote ourselves. */
export function fromPem(pem: string): Uint8Array {
  return Uint8Array.from(Buffer.from(pem.replace(/-----[A-Z ]+-----/g, ''), 'base64'))
}

/**
 * The certificates of a text, in its order. Text between them is passed over, as OpenSSL writes it. Null where
 * there is none, or one is no DER.
 */
export function readPemChain(text: string): Uint8Array[] | null {
  const found = [...text.matchAll(BLOCK)].map(([block]) => fromPem(block))
  return found.length > 0 && found.every((der) => readSequence(der)?.length === 3) ? found : null
}

/** DER as it is, or the one certificate of a PEM text; null for anything else. */
export function readCertificate(certificate: string | Uint8Array): Uint8Array | null {
  if (typeof certificate !== 'string') return readSequence(certificate)?.length === 3 ? certificate : null
  const chain = readPemChain(certificate)
  return chain?.length === 1 ? (chain[0] ?? null) : null
}

/** The serial number of a certificate (RFC 5280 section 4.1.2.2): lower-case hex; empty where there is none. */
export function serialIn(certificate: Uint8Array): string {
  const [serial] = identifyingMembers(certificate)
  const element = serial && readElement(serial, 0)
  if (!serial || element?.tag !== INTEGER) return ''
  return Buffer.from(serial.subarray(element.begin))
    .toString('hex')
    .replace(/^(00)+/, '')
}

/** IssuerAndSerialNumber (RFC 5652 section 10.2.4), byte by byte as the certificate has them. */
export function issuerAndSerialOf(certificate: Uint8Array): Uint8Array {
  const [serial, , issuer] = identifyingMembers(certificate)
  if (!serial || !issuer) throw new Error('A certificate has an issuer and a serial number')
  return sequence(issuer, serial)
}

/** Serial number, algorithm, issuer and so on: after the version, which certificates of version 1 lack. */
function identifyingMembers(certificate: Uint8Array): Uint8Array[] {
  const [body] = readSequence(certificate) ?? []
  const members = (body && readSequence(body)) || []
  return members[0]?.[0] === VERSION ? members.slice(1) : members
}
