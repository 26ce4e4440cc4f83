import { describe, expect, test } from 'vitest'
import {
  invitationIdOf,
  itemId,
  judgeReminder,
  nextReminder,
  whySkipped,
} from '../../src/invitations/rules.ts'
import { planAccounts, readAddresses } from '../../src/invitations/whom-rules.ts'
import { normaliseAddress } from '../../src/kernel/address.ts'
import { DAY } from '../../src/kernel/time.ts'

const NOW = 1_000 * DAY

describe('addresses as people type them', () => {
  const read = (text: string) => {
    const sheet = readAddresses(text, normaliseAddress)
    return sheet.ok
      ? sheet.value.rows.map(({ line, address, values }) => [line, address ?? values.address, values.name])
      : sheet.error
  }

  test.each<[string, unknown]>([
    ['ada@acme.example', [[1, 'ada@acme.example', '']]],
    [
      'Ada@ACME.example;\n\n bob@acme.example ,',
      [
        [1, 'ada@acme.example', ''],
        [2, 'bob@acme.example', ''],
      ],
    ],
    [
      'ada@acme.example bob@acme.example\tcy@acme.example',
      [
        [1, 'ada@acme.example', ''],
        [2, 'bob@acme.example', ''],
        [3, 'cy@acme.example', ''],
      ],
    ],
    [
      'Ada Lovelace <ada@acme.example>, bob@acme.example',
      [
        [1, 'ada@acme.example', 'Ada Lovelace'],
        [2, 'bob@acme.example', ''],
      ],
    ],
    ['"Lovelace, Ada" <ada@acme.example>', [[1, 'ada@acme.example', 'Lovelace, Ada']]],
    ['<ada@acme.example>', [[1, 'ada@acme.example', '']]],
    ['Ada Lovelace', [[1, 'Ada Lovelace', '']]],
    ['ada@acme', [[1, 'ada@acme', '']]],
    [' \n ,; ', 'empty'],
    [Array.from({ length: 10_001 }, (_, index) => `p${index}@acme.example`).join(','), 'too_many_rows'],
  ])('%.60s', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })
})

test('an item always brings the same invitation, and no other item the same', () => {
  const ids = Array.from({ length: 1000 }, (_, index) => invitationIdOf(itemId('job_1', index)))
  expect(new Set(ids).size).toBe(1000)
  expect(invitationIdOf(itemId('job_1', 7))).toBe(ids[7])
  expect(ids[0]).toMatch(/^inv_[A-Za-z0-9_-]{22}$/)
  expect([itemId('job_1', 9), itemId('job_1', 10)].toSorted()).toEqual([
    itemId('job_1', 9),
    itemId('job_1', 10),
  ])
})

describe('who of a job gets no invitation', () => {
  const fine = {
    account: { state: 'active', disabledAt: null },
    organisation: { enabled: true, setupOpen: true },
    serviceEnabled: true,
    channel: 'email',
    recipient: 'ada@acme.example',
  } as const

  test.each([
    [{}, null],
    [{ account: { state: 'invited', disabledAt: null } }, null],
    [{ account: { state: 'active', disabledAt: 5 } }, 'account_disabled'],
    [{ account: { state: 'unapproved', disabledAt: null } }, 'account_unapproved'],
    [{ account: { state: 'deleted', disabledAt: 5 } }, 'account_gone'],
    [{ organisation: { enabled: false, setupOpen: true } }, 'organisation_off'],
    [{ organisation: { enabled: true, setupOpen: false } }, 'organisation_off'],
    [{ serviceEnabled: false }, 'organisation_off'],
    [{ channel: 'sms', recipient: '' }, 'no_phone'],
    [{ channel: 'none', recipient: '' }, null],
  ] as const)('%j: %s', (change, why) => {
    expect(whySkipped({ ...fine, ...change })).toBe(why)
  })
})

test('a row says what is wrong, and whose living invitation would end', () => {
  const person = { id: 'a', name: 'Ada', address: 'ada@acme.example', phone: null, state: 'active' } as const
  const kinds = (channel: 'email' | 'sms' | 'none') =>
    planAccounts(
      [
        { ...person, invited: true },
        { ...person, id: 'b', phone: '+442079460000', invited: false },
        { ...person, id: 'c', state: 'disabled', invited: false },
      ],
      channel,
    ).map((row) =>
      row.kind === 'error' ? row.problems[0]?.says : row.kind === 'known' && [row.recipient, row.supersedes],
    )
  expect(kinds('email')).toEqual([['ada@acme.example', true], ['ada@acme.example', false], 'disabled'])
  expect(kinds('sms')).toEqual(['no_phone', ['+442079460000', false], 'disabled'])
  expect(kinds('none')).toEqual([['', true], ['', false], 'disabled'])
})

describe('reminders', () => {
  test('come on the days of the schedule, and days that nobody kept do not come all at once', () => {
    const created = NOW
    expect(nextReminder(created, [2, 7], created)).toBe(created + 2 * DAY)
    expect(nextReminder(created, [2, 7], created + 2 * DAY)).toBe(created + 7 * DAY)
    expect(nextReminder(created, [2, 7, 9], created + 8 * DAY)).toBe(created + 9 * DAY)
    expect(nextReminder(created, [2, 7], created + 30 * DAY)).toBeNull()
    expect(nextReminder(created, [], created)).toBeNull()
  })

  const due = {
    state: 'issued',
    channel: 'email',
    acceptedAt: null,
    validUntil: null,
    remindersOff: false,
    delivery: 'sent',
    account: { state: 'invited', disabledAt: null },
    organisation: { enabled: true, setupOpen: true },
    serviceEnabled: true,
  } as const

  test.each([
    [{}, 'send'],
    [{ state: 'opened' }, 'send'],
    [{ state: 'opened', acceptedAt: 1 }, 'never'],
    [{ state: 'superseded' }, 'never'],
    [{ state: 'revoked' }, 'never'],
    [{ validUntil: NOW }, 'never'],
    [{ remindersOff: true }, 'never'],
    [{ channel: 'none' }, 'never'],
    [{ account: { state: 'deleted', disabledAt: 1 } }, 'never'],
    [{ account: { state: 'active', disabledAt: 1 } }, 'later'],
    [{ delivery: 'failed' }, 'later'],
    [{ organisation: { enabled: true, setupOpen: false } }, 'later'],
    [{ serviceEnabled: false }, 'later'],
  ] as const)('%j: %s', (change, judged) => {
    expect(judgeReminder({ ...due, ...change }, NOW)).toBe(judged)
  })
})
