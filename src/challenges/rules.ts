import type { Result } from '../kernel/result.ts'
import { ok, refuse } from '../kernel/result.ts'
import { DAY, HOUR, type Instant, MINUTE, SECOND } from '../kernel/time.ts'
import { readTypedCode } from '../kernel/typed.ts'
import type { Challenge, ChallengeView, GateEvent, RequestRefusal, VerifyRefusal } from './types.ts'

/** How long a code works, from the provider's acceptance. */
export const CODE_VALIDITY_MS = 10 * MINUTE
/** How long after asking the provider may still accept the message. */
export const ACCEPTANCE_MS = HOUR
export const TRIES_PER_CODE = 5
/** Caps per address: all strangers together, and once more browsers in which it was proved. */
export const SEND_CAPS = [
  { sends: 3, windowMs: 15 * MINUTE },
  { sends: 10, windowMs: DAY },
] as const
/** So many wrong tries in 24 hours, and codes become 8 letters: 20^8 instead of 10^6 possibilities. */
const WRONG_TRIES_BEFORE_LETTERS = 15
/** How long the gate remembers anything at all. */
export const MEMORY_MS = DAY
/** What waits longer than this is queued again. */
export const REQUEUE_AFTER_MS = 2 * MINUTE
/** How long a message belongs to the consumer that took it. */
export const LEASE_MS = MINUTE
/** A clock that steps back by less than this is breathing; by more, it has jumped. */
const CLOCK_TOLERANCE_MS = 5 * SECOND

/** Times of events, none later than `now`: an event from the future would hold a cap for ever. */
function timesOf(events: GateEvent[], kind: GateEvent['kind'], now: Instant): Instant[] {
  return events
    .filter((event) => event.kind === kind)
    .map((event) => Math.min(event.at, now))
    .filter((at) => at > now - MEMORY_MS)
    .sort((one, other) => one - other)
}

/** Which of the gate's events a send is. */
export function sendKind(known: boolean | undefined): 'send' | 'known_send' {
  return known ? 'known_send' : 'send'
}

/** Whether the address may be sent one more code of this kind, and if not, when it may. */
export function judgeSend(
  events: GateEvent[],
  now: Instant,
  kind: 'send' | 'known_send' = 'send',
): Result<null, RequestRefusal> {
  const sends = timesOf(events, kind, now)
  const opensAt = SEND_CAPS.map((cap) => {
    const recent = sends.filter((at) => at > now - cap.windowMs)
    const blocking = recent.at(-cap.sends)
    return recent.length >= cap.sends && blocking !== undefined ? blocking + cap.windowMs : now
  }).reduce((one, other) => Math.max(one, other), now)
  return opensAt > now ? refuse({ code: 'too_many_sends', opensAt }) : ok(null)
}

/** Whether the next code is of 8 letters (RFC 8628 section 6.1) instead of 6 digits. */
export function needsLetters(events: GateEvent[], now: Instant): boolean {
  return timesOf(events, 'wrong_try', now).length >= WRONG_TRIES_BEFORE_LETTERS
}

/** A typed code as it is compared; nobody types more than 64 characters. */
export function normaliseCode(text: string): string {
  return readTypedCode(text.slice(0, 64))
}

/** What is hashed: bound to everything the challenge is bound to. */
export function codeMaterial(
  challenge: Pick<Challenge, 'id' | 'purpose' | 'organisationId' | 'browser' | 'address'>,
  code: string,
): string {
  const { id, purpose, organisationId, browser, address } = challenge
  return JSON.stringify(['challenge', id, purpose, organisationId, browser, address, code])
}

/** Not over, by any clock: time that ran out, and time that ran backwards, end a challenge. */
export function isAlive(challenge: Challenge, now: Instant): boolean {
  return challenge.endedAt === null && now < challenge.endsAt && now >= challenge.seenAt - CLOCK_TOLERANCE_MS
}

function touch(challenge: Challenge, now: Instant): Challenge {
  return { ...challenge, seenAt: Math.max(challenge.seenAt, now) }
}

/** Over for good. A message that is still queued never goes out. */
export function endChallenge(challenge: Challenge, now: Instant, reason: string): Challenge {
  const unsent = challenge.delivery === 'queued'
  return {
    ...challenge,
    sealedCode: null,
    preparedAt: null,
    delivery: unsent ? 'failed' : challenge.delivery,
    failure: unsent ? reason : challenge.failure,
    createdAt: Math.min(challenge.createdAt, now),
    endedAt: challenge.endedAt ?? Math.min(now, challenge.endsAt),
  }
}

/** Counts a try before anything is compared. The refusal comes with the row to store, if it changed. */
export function countTry(
  challenge: Challenge,
  now: Instant,
): { challenge: Challenge; refusal: VerifyRefusal | null } {
  if (challenge.tries >= TRIES_PER_CODE) return { challenge, refusal: { code: 'too_many_tries' } }
  if (!isAlive(challenge, now))
    return { challenge: endChallenge(challenge, now, 'late'), refusal: { code: 'expired' } }
  return { challenge: touch({ ...challenge, tries: challenge.tries + 1 }, now), refusal: null }
}

