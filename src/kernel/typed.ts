/** What people type, on whatever keyboard. */

/** Digits as Arabic, Persian and East Asian keyboards write them, 0 to 9; their last four bits are their value. */
const OTHER_DIGITS = /[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/g

function asciiDigits(text: string): string {
  return text.replaceAll(OTHER_DIGITS, (digit) => String(digit.charCodeAt(0) & 15))
}

/**
 * A PIN or code as it is compared, however it was typed: without the blanks and dashes that group it, letters in
 * upper case, digits in ASCII.
 */
export function readTypedCode(text: string): string {
  return asciiDigits(text.replaceAll(/[\s\p{Pd}]/gu, '')).toUpperCase()
}

/** A whole number from 0 on. Null for nothing, NaN for what is no such number. */
export function readTypedNumber(text: string): number | null {
  const typed = asciiDigits(text.trim())
  if (typed === '') return null
  return /^\d{1,15}$/.test(typed) ? Number(typed) : Number.NaN
}

/** Texts parted by commas, semicolons or lines, Arabic ones too. Empty ones are left out. */
export function splitTyped(text: string): string[] {
  return text
    .split(/[,;،؛\n]/)
    .map((part) => part.trim())
    .filter(Boolean)
}

/** The same for what has no blanks within, which then part as well. */
export function splitTypedWords(text: string): string[] {
  return splitTyped(text).flatMap((part) => part.split(/\s+/))
}
