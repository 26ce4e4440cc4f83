import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  timingSafeEqual,
} from 'node:crypto'
import { fromBase64Url, toBase64Url } from './encoding.ts'
import { ID_BYTES } from './ids.ts'

/**
 * Keys and hashes. Long secrets are stored as SHA-256; short ones (codes, PINs) as HMAC-SHA-256 under a
 * pepper; what must be shown again is sealed with AES-256-GCM. Every seal and HMAC carries the id of the key
 * it was made with, so that two master keys can live at once (docs/threat-model.md, "Keys").
 */

/** Each purpose has its own key, derived from the master key by HKDF (RFC 5869) with the purpose as `info`. */
export type KeyPurpose = 'pepper' | 'seal' | 'credential' | 'audit'

type DerivedKeys = Record<KeyPurpose, Uint8Array>

export type Keyring = {
  /** The id of the key that new seals and HMACs are made with. */
  currentId: string
  /** The id of the key before it, while that is still there; null otherwise. */
  formerId: string | null
  /** `<key id>.<base64url>`: an HMAC that can be compared later with `matchesMac`. */
  mac(purpose: KeyPurpose, data: string): string
  /** True if `stored` is the HMAC of `data` under the key it names. Constant time; false for an unknown key. */
  matchesMac(purpose: KeyPurpose, stored: string, data: string): boolean
  /** The bare HMAC under a named key, base64url; null when that key is gone. */
  macWith(keyId: string, purpose: KeyPurpose, data: string): string | null
  /** `<key id>.<iv>.<ciphertext and tag>`, bound to `context` (additional authenticated data). */
  seal(plaintext: string, context: string): string
  /** The plaintext; null when the key is gone, the context differs, or it was changed. */
  open(sealed: string, context: string): string | null
  /** An object's name that cannot be guessed offline: hex HMAC under the naming key, which never rotates. */
  nameOf(kind: string, ...parts: string[]): string
}

const MASTER_KEY = /^([A-Za-z0-9]{1,16}):([A-Za-z0-9_-]{43})=?$/
const IV_BYTES = 12
const TAG_BYTES = 16

/** `<key id>:<32 bytes, base64url>`; null when it has another shape. */
export function parseMasterKey(text: string): { id: string; bytes: Uint8Array } | null {
  const match = MASTER_KEY.exec(text)
  const bytes = match?.[2] ? fromBase64Url(match[2]) : null
  return match?.[1] && bytes?.length === 32 ? { id: match[1], bytes } : null
}

export function makeKeyring(options: {
  current: { id: string; bytes: Uint8Array }
  previous?: { id: string; bytes: Uint8Array } | null
  naming: Uint8Array
}): Keyring {
  const keys = new Map<string, DerivedKeys>()
  for (const master of [options.previous, options.current])
    if (master) keys.set(master.id, derive(master.bytes))
  const currentId = options.current.id
  const current = keys.get(currentId) as DerivedKeys

  return {
    currentId,
    formerId: options.previous?.id ?? null,
    mac: (purpose, data) => `${currentId}.${hmac(current[purpose], data)}`,
    matchesMac(purpose, stored, data) {
      const [keyId = '', value = ''] = stored.split('.')
      const key = keys.get(keyId)?.[purpose]
      return key !== undefined && equalText(value, hmac(key, data))
    },
    macWith(keyId, purpose, data) {
      const key = keys.get(keyId)?.[purpose]
      return key ? hmac(key, data) : null
    },
    seal(plaintext, context) {
      const iv = randomBytes(IV_BYTES)
      const cipher = createCipheriv('aes-256-gcm', current.seal, iv)
      cipher.setAAD(new TextEncoder().encode(context))
      const parts = [cipher.update(plaintext, 'utf8'), cipher.final(), cipher.getAuthTag()]
      return `${currentId}.${toBase64Url(iv)}.${toBase64Url(Buffer.concat(parts))}`
    },
    open(sealed, context) {
      const [keyId = '', ivText = '', bodyText = ''] = sealed.split('.')
      const key = keys.get(keyId)?.seal
      const iv = fromBase64Url(ivText)
      const body = fromBase64Url(bodyText)
      if (!key || iv?.length !== IV_BYTES || !body || body.length < TAG_BYTES) return null
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, iv)
        decipher.setAAD(new TextEncoder().encode(context))
        decipher.setAuthTag(body.subarray(body.length - TAG_BYTES))
        const parts = [decipher.update(body.subarray(0, body.length - TAG_BYTES)), decipher.final()]
        return Buffer.concat(parts).toString('utf8')
      } catch {
        return null
      }
    },
    nameOf: (kind, ...parts) =>
      createHmac('sha256', options.naming)
        .update(JSON.stringify([kind, ...parts]))
        .digest('hex'),
  }
}

