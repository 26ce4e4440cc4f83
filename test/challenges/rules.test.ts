import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  acceptMessage,
  countTry,
  endChallenge,
  failMessage,
  isAlive,
  judgeSend,
  leaseMessage,
  MEMORY_MS,
  needsLetters,
  nextAlarm,
  normaliseCode,
  SEND_CAPS,
  settleRightCode,
  TRIES_PER_CODE,
  tidyChallenge,
  viewChallenge,
  wantsRequeue,
} from '../../src/challenges/rules.ts'
import type { Challenge, GateEvent } from '../../src/challenges/types.ts'
import { DAY, HOUR, MINUTE, SECOND } from '../../src/kernel/time.ts'

const NOON = Date.UTC(2026, 10, 20, 12)

function makeChallenge(change: Partial<Challenge> = {}): Challenge {
  return {
    id: 'chl_1',
    purpose: 'registration',
    organisationId: 1,
    browser: 'browser-1',
    address: 'ada@acme.example',
    locale: 'en',
    codeMac: 'k1.mac',
    letters: false,
    sealedCode: 'k1.iv.sealed',
    tries: 0,
    delivery: 'queued',
    attempts: 0,
    dueAt: NOON,
    preparedAt: null,
    failure: null,
    createdAt: NOON,
    seenAt: NOON,
    endsAt: NOON + HOUR,
    endedAt: null,
    ...change,
  }
}

const eventsAt = (kind: GateEvent['kind'], times: number[]): GateEvent[] =>
  times.map((at, index) => ({ id: index + 1, kind, at }))

describe('sends to one address', () => {
  test('the fourth within 15 minutes is refused and told when it opens', () => {
    const sends = eventsAt('send', [NOON, NOON + MINUTE, NOON + 2 * MINUTE])
    const at = NOON + 3 * MINUTE
    expect(judgeSend(sends.slice(1), at).ok).toBe(true)
    expect(judgeSend(sends, at)).toEqual({
      ok: false,
      error: { code: 'too_many_sends', opensAt: NOON + 15 * MINUTE },
    })
    expect(judgeSend(sends, NOON + 15 * MINUTE).ok).toBe(true)
  })

  test('the eleventh within 24 hours is refused, however slowly they were asked for', () => {
    const times = Array.from({ length: 10 }, (_, index) => NOON + index * HOUR)
    const at = NOON + 12 * HOUR
    expect(judgeSend(eventsAt('send', times.slice(1)), at).ok).toBe(true)
    expect(judgeSend(eventsAt('send', times), at)).toEqual({
      ok: false,
      error: { code: 'too_many_sends', opensAt: NOON + DAY },
    })
  })

  test('wrong tries are no sends', () => {
    expect(judgeSend(eventsAt('wrong_try', [NOON, NOON, NOON, NOON]), NOON).ok).toBe(true)
    const strangers = eventsAt('send', [NOON, NOON, NOON])
    expect(judgeSend(strangers, NOON, 'known_send').ok).toBe(true)
    expect(
      judgeSend([...strangers, ...eventsAt('known_send', [NOON, NOON, NOON])], NOON, 'known_send').ok,
    ).toBe(false)
  })

  test('whoever asks whenever they are let, no window ever holds more than its cap', () => {
    const pauses = fc.array(fc.integer({ min: 0, max: 3 * HOUR }), { minLength: 5, maxLength: 60 })
    fc.assert(
      fc.property(pauses, (waits) => {
        let now = NOON
        const sent: number[] = []
        for (const wait of waits) {
          now += wait
          const verdict = judgeSend(eventsAt('send', sent), now)
          if (verdict.ok) sent.push(now)
          else {
            const { opensAt } = verdict.error
            expect(opensAt).toBeGreaterThan(now)
            expect(judgeSend(eventsAt('send', sent), opensAt).ok).toBe(true)
            expect(judgeSend(eventsAt('send', sent), opensAt - 1).ok).toBe(false)
          }
        }
        for (const { sends, windowMs } of SEND_CAPS)
          for (const from of sent)
            expect(sent.filter((at) => at >= from && at < from + windowMs).length).toBeLessThanOrEqual(sends)
      }),
      { numRuns: 300 },
    )
  })

  test('a clock that had jumped ten years ahead holds the cap for its window and no longer', () => {
    const sends = eventsAt(
      'send',
      [NOON, NOON, NOON].map((at) => at + 3650 * DAY),
    )
    const verdict = judgeSend(sends, NOON)
    expect(verdict).toEqual({ ok: false, error: { code: 'too_many_sends', opensAt: NOON + 15 * MINUTE } })
  })
})

