import { hashSecret } from '../kernel/secrets.ts'
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
/** The same for what a cap holds back: until the next UTC midnight. */
export const FURTHEST_CAPPED_MS = DAY

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

/** What names a picture inside its mail: it stands in header fields and in HTML. */
const PICTURE_NAME = /^[A-Za-z0-9._-]{1,100}$/

/** The name of the first field that must not be sent as it is; null when all are well. */
export function findUnsafeField(mail: Mail): string | null {
  const { from, to, subject, messageId, locale, images = [] } = mail
  const headers = { from: from.name, subject, messageId, locale, to, fromAddress: from.email }
  for (const [field, value] of Object.entries(headers)) if (UNSAFE_IN_HEADER.test(value)) return field
  if (!ONE_ADDRESS.test(to)) return 'to'
  if (!ONE_ADDRESS.test(from.email)) return 'from'
  if (subject.length > SUBJECT_MAX) return 'subject'
  for (const field of ['text', 'html'] as const) if (UNSAFE_IN_BODY.test(mail[field])) return field
  const named = images.every(({ contentId, filename, type }) =>
    [contentId, filename, type.replace('/', '.')].every((name) => PICTURE_NAME.test(name)),
  )
  return named ? null : 'images'
}

/**
 * Our id of a message as its `Message-ID` carries it on the left. What was accepted once and came back is another
 * e-mail when it is sent again, so that nobody takes it for a repeat; `acceptedAs` is the provider's id of then.
 */
export function wireId(id: string, acceptedAs: string | null): string {
  return acceptedAs === null ? id : `${id}~${hashSecret(acceptedAs).slice(0, 8)}`
}

/** The outbox row's id in what a provider says of a message: without brackets, domain, and mark of a repeat. */
export function readWireId(text: string): { id: string; wire: string } | null {
  const wire = /^<?([A-Za-z0-9._~-]{1,200})(?:@[A-Za-z0-9.-]{1,253})?>?$/.exec(text.trim())?.[1]
  return wire ? { id: wire.split('~')[0] ?? '', wire } : null
}
