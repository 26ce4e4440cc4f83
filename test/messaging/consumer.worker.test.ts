import { createExecutionContext, createMessageBatch, getQueueResult } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { makeChallenges } from '../../src/challenges/index.ts'
import { DAY, MINUTE, SECOND } from '../../src/kernel/time.ts'
import {
  type ConsumerDeps,
  consumeMessages,
  sweepMessages,
  theftNoticeStatement,
} from '../../src/messaging/index.ts'
import { checkBindings, type MessageReference } from '../../src/runtime/bindings.ts'
import { clock } from '../../src/runtime/clock.ts'
import { openDatabase, runBatch } from '../../src/runtime/database.ts'
import { ACME, codeIn, makeTestTransport } from '../support/mail.ts'

const NOON = Date.UTC(2050, 10, 20, 12)
const bindings = checkBindings(env)
const database = openDatabase(bindings.db)
const challenges = makeChallenges({ gates: bindings.addressGates, keys: bindings.keys })

let now = NOON
let people = 0
let address = ''
let queued: MessageReference[] = []
let post = makeTestTransport()
let deps: ConsumerDeps

beforeEach(async () => {
  now = NOON
  people += 1
  address = `person-${people}@acme.example`
  queued = []
  post = makeTestTransport()
  deps = {
    database,
    transport: post.transport,
    baseUrl: 'https://devices.acme.example',
    from: { name: 'Latchkey', email: 'no-reply@latchkey.example' },
    now: () => now,
    organisationOf: async (id) => (id === ACME.id ? ACME : null),
    challengeOf: challenges.gateById,
  }
  vi.spyOn(clock, 'now').mockImplementation(() => now)
  for (const level of ['info', 'warn', 'error'] as const) vi.spyOn(console, level).mockReturnValue()
  const metadata = { metadata: { metrics: { backlogCount: 0, backlogBytes: 0 } } }
  vi.spyOn(bindings.messages, 'send').mockImplementation(async (body) => {
    queued.push(body)
    return metadata
  })
  vi.spyOn(bindings.messages, 'sendBatch').mockImplementation(async (messages) => {
    queued.push(...[...messages].map((message) => message.body))
    return metadata
  })
  await bindings.db.exec('DELETE FROM messages')
})
afterEach(() => vi.restoreAllMocks())

const subject = { purpose: 'registration', organisationId: 1, browser: 'browser-1' } as const

async function askForCode(organisationId = 1): Promise<MessageReference> {
  await challenges.request({ ...subject, organisationId, address, locale: 'en' })
  const reference = queued.at(-1)
  if (!reference) throw new Error('nothing was queued')
  return reference
}

const look = () => challenges.look({ ...subject, address })

async function putTheftSignal(id = `msg_${people}`, organisationId = 1): Promise<MessageReference> {
  const notice = {
    id,
    organisationId,
    accountId: 'acc_1',
    at: now,
    address,
    locale: 'de',
    platform: 'ios',
  } as const
  await runBatch(database, [theftNoticeStatement(database, notice)])
  return { kind: 'message', owner: 'd1', id }
}

const rowOf = (reference: MessageReference) =>
  bindings.db.prepare('SELECT * FROM messages WHERE id = ?').bind(reference.id).first()

/** Delivers bodies as one batch and tells which were acknowledged and which are to come again. */
async function deliver(bodies: unknown[], attempts = 1) {
  const messages = bodies.map((body, index) => ({ id: `q${index}`, timestamp: now, attempts, body }))
  const batch = createMessageBatch<MessageReference>('latchkey-messages', messages as never)
  const delays = batch.messages.map((message) => vi.spyOn(message, 'retry'))
  const context = createExecutionContext()
  await consumeMessages(batch, deps)
  const { explicitAcks, retryMessages } = await getQueueResult(batch, context)
  return {
    acked: [...explicitAcks].sort(),
    retried: retryMessages.map(({ msgId }) => {
      const delay = delays[Number(msgId.slice(1))]?.mock.lastCall?.[0]?.delaySeconds
      return [msgId, delay]
    }),
  }
}

