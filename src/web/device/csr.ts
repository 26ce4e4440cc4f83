/** RFC 7468 section 7; OpenSSL once wrote `NEW`. */
const ARMOUR =
  /^\s*-----BEGIN (NEW )?CERTIFICATE REQUEST-----([\s\S]*)-----END (NEW )?CERTIFICATE REQUEST-----\s*$/
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/

/** Enough for RSA keys of 16384 bits with a long subject. */
export const CSR_TEXT_MAX = 16 * 1024

/** A certificate request as text, base64 of DER with or without PEM's lines, as DER; null for anything else. */
export function readCsrText(text: string): Uint8Array | null {
  if (text.length > CSR_TEXT_MAX) return null
  const armoured = ARMOUR.exec(text)
  const base64 = (armoured?.[2] ?? text).replaceAll(/\s/g, '')
  if (base64.length % 4 !== 0 || !BASE64.test(base64)) return null
  return Uint8Array.from(Buffer.from(base64, 'base64'))
}
