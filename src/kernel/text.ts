/** No character is higher: what begins with a text comes before that text and this. */
export const LAST_CHARACTER = '\u{10ffff}'

/**
 * Control characters, halves of characters, those that no XML may carry, and those that turn the direction of
 * what follows: they have no place in a name.
 */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\ufffe\uffff\u202a-\u202e\u2066-\u2069]/u

export function isPrintable(text: string): boolean {
  return !UNPRINTABLE.test(text)
}

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text as it stands in HTML and XML, between tags and in attributes with quotes. */
export function escapeMarkup(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign)
}
