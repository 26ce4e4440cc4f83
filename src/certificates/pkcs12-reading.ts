import type * as asn1js from 'asn1js'
import { ok, type Result, refuse } from '../kernel/result.ts'
import { bytesOf, membersOf, numberIn, octetsIn, oidIn, readBer } from './ber.ts'
import { checkMac, type Effort, type OpeningRefusal, openWithPassword } from './pkcs12-opening.ts'

/** PKCS#12 (RFC 7292) that somebody else wrote: PBES2 with AES, and the older 3DES. */

/** DER each, in the order of the file. */
export type Pkcs12Content = { certificates: Uint8Array[]; keys: Uint8Array[] }

export type Pkcs12Refusal = OpeningRefusal | 'unreadable'

const DATA = '1.2.840.113549.1.7.1'
const ENCRYPTED_DATA = '1.2.840.113549.1.7.6'
const KEY_BAG = '1.2.840.113549.1.12.10.1.1'
const SHROUDED_KEY_BAG = '1.2.840.113549.1.12.10.1.2'
const CERTIFICATE_BAG = '1.2.840.113549.1.12.10.1.3'
const SAFE_BAG = '1.2.840.113549.1.12.10.1.6'
const X509_CERTIFICATE = '1.2.840.113549.1.9.22.1'
const VERSION = 3
/** Safes within safes. */
const DEPTH_MAX = 3

/** Whether it may be PKCS#12: a sequence that begins with the number 3. */
export function isPkcs12(bytes: Uint8Array): boolean {
  const [version] = membersOf(readBer(bytes))
  return numberIn(version) === VERSION
}

/**
 * What is in the file, once its MAC fits the password. One without a MAC is refused: nothing would tell a wrong
 * password from a broken file, nor a file from one that was changed.
 */
export function readPkcs12(bytes: Uint8Array, password: string): Result<Pkcs12Content, Pkcs12Refusal> {
  const [version, authSafe, macData] = membersOf(readBer(bytes))
  const [type, content] = membersOf(authSafe)
  const safes = octetsIn(membersOf(content)[0])
  if (numberIn(version) !== VERSION || safes.length === 0) return refuse('unreadable')
  if (oidIn(type) !== DATA || !macData) return refuse('protection')
  const effort: Effort = { rounds: 0 }
  const genuine = checkMac(macData, safes, password, effort)
  if (!genuine.ok) return genuine
  const found: Pkcs12Content = { certificates: [], keys: [] }
  for (const safe of membersOf(readBer(safes))) {
    const opened = openSafe(safe, password, effort)
    if (!opened.ok) return opened
    const taken = takeBags(readBer(opened.value), password, effort, found, 0)
    if (!taken.ok) return taken
  }
  return ok(found)
}

/** The DER of a safe's bags. */
function openSafe(
  safe: asn1js.BaseBlock,
  password: string,
  effort: Effort,
): Result<Uint8Array, Pkcs12Refusal> {
  const [type, content] = membersOf(safe)
  const [inside] = membersOf(content)
  if (oidIn(type) === DATA) return ok(octetsIn(inside))
  // A safe that a public key protects.
  if (oidIn(type) !== ENCRYPTED_DATA) return refuse('protection')
  const [, info] = membersOf(inside)
  const [, algorithm, encrypted] = membersOf(info)
  return openWithPassword(algorithm, octetsIn(encrypted), password, effort)
}

function takeBags(
  bags: asn1js.BaseBlock | null,
  password: string,
  effort: Effort,
  found: Pkcs12Content,
  depth: number,
): Result<null, Pkcs12Refusal> {
  for (const bag of membersOf(bags)) {
    const [type, content] = membersOf(bag)
    const [value] = membersOf(content)
    const kind = oidIn(type)
    if (kind === KEY_BAG && value) found.keys.push(bytesOf(value))
    if (kind === SHROUDED_KEY_BAG && value) {
      const key = openKey(value, password, effort)
      if (!key.ok) return key
      found.keys.push(key.value)
    }
    if (kind === CERTIFICATE_BAG) {
      const [form, certificate] = membersOf(value)
      if (oidIn(form) === X509_CERTIFICATE) found.certificates.push(octetsIn(membersOf(certificate)[0]))
    }
    if (kind === SAFE_BAG && value && depth < DEPTH_MAX) {
      const taken = takeBags(value, password, effort, found, depth + 1)
      if (!taken.ok) return taken
    }
  }
  return ok(null)
}

/** EncryptedPrivateKeyInfo (RFC 5958 section 3): PKCS#8, DER. */
function openKey(
  info: asn1js.BaseBlock | null,
  password: string,
  effort: Effort,
): Result<Uint8Array, OpeningRefusal> {
  const [algorithm, data] = membersOf(info)
  return openWithPassword(algorithm, octetsIn(data), password, effort)
}

/** A private key by itself that a password protects, DER. */
export function readShroudedKey(der: Uint8Array, password: string): Result<Uint8Array, OpeningRefusal> {
  return openKey(readBer(der), password, { rounds: 0 })
}
