import { createDecipheriv, createHash, createHmac, pbkdf2Sync, timingSafeEqual } from 'node:crypto'
import type * as asn1js from 'asn1js'
import { ok, type Result, refuse } from '../kernel/result.ts'
import { membersOf, numberIn, octetsIn, oidIn } from './ber.ts'

/** How private keys and PKCS#12 files are protected by a password (RFC 8018, RFC 7292), the opening half. */

/** `protection`: an algorithm that is not accepted, or too many rounds. */
export type OpeningRefusal = 'wrong_password' | 'protection'

/** Production refuses more rounds of PBKDF2; the sum bounds what one file costs. */
const ROUNDS_MAX = 100_000
const ALL_ROUNDS_MAX = 300_000

/** Rounds that one file has cost so far. */
export type Effort = { rounds: number }

function affords(effort: Effort, rounds: number): boolean {
  effort.rounds += rounds
  return rounds >= 1 && rounds <= ROUNDS_MAX && effort.rounds <= ALL_ROUNDS_MAX
}

type Digest = { name: string; block: number }
const SHA1: Digest = { name: 'sha1', block: 64 }
const DIGESTS: Record<string, Digest> = {
  '1.3.14.3.2.26': SHA1,
  '2.16.840.1.101.3.4.2.1': { name: 'sha256', block: 64 },
  '2.16.840.1.101.3.4.2.2': { name: 'sha384', block: 128 },
  '2.16.840.1.101.3.4.2.3': { name: 'sha512', block: 128 },
}
const PBES2 = '1.2.840.113549.1.5.13'
const PBKDF2 = '1.2.840.113549.1.5.12'
const PBE_3DES = '1.2.840.113549.1.12.1.3'
const PRFS: Record<string, string> = {
  '1.2.840.113549.2.7': 'sha1',
  '1.2.840.113549.2.9': 'sha256',
  '1.2.840.113549.2.10': 'sha384',
  '1.2.840.113549.2.11': 'sha512',
}
const CIPHERS: Record<string, { name: string; key: number; iv: number }> = {
  '2.16.840.1.101.3.4.1.2': { name: 'aes-128-cbc', key: 16, iv: 16 },
  '2.16.840.1.101.3.4.1.22': { name: 'aes-192-cbc', key: 24, iv: 16 },
  '2.16.840.1.101.3.4.1.42': { name: 'aes-256-cbc', key: 32, iv: 16 },
  '1.2.840.113549.3.7': { name: 'des-ede3-cbc', key: 24, iv: 8 },
}
const DES: { name: string; key: number; iv: number } = { name: 'des-ede3-cbc', key: 24, iv: 8 }

/** `algorithm`: an AlgorithmIdentifier. What comes out may be anything where a wrong password happens to fit. */
export function openWithPassword(
  algorithm: asn1js.BaseBlock | undefined,
  data: Uint8Array,
  password: string,
  effort: Effort,
): Result<Uint8Array, OpeningRefusal> {
  const [type, params] = membersOf(algorithm)
  if (oidIn(type) === PBES2) return openPbes2(params, data, password, effort)
  const [salt, rounds] = membersOf(params)
  const count = numberIn(rounds)
  // RC2 is left out: 40 bits protect nothing, and no runtime offers it any more.
  if (oidIn(type) !== PBE_3DES || !affords(effort, count)) return refuse('protection')
  const derived = (purpose: 1 | 2, length: number) =>
    derivePkcs12({ digest: SHA1, password, salt: octetsIn(salt), purpose, rounds: count, length })
  return decipher(DES, derived(1, DES.key), derived(2, DES.iv), data)
}

/** RFC 8018 section 6.2. */
function openPbes2(
  params: asn1js.BaseBlock | undefined,
  data: Uint8Array,
  password: string,
  effort: Effort,
): Result<Uint8Array, OpeningRefusal> {
  const [derivation, scheme] = membersOf(params)
  const [function_, parameters] = membersOf(derivation)
  const [salt, rounds, ...rest] = membersOf(parameters)
  // A length of the key may stand before the function that is used.
  const prf = rest.map((one) => oidIn(membersOf(one)[0])).find((oid) => oid !== '') ?? '1.2.840.113549.2.7'
  const hash = PRFS[prf]
  const [cipherType, iv] = membersOf(scheme)
  const cipher = CIPHERS[oidIn(cipherType)]
  const count = numberIn(rounds)
  if (oidIn(function_) !== PBKDF2 || !hash || !cipher || !affords(effort, count)) return refuse('protection')
  const key = pbkdf2Sync(Buffer.from(password, 'utf8'), octetsIn(salt), count, cipher.key, hash)
  return decipher(cipher, key, octetsIn(iv), data)
}

