import { createHash } from 'node:crypto'

/**
 * What XML 1.0 cannot write (section 2.2: most control characters, lone surrogates, U+FFFE, U+FFFF) is dropped:
 * rooms refuse it, and at download a profile that does not parse would help nobody. CR becomes LF, as parsers
 * read it.
 */
export function toXmlText(text: string): string {
  if (/^[ -~]*$/.test(text)) return text
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\t\n\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '')
}

/** A UUID of version 8 (RFC 9562 section 5.8) from SHA-256: the same words give the same one. */
export function uuidOf(...words: string[]): string {
  const bytes = createHash('sha256').update(JSON.stringify(words)).digest().subarray(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.toString('hex').toUpperCase()
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
