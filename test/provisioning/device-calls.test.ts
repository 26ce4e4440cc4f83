import { describe, expect, test } from 'vitest'
import * as deviceCalls from '../../src/provisioning/device-calls.ts'
import { invitation, known } from './known.ts'
import type { Memory } from './memory.ts'
import { sitAt, UNAVAILABLE } from './memory-desk.ts'
import { claim, grant } from './samples.ts'

const actor = { kind: 'manager', id: 'acc_m' } as const
const deviceId = 'dev_1' as const
const { devices: _d, invitations: _i, ...account } = known
const held = { grants: [{ ...grant, state: 'exhausted' as const }], claims: [claim] }

describe('a device ends', () => {
  const end = { deviceId, actor, as: 'retired' as const }

  test('and its page is told once D1 knows', async () => {
    const { desk, at, memory } = sitAt({ holds: held })
    expect(await deviceCalls.endDevice(at, end)).toEqual({ ok: true, value: null })
    expect(desk.land).toHaveBeenCalledExactlyOnceWith(memory.session?.rev)
    expect(desk.tell).toHaveBeenCalledExactlyOnceWith('grt_1')
    expect(desk.tellPortal).not.toHaveBeenCalled()
    // What changed about it elsewhere the session does not know: it passes that on.
    await deviceCalls.announce(at, { deviceId })
    expect(desk.tellPortal).toHaveBeenCalledExactlyOnceWith('dev_1')
  })

  test('and nobody is told before D1 knows', async () => {
    const { desk, at } = sitAt({ holds: held, lands: false })
    expect(await deviceCalls.endDevice(at, end)).toEqual(UNAVAILABLE)
    expect(desk.tell).not.toHaveBeenCalled()
  })

  test('or was to come by an invitation: no page watches that', async () => {
    const { desk, at, memory } = sitAt({ holds: { invitations: [invitation()] } })
    expect(await deviceCalls.endDevice(at, { ...end, deviceId: 'dev_slot' })).toEqual({
      ok: true,
      value: null,
    })
    expect(memory.invitations).toMatchObject([{ state: 'revoked' }])
    expect(desk.tell).not.toHaveBeenCalled()
  })

  test('or is unknown', async () => {
    expect(await deviceCalls.endDevice(sitAt().at, end)).toEqual({ ok: false, error: 'unknown' })
    const empty = sitAt({ state: 'empty', holds: held })
    expect(await deviceCalls.endDevice(empty.at, end)).toEqual({ ok: false, error: 'unknown' })
    expect(empty.desk.decide).not.toHaveBeenCalled()
  })
})

test('whose a device is must be in D1 before it is answered', async () => {
  const change = { deviceId, actor, ownership: 'personal' as const }
  const { desk, at, memory } = sitAt({ holds: held })
  expect(await deviceCalls.setOwnership(at, change)).toEqual({ ok: true, value: null })
  expect(desk.land).toHaveBeenCalledExactlyOnceWith(8)
  // Once more, while D1 has not heard of it: that is what must land.
  expect(await deviceCalls.setOwnership(at, change)).toEqual({ ok: true, value: null })
  expect(desk.land).toHaveBeenLastCalledWith(8)
  memory.events.length = 0
  await deviceCalls.setOwnership(at, change)
  expect(desk.land).toHaveBeenLastCalledWith(null)
  expect(await deviceCalls.setOwnership(sitAt({ holds: held, lands: false }).at, change)).toEqual(UNAVAILABLE)
  expect(await deviceCalls.setOwnership(sitAt().at, change)).toEqual({ ok: false, error: 'unknown' })
  const empty = sitAt({ state: 'empty', holds: held })
  expect(await deviceCalls.setOwnership(empty.at, change)).toEqual({ ok: false, error: 'unknown' })
})

