import { describe, expect, test } from 'vitest'
import { PERMISSIONS } from '../../src/accounts/types.ts'
import { COMMAND_KINDS, type Command, type ListedCommand } from '../../src/commands/index.ts'
import {
  judgeAnswer,
  keptResult,
  knownLocation,
  LOCATION_KEPT,
  mayAsk,
  mayEndNow,
  mayRepeat,
  narrowScope,
  nextCheckIn,
  REPEAT_KEPT,
  readMessage,
  scopeOf,
} from '../../src/commands/rules.ts'
import { DAY, HOUR, MINUTE } from '../../src/kernel/time.ts'

const NOW = Date.UTC(2050, 10, 20, 12)
const place = { latitude: 52.52, longitude: 13.405, accuracy: 12, at: NOW - MINUTE }
const command: Command = {
  id: 'cmd_1',
  deviceId: 'dev_1',
  epoch: 1,
  kind: 'locate',
  state: 'delivered',
  params: {},
  result: null,
  askedBy: 'owner',
  askedById: 'acc_1',
  createdAt: NOW - HOUR,
  endsAt: NOW + HOUR,
  deliveredAt: NOW - MINUTE,
  finishedAt: null,
}

describe('who may ask', () => {
  test('owners: each kind wants its own permission, and no other opens it', () => {
    const wanted = { lock: 'lock', unlock: 'lock', ring: 'lock', locate: 'locate' } as Record<string, string>
    for (const kind of COMMAND_KINDS)
      for (const permission of PERMISSIONS) {
        const allowed = mayAsk({ actor: 'owner', role: 'device_owner', permissions: [permission] }, kind)
        expect([kind, permission, allowed]).toEqual([kind, permission, permission === (wanted[kind] ?? kind)])
      }
  })

  test('managers: everything but where a device is, and not by calling themselves one', () => {
    const asked = (role: string, actor: 'manager' | 'supervisor' | 'device') =>
      COMMAND_KINDS.filter((kind) => mayAsk({ actor, role, permissions: PERMISSIONS }, kind))
    expect(asked('manager', 'manager')).toEqual(['lock', 'unlock', 'ring', 'wipe', 'retire'])
    expect(asked('device_owner', 'manager')).toEqual([])
    expect(asked('supervisor', 'supervisor')).toEqual([])
    expect(asked('manager', 'device')).toEqual([])
  })
})

