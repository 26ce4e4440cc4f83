import { describe, expect, test } from 'vitest'
import { HOUR } from '../../src/kernel/time.ts'
import { endOfDay, idOfKey, stateOfKey } from '../../src/organisations/api-keys-rules.ts'

describe('the shape of a key', () => {
  const secret = 'aB_-'.repeat(10).concat('xyz')

  test('names its row, underscores in its secret or not', () => {
    expect(idOfKey(`lk_${'a1'.repeat(8)}_${secret}`)).toBe(`key_${'a1'.repeat(8)}`)
  })

  test.each([
    '',
    'lk_',
    `lk_${'a'.repeat(15)}_${secret}`,
    `lk_${'A'.repeat(16)}_${secret}`,
    `lk_${'a'.repeat(16)}_${secret}x`,
    ` lk_${'a'.repeat(16)}_${secret}`,
  ])('is not %j', (text) => expect(idOfKey(text)).toBeNull())
})

test.each([
  ['2027-03-31', Date.UTC(2027, 3, 1)],
  ['2028-02-29', Date.UTC(2028, 2, 1)],
  ['2027-02-29', null],
  ['2027-13-01', null],
  ['31.03.2027', null],
  ['', null],
])('the day %j ends at %j', (text, end) => expect(endOfDay(text)).toBe(end))

test('a key that ended or was revoked counts no longer', () => {
  const state = (endsAt: number | null, revokedAt: number | null) =>
    stateOfKey({ createdAt: 50, endsAt, revokedAt }, 100)
  expect([state(null, null), state(101, null), state(100, null), state(null, 5), state(50, 5)]).toEqual([
    ...['active', 'active', 'ended', 'revoked', 'revoked'],
  ])
  // A clock that was set back prolongs nothing.
  const back = (endsAt: number | null) => stateOfKey({ createdAt: 2 * HOUR, endsAt, revokedAt: null }, HOUR)
  expect([back(3 * HOUR), back(null)]).toEqual(['ended', 'active'])
})
