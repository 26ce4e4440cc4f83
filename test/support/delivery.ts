import { createExecutionContext, createMessageBatch, getQueueResult } from 'cloudflare:test'
import { vi } from 'vitest'
import { type ConsumerDeps, consumeMessages, theftNoticeStatement } from '../../src/messaging/index.ts'
import type { MessageReference } from '../../src/runtime/bindings.ts'
import { openDatabase, runBatch } from '../../src/runtime/database.ts'
import { address, ask, challenges, people, queued, startGate } from './gate.ts'
import { ACME, makeTestTransport } from './mail.ts'
import { bindings, time } from './world.ts'

/** The consumer of the queue, with the post office behind it replaced. */

export const database = openDatabase(bindings.db)

/** The transport of the present test. */
export let post = makeTestTransport()
/** What the consumer of the present test works with; a test may replace parts. */
export let deps: ConsumerDeps

/** A gate, an empty D1 outbox, a transport that sends, a silent console. Call in `beforeEach`. */
export async function startDelivery(): Promise<void> {
  startGate()
  post = makeTestTransport()
  deps = {
    database,
    transport: post.transport,
    sms: post.sms,
    baseUrl: 'https://devices.acme.example',
    from: { name: 'Latchkey', email: 'no-reply@latchkey.example' },
    now: time.now,
    organisationOf: async (id) => (id === ACME.id ? ACME : null),
    challengeOf: challenges.gateById,
    grantOf: async () => null,
    invitationOf: async () => null,
    dressingOf: async () => ({}),
    deliverInvitation: async () => ({ retryInSeconds: null }),
    replay: async () => {},
  }
  for (const level of ['info', 'warn', 'error'] as const) vi.spyOn(console, level).mockReturnValue()
  await bindings.db.exec('DELETE FROM messages')
  await bindings.db.exec('DELETE FROM send_counters')
}

export async function askForCode(organisationId = 1): Promise<MessageReference> {
  await ask({ organisationId })
  const reference = queued.at(-1)
  if (!reference) throw new Error('nothing was queued')
  return reference
}

export async function putTheftSignal(id = `msg_${people}`, organisationId = 1): Promise<MessageReference> {
  const notice = {
    id,
    organisationId,
    accountId: 'acc_1',
    at: time.now(),
    address,
    locale: 'de',
    platform: 'ios',
  } as const
  await runBatch(database, [theftNoticeStatement(database, notice)])
  return { kind: 'message', owner: 'd1', id }
}

export const rowOf = (reference: MessageReference) =>
  bindings.db.prepare('SELECT * FROM messages WHERE id = ?').bind(reference.id).first()

/** Delivers bodies as one batch and tells which were acknowledged and which are to come again. */
export async function deliver(bodies: unknown[], attempts = 1) {
  const messages = bodies.map((body, index) => ({ id: `q${index}`, timestamp: time.now(), attempts, body }))
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
