import { evictDurableObject, runInDurableObject } from 'cloudflare:test'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { DAY, HOUR, MINUTE } from '../../src/kernel/time.ts'
import {
  address,
  alarmAt,
  ask,
  challenges,
  gateOf,
  idOf,
  inside,
  look,
  mail,
  people,
  startGate,
  stubOf,
  subject,
  tablesOf,
  turnTo,
  typeCode,
  wrongFor,
} from '../support/gate.ts'
import { bindings, NOON, time } from '../support/world.ts'

beforeEach(startGate)
afterEach(() => vi.restoreAllMocks())

describe('clocks that jump', () => {
  test.each([-3650 * DAY, -HOUR, HOUR, 3650 * DAY])(
    'by %i ms: the code is dead, and stays so',
    async (jump) => {
      const { code } = await mail()
      turnTo(NOON + jump)
      expect(await typeCode(code)).toEqual({ ok: false, error: { code: 'expired' } })
      turnTo(NOON + MINUTE)
      expect(await typeCode(code)).toEqual({ ok: false, error: { code: 'expired' } })
    },
  )

  test('a send noted ten years ahead blocks for its window, not for ten years', async () => {
    turnTo(NOON + 3650 * DAY)
    for (let sends = 0; sends < 3; sends += 1) await ask()
    turnTo(NOON)
    expect(await ask()).toEqual({
      ok: false,
      error: { code: 'too_many_sends', opensAt: NOON + 15 * MINUTE },
    })
    expect(await alarmAt()).toBe(NOON + DAY)
    turnTo(NOON + 15 * MINUTE)
    expect((await ask()).ok).toBe(true)
  })

  test('a message from a clock ahead is given up once the clock is right', async () => {
    turnTo(NOON + 3650 * DAY)
    const id = await idOf(ask())
    turnTo(NOON)
    expect(await gateOf().prepareMessage(id)).toBeNull()
    expect(await look()).toMatchObject({ delivery: 'failed' })
  })
})

test('an object evicted between all steps loses nothing', async () => {
  const evict = () => evictDurableObject(stubOf())
  const id = await idOf(ask())
  await evict()
  const message = await gateOf().prepareMessage(id)
  await evict()
  await gateOf().noteAccepted(id)
  await evict()
  const code = message?.code ?? ''
  expect(await typeCode(wrongFor(code))).toEqual({ ok: false, error: { code: 'wrong_code', triesLeft: 4 } })
  await evict()
  expect(await typeCode(wrongFor(code))).toEqual({ ok: false, error: { code: 'wrong_code', triesLeft: 3 } })
  await evict()
  expect((await typeCode(code)).ok).toBe(true)
})

test('probing addresses that never asked writes nothing', async () => {
  const strangers = Array.from({ length: 20 }, (_, index) => `stranger-${index}-${people}@acme.example`)
  for (const stranger of strangers) {
    expect(await typeCode('482910', { address: stranger })).toEqual({
      ok: false,
      error: { code: 'no_challenge' },
    })
    expect(await challenges.look({ ...subject, address: stranger })).toBeNull()
    expect(await gateOf(stranger).prepareMessage('chl_unknown')).toBeNull()
    await gateOf(stranger).noteAccepted('chl_unknown')
    await gateOf(stranger).noteFailed({ id: 'chl_unknown', reason: 'rejected', permanent: true })
  }
  for (const stranger of strangers) {
    expect(await tablesOf(stranger)).toEqual([])
    const alarm = await runInDurableObject(stubOf(stranger), (_gate, state) => state.storage.getAlarm())
    expect(alarm).toBeNull()
  }
  // The control: an address that asked does leave tables.
  await ask()
  expect(await tablesOf(address)).toEqual(expect.arrayContaining(['challenges', 'events']))
})

test('a migration that throws loses nothing and recovers', async () => {
  const broken = await inside((gate, state) => {
    state.storage.sql.exec('CREATE TABLE events (unexpected TEXT)')
    return gate.request({ ...subject, address, locale: 'en' }).then(
      () => 'accepted',
      () => 'refused',
    )
  })
  expect(broken).toBe('refused')
  expect(await tablesOf(address)).toEqual(['events'])
  await inside((_gate, state) => void state.storage.sql.exec('DROP TABLE events'))
  const { code } = await mail()
  expect((await typeCode(code)).ok).toBe(true)
})

test('a first write that fails leaves no trace and spoils nothing', async () => {
  const outcome = await inside((gate) =>
    gate.request({ ...subject, organisationId: null as never, address, locale: 'en' }).then(
      () => 'accepted',
      () => 'refused',
    ),
  )
  expect(outcome).toBe('refused')
  expect(await tablesOf(address)).toEqual([])
  const { code } = await mail()
  expect((await typeCode(code)).ok).toBe(true)
})

test('no address, code or browser reaches a log line', async () => {
  const lines: string[] = []
  for (const level of ['info', 'warn', 'error'] as const)
    vi.spyOn(console, level).mockImplementation((line) => void lines.push(String(line)))
  vi.mocked(bindings.messages.send).mockRejectedValueOnce(new Error(`no queue for ${address}`.slice(0, 12)))
  const { code } = await mail()
  vi.mocked(bindings.messages.send).mockRejectedValue(new Error('the queue is away'))
  await ask()
  await typeCode(wrongFor(code))
  time.pass(2 * MINUTE)
  await inside((gate) => gate.alarm({ isRetry: true, retryCount: 5, scheduledTime: time.now() }))
  expect(lines.length).toBeGreaterThanOrEqual(3)
  for (const line of lines)
    for (const secret of [address, code, subject.browser]) expect(line).not.toContain(secret)
})
