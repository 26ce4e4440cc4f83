/** Certificates by their shape: what is in them is read where they are used. Pure. */

const PEM = /^-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]+)-----END CERTIFICATE-----$/
const SEQUENCE = 0x30
const BIT_STRING = 0x03

/**
 * One certificate in PEM (RFC 7468), its lines wrapped anew; null where it is none: DER of a SEQUENCE with
 * the three members of a certificate (RFC 5280 section 4.1), to the last byte.
 */
export function normalisePem(text: string): string | null {
  const base64 = PEM.exec(text.trim())?.[1]?.replace(/\s/g, '')
  const bytes = base64 ? decode(base64) : null
  if (!base64 || !bytes || !isCertificate(bytes)) return null
  return [
    '-----BEGIN CERTIFICATE-----',
    ...(base64.match(/.{1,64}/g) ?? []),
    '-----END CERTIFICATE-----',
  ].join('\n')
}

function decode(base64: string): Uint8Array | null {
  try {
    return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
  } catch {
    return null
  }
}

function isCertificate(bytes: Uint8Array): boolean {
  const whole = readElement(bytes, 0)
  if (whole?.tag !== SEQUENCE || whole.end !== bytes.length) return false
  const members: number[] = []
  for (let at = whole.begin; at < whole.end; ) {
    const member = readElement(bytes, at)
    if (!member || member.end > whole.end) return false
    members.push(member.tag)
    at = member.end
  }
  return members.join() === [SEQUENCE, SEQUENCE, BIT_STRING].join()
}

/** Tag and extent of what begins at `at`; null where its length is not definite or reaches out. */
function readElement(bytes: Uint8Array, at: number): { tag: number; begin: number; end: number } | null {
  const [tag, first] = [bytes[at], bytes[at + 1]]
  if (tag === undefined || first === undefined) return null
  const long = first > 0x80 ? first - 0x80 : 0
  if (first === 0x80 || long > 3) return null
  let length = long === 0 ? first : 0
  for (let index = 0; index < long; index += 1) length = length * 256 + (bytes[at + 2 + index] ?? 0)
  const begin = at + 2 + long
  return begin + length <= bytes.length ? { tag, begin, end: begin + length } : null
}
