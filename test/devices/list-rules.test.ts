import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deviceCells } from '../../src/devices/list-csv.ts'
import { readDeviceFilter, writeDeviceQuery } from '../../src/devices/list-query.ts'
import { planDevices } from '../../src/devices/list-rules.ts'
import {
  DEVICE_SORTS,
  type DeviceFilter,
  type DeviceRow,
  NO_DEVICE_FILTER,
  UNRESPONSIVE_KINDS,
} from '../../src/devices/list-types.ts'
import { isTooSoon, livingCode, renewalStateOf } from '../../src/devices/renewing-rules.ts'
import {
  lostPermissions,
  mergePermissions,
  PERMISSIONS_MAX,
  respondsAfter,
  silentAfter,
} from '../../src/devices/rules.ts'
import { DEVICE_STATUSES } from '../../src/devices/types.ts'
import { readCsv, writeCsvLine } from '../../src/kernel/csv.ts'
import { OWNERSHIPS } from '../../src/kernel/ownership.ts'
import { PLATFORMS } from '../../src/kernel/platform.ts'
import { HOUR, MINUTE } from '../../src/kernel/time.ts'

describe('the address of a list', () => {
  const filters = fc.record<DeviceFilter>({
    search: fc.string({ maxLength: 120 }).map((text) => text.trim()),
    status: fc.constantFrom(null, 'ended' as const, ...DEVICE_STATUSES),
    platform: fc.constantFrom(null, ...PLATFORMS),
    ownership: fc.constantFrom(null, ...OWNERSHIPS),
    ownerId: fc.constantFrom(null, 'acc_0123456789abcdefABCDEF'),
    reason: fc.constantFrom(null, ...UNRESPONSIVE_KINDS),
    sort: fc.constantFrom(...DEVICE_SORTS),
  })

  test('reads back whatever filter it was written for', () => {
    fc.assert(
      fc.property(filters, (filter) => {
        expect(readDeviceFilter(new URLSearchParams(writeDeviceQuery(filter)))).toEqual(filter)
      }),
    )
    expect(writeDeviceQuery(NO_DEVICE_FILTER)).toBe('')
  })

  test('asks for nothing by what it does not know', () => {
    const query = new URLSearchParams(
      'status=gone&platform=amiga&ownership=rented&owner=1%20OR%201&sort=id&reason=x',
    )
    expect(readDeviceFilter(query)).toEqual(NO_DEVICE_FILTER)
  })
})

describe('which index is walked', () => {
  const walks = (change: Partial<DeviceFilter>, ownerKey = '') =>
    planDevices({ ...NO_DEVICE_FILTER, ...change }, ownerKey).walks.map((walk) =>
      walk.by === 'statuses' ? walk.values.join('+') : walk.by,
    )

  test.each<[Partial<DeviceFilter>, string[]]>([
    [{}, ['unresponsive', 'invited+pending+active']],
    [{ status: 'ended' }, ['retired+wiped+replaced+deleted']],
    [{ status: 'pending', platform: 'ios' }, ['pending']],
    [{ platform: 'ios' }, ['platform']],
    [{ status: 'active', platform: 'ios' }, ['platform']],
    [{ reason: 'silent', platform: 'ios' }, ['unresponsive']],
    [{ ownerId: 'acc_1', sort: 'name' }, ['owner']],
    [{ sort: 'name' }, ['named', 'unnamed']],
    [{ sort: 'seen', status: 'active' }, ['seen', 'unseen']],
    [{ search: 'SN1' }, ['found_name', 'found_serial', 'found_address']],
  ])('%j: %j', (change, expected) => expect(walks(change)).toEqual(expected))

  test('a search in small letters looks for serial numbers in both spellings, and for owners', () => {
    expect(walks({ search: 'ada' }, 'ada')).toEqual([
      'found_name',
      'found_serial',
      'found_typed_serial',
      'found_owner',
      'found_address',
    ])
  })
})

