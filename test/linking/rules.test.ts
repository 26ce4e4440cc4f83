import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MINUTE, SECOND } from '../../src/kernel/time.ts'
import { readUserCode, showUserCode } from '../../src/kernel/user-code.ts'
import * as rules from '../../src/linking/rules.ts'
import type { Link } from '../../src/linking/types.ts'

const NOON = Date.UTC(2050, 10, 20, 12)
const asking = {
  secretHash: 'hash',
  clientId: 'probe',
  device: { platform: 'agent' },
  organisation: null,
  thumbprint: null,
} as const
const link = (change: Partial<Link> = {}): Link => ({ ...rules.makeLink(asking, NOON), ...change })
const poll = (known: Link | null, change: { thumbprint?: string; secretHash?: string } = {}, now = NOON) =>
  rules.decidePoll(known, { secretHash: 'hash', clientId: 'probe', thumbprint: 'key', ...change }, now)
const errorOf = (polled: ReturnType<typeof poll>) => (polled.result.ok ? null : polled.result.error)

describe('a user code', () => {
  test.each([
    ['BCDF-GHJK', 'BCDFGHJK'],
    ['  bcdf ghjk ', 'BCDFGHJK'],
    ['b-c-d-f–ghjk', 'BCDFGHJK'],
    ['ABCD-FGHJ', null],
    ['BCDF-GHJ', null],
    ['BCDFGHJKL', null],
    ['ＢCDFGHJK', null],
    ['', null],
  ])('typed as %j is %j', (typed, code) => expect(readUserCode(typed)).toBe(code))

  test('reads back as it is shown', () =>
    fc.assert(
      fc.property(fc.stringMatching(/^[BCDFGHJKLMNPQRSTVWXZ]{8}$/), (code) => {
        expect(readUserCode(showUserCode(code).toLowerCase())).toBe(code)
      }),
    ))
})

describe('a device that asks how it stands', () => {
  test('is bound to the key of its first proof; another key, client or secret finds nothing', () => {
    const { link: bound } = poll(link())
    expect(bound?.thumbprint).toBe('key')
    expect(errorOf(poll(bound, { thumbprint: 'thief' }))).toBe('invalid_grant')
    expect(poll(link({ thumbprint: 'first' }))).toMatchObject({ link: null })
    expect(poll(link(), { secretHash: 'guess' })).toEqual({
      link: null,
      result: { ok: false, error: 'invalid_grant' },
    })
    expect(errorOf(poll(null))).toBe('invalid_grant')
  })

  test('that hurries is slowed down for good, and at its pace it waits on', () => {
    let known = poll(link()).link as Link
    const ask = (seconds: number) => {
      const polled = poll(known, {}, (known.polledAt ?? 0) + seconds * SECOND)
      known = polled.link as Link
      return errorOf(polled)
    }
    expect([ask(5), ask(4.5), ask(3), ask(5), ask(14.5)]).toEqual([
      'authorization_pending',
      'authorization_pending',
      'slow_down',
      'slow_down',
      'authorization_pending',
    ])
    expect(known.intervalSeconds).toBe(15)
  })

  test('hears that it is too late, also where the clock ran back before the beginning', () => {
    expect(errorOf(poll(link(), {}, NOON + 10 * MINUTE))).toBe('expired_token')
    expect(errorOf(poll(link(), {}, NOON - 60 * MINUTE))).toBe('expired_token')
    expect(rules.isKept(link(), NOON + 14 * MINUTE)).toBe(true)
    expect(rules.isKept(link(), NOON + 15 * MINUTE)).toBe(false)
    expect(rules.isKept(link(), NOON - 60 * MINUTE)).toBe(false)
  })

  test('has as long again for an answer that came in the last moment', () => {
    const decidedAt = NOON + 10 * MINUTE - 1
    const allowed = link({ state: 'allowed', seenBy: 'ada', grantId: 'grt_1', decidedAt })
    expect(poll(allowed, {}, decidedAt + 9 * MINUTE).result).toEqual({
      ok: true,
      value: { ref: 'ada', grantId: 'grt_1', device: { platform: 'agent' } },
    })
    expect(errorOf(poll(allowed, {}, decidedAt + 10 * MINUTE))).toBe('expired_token')
  })
})

