import type { Locale } from '../kernel/locale.ts'
import type { Platform } from '../kernel/platform.ts'
import type { Instant } from '../kernel/time.ts'
import type { MessageReference } from '../runtime/bindings.ts'
import type { Database, Statement } from '../runtime/database.ts'
import { describeError, log } from '../runtime/logger.ts'
import { listOverdue, messageStatement, noteRequeued } from './store.ts'

/** A queue takes 100 a `sendBatch`; D1 takes 100 bound parameters a query, some of which are not ids. */
const SWEEP_SIZE = 90
/** A sweep ends after so many rounds: the next minute brings another. */
const SWEEP_ROUNDS = 10
/** What a queue takes in one `sendBatch`. */
const QUEUE_BATCH = 100

type MessageQueue = Pick<Queue<MessageReference>, 'send' | 'sendBatch'>

/** Tells an owner that somebody else tried their setup link. To batch with the event that noticed it. */
export function theftNoticeStatement(
  database: Database,
  notice: {
    id: string
    organisationId: number
    accountId: string | null
    /** When it was noticed. */
    at: Instant
    /** The owner's normalised address. */
    address: string
    locale: Locale
    platform: Platform
    /** What the device that holds the claim calls itself. */
    deviceName?: string | null
  },
): Statement {
  const { id, organisationId, accountId, at, address, locale, platform, deviceName = null } = notice
  const payload = { happenedAt: at, platform, deviceName }
  const message = { id, organisationId, accountId, recipient: address, locale }
  return messageStatement(database, { ...message, kind: 'theft_signal', payload }, at)
}

/** Sends the reference of a message that is in the outbox. */
export async function queueMessage(queue: MessageQueue, id: string): Promise<void> {
  await queue.send({ kind: 'message', owner: 'd1', id })
}

/**
 * Sends the references of messages that are in the outbox. A queue that is away breaks nothing: the sweeper
 * finds them.
 */
export async function queueMessages(queue: MessageQueue, ids: string[]): Promise<void> {
  const references = ids.map((id) => ({ body: { kind: 'message' as const, owner: 'd1' as const, id } }))
  try {
    for (let begin = 0; begin < ids.length; begin += QUEUE_BATCH)
      await queue.sendBatch(references.slice(begin, begin + QUEUE_BATCH))
  } catch (error) {
    log('warn', 'messages_not_queued', { reason: describeError(error) })
  }
}

/** Queues again what waits longer than two minutes. Returns how many. */
export async function sweepMessages(options: {
  database: Database
  queue: MessageQueue
  now: Instant
}): Promise<number> {
  const { database, queue, now } = options
  let swept = 0
  for (let round = 0; round < SWEEP_ROUNDS; round += 1) {
    const ids = await listOverdue(database, now, SWEEP_SIZE)
    if (ids.length === 0) break
    await queue.sendBatch(ids.map((id) => ({ body: { kind: 'message', owner: 'd1', id } })))
    await noteRequeued(database, ids, now)
    swept += ids.length
    if (ids.length < SWEEP_SIZE) break
  }
  return swept
}
