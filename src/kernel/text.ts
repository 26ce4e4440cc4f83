/**
 * Control characters, halves of characters, those that no XML may carry, and those that turn the direction of
 * what follows: they have no place in a name.
 */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\ufffe\uffff\u202a-\u202e\u2066-\u2069]/u

export function isPrintable(text: string): boolean {
  return !UNPRINTABLE.test(text)
}