function derive(master: Uint8Array): DerivedKeys {
  const key = (purpose: KeyPurpose) =>
    new Uint8Array(hkdfSync('sha256', master, new Uint8Array(0), `latchkey/${purpose}/1`, 32))
  return { pepper: key('pepper'), seal: key('seal'), credential: key('credential'), audit: key('audit') }
}

function hmac(key: Uint8Array, data: string): string {
  return createHmac('sha256', key).update(data).digest('base64url')
}

/** SHA-256, base64url: how secrets of 128 bits and more are stored. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url')
}

/** Whether a seal or HMAC was made with another key than the current one. */
export function isFormer(keys: Pick<Keyring, 'currentId'>, stored: string): boolean {
  return !stored.startsWith(`${keys.currentId}.`)
}

/**
 * What is sealed, under the current key: itself where it is so already. Where it cannot be opened it stays as it is,
 * and counts as unreadable.
 */
export function reseal(
  keys: Pick<Keyring, 'currentId' | 'open' | 'seal'>,
  sealed: string,
  context: string,
): { sealed: string; unreadable: number } {
  if (!isFormer(keys, sealed)) return { sealed, unreadable: 0 }
  const opened = keys.open(sealed, context)
  return opened === null ? { sealed, unreadable: 1 } : { sealed: keys.seal(opened, context), unreadable: 0 }
}

/** Compares two short texts without telling by time where they differ. */
export function equalText(one: string, other: string): boolean {
  const a = new TextEncoder().encode(one)
  const b = new TextEncoder().encode(other)
  return a.length === b.length && timingSafeEqual(a, b)
}

export function randomBytes(count: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(count))
}

/** A fresh secret of 128 bits, 22 base64url characters: provision URLs. */
export function makeSecret(): string {
  return toBase64Url(randomBytes(ID_BYTES))
}

/** A fresh secret of 256 bits, 43 base64url characters: cookies. */
export function makeLongSecret(): string {
  return toBase64Url(randomBytes(32))
}

/** `length` characters, each drawn evenly from `alphabet` (at most 256 characters), by rejection. */
export function makeCode(alphabet: string, length: number): string {
  const limit = 256 - (256 % alphabet.length)
  let code = ''
  while (code.length < length) {
    for (const byte of randomBytes(length)) {
      if (byte < limit && code.length < length) code += alphabet[byte % alphabet.length]
    }
  }
  return code
}

export const DIGITS = '0123456789'

/** RFC 8628 section 6.1: no vowels, nothing that reads like something else. */
export const CODE_LETTERS = 'BCDFGHJKLMNPQRSTVWXZ'

const PASSWORD_LETTERS = 16

/**
 * What protects a file, computed from the secret that fetches it, so that a page can show it without its being
 * stored: 16 letters in groups of four, 69 bits. Each `kind` has its own.
 */
export function computePassword(keys: Pick<Keyring, 'nameOf'>, kind: string, secret: string): string {
  const bytes = keys.nameOf(kind, secret).match(/../g) ?? []
  const letters = bytes
    .slice(0, PASSWORD_LETTERS)
    .map((byte) => CODE_LETTERS[Number.parseInt(byte, 16) % CODE_LETTERS.length])
  return (letters.join('').match(/.{4}/g) ?? []).join('-')
}
