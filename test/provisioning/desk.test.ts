import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { HOUR, SECOND } from '../../src/kernel/time.ts'
import { SessionDesk } from '../../src/provisioning/desk.ts'
import { clock } from '../../src/runtime/clock.ts'
import { NOW } from './samples.ts'

/** For when a decision, and what follows it, arm the alarm. */

beforeEach(() => void vi.spyOn(clock, 'now').mockReturnValue(NOW))
afterEach(() => vi.restoreAllMocks())

/** A desk that knows what waits for D1 and what is due. */
function sitAt(options: { waits?: boolean; due?: number | null; noticeDue?: number | null }) {
  const { waits = false, due = null, noticeDue = null } = options
  const storage = {
    transactionSync: (run: () => unknown) => run(),
    setAlarm: vi.fn(async () => undefined),
    deleteAlarm: vi.fn(async () => undefined),
  }
  const desk = new SessionDesk({ storage } as never, { db: {}, messages: {}, keys: {} } as never)
  Object.assign(desk.store, {
    isReady: () => true,
    readSession: () => null,
    nextEvent: () => (waits ? {} : null),
    nextDue: () => due,
  })
  Object.assign((desk as unknown as { notice: object }).notice, {
    settle: async () => {},
    due: () => noticeDue,
  })
  return { desk, ...storage }
}

describe('a decision arms the alarm', () => {
  test('for its hand-over, should the object die with it', () => {
    const { desk, setAlarm } = sitAt({ waits: true, due: NOW + HOUR })
    expect(desk.decide(() => 'decided')).toBe('decided')
    expect(setAlarm).toHaveBeenCalledExactlyOnceWith(NOW + 10 * SECOND)
  })

  test('for what is due, but no sooner than a hand-over takes', () => {
    for (const [due, at] of [
      [NOW + HOUR, NOW + HOUR],
      [NOW + SECOND, NOW + 10 * SECOND],
    ]) {
      const { desk, setAlarm } = sitAt({ due: due ?? null })
      desk.decide(() => null)
      expect(setAlarm).toHaveBeenCalledExactlyOnceWith(at)
    }
  })

  test('not at all where nothing is', () => {
    const { desk, setAlarm } = sitAt({})
    desk.decide(() => null)
    expect(setAlarm).not.toHaveBeenCalled()
  })
})

describe('after a hand-over the alarm stands', () => {
  test.each([
    ['for what is due', { due: NOW + HOUR }, NOW + HOUR],
    ['in a second where that is over', { due: NOW - HOUR }, NOW + SECOND],
    ['for what supervisors are told', { noticeDue: NOW + HOUR }, NOW + HOUR],
    ['for the earlier of both', { due: NOW + 2 * HOUR, noticeDue: NOW + HOUR }, NOW + HOUR],
  ])('%s', async (_, options, at) => {
    const { desk, setAlarm, deleteAlarm } = sitAt(options)
    expect(await desk.land(null)).toBe(true)
    expect(setAlarm).toHaveBeenCalledExactlyOnceWith(at)
    expect(deleteAlarm).not.toHaveBeenCalled()
  })

  test('for nothing where nothing is due', async () => {
    const { desk, setAlarm, deleteAlarm } = sitAt({})
    await desk.land(null)
    expect(setAlarm).not.toHaveBeenCalled()
    expect(deleteAlarm).toHaveBeenCalledOnce()
  })
})
