import { expect, test } from 'vitest'
import {
  codesOpenAt,
  judgeAlarms,
  kindsOf,
  NO_LIMITS,
  ORGANISATION_LIMITS,
  organisationLimits,
  peopleOpenAt,
} from '../../src/challenges/limits-rules.ts'
import { isThrowAway } from '../../src/challenges/throw-away.ts'
import { HOUR } from '../../src/kernel/time.ts'

const NOON = Date.UTC(2050, 10, 20, 12, 20)

test('what is full opens with the next hour, or the next day', () => {
  expect(codesOpenAt(NOON)).toBe(Date.UTC(2050, 10, 20, 13))
  expect(peopleOpenAt(NOON)).toBe(Date.UTC(2050, 10, 21))
})

test('an organisation has its own limit, ours without one, and never more than the service', () => {
  expect(organisationLimits(NO_LIMITS, NO_LIMITS)).toEqual(ORGANISATION_LIMITS)
  const own = { ...NO_LIMITS, hourlyCodes: 40 }
  expect(organisationLimits(own, NO_LIMITS).hourlyCodes).toBe(40)
  expect(organisationLimits(own, { ...NO_LIMITS, hourlyCodes: 30, dailyPeople: 10 })).toEqual({
    hourlyCodes: 30,
    dailyPeople: 10,
  })
})

test('setup and sign-in, checked and unchecked, let through and held back, are counted apart', () => {
  const kinds = (['setup', 'sign_in'] as const).flatMap((door) =>
    [true, false].flatMap((checked) => Object.values(kindsOf(door, checked))),
  )
  expect(new Set(kinds).size).toBe(6)
})

test('one code that died of wrong tries is a slip, five are an alarm; one refusal is', () => {
  const firstHour = NOON / HOUR - 3
  expect(judgeAlarms([{ kind: 'guesses', count: 4, firstHour }])).toEqual([])
  const both = [
    { kind: 'guesses', count: 5, firstHour },
    { kind: 'codes', count: 1, firstHour },
    { kind: 'setup', count: 99, firstHour },
  ]
  expect(judgeAlarms(both).map(({ kind, since }) => [kind, since])).toEqual([
    ['codes', NOON - 3 * HOUR],
    ['guesses', NOON - 3 * HOUR],
  ])
})

test.each([
  ['ada@mailinator.com', true],
  ['ada@inbox.mailinator.com', true],
  ['ada@notmailinator.com', false],
  ['ada@mailinator.com.acme.example', false],
  ['mailinator.com@acme.example', false],
])('%s is throw-away: %j', (address, expected) => expect(isThrowAway(address)).toBe(expected))