describe('a challenge', () => {
  test('goes out once, and its code proves the address', async () => {
    const reference = await askForCode()
    expect(await deliver([reference])).toEqual({ acked: ['q0'], retried: [] })
    expect(post.sent).toHaveLength(1)
    expect(post.sent[0]).toMatchObject({ to: address, messageId: reference.id, locale: 'en' })
    const code = codeIn(post.sent[0] as { subject: string })
    expect(await challenges.verify({ ...subject, address, code })).toMatchObject({ ok: true })
  })

  test('delivered twice, at once or later, is one e-mail', async () => {
    const reference = await askForCode()
    expect(await deliver([reference, reference, reference])).toEqual({
      acked: ['q0', 'q1', 'q2'],
      retried: [],
    })
    await deliver([reference], 2)
    expect(post.sent).toHaveLength(1)
  })

  test('that the provider cannot take now comes again later, with the same id', async () => {
    const reference = await askForCode()
    post.failWith({ reason: 'over_quota', permanent: false })
    expect(await deliver([reference])).toEqual({ acked: [], retried: [['q0', 30]] })
    expect(await look()).toMatchObject({ delivery: 'queued' })
    expect(await deliver([reference], 2)).toEqual({ acked: [], retried: [['q0', 60]] })
    post.failWith(null)
    now += MINUTE
    expect(await deliver([reference], 3)).toEqual({ acked: ['q0'], retried: [] })
    expect(post.sent.map((mail) => mail.messageId)).toEqual([reference.id])
    expect(await look()).toMatchObject({ delivery: 'sent', validUntil: now + 10 * MINUTE })
  })

  test('that the provider will never take is told to the person', async () => {
    const reference = await askForCode()
    post.failWith({ reason: 'suppressed', permanent: true })
    expect(await deliver([reference])).toEqual({ acked: ['q0'], retried: [] })
    expect(await look()).toMatchObject({ delivery: 'failed' })
  })

  test('that keeps failing leaves the queue before it becomes a dead letter, and its gate goes on', async () => {
    const reference = await askForCode()
    post.failWith({ reason: 'unavailable', permanent: false })
    expect(await deliver([reference], 6)).toEqual({ acked: ['q0'], retried: [] })
    expect(await look()).toMatchObject({ delivery: 'queued' })
  })

  test('is not sent for an organisation that was switched off or is gone', async () => {
    const reference = await askForCode()
    deps.organisationOf = async () => ({ ...ACME, enabled: false })
    expect(await deliver([reference])).toEqual({ acked: ['q0'], retried: [] })
    const gone = await askForCode()
    deps.organisationOf = async () => null
    expect(await deliver([gone])).toEqual({ acked: ['q0'], retried: [] })
    expect(post.sent).toEqual([])
    expect(await look()).toMatchObject({ delivery: 'failed' })
  })

  test('waits when the organisation cannot be read, and goes out after', async () => {
    const reference = await askForCode()
    const organisationOf = deps.organisationOf
    deps.organisationOf = () => Promise.reject(new Error('D1 is away'))
    expect(await deliver([reference])).toEqual({ acked: [], retried: [['q0', 30]] })
    deps.organisationOf = organisationOf
    now += 30 * SECOND
    expect(await deliver([reference], 2)).toEqual({ acked: ['q0'], retried: [] })
    expect(post.sent).toHaveLength(1)
  })
})

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
    now += DAY
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
    now += 59 * SECOND
    await deliver([reference], 2)
    expect(post.sent).toEqual([])
    now += SECOND
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