function decipher(
  cipher: { name: string; iv: number },
  key: Uint8Array,
  iv: Uint8Array,
  data: Uint8Array,
): Result<Uint8Array, OpeningRefusal> {
  if (iv.length !== cipher.iv) return refuse('protection')
  try {
    const deciphering = createDecipheriv(cipher.name, key, iv)
    return ok(Uint8Array.from(Buffer.concat([deciphering.update(data), deciphering.final()])))
  } catch {
    // What a wrong key leaves does not end as it must.
    return refuse('wrong_password')
  }
}

/** Whether the MAC of a PKCS#12 file is that of its content under the password (RFC 7292 section 5.1, step 1). */
export function checkMac(
  macData: asn1js.BaseBlock | undefined,
  content: Uint8Array,
  password: string,
  effort: Effort,
): Result<null, OpeningRefusal> {
  const [digestInfo, salt, rounds] = membersOf(macData)
  const [algorithm, expected] = membersOf(digestInfo)
  const digest = DIGESTS[oidIn(membersOf(algorithm)[0])]
  const count = rounds ? numberIn(rounds) : 1
  if (!digest || !affords(effort, count)) return refuse('protection')
  const told = octetsIn(expected)
  const length = createHash(digest.name).digest().length
  const key = derivePkcs12({ digest, password, salt: octetsIn(salt), purpose: 3, rounds: count, length })
  const mac = createHmac(digest.name, key).update(content).digest()
  return mac.length === told.length && timingSafeEqual(mac, told) ? ok(null) : refuse('wrong_password')
}

/** RFC 7292 appendix B.2. `purpose`: 1 makes a key, 2 an initialisation vector, 3 the key of a MAC. */
function derivePkcs12(input: {
  digest: Digest
  password: string
  salt: Uint8Array
  purpose: 1 | 2 | 3
  rounds: number
  length: number
}): Uint8Array {
  const { digest, rounds, length } = input
  const { block } = digest
  const hash = (bytes: Uint8Array) => createHash(digest.name).update(bytes).digest()
  const start = new Uint8Array(block).fill(input.purpose)
  const salted = Buffer.concat([fillUp(input.salt, block), fillUp(toBmp(input.password), block)])
  const made: Uint8Array[] = []
  for (let have = 0; have < length; ) {
    let part: Uint8Array = hash(Buffer.concat([start, salted]))
    for (let round = 1; round < rounds; round += 1) part = hash(part)
    made.push(part)
    have += part.length
    const more = repeated(part, block)
    for (let at = 0; at < salted.length; at += block) addTo(salted.subarray(at, at + block), more)
  }
  return Buffer.concat(made).subarray(0, length)
}

/** Repeated until whole blocks are full; nothing stays nothing. */
function fillUp(bytes: Uint8Array, block: number): Uint8Array {
  return repeated(bytes, Math.ceil(bytes.length / block) * block)
}

function repeated(bytes: Uint8Array, length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, index) => bytes[index % bytes.length] ?? 0)
}

/** `target` becomes `target + other + 1`, big-endian, without what overflows. */
function addTo(target: Uint8Array, other: Uint8Array): void {
  let carry = 1
  for (let at = target.length - 1; at >= 0; at -= 1) {
    const sum = (target[at] ?? 0) + (other[at] ?? 0) + carry
    target[at] = sum & 0xff
    carry = sum >> 8
  }
}

/** UTF-16, big-endian, with two zeros behind it (appendix B.1). */
function toBmp(text: string): Uint8Array {
  const bytes = Buffer.alloc((text.length + 1) * 2)
  for (let index = 0; index < text.length; index += 1) bytes.writeUInt16BE(text.charCodeAt(index), index * 2)
  return bytes
}