describe('somebody who answers', () => {
  const seen = link({ seenBy: 'ada' })
  const answer = (
    known: Link,
    given: Parameters<typeof rules.decideAnswer>[1]['answer'],
    now = NOON,
    account = 'ada',
  ) => rules.decideAnswer(known, { account, answer: given }, now)
  const begun = { ...seen, state: 'allowing', decidedAt: NOON } as const

  test('has typed the code; nobody else can, nor once it is over', () => {
    expect(answer(link(), { kind: 'deny' })).toEqual({ ok: false, error: 'gone' })
    expect(answer(seen, { kind: 'deny' }, NOON, 'eve')).toEqual({ ok: false, error: 'gone' })
    expect(answer(seen, { kind: 'deny' }, NOON + 10 * MINUTE)).toEqual({ ok: false, error: 'gone' })
    expect(rules.decideFind(seen, { account: 'eve', names: [] }, NOON)).toEqual({
      ok: false,
      error: 'unknown',
    })
  })

  test('answers once: a second press waits for the first, and what is answered stays', () => {
    expect(answer(seen, { kind: 'begin' })).toMatchObject({ value: { state: 'allowing' } })
    expect(answer(begun, { kind: 'begin' }, NOON + 29 * SECOND)).toEqual({ ok: false, error: 'busy' })
    expect(answer(begun, { kind: 'deny' }, NOON + 29 * SECOND)).toEqual({ ok: false, error: 'busy' })
    for (const state of ['allowed', 'denied'] as const)
      expect(answer({ ...seen, state, decidedAt: NOON }, { kind: 'begin' })).toEqual({
        ok: false,
        error: 'answered',
      })
  })

  test('may begin again where the first press was lost, which then counts no more', () => {
    const later = NOON + 31 * SECOND
    const again = answer(begun, { kind: 'begin' }, later)
    expect(again).toMatchObject({ ok: true, value: { decidedAt: later } })
    const known = again.ok ? again.value : seen
    expect(answer(known, { kind: 'allow', since: NOON, grantId: 'grt_lost' }, later)).toEqual({
      ok: false,
      error: 'gone',
    })
    expect(answer(known, { kind: 'allow', since: later, grantId: 'grt_2' }, later)).toMatchObject({
      value: { state: 'allowed', grantId: 'grt_2' },
    })
  })

  test('is of the organisation that the device names, if it names one', () => {
    const named = link({ organisation: '4711' })
    expect(rules.decideFind(named, { account: 'ada', names: ['4711', 'acme'] }, NOON).ok).toBe(true)
    expect(rules.decideFind(named, { account: 'eve', names: ['4712', 'globex'] }, NOON)).toEqual({
      ok: false,
      error: 'other_organisation',
    })
  })
})

test('five wrong codes within a quarter of an hour close the door until the oldest lapses, whatever the clock did', () => {
  const at = (...minutes: number[]) => minutes.map((minute) => NOON + minute * MINUTE)
  expect(rules.judgeTries(at(0, 1, 2, 3), NOON + 4 * MINUTE).ok).toBe(true)
  expect(rules.judgeTries(at(0, 1, 2, 3, 4), NOON + 5 * MINUTE)).toEqual({
    ok: false,
    error: { opensAt: NOON + 15 * MINUTE },
  })
  expect(rules.judgeTries(at(0, 1, 2, 3, 4), NOON + 15 * MINUTE).ok).toBe(true)
  expect(rules.judgeTries(at(900, 900, 900, 900, 900), NOON)).toEqual({
    ok: false,
    error: { opensAt: NOON + 15 * MINUTE },
  })
})
