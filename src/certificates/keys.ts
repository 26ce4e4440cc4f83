import { createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto'
import type { Keyring } from '../kernel/secrets.ts'

/** Private keys: how they are made, sealed, opened and used. */

const P256 = { name: 'ECDSA', namedCurve: 'P-256' }

export type FreshKeys = {
  publicKey: CryptoKey
  privateKey: CryptoKey
  /** PKCS#8, DER. */
  pkcs8: Uint8Array
}

/** A fresh pair on P-256. */
export async function makeKeyPair(): Promise<FreshKeys> {
  const pair = (await crypto.subtle.generateKey(P256, true, ['sign', 'verify'])) as CryptoKeyPair
  const pkcs8 = new Uint8Array((await crypto.subtle.exportKey('pkcs8', pair.privateKey)) as ArrayBuffer)
  return { publicKey: pair.publicKey, privateKey: pair.privateKey, pkcs8 }
}

/** Sealed to `context`: whose key it is. */
export function sealKey(keys: Keyring, pkcs8: Uint8Array, context: string): string {
  return keys.seal(Buffer.from(pkcs8).toString('base64'), context)
}

/** PKCS#8, DER; null where the master key that sealed it is gone. */
export function openKey(keys: Keyring, sealed: string, context: string): Uint8Array | null {
  const opened = keys.open(sealed, context)
  return opened === null ? null : Uint8Array.from(Buffer.from(opened, 'base64'))
}

/** The key of an authority, for signing certificates with WebCrypto. */
export function importSigningKey(pkcs8: Uint8Array): Promise<CryptoKey> {
  return crypto.subtle.importKey('pkcs8', pkcs8, P256, false, ['sign'])
}

export function readPkcs8(pkcs8: Uint8Array): KeyObject {
  return createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' })
}

/** A signature over SHA-256: PKCS#1 v1.5 of an RSA key, ECDSA in DER of an EC key. */
export function signBytes(key: KeyObject, bytes: Uint8Array): Uint8Array {
  return sign('sha256', bytes, key)
}

/** SubjectPublicKeyInfo, DER. */
export function publicHalfOf(key: KeyObject): Uint8Array {
  return createPublicKey(key).export({ format: 'der', type: 'spki' })
}

const SIGNING_CURVES = ['prime256v1', 'secp384r1', 'secp521r1']
const RSA_MIN = 2048
const RSA_MAX = 8192

/** Whether profiles are signed with such a key: RSA from 2048 bits, or EC on P-256, P-384 or P-521. */
export function kindOfKey(key: KeyObject): 'rsa' | 'ec' | null {
  if (key.asymmetricKeyType === 'rsa') return isAcceptedRsa(key) ? 'rsa' : null
  const curve = key.asymmetricKeyDetails?.namedCurve ?? ''
  return key.asymmetricKeyType === 'ec' && SIGNING_CURVES.includes(curve) ? 'ec' : null
}

/** A key in PEM: PKCS#8, PKCS#1 or SEC 1. Null for anything else, and for one that a password protects. */
export function readKeyPem(text: string): KeyObject | null {
  const block = /-----BEGIN (?:RSA |EC )?PRIVATE KEY-----[^-]+-----END (?:RSA |EC )?PRIVATE KEY-----/.exec(
    text,
  )
  if (!block || /ENCRYPTED/.test(text)) return null
  try {
    return createPrivateKey(block[0])
  } catch {
    return null
  }
}

/** An exponent of 1 makes every signature its own proof. */
export function isAcceptedRsa(key: KeyObject): boolean {
  const { modulusLength = 0, publicExponent = 0n } = key.asymmetricKeyDetails ?? {}
  return modulusLength >= RSA_MIN && modulusLength <= RSA_MAX && publicExponent >= 3n
}
