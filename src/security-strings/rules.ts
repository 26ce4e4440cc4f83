import { CODE_LETTERS } from '../kernel/secrets.ts'
import { DAY, type Instant, MINUTE } from '../kernel/time.ts'
import { readTypedCode } from '../kernel/typed.ts'
import { BATCH_SIZE } from './types.ts'

/** Of the RFC 8628 alphabet: 20^8, some 34 bits. */
export const STRING_LENGTH = 8

/** So many wrong strings make a batch void: a guess hits once in 2.5 thousand million. */
export const FAILURES_MAX = 10

/** So many batches a device gets within `ISSUES_WITHIN`. */
export const ISSUES_MAX = 10
export const ISSUES_WITHIN = DAY

/** Of refusals for one reason the first of each of these stands in the audit. */
const REFUSALS_TOLD_EVERY = 15 * MINUTE

const STRING = new RegExp(`^[${CODE_LETTERS}]{${STRING_LENGTH}}$`)

/** `BCDF-GHJK`, as it is shown and read out. */
export function showString(letters: string): string {
  return `${letters.slice(0, STRING_LENGTH / 2)}-${letters.slice(STRING_LENGTH / 2)}`
}

/** The eight letters, whatever case, blanks and dashes they were typed with; null where it is no such string. */
export function readString(text: string): string | null {
  const letters = readTypedCode(text)
  return STRING.test(letters) ? letters : null
}

export function isPosition(position: number): boolean {
  return Number.isInteger(position) && position >= 1 && position <= BATCH_SIZE
}

/** What the HMAC is made of: the same letters elsewhere have another. */
export function macInput(batchId: string, position: number, letters: string): string {
  return `security-string/${batchId}/${position}/${letters}`
}

/** A string of one device at the position that was asked about. */
export type Candidate = {
  batchId: string
  deviceId: string
  deviceName: string | null
  size: number
  used: number
  failures: number
  mac: string
  usedAt: Instant | null
}

/** Why a string does not count. Whoever asked is told none of it. */
export type StringRefusal = 'wrong' | 'used' | 'ended'

export type Judgement =
  | { valid: true; candidate: Candidate }
  /** `failed`: the batches that the wrong string counts against, as they were before. */
  | { valid: false; reason: StringRefusal; failed: Candidate[] }

/**
 * Which of the candidates a string is. A wrong one counts against every batch that it was tried on; one that was
 * right and used already counts against none: whoever repeats a request does no harm.
 */
export function judgeString(candidates: Candidate[], matches: (candidate: Candidate) => boolean): Judgement {
  const living = candidates.filter(({ failures }) => failures < FAILURES_MAX)
  const hits = living.filter(matches)
  const fresh = hits.find(({ usedAt }) => usedAt === null)
  if (fresh) return { valid: true, candidate: fresh }
  if (hits.length > 0) return { valid: false, reason: 'used', failed: [] }
  return { valid: false, reason: living.length > 0 ? 'wrong' : 'ended', failed: candidates }
}

/** Whether one more wrong string is one too many. */
export function isLastFailure({ failures }: Pick<Candidate, 'failures'>): boolean {
  return failures + 1 >= FAILURES_MAX
}

/** The quarter of an hour in which refusals of one reason are told once. */
export function quarterOf(at: Instant): number {
  return Math.floor(at / REFUSALS_TOLD_EVERY)
}