test('poison in a batch goes its way to the dead letters and holds up nobody', async () => {
  const good = await putTheftSignal()
  const poison = [
    null,
    'text',
    {},
    { kind: 'unheard-of', owner: 'd1', id: 'x' },
    { kind: 'message', owner: 'elsewhere', id: 'x' },
    { kind: 'challenge', owner: 'not a gate', id: 'x' },
    { kind: 'message', owner: 'd1', id: 'x'.repeat(1000) },
  ]
  const { acked, retried } = await deliver([...poison, good])
  expect(acked).toEqual(['q7'])
  expect(retried).toEqual(poison.map((_body, index) => [`q${index}`, 90]))
  expect(post.sent).toHaveLength(1)
})

test('a reference to nothing is done with', async () => {
  const unknown = { kind: 'message', owner: 'd1', id: 'msg_unknown' }
  const gate = await askForCode()
  expect(await deliver([unknown, { ...gate, id: 'chl_unknown' }])).toEqual({
    acked: ['q0', 'q1'],
    retried: [],
  })
  expect(post.sent).toEqual([])
})

describe('the sweeper', () => {
  const sweep = () => sweepMessages({ database, queue: bindings.messages, now })

  test('queues again what was lost for two minutes, and only that', async () => {
    const lost = await putTheftSignal('msg_lost')
    const done = await putTheftSignal('msg_done')
    await deliver([done])
    now += 2 * MINUTE - 1
    expect(await sweep()).toBe(0)
    now += 1
    await putTheftSignal('msg_fresh')
    expect(await sweep()).toBe(1)
    expect(queued).toEqual([lost])
    expect(await sweep()).toBe(0)
    await deliver(queued)
    expect(post.sent.map((mail) => mail.messageId)).toEqual(['msg_done', 'msg_lost'])
  })

  test('a thousand at once go in batches that queue and database accept', async () => {
    const row = `SELECT value, 1, NULL, 'theft_signal', 'email', 'ada@acme.example', 'en', '{}', 'queued', 0, NULL, ?1, NULL, ?1, NULL, ?1`
    const ids = JSON.stringify(Array.from({ length: 1000 }, (_, index) => `msg_${index}`))
    await bindings.db.prepare(`INSERT INTO messages ${row} FROM json_each(?2)`).bind(NOON, ids).run()
    now += 3 * MINUTE
    expect(await sweep()).toBe(900)
    for (const [messages] of vi.mocked(bindings.messages.sendBatch).mock.calls)
      expect([...messages].length).toBeLessThanOrEqual(100)
    expect(await sweep()).toBe(100)
    expect(new Set(queued.map((reference) => reference.id)).size).toBe(1000)
  })

  test('a row due ten years ahead, from a clock that had jumped, is not forgotten', async () => {
    now = NOON + 3650 * DAY
    await putTheftSignal()
    now = NOON
    expect(await sweep()).toBe(1)
  })

  test('a queue that refuses leaves the rows for the next sweep', async () => {
    await putTheftSignal()
    now += 3 * MINUTE
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

test('no address and no code reaches a log line', async () => {
  const lines: string[] = []
  for (const level of ['info', 'warn', 'error'] as const)
    vi.spyOn(console, level).mockImplementation((line) => void lines.push(String(line)))
  const challenge = await askForCode()
  const message = await putTheftSignal()
  const { transport, organisationOf } = deps
  deps.transport = { send: () => Promise.reject(new Error('the isolate is gone')) }
  await deliver([message, { kind: 'challenge', owner: address, id: 'x' }, { address }])
  deps.transport = transport
  deps.organisationOf = () => Promise.reject(new Error('D1 is away'))
  await deliver([challenge])
  deps.organisationOf = organisationOf
  now += 2 * MINUTE
  await deliver([challenge, message], 2)
  expect(post.sent).toHaveLength(2)
  expect(lines.length).toBeGreaterThanOrEqual(6)
  const code = codeIn(post.sent.find((mail) => mail.messageId === challenge.id) as { subject: string })
  for (const line of lines) for (const secret of [address, code]) expect(line).not.toContain(secret)
})