test('after 15 wrong tries in 24 hours the next code is of letters, and a day later of digits again', () => {
  const times = Array.from({ length: 15 }, (_, index) => NOON + index * MINUTE)
  expect(needsLetters(eventsAt('wrong_try', times.slice(1)), NOON + HOUR)).toBe(false)
  expect(needsLetters(eventsAt('wrong_try', times), NOON + HOUR)).toBe(true)
  expect(needsLetters(eventsAt('wrong_try', times), NOON + DAY)).toBe(false)
  expect(needsLetters(eventsAt('send', times), NOON + HOUR)).toBe(false)
})

test.each([
  ['482 910', '482910'],
  [' 482-910\n', '482910'],
  ['bcdf-ghjk', 'BCDFGHJK'],
  ['BCDF – GHJK', 'BCDFGHJK'],
  ['482910x', '482910X'],
  ['٤٨٢ ٩١٠', '482910'],
])('the code typed as %j is compared as %j', (typed, compared) => {
  expect(normaliseCode(typed)).toBe(compared)
})

describe('the life of a code', () => {
  test('it begins with the acceptance of its message and ends ten minutes later', () => {
    const accepted = acceptMessage(makeChallenge(), NOON + 20 * MINUTE)
    expect(isAlive(accepted, NOON + 30 * MINUTE - 1)).toBe(true)
    expect(isAlive(accepted, NOON + 30 * MINUTE)).toBe(false)
    expect(accepted.sealedCode).toBeNull()
  })

  test('a message accepted more than an hour after asking brings no life', () => {
    const late = acceptMessage(makeChallenge(), NOON + HOUR)
    expect(isAlive(late, NOON + HOUR + 1)).toBe(false)
    expect(countTry(late, NOON + HOUR + 1).refusal).toEqual({ code: 'expired' })
  })

  test('accepting twice does not lengthen it', () => {
    const once = acceptMessage(makeChallenge(), NOON)
    expect(acceptMessage(once, NOON + 9 * MINUTE)).toEqual(once)
  })

  test('five tries are counted before they are compared, the sixth is refused', () => {
    let challenge = acceptMessage(makeChallenge(), NOON)
    for (let tries = 1; tries <= TRIES_PER_CODE; tries += 1) {
      const counted = countTry(challenge, NOON + SECOND)
      expect(counted.refusal).toBeNull()
      expect(counted.challenge.tries).toBe(tries)
      challenge = counted.challenge
    }
    expect(countTry(challenge, NOON + SECOND).refusal).toEqual({ code: 'too_many_tries' })
  })

  test('the right code gives its own try back and no other', () => {
    const { challenge } = countTry(acceptMessage(makeChallenge({ tries: 3 }), NOON), NOON)
    expect(settleRightCode(challenge, NOON).tries).toBe(3)
  })

  test('who types the code has the message, even if the note of its acceptance was lost', () => {
    const settled = settleRightCode(makeChallenge({ tries: 1, attempts: 1 }), NOON + MINUTE)
    expect(settled).toMatchObject({ delivery: 'sent', sealedCode: null, endsAt: NOON + 11 * MINUTE })
  })
})

