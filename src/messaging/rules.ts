import { DAY, HOUR, type Instant, MINUTE, SECOND } from '../kernel/time.ts'
import type { DeliveryFailure, Mail } from './types.ts'

const FIRST_DELAY_SECONDS = 30
const LONGEST_DELAY_SECONDS = 15 * 60
/** What waits longer than this in the outbox is queued again. */
export const REQUEUE_AFTER_MS = 2 * MINUTE
/** How long a message belongs to the consumer that took it. */
export const LEASE_MS = MINUTE
/** A message that could not be delivered for so long is given up. */
export const GIVE_UP_AFTER_MS = DAY
/** No message is due later than this: one that says so was written by a clock that had jumped ahead. */
export const FURTHEST_DUE_MS = HOUR

/** Seconds until the next attempt: 30, 60, 120 … at most 900. `attempts` counts those already made. */
export function backoffSeconds(attempts: number): number {
  const doublings = Math.min(Math.max(attempts - 1, 0), 10)
  return Math.min(FIRST_DELAY_SECONDS * 2 ** doublings, LONGEST_DELAY_SECONDS)
}

/** What becomes of a message that a provider did not take; `dueAt` is null when it is given up. */
export function judgeFailure(options: {
  failure: DeliveryFailure
  attempts: number
  createdAt: Instant
  now: Instant
}): { retryInSeconds: number; dueAt: Instant } | null {
  const { failure, attempts, createdAt, now } = options
  if (failure.permanent || now >= createdAt + GIVE_UP_AFTER_MS) return null
  const retryInSeconds = backoffSeconds(attempts)
  return { retryInSeconds, dueAt: now + retryInSeconds * SECOND }
}

/** Control characters, line separators and bidirectional overrides: nothing that belongs into a header field. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: refusing them is the point
const UNSAFE_IN_HEADER = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/
/** Bodies have lines and tabs, and no other control characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: refusing them is the point
const UNSAFE_IN_BODY = /[\u0000-\u0008\u000b-\u001f\u007f]/
/** One ASCII address and nothing that could make two of it (RFC 5322 section 3.4). */
const ONE_ADDRESS = /^[^\s@,;:<>()[\]\\"\u0080-\uffff]{1,64}@[A-Za-z0-9.-]{1,253}$/

/** RFC 5322 section 2.1.1. */
const SUBJECT_MAX = 998

/** The name of the first field that must not be sent as it is; null when all are well. */
export function findUnsafeField(mail: Mail): string | null {
  const headers = { from: mail.from.name, subject: mail.subject, messageId: mail.messageId }
  for (const [field, value] of Object.entries(headers)) if (UNSAFE_IN_HEADER.test(value)) return field
  if (!ONE_ADDRESS.test(mail.to)) return 'to'
  if (!ONE_ADDRESS.test(mail.from.email)) return 'from'
  if (mail.subject.length > SUBJECT_MAX) return 'subject'
  for (const field of ['text', 'html'] as const) if (UNSAFE_IN_BODY.test(mail[field])) return field
  return null
}
