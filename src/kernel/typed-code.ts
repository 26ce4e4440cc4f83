/** Digits as Arabic, Persian and East Asian keyboards write them, 0 to 9; their last four bits are their value. */
const OTHER_DIGITS = /[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/g

/**
 * A PIN or code as it is compared, however it was typed: without the blanks and dashes that group it, letters in
 * upper case, digits in ASCII.
 */
export function readTypedCode(text: string): string {
  return text
    .replaceAll(/[\s\p{Pd}]/gu, '')
    .replaceAll(OTHER_DIGITS, (digit) => String(digit.charCodeAt(0) & 15))
    .toUpperCase()
}
