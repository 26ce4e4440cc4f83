import { stableUuid } from './text.ts'

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

/** A UUID as Apple writes them: the same words give the same one. */
export function appleUuid(...words: string[]): string {
  return stableUuid(...words).toUpperCase()
}
