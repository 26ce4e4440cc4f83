import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { DAY, MINUTE, SECOND } from '../../src/kernel/time.ts'
import { sweepMessages } from '../../src/messaging/index.ts'
import { database, deliver, deps, post, putTheftSignal, rowOf, startDelivery } from '../support/delivery.ts'
import { address, queued, turnTo } from '../support/gate.ts'
import { bindings, NOON, time } from '../support/world.ts'

beforeEach(startDelivery)
afterEach(() => vi.restoreAllMocks())

describe('a message of the D1 outbox', () => {
  test('the same id put twice and delivered twice is one row and one e-mail', async () => {
    await putTheftSignal()
    const reference = await putTheftSignal()
    expect(await deliver([reference, reference])).toEqual({ acked: ['q0', 'q1'], retried: [] })
    await deliver([reference], 2)
    expect(post.sent).toHaveLength(1)
    expect(post.sent[0]).toMatchObject({ to: address, messageId: reference.id, locale: 'de' })
    expect(await rowOf(reference)).toMatchObject({
      state: 'sent',
      attempts: 1,
      sent_at: NOON,
      claimed_at: null,
    })
  })

  test('a passing fault keeps it, a permanent one ends it and says why', async () => {
    const reference = await putTheftSignal()
    post.failWith({ reason: 'unavailable', permanent: false })
    expect(await deliver([reference])).toEqual({ acked: [], retried: [['q0', 30]] })
    expect(await rowOf(reference)).toMatchObject({
      state: 'queued',
      attempts: 1,
      last_error: 'unavailable',
      queued_at: NOON + 30 * SECOND,
      claimed_at: null,
    })
    post.failWith({ reason: 'suppressed', permanent: true })
    expect(await deliver([reference], 2)).toEqual({ acked: ['q0'], retried: [] })
    expect(await rowOf(reference)).toMatchObject({ state: 'failed', attempts: 2, last_error: 'suppressed' })
  })

  test('after a day of passing faults it is given up', async () => {
    const reference = await putTheftSignal()
    post.failWith({ reason: 'unavailable', permanent: false })
    time.pass(DAY)
    expect(await deliver([reference])).toEqual({ acked: ['q0'], retried: [] })
    expect(await rowOf(reference)).toMatchObject({ state: 'failed' })
  })

  test('becomes obsolete when the organisation is switched off', async () => {
    const reference = await putTheftSignal()
    deps.organisationOf = async () => null
    expect(await deliver([reference])).toEqual({ acked: ['q0'], retried: [] })
    expect(await rowOf(reference)).toMatchObject({ state: 'obsolete' })
    expect(post.sent).toEqual([])
  })

  test('a consumer that died holds it for a minute, then another may send it', async () => {
    const reference = await putTheftSignal()
    const broken = { ...deps.transport, send: () => Promise.reject(new Error('the isolate is gone')) }
    const { transport } = deps
    deps.transport = broken
    expect(await deliver([reference])).toEqual({ acked: [], retried: [['q0', 90]] })
    deps.transport = transport
    time.pass(59 * SECOND)
    await deliver([reference], 2)
    expect(post.sent).toEqual([])
    time.pass(SECOND)
    await deliver([reference], 3)
    expect(post.sent).toHaveLength(1)
  })

  test('a row that cannot be read is ended, and no other is held up by it', async () => {
    const bad = await putTheftSignal('msg_bad')
    await bindings.db.prepare("UPDATE messages SET payload = '{' WHERE id = 'msg_bad'").run()
    const good = await putTheftSignal('msg_good')
    expect(await deliver([bad, good])).toEqual({ acked: ['q0', 'q1'], retried: [] })
    expect(await rowOf(bad)).toMatchObject({ state: 'failed', last_error: 'malformed' })
    expect(post.sent.map((mail) => mail.messageId)).toEqual(['msg_good'])
  })
})

describe('the sweeper', () => {
  const sweep = () => sweepMessages({ database, queue: bindings.messages, now: time.now() })

  test('queues again what was lost for two minutes, and only that', async () => {
    const lost = await putTheftSignal('msg_lost')
    const done = await putTheftSignal('msg_done')
    await deliver([done])
    time.pass(2 * MINUTE - 1)
    expect(await sweep()).toBe(0)
    time.pass(1)
    await putTheftSignal('msg_fresh')
    expect(await sweep()).toBe(1)
    expect(queued).toEqual([lost])
    expect(await sweep()).toBe(0)
    await deliver(queued)
    expect(post.sent.map((mail) => mail.messageId)).toEqual(['msg_done', 'msg_lost'])
  })

  test('a thousand at once go in batches that queue and database accept', async () => {
    const row = `SELECT value, 1, NULL, 'theft_signal', 'email', 'ada@acme.example', 'en', '{}', 'queued', 0, NULL, ?1, NULL, ?1, NULL, ?1, NULL, NULL`
    const ids = JSON.stringify(Array.from({ length: 1000 }, (_, index) => `msg_${index}`))
    await bindings.db.prepare(`INSERT INTO messages ${row} FROM json_each(?2)`).bind(NOON, ids).run()
    time.pass(3 * MINUTE)
    expect(await sweep()).toBe(900)
    for (const [messages] of vi.mocked(bindings.messages.sendBatch).mock.calls)
      expect([...messages].length).toBeLessThanOrEqual(100)
    expect(await sweep()).toBe(100)
    expect(new Set(queued.map((reference) => reference.id)).size).toBe(1000)
  })

  test('a row due ten years ahead, from a clock that had jumped, is not forgotten', async () => {
    turnTo(NOON + 3650 * DAY)
    await putTheftSignal()
    turnTo(NOON)
    expect(await sweep()).toBe(1)
  })

  test('a queue that refuses leaves the rows for the next sweep', async () => {
    await putTheftSignal()
    time.pass(3 * MINUTE)
    vi.mocked(bindings.messages.sendBatch).mockRejectedValueOnce(new Error('the queue is away'))
    let refused = false
    try {
      await sweep()
    } catch {
      refused = true
    }
    expect(refused).toBe(true)
    expect(await sweep()).toBe(1)
  })
})