test.each<[string, Partial<Memory>]>([
  ['of a session without a row', { ...held, session: null }],
  ['that nothing claims', { ...held, claims: [] }],
  ['whose code is forgotten', { ...held, grants: [] }],
  ['that ended', { ...held, claims: [{ ...claim, state: 'revoked' }] }],
])('a device %s belongs to nobody who could be changed', async (_, holds) => {
  const { at, memory } = sitAt({ holds })
  const change = { deviceId, actor, ownership: 'personal' as const }
  expect(await deviceCalls.setOwnership(at, change)).toEqual({ ok: false, error: 'unknown' })
  expect(memory.events).toEqual([])
})

test('a PIN for a passcode is handed over to D1, and asked of no session that holds nothing', async () => {
  const { desk, at } = sitAt({ holds: held })
  expect(await deviceCalls.issuePasscodeReset(at, { deviceId, actor })).toMatchObject({ ok: true })
  expect(await deviceCalls.usePasscodeReset(at, { deviceId, pin: '1' })).toEqual({
    ok: false,
    error: 'invalid_pin',
  })
  expect(desk.handOver).toHaveBeenCalledTimes(2)
  expect(await deviceCalls.showPasscodeReset(at, { deviceId })).toBeNull()
  const empty = sitAt({ state: 'empty', holds: held })
  expect(await deviceCalls.issuePasscodeReset(empty.at, { deviceId, actor })).toEqual({
    ok: false,
    error: 'unknown',
  })
  expect(await deviceCalls.usePasscodeReset(empty.at, { deviceId, pin: '1' })).toEqual({
    ...{ ok: false, error: 'invalid_pin' },
  })
  expect(await deviceCalls.showPasscodeReset(empty.at, { deviceId })).toBeNull()
  expect(empty.desk.decide).not.toHaveBeenCalled()
})

test('codes are sealed anew only where there are any', async () => {
  const empty = sitAt({ state: 'empty' })
  expect(await deviceCalls.resealCodes(empty.at)).toEqual({ resealed: 0, unreadable: 0 })
  expect(empty.desk.decide).not.toHaveBeenCalled()
  const ready = sitAt()
  expect(await deviceCalls.resealCodes(ready.at)).toEqual({ resealed: 0, unreadable: 0 })
  expect(ready.desk.decide).toHaveBeenCalledOnce()
})

describe('a session compares itself with D1', () => {
  test('unless its account was deleted', async () => {
    const { desk, at } = sitAt({ state: 'forgotten' })
    const told = { session: 'forgotten', events: 0, unknown: 0, landed: true }
    expect(await deviceCalls.replay(at, known)).toEqual(told)
    expect(desk.decide).not.toHaveBeenCalled()
  })

  test('unless nothing ever happened in it: then it gets no tables', async () => {
    const { desk, at } = sitAt({ state: 'empty' })
    const told = { session: 'none', events: 0, unknown: 0, landed: true }
    expect(await deviceCalls.replay(at, { ...known, lastRev: 0 })).toEqual(told)
    expect(desk.store.migrate).not.toHaveBeenCalled()
  })

  test('also where it was lost, or D1 has heard nothing of it', async () => {
    const lost = sitAt({ state: 'empty', holds: { session: null } })
    expect(await deviceCalls.replay(lost.at, known)).toMatchObject({ session: 'made_anew', landed: true })
    expect(lost.desk.store.migrate).toHaveBeenCalledOnce()
    const unheard = sitAt({ holds: held, lands: false })
    expect(await deviceCalls.replay(unheard.at, { ...known, lastRev: 0 })).toEqual({
      ...{ session: 'compared', events: 1, unknown: 0, landed: false },
    })
    expect(unheard.desk.land).toHaveBeenCalledExactlyOnceWith(8)
  })
})

test('an account that is gone is deleted once more without a word', async () => {
  const { desk, at } = sitAt({ state: 'forgotten' })
  expect(await deviceCalls.closeAccount(at, { ...account, actor })).toEqual({ ok: true, value: null })
  expect(desk.store.migrate).not.toHaveBeenCalled()
  expect(desk.land).not.toHaveBeenCalled()
})