/** What a wrong code is answered with, the try already counted. */
export function refuseWrongCode(challenge: Challenge): VerifyRefusal {
  const triesLeft = TRIES_PER_CODE - challenge.tries
  return triesLeft > 0 ? { code: 'wrong_code', triesLeft } : { code: 'too_many_tries', closed: true }
}

/**
 * The right code gives its own try back, so that a repeat after a lost answer is not refused. Whoever knows
 * the code has the message: it counts as accepted even if the consumer's note was lost.
 */
export function settleRightCode(challenge: Challenge, now: Instant): Challenge {
  const settled = { ...challenge, tries: Math.max(0, challenge.tries - 1) }
  return settled.delivery === 'queued' ? acceptMessage(settled, now) : settled
}

/** Whether a consumer has the message at this moment. */
export function isLeased(challenge: Challenge, now: Instant): boolean {
  const taken = challenge.preparedAt
  return taken !== null && taken <= now + CLOCK_TOLERANCE_MS && now < taken + LEASE_MS
}

/** Hands the message to a consumer. */
export function leaseMessage(challenge: Challenge, now: Instant): Challenge {
  return touch({ ...challenge, attempts: challenge.attempts + 1, preparedAt: now }, now)
}

/** The provider has said yes: the code's time begins and the code itself is forgotten. */
export function acceptMessage(challenge: Challenge, now: Instant): Challenge {
  if (challenge.delivery !== 'queued') return challenge
  const sent: Challenge = { ...challenge, delivery: 'sent', sealedCode: null, preparedAt: null }
  if (!isAlive(challenge, now))
    return { ...sent, endedAt: challenge.endedAt ?? Math.min(now, challenge.endsAt) }
  return touch({ ...sent, endsAt: now + CODE_VALIDITY_MS }, now)
}

/** The provider has said no. `retryInSeconds` is null when it will not be tried again. */
export function failMessage(
  challenge: Challenge,
  failure: { reason: string; permanent: boolean; retryInSeconds: number },
  now: Instant,
): { challenge: Challenge; retryInSeconds: number | null } {
  if (challenge.delivery !== 'queued') return { challenge, retryInSeconds: null }
  const { retryInSeconds } = failure
  const dueAt = now + retryInSeconds * SECOND
  if (failure.permanent || !isAlive(challenge, now) || dueAt >= challenge.endsAt)
    return { challenge: endChallenge(challenge, now, failure.reason), retryInSeconds: null }
  return { challenge: touch({ ...challenge, preparedAt: null, dueAt }, now), retryInSeconds }
}

/** When a queued message wants to be queued again. */
function requeueAt(challenge: Challenge): Instant {
  return Math.max(challenge.dueAt + REQUEUE_AFTER_MS, (challenge.preparedAt ?? 0) + LEASE_MS)
}

export function wantsRequeue(challenge: Challenge, now: Instant): boolean {
  return challenge.delivery === 'queued' && isAlive(challenge, now) && now >= requeueAt(challenge)
}

/** Queued again at this moment. */
export function noteRequeued(challenge: Challenge, now: Instant): Challenge {
  return touch({ ...challenge, dueAt: now }, now)
}

/** The challenge as it must be stored at this time; null once it is forgotten. */
export function tidyChallenge(challenge: Challenge, now: Instant): Challenge | null {
  if (challenge.createdAt <= now - MEMORY_MS) return null
  if (challenge.endedAt === null && !isAlive(challenge, now)) return endChallenge(challenge, now, 'late')
  return challenge.createdAt > now ? { ...challenge, createdAt: now } : challenge
}

/** When the gate must wake up next; null when it has nothing left to remember. */
export function nextAlarm(challenges: Challenge[], events: GateEvent[]): Instant | null {
  const queued = challenges.filter((challenge) => challenge.delivery === 'queued')
  const acts = queued.map((challenge) => Math.min(requeueAt(challenge), challenge.endsAt))
  if (acts.length > 0) return Math.min(...acts)
  const remembered = [
    ...challenges.map((challenge) => challenge.createdAt),
    ...events.map((event) => event.at),
  ]
  return remembered.length > 0 ? Math.max(...remembered) + MEMORY_MS : null
}

/** What the browser's page may know. */
export function viewChallenge(challenge: Challenge, now: Instant): ChallengeView {
  const over = isAlive(challenge, now) ? null : (challenge.endedAt ?? Math.min(now, challenge.endsAt))
  return {
    delivery: over !== null && challenge.delivery === 'queued' ? 'failed' : challenge.delivery,
    letters: challenge.letters,
    validUntil: challenge.delivery === 'sent' ? (over ?? challenge.endsAt) : null,
  }
}