describe('a clock that jumps never lengthens a life', () => {
  const jumps = [-3650 * DAY, -HOUR, -10 * SECOND, HOUR, 3650 * DAY]

  test.each(jumps)('a code asked for before a jump of %i ms is dead after it', (jump) => {
    const accepted = acceptMessage(makeChallenge(), NOON)
    expect(isAlive(accepted, NOON + MINUTE)).toBe(true)
    expect(isAlive(accepted, NOON + MINUTE + jump - (jump < 0 ? MINUTE : 0))).toBe(false)
  })

  test('what was found dead stays dead when the clock comes back', () => {
    for (const jump of jumps) {
      const accepted = acceptMessage(makeChallenge(), NOON)
      const { challenge, refusal } = countTry(accepted, NOON + jump)
      expect(refusal).toEqual({ code: 'expired' })
      expect(isAlive(challenge, NOON + MINUTE)).toBe(false)
      expect(challenge.sealedCode).toBeNull()
    }
  })

  test('at any time that any clock shows, a life is at most ten minutes after acceptance', () => {
    const clock = fc.array(fc.integer({ min: -2 * HOUR, max: 2 * HOUR }), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(fc.integer({ min: 0, max: HOUR - 1 }), clock, (delay, steps) => {
        const acceptedAt = NOON + delay
        let challenge = acceptMessage(makeChallenge(), acceptedAt)
        let dead = false
        for (const step of steps) {
          const now = acceptedAt + step
          const counted = countTry({ ...challenge, tries: 0 }, now)
          const accepted = counted.refusal === null
          if (accepted) expect(now).toBeLessThan(acceptedAt + 10 * MINUTE)
          if (dead) expect(accepted).toBe(false)
          dead ||= !accepted
          challenge = counted.challenge
        }
      }),
      { numRuns: 500 },
    )
  })

  test('what ended under a clock ten years ahead is not remembered for ten years', () => {
    const ahead = NOON + 3650 * DAY
    const made = makeChallenge({ createdAt: ahead, seenAt: ahead, endsAt: ahead + HOUR })
    const tidied = tidyChallenge(endChallenge(made, ahead, 'suppressed'), NOON)
    expect(tidied?.createdAt).toBe(NOON)
    expect(tidied && tidyChallenge(tidied, NOON + DAY - 1)).toEqual(tidied)
    expect(tidied && tidyChallenge(tidied, NOON + DAY)).toBeNull()
  })

  test('a step back of a second is the breathing of a clock', () => {
    expect(isAlive(acceptMessage(makeChallenge(), NOON), NOON - SECOND)).toBe(true)
  })
})

describe('the outbox', () => {
  test('what waits two minutes is queued again, unless a consumer has just taken it', () => {
    const waiting = makeChallenge()
    expect(wantsRequeue(waiting, NOON + 2 * MINUTE - 1)).toBe(false)
    expect(wantsRequeue(waiting, NOON + 2 * MINUTE)).toBe(true)
    const taken = leaseMessage(waiting, NOON + 2 * MINUTE - 1)
    expect(wantsRequeue(taken, NOON + 2 * MINUTE)).toBe(false)
    expect(wantsRequeue(taken, NOON + 3 * MINUTE)).toBe(true)
  })

  test('a passing fault waits, a permanent one ends the code', () => {
    const taken = leaseMessage(makeChallenge(), NOON)
    const passing = failMessage(taken, { reason: 'unavailable', permanent: false, retryInSeconds: 30 }, NOON)
    expect(passing.retryInSeconds).toBe(30)
    expect(passing.challenge).toMatchObject({
      delivery: 'queued',
      preparedAt: null,
      dueAt: NOON + 30 * SECOND,
    })
    const lasting = failMessage(taken, { reason: 'suppressed', permanent: true, retryInSeconds: 30 }, NOON)
    expect(lasting.retryInSeconds).toBeNull()
    expect(lasting.challenge).toMatchObject({ delivery: 'failed', sealedCode: null, failure: 'suppressed' })
    expect(viewChallenge(lasting.challenge, NOON)).toMatchObject({ delivery: 'failed', validUntil: null })
  })

  test('it is not tried again once its hour would be over', () => {
    const now = NOON + HOUR - 10 * SECOND
    const late = failMessage(
      makeChallenge(),
      { reason: 'unavailable', permanent: false, retryInSeconds: 30 },
      now,
    )
    expect(late).toMatchObject({ retryInSeconds: null, challenge: { delivery: 'failed' } })
  })

  test('the alarm follows the message, then the memory, then nothing', () => {
    const queued = makeChallenge()
    const sends = eventsAt('send', [NOON])
    expect(nextAlarm([queued], sends)).toBe(NOON + 2 * MINUTE)
    expect(nextAlarm([{ ...queued, dueAt: NOON + 59 * MINUTE }], sends)).toBe(NOON + HOUR)
    expect(nextAlarm([acceptMessage(queued, NOON)], sends)).toBe(NOON + MEMORY_MS)
    expect(nextAlarm([], eventsAt('wrong_try', [NOON + HOUR]))).toBe(NOON + HOUR + MEMORY_MS)
    expect(nextAlarm([], [])).toBeNull()
  })

  test('an ended challenge shows when it ended, not when it would have', () => {
    const ended = endChallenge(acceptMessage(makeChallenge(), NOON), NOON + MINUTE, 'late')
    expect(viewChallenge(ended, NOON + HOUR)).toEqual({
      delivery: 'sent',
      letters: false,
      validUntil: NOON + MINUTE,
    })
  })
})