describe('a device’s answer', () => {
  const judge = (over: Partial<Command>, outcome: 'done' | 'failed' = 'done', result = {}) =>
    judgeAnswer({ ...command, kind: 'ring', ...over }, { epoch: 1 }, { outcome, result }, NOW)

  test('is taken once it has the command, and until the command is over', () => {
    expect(judge({})).toBe('record')
    expect(judge({ state: 'queued' })).toBe('unknown_command')
    expect(judge({ endsAt: NOW })).toBe('unknown_command')
    expect(judge({ state: 'expired' })).toBe('unknown_command')
    expect(judge({ state: 'cancelled' })).toBe('unknown_command')
  })

  test('may be repeated, not changed', () => {
    expect(judge({ state: 'done', endsAt: NOW - DAY })).toBe('repeat')
    expect(judge({ state: 'done' }, 'failed')).toBe('unknown_command')
  })

  test('to what was asked before the device was set up again says nothing', () => {
    expect(judge({ epoch: 2 })).toBe('unknown_command')
    expect(judge({ epoch: 2, state: 'done' })).toBe('unknown_command')
  })

  test('where it is, is asked of one that was located, and kept of no other', () => {
    expect(judge({ kind: 'locate' })).toBe('location_required')
    expect(judge({ kind: 'locate' }, 'failed')).toBe('record')
    expect(keptResult('locate', 'done', { location: place }, NOW)).toEqual({ location: place })
    expect(keptResult('ring', 'done', { location: place }, NOW)).toBeNull()
    expect(keptResult('locate', 'failed', { location: place, message: 'off' }, NOW)).toEqual({
      message: 'off',
    })
    const ahead = { ...place, at: NOW + DAY }
    expect(keptResult('locate', 'done', { location: ahead }, NOW)?.location?.at).toBe(NOW)
  })

  test('is known for a day where it says a place', () => {
    const at = (finishedAt: number) =>
      knownLocation({ ...command, result: { location: place }, finishedAt }, NOW)
    expect(at(NOW - LOCATION_KEPT + 1)).toEqual(place)
    expect(at(NOW - LOCATION_KEPT)).toBeNull()
    // A clock was ahead.
    expect(at(NOW + DAY)).toBeNull()
  })

  test('that ended the device may be repeated for a day with its dead credential, and that answer alone', () => {
    const ended = { ...command, kind: 'wipe', state: 'done', finishedAt: NOW - HOUR } as const
    expect(mayRepeat(ended, { epoch: 1 }, 'done', NOW)).toBe(true)
    expect(mayRepeat(ended, { epoch: 1 }, 'failed', NOW)).toBe(false)
    expect(mayRepeat(ended, { epoch: 2 }, 'done', NOW)).toBe(false)
    expect(mayRepeat(ended, { epoch: 1 }, 'done', NOW - HOUR + REPEAT_KEPT)).toBe(false)
    expect(mayRepeat({ ...ended, finishedAt: NOW + DAY }, { epoch: 1 }, 'done', NOW)).toBe(false)
    expect(mayRepeat({ ...ended, kind: 'lock' }, { epoch: 1 }, 'done', NOW)).toBe(false)
    expect(mayRepeat({ ...ended, state: 'expired' }, { epoch: 1 }, 'done', NOW)).toBe(false)
  })
})

test('a personal device only loses what the organisation brought', () => {
  expect([scopeOf('personal'), scopeOf('company')]).toEqual(['organisation_data', 'everything'])
  // And whoever was told that it loses only that is held to it.
  expect(narrowScope('organisation_data', 'company')).toBe('organisation_data')
  expect(narrowScope('everything', 'personal')).toBe('organisation_data')
  expect(narrowScope('everything', 'company')).toBe('everything')
})

test('a device comes again soon only while it works on something that it got just now', () => {
  const got = (ago: number) => [{ deliveredAt: NOW - ago }]
  expect(nextCheckIn(3600, [], NOW)).toBe(3600)
  expect(nextCheckIn(3600, got(0), NOW)).toBe(60)
  expect(nextCheckIn(30, got(0), NOW)).toBe(30)
  // One that never answers does not ask every minute for a month.
  expect(nextCheckIn(3600, got(HOUR), NOW)).toBe(3600)
})

test('a device is ended without its answer only if it cannot be told, or was told', () => {
  const agent = { reports: 'agent' } as const
  const asked = (over: Partial<ListedCommand>) => [{ ...command, current: true, ...over }]
  expect(mayEndNow({ ...agent, reports: 'none' }, [])).toBe(true)
  expect(mayEndNow(agent, asked({}))).toBe(false)
  expect(mayEndNow(agent, asked({ kind: 'retire' }))).toBe(true)
  expect(mayEndNow(agent, asked({ kind: 'wipe', state: 'expired' }))).toBe(true)
  expect(mayEndNow(agent, asked({ kind: 'retire', state: 'cancelled' }))).toBe(false)
  expect(mayEndNow(agent, asked({ kind: 'retire', current: false }))).toBe(false)
})

test('what is shown on a device is one line of at most 200 characters, without what turns its direction', () => {
  expect(readMessage(' Please\n call\u202e me \u0007')).toBe('Please call me')
  expect(readMessage('x'.repeat(300))).toHaveLength(200)
  expect(readMessage(`${'x'.repeat(199)}😀`)).toBe(`${'x'.repeat(199)}\ufffd`)
  expect(readMessage(' \n ')).toBeUndefined()
})
