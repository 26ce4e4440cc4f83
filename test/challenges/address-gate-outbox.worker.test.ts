import { runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { DAY, HOUR, MINUTE, SECOND } from '../../src/kernel/time.ts'
import {
  address,
  alarmAt,
  ask,
  gateOf,
  idOf,
  inside,
  look,
  mail,
  queued,
  rowsOf,
  startGate,
  stubOf,
  tablesOf,
  turnTo,
  typeCode,
  wrongFor,
} from '../support/gate.ts'
import { bindings, NOON, time } from '../support/world.ts'

beforeEach(startGate)
afterEach(() => vi.restoreAllMocks())

describe('the outbox of a gate', () => {
  test('the same reference twice sends one message', async () => {
    const id = await idOf(ask())
    expect(await gateOf().prepareMessage(id)).toMatchObject({ to: address, attempts: 1, messageId: id })
    expect(await gateOf().prepareMessage(id)).toBeNull()
    await gateOf().noteAccepted(id)
    time.pass(HOUR)
    expect(await gateOf().prepareMessage(id)).toBeNull()
  })

  test('a reference that was lost is queued again by the alarm after two minutes', async () => {
    const warned = vi.spyOn(console, 'warn').mockReturnValue()
    vi.mocked(bindings.messages.send).mockRejectedValueOnce(new Error('the queue is away'))
    const id = await idOf(ask())
    await vi.waitFor(() => expect(warned).toHaveBeenCalledOnce())
    expect(queued).toEqual([])
    expect(await alarmAt()).toBe(NOON + 2 * MINUTE)
    turnTo(NOON + 2 * MINUTE)
    await runDurableObjectAlarm(stubOf())
    expect(queued).toEqual([{ kind: 'challenge', owner: stubOf().id.toString(), id }])
    expect(await alarmAt()).toBe(NOON + 4 * MINUTE)
    expect(await gateOf().prepareMessage(id)).not.toBeNull()
  })

  test('a consumer that died is followed by another, with the same message', async () => {
    const id = await idOf(ask())
    const first = await gateOf().prepareMessage(id)
    turnTo(NOON + 2 * MINUTE)
    await runDurableObjectAlarm(stubOf())
    expect(queued).toHaveLength(2)
    expect(await gateOf().prepareMessage(id)).toEqual({ ...first, attempts: 2 })
  })

  test('a passing fault is tried again with growing pauses, within the hour', async () => {
    const id = await idOf(ask())
    const pauses: (number | null)[] = []
    while (pauses.at(-1) !== null) {
      await gateOf().prepareMessage(id)
      const { retryInSeconds } = await gateOf().noteFailed({ id, reason: 'unavailable', permanent: false })
      pauses.push(retryInSeconds)
      time.pass((retryInSeconds ?? 0) * SECOND)
    }
    expect(pauses).toEqual([30, 60, 120, 240, 480, 900, 900, null])
    expect(time.now()).toBeLessThan(NOON + HOUR)
    expect(await look()).toMatchObject({ delivery: 'failed' })
  })

  test('what no provider took within an hour is given up and never sent', async () => {
    const id = await idOf(ask())
    turnTo(NOON + HOUR)
    await runDurableObjectAlarm(stubOf())
    expect(queued).toHaveLength(1)
    expect(await look()).toMatchObject({ delivery: 'failed' })
    expect(await gateOf().prepareMessage(id)).toBeNull()
    expect(await rowsOf('challenges')).toMatchObject([{ sealed_code: null, failure: 'late' }])
  })

  test('who typed the code has the message: it is not sent again', async () => {
    const id = await idOf(ask())
    const message = await gateOf().prepareMessage(id)
    expect((await typeCode(message?.code ?? '')).ok).toBe(true)
    time.pass(2 * MINUTE)
    expect(await gateOf().prepareMessage(id)).toBeNull()
    expect(await look()).toEqual({ delivery: 'sent', letters: false, validUntil: NOON + 10 * MINUTE })
  })
})

describe('the alarm', () => {
  test('early, twice and on an object that holds nothing, it changes nothing', async () => {
    const id = await idOf(ask())
    const before = await rowsOf('challenges')
    turnTo(NOON + MINUTE)
    await runDurableObjectAlarm(stubOf())
    expect(await rowsOf('challenges')).toEqual(before)
    expect(await alarmAt()).toBe(NOON + 2 * MINUTE)
    turnTo(NOON + 2 * MINUTE)
    await runDurableObjectAlarm(stubOf())
    await inside((gate) => gate.alarm({ isRetry: true, retryCount: 1, scheduledTime: NOON }))
    expect(queued).toHaveLength(2)
    expect((await gateOf().prepareMessage(id))?.messageId).toBe(id)

    const stranger = `stranger-${address}`
    await runInDurableObject(stubOf(stranger), (gate) => gate.alarm())
    expect(await tablesOf(stranger)).toEqual([])
  })

  test('a whole day late, it empties the object, caps and alarm included', async () => {
    await mail()
    turnTo(NOON + 3 * DAY)
    await runDurableObjectAlarm(stubOf())
    expect(await tablesOf(address)).toEqual([])
    expect(await alarmAt()).toBeNull()
    const { code } = await mail()
    expect((await typeCode(code)).ok).toBe(true)
  })

  test('it wakes up when the last memory lapses, not before', async () => {
    const { code } = await mail()
    expect(await alarmAt()).toBe(NOON + DAY)
    turnTo(NOON + 5 * MINUTE)
    await typeCode(wrongFor(code))
    turnTo(NOON + DAY)
    await runDurableObjectAlarm(stubOf())
    expect(await rowsOf('challenges')).toEqual([])
    expect(await rowsOf('events')).toHaveLength(1)
    expect(await alarmAt()).toBe(NOON + DAY + 5 * MINUTE)
  })

  test('one that always throws re-arms itself near its last retry', async () => {
    await ask()
    turnTo(NOON + 2 * MINUTE)
    vi.spyOn(console, 'error').mockReturnValue()
    vi.mocked(bindings.messages.send).mockRejectedValue(new Error('the queue is away'))
    const run = (retryCount: number) =>
      inside(async (gate, state) => {
        await state.storage.deleteAlarm()
        const thrown = await gate
          .alarm({ isRetry: retryCount > 0, retryCount, scheduledTime: time.now() })
          .then(
            () => false,
            () => true,
          )
        return { thrown, alarm: await state.storage.getAlarm() }
      })
    for (const retryCount of [0, 1, 4]) expect(await run(retryCount)).toEqual({ thrown: true, alarm: null })
    expect(await run(5)).toEqual({ thrown: false, alarm: time.now() + 2 * MINUTE })
  })
})
