import { createHash } from 'node:crypto'

/** What every renderer needs of texts, names and certificates. Pure: the same input gives the same bytes. */

/**
 * A text that every format can write: control characters (line ends and tabs too), halves of characters and what
 * Unicode calls no characters are dropped, and so are marks that turn the direction of what follows. Rooms refuse
 * them at save; at download a file that does not parse would help nobody.
 */
export function plainText(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu, '')
}

/** A UUID of version 8 (RFC 9562 section 5.8) from SHA-256: the same words give the same one. */
export function stableUuid(...words: string[]): string {
  const bytes = createHash('sha256').update(JSON.stringify(words)).digest().subarray(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
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
