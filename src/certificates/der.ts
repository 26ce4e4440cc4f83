import type { Instant } from '../kernel/time.ts'

/** DER (X.690) of what is written or looked into by hand. Pure. */

export const SEQUENCE = 0x30
export const SET = 0x31
export const INTEGER = 0x02
const BIT_STRING = 0x03
const OCTET_STRING = 0x04
const OBJECT_IDENTIFIER = 0x06
const UTC_TIME = 0x17
const GENERALIZED_TIME = 0x18

/** One element around its parts. */
export function element(tag: number, ...parts: Uint8Array[]): Uint8Array {
  const length = parts.reduce((sum, part) => sum + part.length, 0)
  const head = [tag, ...lengthOf(length)]
  const bytes = new Uint8Array(head.length + length)
  bytes.set(head)
  let at = head.length
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}

function lengthOf(length: number): number[] {
  if (length < 0x80) return [length]
  const bytes: number[] = []
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256)
  return [0x80 + bytes.length, ...bytes]
}

export const sequence = (...parts: Uint8Array[]) => element(SEQUENCE, ...parts)
export const octets = (bytes: Uint8Array) => element(OCTET_STRING, bytes)

/** Whole bytes as a BIT STRING. */
export const bitString = (bytes: Uint8Array) => element(BIT_STRING, Uint8Array.of(0), bytes)

/** A SET OF: its members in the order of their encodings, as DER wants it. */
export function setOf(...members: Uint8Array[]): Uint8Array {
  return element(SET, ...members.toSorted((one, other) => Buffer.compare(one, other)))
}

/** A number from 0 to 2^31 - 1. */
export function integer(value: number): Uint8Array {
  const bytes: number[] = []
  for (let rest = value; rest > 0; rest >>= 8) bytes.unshift(rest & 0xff)
  if (bytes.length === 0 || (bytes[0] ?? 0) >= 0x80) bytes.unshift(0)
  return element(INTEGER, Uint8Array.from(bytes))
}

/** A large number that is not negative, big-endian. */
export function unsigned(bytes: Uint8Array): Uint8Array {
  const from = bytes.findIndex((byte) => byte !== 0)
  const digits = from < 0 ? Uint8Array.of(0) : bytes.subarray(from)
  const sign = (digits[0] ?? 0) >= 0x80 ? [Uint8Array.of(0)] : []
  return element(INTEGER, ...sign, digits)
}

/** An object identifier of its dotted form. */
export function oid(dotted: string): Uint8Array {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number)
  const bytes = [first * 40 + second, ...rest].flatMap((arc) => {
    const septets = [arc & 0x7f]
    for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128))
      septets.unshift((left & 0x7f) | 0x80)
    return septets
  })
  return element(OBJECT_IDENTIFIER, Uint8Array.from(bytes))
}

/** A time in whole seconds: until 2049 as UTCTime, from then on as GeneralizedTime (RFC 5652 section 11.3). */
export function time(at: Instant): Uint8Array {
  const digits = `${new Date(at).toISOString().slice(0, 19).replace(/\D/g, '')}Z`
  const short = digits < '2050'
  const text = short ? digits.slice(2) : digits
  return element(short ? UTC_TIME : GENERALIZED_TIME, new TextEncoder().encode(text))
}

export type Element = { tag: number; begin: number; end: number }

/** Tag and extent of the content of what begins at `at`; null where its length is not definite or reaches out. */
export function readElement(bytes: Uint8Array, at: number): Element | null {
  const [tag, first] = [bytes[at], bytes[at + 1]]
  if (tag === undefined || first === undefined) return null
  const long = first > 0x80 ? first - 0x80 : 0
  if (first === 0x80 || long > 3) return null
  let length = long === 0 ? first : 0
  for (let index = 0; index < long; index += 1) length = length * 256 + (bytes[at + 2 + index] ?? 0)
  const begin = at + 2 + long
  return begin + length <= bytes.length ? { tag, begin, end: begin + length } : null
}

/** The members of a SEQUENCE that fills `bytes` to the last one, each with its head; null where it is none. */
export function readSequence(bytes: Uint8Array): Uint8Array[] | null {
  const whole = readElement(bytes, 0)
  if (whole?.tag !== SEQUENCE || whole.end !== bytes.length) return null
  const members: Uint8Array[] = []
  for (let at = whole.begin; at < whole.end; ) {
    const member = readElement(bytes, at)
    if (!member || member.end > whole.end) return null
    members.push(bytes.subarray(at, member.end))
    at = member.end
  }
  return members
}