describe('permissions', () => {
  test('are kept as they were told last, and the oldest of too many are forgotten', () => {
    expect(mergePermissions({ a: true, b: true }, { a: false })).toEqual({ a: false, b: true })
    const many = Object.fromEntries(
      Array.from({ length: PERMISSIONS_MAX }, (_, index) => [`p${index}`, true]),
    )
    const merged = mergePermissions(many, { new: true })
    expect(Object.keys(merged)).toHaveLength(PERMISSIONS_MAX)
    expect(merged).toMatchObject({ new: true })
    expect(merged).not.toHaveProperty('p0')
  })

  test('are lost by what was given and is no longer, and found by what is given again', () => {
    const kept = { permissions: { a: true, b: true, c: false }, unresponsiveReason: null }
    expect(lostPermissions(kept, { a: false, b: true, c: false })).toEqual(['a'])
    const lost = { ...kept, unresponsiveReason: { kind: 'permissions' as const, names: ['c'] } }
    expect(lostPermissions(lost, { a: false, b: true, c: false })).toEqual(['a', 'c'])
    expect(lostPermissions(lost, { a: true, b: true, c: true })).toEqual([])
  })

  test('since when they are lost stays when another one goes; a silence before does not count', () => {
    const reason = { kind: 'permissions' as const, names: ['a'] }
    const kept = { permissions: { a: false, b: true }, unresponsiveSince: 5, unresponsiveReason: reason }
    expect(respondsAfter(kept, { a: false, b: false }, 9)).toEqual({
      turned: 'unresponsive',
      since: 5,
      reason: { kind: 'permissions', names: ['a', 'b'] },
    })
    const silent = { ...kept, unresponsiveReason: { kind: 'silent' as const } }
    expect(respondsAfter(silent, { a: false, b: false }, 9).since).toBe(9)
    expect(respondsAfter(silent, { a: false, b: true }, 9).turned).toBe('responsive')
  })
})

test('a device counts as silent a quarter of an hour and three check-ins after its last word, if it reports', () => {
  expect(silentAfter({ reports: 'agent', checkInSeconds: 3600 }, 0)).toBe(15 * MINUTE + 3 * HOUR)
  for (const reports of ['ota', 'certificate', 'none'] as const)
    expect(silentAfter({ reports, checkInSeconds: 3600 }, 0)).toBeNull()
})

describe('renewing', () => {
  test('names what is wrong', () => {
    const lost = { kind: 'permissions' as const, names: ['a'] }
    const states = DEVICE_STATUSES.map((status) => renewalStateOf(status, lost))
    expect(states).toEqual([
      'permissions',
      'invited',
      'pending',
      'active',
      'ended',
      'ended',
      'ended',
      'ended',
    ])
    expect(renewalStateOf('unresponsive', null)).toBe('silent')
  })

  test('takes a code that can still be claimed, of the device’s platform, and no other', () => {
    const grant = {
      id: 'grt_1',
      platform: 'ios' as const,
      live: 'waiting' as const,
      validUntil: 10,
      claim: null,
    }
    expect(livingCode([grant], 'ios', 9)).toBe(grant)
    expect(livingCode([grant], 'ios', 10)).toBeNull()
    expect(livingCode([grant], 'android', 9)).toBeNull()
    expect(livingCode([{ ...grant, live: 'redeemed' }], 'ios', 9)).toBeNull()
  })

  test('is too soon within the hour, and a clock that jumped back does not lock it for longer', () => {
    expect(isTooSoon(null, 0)).toBe(false)
    expect(isTooSoon(0, HOUR - 1)).toBe(true)
    expect(isTooSoon(0, HOUR)).toBe(false)
    expect(isTooSoon(10 * HOUR, HOUR)).toBe(false)
  })
})

test('no cell of an export is a formula, whatever a device or its owner is called', () => {
  const evil = fc.oneof(
    fc.constantFrom('=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '=cmd|"/c calc"!A1', 'a"b,c\r\nd'),
    fc.string(),
  )
  fc.assert(
    fc.property(evil, evil, evil, (name, owner, permission) => {
      const row: DeviceRow = {
        id: 'dev_1',
        name,
        model: name,
        serial: name,
        osVersion: name,
        platform: 'ios',
        owner: { id: 'acc_1', name: owner, address: owner },
        ownership: 'company',
        status: 'unresponsive',
        factsKnown: true,
        reports: 'agent',
        registeredAt: 0,
        deliveredAt: null,
        confirmedBy: 'device',
        endedAt: null,
        endedReason: null,
        lastSeenAt: 0,
        template: { id: 'dtp_1', name: owner, version: 1, offered: 2 },
        unresponsive: { since: 0, reason: { kind: 'permissions', names: [permission] } },
        invitationId: null,
        changedAt: 0,
      }
      const line = writeCsvLine(deviceCells(row))
      expect(line).not.toMatch(/(^|",)"[=+\-@\t\0]/)
      expect(line.endsWith('\r\n')).toBe(true)
      expect(readCsv(`${'h,'.repeat(17)}h\r\n${line}`, ['h'], 5).header).toHaveLength(18)
    }),
  )
})
