import { describe, expect, test } from 'vitest'
import { ACTION_GROUPS, type AuditAction, type AuditEntry, actionsOf } from '../../../src/audit/index.ts'
import { LOCALES } from '../../../src/kernel/locale.ts'
import { describeEntry } from '../../../src/web/manage/audit-words.ts'
import { COPIES } from '../../support/copies.ts'

const people = new Map([
  [
    'acc_ada',
    { id: 'acc_ada', name: 'Ada Lovelace', address: 'ada@acme.example', role: 'device_owner' as const },
  ],
  ['acc_new', { id: 'acc_new', name: '', address: 'new@acme.example', role: 'device_owner' as const }],
])

const entry = (action: AuditAction, rest: Partial<AuditEntry> = {}): AuditEntry => ({
  id: 'aud_1',
  organisationId: 1,
  at: 0,
  actor: { kind: 'owner', id: 'acc_ada' },
  action,
  accountId: 'acc_ada',
  deviceId: null,
  detail: {},
  ...rest,
})

const en = COPIES.en
const say = (action: AuditAction, detail: AuditEntry['detail'] = {}, rest: Partial<AuditEntry> = {}) =>
  describeEntry(en, entry(action, { detail, ...rest }), people).what

describe.each(LOCALES)('every action, in %s', (locale) => {
  test.each(ACTION_GROUPS.flatMap(actionsOf))(
    '%s is a sentence, with a full detail and with none',
    (action) => {
      const full = {
        platform: 'ios',
        name: 'Everybody',
        reason: 'expired',
        count: 3,
        tries: 5,
        door: 'email',
        role: 'manager',
        by: 'email',
      }
      for (const detail of [{}, full])
        for (const accountId of ['acc_ada', 'acc_gone', null]) {
          const told = describeEntry(COPIES[locale], entry(action, { detail, accountId }), people)
          expect(told.what.length).toBeGreaterThan(5)
          expect(JSON.stringify(told)).not.toMatch(/undefined|NaN|null|\[object/)
        }
    },
  )
})

test('the lines that a support person looks for', () => {
  expect(say('provision_code.created', { platform: 'ios' })).toBe(
    'Provision code created for Ada Lovelace (iPhone or iPad)',
  )
  expect(say('device.provisioned', { platform: 'android' })).toBe(
    'Android of Ada Lovelace provisioned successfully',
  )
  const facts = { platform: 'android', by: 'pin', model: 'Pixel 9', osVersion: '16', ownership: 'company' }
  expect(say('device.provisioned', facts)).toBe(
    'Android of Ada Lovelace provisioned successfully (Pixel 9, 16)',
  )
  expect(describeEntry(en, entry('device.provisioned', { detail: facts }), people).facts).toEqual([
    { name: 'Ownership', value: 'company' },
  ])
  expect(say('session.started', { by: 'passkey' })).toBe('Ada Lovelace signed in with a passkey')
  expect(say('session.started', { by: 'email' })).toBe('Ada Lovelace signed in with a code sent by e-mail')
  expect(say('device.provisioning_failed', { reason: 'expired', count: 1 })).toBe(
    'Ada Lovelace: provisioning failed: the code had expired',
  )
  expect(say('device.provisioning_failed', { reason: 'wrong_pin', count: 7 })).toBe(
    'Ada Lovelace: provisioning failed: the PIN was wrong, 7 times',
  )
  expect(say('device.confirmed', { platform: 'ios', by: 'owner' })).toContain(
    'said that the setup is installed',
  )
  expect(say('bootstrap.refused', { reason: 'used' })).toBe(
    'The bootstrap secret was refused: it had been used already',
  )
  expect(say('manager.invited', { role: 'supervisor' })).toBe('Ada Lovelace invited as a supervisor')
  expect(say('manager.removed', { role: 'supervisor' })).toBe('Ada Lovelace is no longer a supervisor')
})

test('somebody without a name is called by address; somebody who is gone by a short id', () => {
  expect(say('session.started', {}, { accountId: 'acc_new' })).toBe('new@acme.example signed in')
  expect(say('session.started', {}, { accountId: 'acc_0123456789abcdef' })).toBe('acc_01234567… signed in')
  expect(say('account.added', { address: 'late@acme.example' }, { accountId: 'acc_gone' })).toBe(
    'Account of late@acme.example added',
  )
})

test('who did it: a person with role and address, a device, nobody known, the service itself', () => {
  const who = (actor: AuditEntry['actor']) => {
    const told = describeEntry(en, entry('pin.locked', { actor }), people)
    return [told.who, told.whoDetail]
  }
  expect(who({ kind: 'manager', id: 'acc_ada' })).toEqual(['Ada Lovelace', 'manager, ada@acme.example'])
  expect(who({ kind: 'device', id: 'unknown' })).toEqual(['An unknown device', ''])
  expect(who({ kind: 'device', id: 'dev_0123456789abcdef' })).toEqual(['The device', 'dev_01234567…'])
  expect(who({ kind: 'system', id: 'alarm' })).toEqual(['Latchkey', 'by itself'])
})

test('changes stand before and after; secrets only as set, changed or removed; fields by their names', () => {
  const { changes } = describeEntry(
    en,
    entry('organisation.configured', {
      detail: {
        changes: [
          { field: 'emailRule', before: null, after: '.*' },
          { field: 'clientSecret', before: null, after: 'removed' },
          { field: 'approvalRequired', before: true, after: false },
          { field: 'wifi.w1.autoJoin', before: 1, after: 2 },
          { field: 'guest@elsewhere.example', before: null, after: 'accept' },
        ],
      },
    }),
    people,
  )
  expect(changes.map(({ name, before, after }) => `${name}: ${before} > ${after}`)).toEqual([
    'E-mail rule: empty > .*',
    'Client secret: empty > removed',
    'Approval before provisioning: yes > no',
    'Wifi w1 auto join: 1 > 2',
    'guest@elsewhere.example: empty > accepted',
  ])
})

test('facts leave out what the sentence said, and ids that lead nowhere', () => {
  const { facts } = describeEntry(
    en,
    entry('provision_code.created', {
      detail: { grant: 'grt_1', platform: 'ios', ownership: 'company', seconds: 600 },
    }),
    people,
  )
  expect(facts).toEqual([
    { name: 'Ownership', value: 'company' },
    { name: 'Valid for seconds', value: '600' },
  ])
})
