import { createHash, hash } from 'node:crypto'

/** What every renderer needs of texts, names and certificates. Pure: the same input gives the same bytes. */

/**
 * A text that every format can write: control characters (line ends and tabs too), halves of characters and what
 * Unicode calls no characters are dropped, and so are marks that turn the direction of what follows. Rooms refuse
 * them at save; at download a file that does not parse would help nobody.
 */
export function plainText(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu, '')
}

/** The four hex digits that begin with the bits 10. */
const VARIANTS = '89ab'

/** A UUID of version 8 (RFC 9562 section 5.8) from SHA-256: the same words give the same one. Lower case. */
export function stableUuid(...words: string[]): string {
  const hex = hash('sha256', JSON.stringify(words), 'hex')
  const variant = VARIANTS[Number.parseInt(hex.charAt(16), 16) & 3]
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

const NAME_MAX = 40

/** Part of a file's name: ASCII letters, digits and dashes; never empty, never hidden. */
export function fileStem(text: string, otherwise: string): string {
  const stem = text
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .slice(0, NAME_MAX)
    .replace(/^-+|-+$/g, '')
    .toLowerCase()
  return stem === '' ? otherwise : stem
}

/** What stands between the lines of a PEM: DER, base64, without line ends. */
export function pemBase64(pem: string): string {
  return pem.replace(/-----[A-Z ]+-----|\s/g, '')
}

/** SHA-1 of a certificate, hex: how Windows names authorities. */
export function thumbprintOf(pem: string): string {
  return createHash('sha1')
    .update(Buffer.from(pemBase64(pem), 'base64'))
    .digest('hex')
}

export function toBase64(bytes: Uint8Array | string): string {
  return Buffer.from(bytes).toString('base64')
}

/** The certificates that a network names, in the template’s order. */
export function trustedOf<Certificate extends { key: string }>(
  certificates: Certificate[],
  keys: string[],
): Certificate[] {
  return certificates.filter(({ key }) => keys.includes(key))
}
