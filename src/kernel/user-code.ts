import { readTypedCode } from './typed.ts'

/** Drawn from `CODE_LETTERS`, without the dash: 20^8 of them, some 34 bits. */
export const USER_CODE_LENGTH = 8
const USER_CODE = /^[BCDFGHJKLMNPQRSTVWXZ]{8}$/

/** The one spelling of a device's user code (RFC 8628): upper case, without blanks and dashes. Null for what is none. */
export function readUserCode(text: string): string | null {
  const code = readTypedCode(text)
  return USER_CODE.test(code) ? code : null
}

/** `BCDF-GHJK`. */
export function showUserCode(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`
}
