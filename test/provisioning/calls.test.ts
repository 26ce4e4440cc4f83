import { describe, expect, test, vi } from 'vitest'
import { makeKeyring } from '../../src/kernel/secrets.ts'
import type { SessionDesk } from '../../src/provisioning/desk.ts'
import * as deviceCalls from '../../src/provisioning/device-calls.ts'
import * as invitationCalls from '../../src/provisioning/invitation-calls.ts'
import { sealContext } from '../../src/provisioning/views.ts'
import { invitation, known } from './known.ts'
import { itsSession, KEYS, type Memory, remember } from './memory.ts'
import { claim, grant } from './samples.ts'

const actor = { kind: 'manager', id: 'acc_m' } as const
const deviceId = 'dev_1' as const
const { devices: _d, invitations: _i, ...account } = known
const unavailable = { ok: false, error: 'temporarily_unavailable' }

/** A desk whose D1 takes what it is told, or does not. */
function sitAt(
  options: { holds?: Partial<Memory>; state?: 'ready' | 'empty' | 'forgotten'; lands?: boolean } = {},
) {
  const { holds = {}, state = 'ready', lands = true } = options
  const { memory, context } = remember({ session: { ...itsSession }, ...holds }, makeKeyring(KEYS))
  Object.assign(context.store, {
    isReady: () => state === 'ready',
    isForgotten: () => state === 'forgotten',
    migrate: vi.fn(),
    nextEvent: () => memory.events[0] ?? null,
    passcodeResets: { find: () => null, save: vi.fn() },
  })
  const desk = {
    store: context.store,
    context: () => context,
    decide: vi.fn((decision: (given: typeof context) => unknown) => decision(context)),
    land: vi.fn(async () => lands),
    handOver: vi.fn(),
    tell: vi.fn(),
    tellPortal: vi.fn(),
    viewInvitation: vi.fn((shown: { id: string }): { id: string } | null => ({ id: shown.id })),
  }
  return { memory, desk, at: desk as unknown as SessionDesk }
}
const held = { grants: [{ ...grant, state: 'exhausted' as const }], claims: [claim] }
const sealed = (pin: string) => {
  const keys = makeKeyring(KEYS)
  return keys.seal(JSON.stringify({ secret: 'secret', pin }), sealContext('ref', 'inv_1'))
}
const open = () => ({ invitations: [invitation({ sealed: sealed('12345678'), pinMac: 'mac' })] })

describe('a device ends', () => {
  const end = { deviceId, actor, as: 'retired' as const }

  test('and its page is told once D1 knows', async () => {
    const { desk, at, memory } = sitAt({ holds: held })
    expect(await deviceCalls.endDevice(at, end)).toEqual({ ok: true, value: null })
    expect(desk.land).toHaveBeenCalledExactlyOnceWith(memory.session?.rev)
    expect(desk.tell).toHaveBeenCalledExactlyOnceWith('grt_1')
  })

  test('and nobody is told before D1 knows', async () => {
    const { desk, at } = sitAt({ holds: held, lands: false })
    expect(await deviceCalls.endDevice(at, end)).toEqual(unavailable)
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
  expect(await deviceCalls.setOwnership(sitAt({ holds: held, lands: false }).at, change)).toEqual(unavailable)
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

describe('an invitation', () => {
  const input = {
    ...{
      ...account,
      id: 'inv_2',
      actor,
      confirmation: 'tap',
      validitySeconds: null,
      jobId: null,
      send: null,
    },
    ...{ invitationDeviceLimit: null },
  } as Parameters<typeof invitationCalls.issueInvitation>[1]
  const unknown = { ok: false, error: 'unknown' }

  test('of an account that was deleted is not made', async () => {
    const { desk, at } = sitAt({ state: 'forgotten' })
    const refused = { ok: false, error: 'setup_disabled' }
    expect(await invitationCalls.issueInvitation(at, input)).toEqual(refused)
    expect(desk.store.migrate).not.toHaveBeenCalled()
  })

  test('that exists is answered as it is, once D1 knows', async () => {
    const there = { ...input, id: 'inv_1' }
    const holding = (lands: boolean) => {
      const sitting = sitAt({ holds: open(), lands })
      Object.assign(sitting.desk.store.invitations, { find: () => open().invitations[0] })
      return sitting
    }
    expect(await invitationCalls.issueInvitation(holding(true).at, there)).toEqual({
      ok: true,
      value: { id: 'inv_1' },
    })
    expect(await invitationCalls.issueInvitation(holding(false).at, there)).toEqual(unavailable)
    const gone = holding(true)
    gone.desk.viewInvitation.mockReturnValue(null)
    expect(await invitationCalls.issueInvitation(gone.at, there)).toEqual(unavailable)
  })

  test('that lives is found, in a session that holds any', async () => {
    expect(await invitationCalls.livingInvitation(sitAt({ holds: open() }).at)).toEqual({ id: 'inv_1' })
    expect(await invitationCalls.livingInvitation(sitAt().at)).toBeNull()
    const empty = sitAt({ state: 'empty', holds: open() })
    expect(await invitationCalls.livingInvitation(empty.at)).toBeNull()
  })

  test('is ended once D1 knows', async () => {
    const end = { invitationId: 'inv_1', actor }
    const holding = (lands = true) => {
      const sitting = sitAt({ holds: open(), lands })
      Object.assign(sitting.desk.store.invitations, {
        find: (id: string) => sitting.memory.invitations.find((one) => one.id === id) ?? null,
      })
      return sitting
    }
    const { desk, at, memory } = holding()
    expect(await invitationCalls.deactivateInvitation(at, end)).toEqual({ ok: true, value: { id: 'inv_1' } })
    expect(memory.invitations).toMatchObject([{ state: 'revoked' }])
    expect(desk.land).toHaveBeenCalledExactlyOnceWith(8)
    expect(await invitationCalls.deactivateInvitation(holding(false).at, end)).toEqual(unavailable)
    const other = { ...end, invitationId: 'inv_9' }
    expect(await invitationCalls.deactivateInvitation(holding().at, other)).toEqual(unknown)
    const gone = holding()
    gone.desk.viewInvitation.mockReturnValue(null)
    expect(await invitationCalls.deactivateInvitation(gone.at, end)).toEqual(unknown)
    const empty = sitAt({ state: 'empty' })
    expect(await invitationCalls.deactivateInvitation(empty.at, end)).toEqual(unknown)
  })

  test('of a session that holds nothing has no PIN, no link and is not opened', async () => {
    const { desk, at } = sitAt({ state: 'empty' })
    expect(await invitationCalls.renewInvitationPin(at, { invitationId: 'inv_1', actor })).toBeNull()
    const look = { by: { invitationId: 'inv_1' }, fetched: true, browser: null }
    expect(await invitationCalls.inspectInvitation(at, look)).toBeNull()
    expect(await invitationCalls.openInvitation(at, { secret: 'secret' })).toBeNull()
    expect(await invitationCalls.showInvitation(at, 'inv_1')).toBeNull()
    expect(desk.decide).not.toHaveBeenCalled()
  })

  test('that gets a new PIN is handed over to D1', async () => {
    const { desk, at, memory } = sitAt({ holds: open() })
    Object.assign(desk.store.invitations, { find: () => memory.invitations[0], listWithPin: () => [] })
    Object.assign(desk.store, { listGrantsWithPin: () => [] })
    expect(await invitationCalls.renewInvitationPin(at, { invitationId: 'inv_1', actor })).toEqual({
      id: 'inv_1',
    })
    expect(desk.handOver).toHaveBeenCalledOnce()
  })
})
