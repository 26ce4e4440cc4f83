/** Control characters and those that turn the direction of what follows: they have no place in a name. */
const UNPRINTABLE = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u

export function isPrintable(text: string): boolean {
  return !UNPRINTABLE.test(text)
}
