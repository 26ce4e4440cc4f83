import type { Locale } from '../kernel/locale.ts'
import type { Result } from '../kernel/result.ts'
import type { Instant } from '../kernel/time.ts'
import type { ChallengeOutbox, ChallengePurpose } from '../messaging/index.ts'

/** What a challenge is bound to, besides the address that names its gate. */
export type ChallengeSubject = {
  purpose: ChallengePurpose
  organisationId: number
  /** An opaque hash that the Worker derives from the browser's cookie. */
  browser: string
}

export type RequestInput = ChallengeSubject & {
  /** Normalised: what `normaliseAddress` gives back. */
  address: string
  locale: Locale
  /** The address was proved in this browser before: strangers cannot use up its share of sends. */
  known?: boolean
}

export type VerifyInput = ChallengeSubject & { code: string }

export type RequestRefusal = { code: 'too_many_sends'; opensAt: Instant }

export type VerifyRefusal =
  | { code: 'wrong_code'; triesLeft: number }
  /** The code's time is over, or its message could not be delivered: a new one is needed. */
  | { code: 'expired' }
  /** `closed`: by this very try. */
  | { code: 'too_many_tries'; closed?: boolean }
  /** Nothing was asked for by this browser, for this purpose, in this organisation. */
  | { code: 'no_challenge' }

/** How far the message has come. `sent`: the provider has accepted it. */
export type Delivery = 'queued' | 'sent' | 'failed'

export type ChallengeView = {
  delivery: Delivery
  /** Whether the mailed code is 8 letters instead of 6 digits. */
  letters: boolean
  /** When the code ends or ended; null until the provider has accepted the message. */
  validUntil: Instant | null
}

/** One code that was asked for. The row is its message in the gate's outbox as well. */
export type Challenge = ChallengeSubject & {
  /** `chl_…`; also the id of its message. */
  id: string
  address: string
  locale: Locale
  /** HMAC of the code under the pepper. */
  codeMac: string
  letters: boolean
  /** The code itself, sealed; null as soon as the message has gone out or never will. */
  sealedCode: string | null
  /** Wrong tries, and those that are being compared at this moment. */
  tries: number
  delivery: Delivery
  /** How often the message was handed to a consumer. */
  attempts: number
  /** When the queue is expected to deliver the reference; what waits longer than two minutes is queued again. */
  dueAt: Instant
  /** When a consumer took the message; null when none is at it. */
  preparedAt: Instant | null
  /** Why the message failed, in a word; null while it did not. */
  failure: string | null
  createdAt: Instant
  /** The latest time at which this challenge was touched: a clock before it has jumped. */
  seenAt: Instant
  /** While queued: until when the provider must have accepted it. Once sent: until when the code works. */
  endsAt: Instant
  /** Set once it is over, for good, whatever the clock says later. */
  endedAt: Instant | null
}

/** What the caps per address are counted from. `known_send`: asked for where it was proved before. */
export type GateEvent = { id: number; kind: 'send' | 'known_send' | 'wrong_try'; at: Instant }

/**
 * The calls of an address gate. RPC stays compatible one version back, so calls gain optional fields and are
 * never re-shaped. Expected refusals are values, never exceptions.
 */
export type AddressGateCalls = ChallengeOutbox & {
  /** Makes a code and a message for it; retires the browser's former one for the same purpose. */
  request(input: RequestInput): Promise<Result<{ challengeId: string }, RequestRefusal>>
  /** Counts the try, then compares. Repeatable with the right code until the code's end. */
  verify(input: VerifyInput): Promise<Result<{ address: string; challengeId: string }, VerifyRefusal>>
  /** What the browser's page may know of its challenge; changes nothing. */
  look(input: ChallengeSubject): Promise<ChallengeView | null>
}
