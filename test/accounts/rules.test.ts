import { describe, expect, test } from 'vitest'
import {
  checkDetails,
  mayProvision,
  needsDetails,
  OWNER_SESSION,
  renewedEnd,
} from '../../src/accounts/rules.ts'
import { DAY } from '../../src/kernel/time.ts'
import { SERVICE } from '../support/mail.ts'

const details = {
  name: 'Ada',
  phone: '',
  termsAccepted: true,
  phoneRequired: false,
  termsRequired: true,
  country: null as string | null,
}
const check = (change: Partial<typeof details>) => checkDetails({ ...details, ...change })

describe('what a person tells of themselves', () => {
  test.each([
    [{ phone: '+44 20 7946 0018' }, '+442079460018'],
    [{ phone: '030 901820', country: 'DE' }, '+4930901820'],
    [{ phone: '' }, null],
  ])('%j is kept as %j', (change, phone) =>
    expect(check(change)).toEqual({ ok: true, value: { name: 'Ada', phone } }),
  )

  test.each([
    [{ name: '  ' }, { name: 'missing' }],
    [{ name: 'x'.repeat(121) }, { name: 'too_long' }],
    [{ name: 'Ada\u202e' }, { name: 'not_text' }],
    [{ phone: '12' }, { phone: 'not_a_number' }],
    [{ phone: '030 901820' }, { phone: 'not_a_number' }],
    [{ phone: '+44 20 7946 0018'.padEnd(41, '1') }, { phone: 'not_a_number' }],
    [{ phoneRequired: true }, { phone: 'missing' }],
    [{ termsAccepted: false }, { terms: 'not_accepted' }],
    [
      { name: '', termsAccepted: false },
      { name: 'missing', terms: 'not_accepted' },
    ],
  ])('%j is refused as %j', (change, errors) => expect(check(change)).toEqual({ ok: false, error: errors }))
})

test('details are asked for again when the terms have changed', () => {
  const account = { name: 'Ada', phone: null, termsVersion: 1 }
  const organisation = { terms: { en: 'x' }, termsVersion: 1, phoneRequired: false }
  expect(needsDetails(account, organisation)).toBe(false)
  expect(needsDetails(account, { ...organisation, termsVersion: 2 })).toBe(true)
  expect(needsDetails({ ...account, name: '' }, { ...organisation, terms: null })).toBe(true)
  expect(needsDetails(account, { ...organisation, phoneRequired: true })).toBe(true)
  expect(needsDetails({ ...account, termsVersion: null }, { ...organisation, terms: null })).toBe(false)
})

test("an owner's session is written again at most once a day", () => {
  const now = 1_000 * DAY
  expect(renewedEnd(now + OWNER_SESSION, now)).toBeNull()
  expect(renewedEnd(now + OWNER_SESSION, now + DAY - 1)).toBeNull()
  expect(renewedEnd(now + OWNER_SESSION, now + DAY)).toBe(now + DAY + OWNER_SESSION)
})

test.each([
  [true, ['register', 'pin'], true],
  [true, ['pin'], false],
  [true, [], false],
  [false, ['register'], false],
] as const)(
  'with owners provisioning %s and permissions %j people get codes by themselves: %s',
  (ownersMayProvision, permissions, may) => {
    const door = { service: { ...SERVICE, ownersMayProvision } }
    expect(mayProvision(door, { permissions: [...permissions] })).toBe(may)
  },
)
