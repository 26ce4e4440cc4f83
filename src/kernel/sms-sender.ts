/** A phone number as networks know it: E.164, a plus and 7 to 15 digits. */
export function isPhoneNumber(text: string): boolean {
  return /^\+[1-9][0-9]{6,14}$/.test(text)
}

export type SmsSender = { kind: 'number' | 'name'; text: string }

/**
 * Who a text message comes from: a number of E.164, or 1 to 11 letters, digits and spaces with at least one
 * letter (GSM 03.40 section 9.1.2.5, as networks take it). Null for anything else.
 */
export function readSmsSender(text: string): SmsSender | null {
  if (isPhoneNumber(text)) return { kind: 'number', text }
  const named = /^(?=.*[A-Za-z])[A-Za-z0-9](?:[A-Za-z0-9 ]{0,9}[A-Za-z0-9])?$/.test(text)
  return named ? { kind: 'name', text } : null
}
