import { DAY, type Instant, MINUTE, SECOND } from '../kernel/time.ts'
import type { CertificateState, RevocationReason } from './types.ts'

/** Ten years: what trusts an authority is slow to be changed. */
export const AUTHORITY_LIFE = 3652 * DAY
/** What a device or a signer gets; never beyond the authority's own end. */
export const CERTIFICATE_LIFE = 365 * DAY
/** What has less than this left is renewed: certificates by who holds them, our own signers and authorities by us. */
export const RENEWAL_TIME = 30 * DAY
/** How long a device's former certificate still holds: its successor may be on the way, or never arrive. */
export const SUCCESSION_TIME = DAY
/** How many certificates a device gets within `CAP_TIME`: enough for every repetition, too few to fill a list. */
export const CERTIFICATES_CAP = 10
export const CAP_TIME = DAY
/** How far certificates and lists begin in the past: clocks of devices are wrong by so much. */
const BACKDATED = 5 * MINUTE
/** How long a revocation list may be relied on (`nextUpdate`). */
export const CRL_LIFE = 7 * DAY
/** When a list is made anew although nothing changed. */
const CRL_REFRESH = DAY

/** RFC 5280 section 4.1.2.2: positive and at most 20 bytes; unguessable. */
export const SERIAL_BYTES = 16

/** A serial number of `random` (16 bytes): lower-case hex, without a zero at its beginning. */
export function serialOf(random: Uint8Array): string {
  const [first = 0, ...rest] = random.subarray(0, SERIAL_BYTES)
  return [(first & 0x3f) | 0x40, ...rest].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** A serial number as people and programs write it, in our form; null where it cannot be one. */
export function readSerial(text: string): string | null {
  const hex = text.replaceAll(':', '').toLowerCase()
  return /^[0-9a-f]{32,40}$/.test(hex) ? hex : null
}

/** From when until when something holds that is made at `now`: whole seconds, as certificates tell time. */
export function validityOf(now: Instant, life: number, limit = Number.POSITIVE_INFINITY) {
  const endsAt = Math.min(now + life, limit)
  return { from: wholeSecond(now - BACKDATED), endsAt: wholeSecond(endsAt) }
}

function wholeSecond(at: Instant): Instant {
  return Math.floor(at / SECOND) * SECOND
}

/** Whether it is time for another in its place. */
export function needsRenewal(endsAt: Instant, now: Instant): boolean {
  return endsAt - now < RENEWAL_TIME
}

export function stateOf(
  certificate: { revokedAt: Instant | null; endsAt: Instant },
  now: Instant,
): CertificateState {
  if (certificate.revokedAt !== null && certificate.revokedAt <= now) return 'revoked'
  return certificate.endsAt > now ? 'valid' : 'ended'
}

/** Whether a certificate counts at that time. A clock that jumped back before it was made ends it. */
export function holdsAt(
  certificate: { createdAt: Instant; endsAt: Instant; revokedAt: Instant | null },
  now: Instant,
): boolean {
  return stateOf(certificate, now) === 'valid' && certificate.createdAt - BACKDATED <= now
}

/** What is known of the list that was made last. */
export type CrlFacts = {
  /** How many revocations the authority had when the list was made, and has now. */
  listed: number
  revocations: number
  madeAt: Instant
}

/** Whether a list can be shown as it is. One from the future was made under a clock that was wrong. */
export function isFresh(crl: CrlFacts, now: Instant): boolean {
  return crl.listed === crl.revocations && now >= crl.madeAt && now - crl.madeAt < CRL_REFRESH
}

/** RFC 5280 section 5.3.1; `unspecified` is told by leaving it out. */
export const REASON_CODES: Record<RevocationReason, number | null> = {
  unspecified: null,
  key_compromise: 1,
  superseded: 4,
  cessation_of_operation: 5,
}

/** Letters of a password that a person types: 12 of 20 are 51 bits. */
export const PASSWORD_LENGTH = 12
