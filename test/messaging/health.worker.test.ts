import { createExecutionContext, createMessageBatch, getQueueResult } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import worker from '../../src/index.ts'
import { DAY, HOUR, SECOND } from '../../src/kernel/time.ts'
import type { Actor } from '../../src/referee/index.ts'
import { deliver, post, putTheftSignal, rowOf, startDelivery } from '../support/delivery.ts'
import { queued } from '../support/gate.ts'
import { bindings, breakDatabase, inD1, services, time } from '../support/world.ts'

beforeEach(async () => {
  await startDelivery()
  await inD1('DELETE FROM dead_letters')
})
afterEach(() => vi.restoreAllMocks())

const actor: Actor = { kind: 'supervisor', id: 'acc_supervisor' }
const { deliveryHealth } = services

async function fail(id: string) {
  const reference = await putTheftSignal(id)
  post.failWith({ reason: 'rejected', permanent: true })
  await deliver([reference])
  post.failWith(null)
  return reference
}

/** What the queue of dead letters brings. */
async function bury(bodies: unknown[]) {
  const messages = bodies.map((body, index) => ({
    id: `dead_${index}`,
    timestamp: time.now(),
    attempts: 1,
    body,
  }))
  const batch = createMessageBatch('latchkey-messages-dead', messages as never)
  const context = createExecutionContext()
  await worker.queue(batch as never, env)
  return getQueueResult(batch, context)
}

describe('failed messages', () => {
  test('are counted for a day and shown newest first, with the reason', async () => {
    await fail('msg_old')
    time.pass(2 * DAY)
    await fail('msg_one')
    time.pass(SECOND)
    await fail('msg_two')
    await putTheftSignal('msg_waits')
    const health = await deliveryHealth.read(time.now())
    expect(health).toMatchObject({
      failed: 2,
      waiting: 1,
      waitingSince: time.now(),
      lastSentAt: null,
      dead: 0,
    })
    expect(health.failures.map(({ id, lastError }) => [id, lastError])).toEqual([
      ['msg_two', 'rejected'],
      ['msg_one', 'rejected'],
      ['msg_old', 'rejected'],
    ])
    expect(health.databaseBytes).toBeGreaterThan(1000)
  })

  test('one is sent again, and the audit of its organisation says who did it', async () => {
    const reference = await fail('msg_again')
    expect(await deliveryHealth.retryMessage(reference.id, actor, time.now())).toEqual({
      ok: true,
      value: null,
    })
    expect(queued).toContainEqual(reference)
    await deliver([reference], 2)
    expect(await rowOf(reference)).toMatchObject({ state: 'sent', last_error: null })
    expect(
      await inD1("SELECT organisation_id, actor_id FROM audit WHERE action = 'message.retried'"),
    ).toContainEqual({
      organisation_id: 1,
      actor_id: actor.id,
    })
    expect(await deliveryHealth.retryMessage(reference.id, actor, time.now())).toEqual({
      ok: false,
      error: 'unknown',
    })
  })

  test('all of the last day are sent again, older ones are left', async () => {
    const old = await fail('msg_long_ago')
    time.pass(25 * HOUR)
    const fresh = await fail('msg_fresh')
    expect(await deliveryHealth.retryFailed(actor, time.now())).toBe(1)
    expect(await rowOf(old)).toMatchObject({ state: 'failed' })
    expect(await rowOf(fresh)).toMatchObject({ state: 'queued' })
    expect(await deliveryHealth.retryFailed(actor, time.now())).toBe(0)
  })

  test('an organisation with a million of them costs no more than a page', async () => {
    const row = `SELECT value, 1, NULL, 'theft_signal', 'email', 'ada@acme.example', 'en', '{}', 'failed', 9, 'rejected', ?1, NULL, ?1, NULL, ?1, NULL, NULL`
    const ids = JSON.stringify(Array.from({ length: 5000 }, (_, index) => `msg_${index}`))
    await bindings.db.prepare(`INSERT INTO messages ${row} FROM json_each(?2)`).bind(time.now(), ids).run()
    const batch = vi.spyOn(bindings.db, 'batch')
    const health = await deliveryHealth.read(time.now())
    expect(health.failed).toBe(1001)
    expect(health.failures).toHaveLength(20)
    const results = (await batch.mock.results[0]?.value) as D1Result[]
    const read = results.reduce((sum, { meta }) => sum + meta.rows_read, 0)
    expect(read).toBeLessThan(2500)
    expect(await deliveryHealth.retryFailed(actor, time.now())).toBe(500)
  })
})

describe('dead letters', () => {
  test('are kept, shown with what they stand for, and acknowledged', async () => {
    const reference = await putTheftSignal('msg_dead')
    const result = await bury([reference, { nonsense: 'x'.repeat(9000) }])
    expect(result.ackAll).toBe(true)
    const { dead, letters } = await deliveryHealth.read(time.now())
    expect(dead).toBe(2)
    expect(letters).toMatchObject([
      { id: 'dead_0', reference, message: { kind: 'theft_signal', state: 'queued' } },
      { id: 'dead_1', reference: null, message: null },
    ])
    const [kept] = await inD1("SELECT length(body) AS length FROM dead_letters WHERE id = 'dead_1'")
    expect(kept?.length).toBeLessThan(3000)
  })

  test('brought twice are one; while D1 is away the queue keeps them', async () => {
    const challenge = { kind: 'challenge', owner: 'gate', id: 'chl_1' }
    await bury([challenge])
    await bury([challenge])
    expect(await inD1('SELECT id FROM dead_letters')).toHaveLength(1)
    const broken = breakDatabase()
    const result = await bury([challenge])
    broken.mend()
    expect([result.ackAll, result.retryBatch.retry]).toEqual([false, true])
  })

  test('a retry queues the reference as it was and ends the note', async () => {
    const challenge = { kind: 'challenge', owner: 'gate', id: 'chl_1' }
    await bury([challenge])
    queued.length = 0
    expect(await deliveryHealth.retryDeadLetter('dead_0', actor, time.now())).toEqual({
      ok: true,
      value: null,
    })
    expect(queued).toEqual([challenge])
    expect(await inD1('SELECT id FROM dead_letters')).toEqual([])
    expect(await deliveryHealth.retryDeadLetter('dead_0', actor, time.now())).toEqual({
      ok: false,
      error: 'unknown',
    })
  })

  test('a queue that is away leaves the note; what cannot be read can only be dropped', async () => {
    await bury([{ kind: 'challenge', owner: 'gate', id: 'chl_1' }, 'nonsense'])
    vi.mocked(bindings.messages.send).mockRejectedValueOnce(new Error('the queue is away'))
    expect(await deliveryHealth.retryDeadLetter('dead_0', actor, time.now())).toEqual({
      ok: false,
      error: 'temporarily_unavailable',
    })
    expect(await deliveryHealth.retryDeadLetter('dead_1', actor, time.now())).toEqual({
      ok: false,
      error: 'malformed',
    })
    expect(await deliveryHealth.dropDeadLetter('dead_1', actor, time.now())).toEqual({
      ok: true,
      value: null,
    })
    expect(await inD1('SELECT id FROM dead_letters')).toEqual([{ id: 'dead_0' }])
    expect(await inD1("SELECT actor_id FROM audit WHERE action = 'dead_letter.dropped'")).toHaveLength(1)
  })
})
