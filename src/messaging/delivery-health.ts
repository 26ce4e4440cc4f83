import { auditStatement, newEntry } from '../audit/index.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import { DAY, type Instant } from '../kernel/time.ts'
import type { Actor } from '../referee/index.ts'
import type { Bindings, MessageReference } from '../runtime/bindings.ts'
import { type Database, runBatch } from '../runtime/database.ts'
import { describeError, log } from '../runtime/logger.ts'
import { readReference } from './consumer.ts'
import * as store from './health-store.ts'
import { queueMessages } from './service.ts'

/** What failed within it is what a supervisor sees counted and can send again at once. */
const RECENT = DAY
/** A press sends at most so many again; another press takes the rest. */
const RETRIED_AT_ONCE = 500
/** What is known of a message that the queue gave up on; `reference` is null where it cannot be read. */
export type DeadLetter = {
  id: string
  createdAt: Instant
  reference: MessageReference | null
  /** Null where it was a code, or its row is gone. */
  message: { kind: string; recipient: string; state: string } | null
}

export type Delivery = Omit<Awaited<ReturnType<typeof store.readDelivery>>, 'letters'> & {
  letters: DeadLetter[]
}

/** How messages fare: what failed, what waits, what the queue gave up on, and trying again. */
export function makeDeliveryHealth(options: { database: Database; messages: Bindings['messages'] }) {
  const { database, messages } = options

  return {
    /**
     * What waits, what failed within a day and what the queue gave up on, 20 of each: one round trip. Counts
     * end at 1001, which stands for more than 1000.
     */
    async read(now: Instant): Promise<Delivery> {
      const { letters, ...delivery } = await store.readDelivery(database, now - RECENT)
      return {
        ...delivery,
        letters: letters.map(({ id, createdAt, body, kind, recipient, state }) => ({
          id,
          createdAt,
          reference: readReference(body),
          message: kind === null || recipient === null || state === null ? null : { kind, recipient, state },
        })),
      }
    },

    /** Sends a failed message again. Stands in the audit of its organisation. */
    async retryMessage(id: string, actor: Actor, now: Instant): Promise<Result<null, 'unknown'>> {
      const failed = await store.findFailed(database, id)
      if (!failed) return refuse('unknown')
      const { organisationId, accountId, kind, recipient } = failed
      await runBatch(database, [
        store.requeueStatement(database, [id], now),
        auditStatement(
          database,
          newEntry({
            organisationId,
            at: now,
            actor,
            action: 'message.retried',
            accountId,
            detail: { kind, recipient, message: id },
          }),
        ),
      ])
      await queueMessages(messages, [id])
      return ok(null)
    },

    /** Sends again what failed within a day, at most 500. Returns how many. */
    async retryFailed(actor: Actor, now: Instant): Promise<number> {
      const ids = await store.listFailed(database, now - RECENT, RETRIED_AT_ONCE)
      if (ids.length === 0) return 0
      await runBatch(database, [
        store.requeueStatement(database, ids, now),
        auditStatement(
          database,
          newEntry({
            organisationId: 0,
            at: now,
            actor,
            action: 'message.retried',
            detail: { count: ids.length },
          }),
        ),
      ])
      await queueMessages(messages, ids)
      return ids.length
    },

    findDeadLetter: (id: string) => store.findDeadLetter(database, id),

    /** Queues it again as it was. Should the note stay after that, another press does no harm. */
    async retryDeadLetter(
      id: string,
      actor: Actor,
      now: Instant,
    ): Promise<Result<null, 'unknown' | 'malformed' | 'temporarily_unavailable'>> {
      const letter = await store.findDeadLetter(database, id)
      if (!letter) return refuse('unknown')
      const reference = readReference(letter.body)
      if (!reference) return refuse('malformed')
      try {
        await messages.send(reference)
      } catch (error) {
        log('warn', 'dead_letter_not_queued', { reason: describeError(error) })
        return refuse('temporarily_unavailable')
      }
      await end(letter.id, 'dead_letter.retried', actor, now, reference.kind)
      return ok(null)
    },

    /** Forgets it: what it stood for is not sent. */
    async dropDeadLetter(id: string, actor: Actor, now: Instant): Promise<Result<null, 'unknown'>> {
      const letter = await store.findDeadLetter(database, id)
      if (!letter) return refuse('unknown')
      const kind = readReference(letter.body)?.kind ?? null
      await end(letter.id, 'dead_letter.dropped', actor, now, kind)
      return ok(null)
    },
  }

  async function end(
    id: string,
    action: 'dead_letter.retried' | 'dead_letter.dropped',
    actor: Actor,
    now: Instant,
    kind: string | null,
  ): Promise<void> {
    await runBatch(database, [
      store.deleteDeadLetterStatement(database, id),
      auditStatement(
        database,
        newEntry({ organisationId: 0, at: now, actor, action, detail: { letter: id, kind } }),
      ),
    ])
  }
}

export type DeliveryHealth = ReturnType<typeof makeDeliveryHealth>
