import { auditStatement, newEntry } from '../audit/index.ts'
import { readCursor, writeCursor } from '../kernel/paging.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import { DAY, type Instant } from '../kernel/time.ts'
import type { Actor } from '../referee/index.ts'
import type { Bindings } from '../runtime/bindings.ts'
import { type Database, runBatch } from '../runtime/database.ts'
import { cutMessages, type ListedMessage, type MessageFilter, planMessages } from './book-rules.ts'
import * as store from './book-store.ts'
import { requeueStatement } from './health-store.ts'
import { queueMessages } from './service.ts'

/** What failed longer ago is sent again one by one only: who got it since otherwise must not get it twice. */
export const RETRIED_DAYS = 7
/** A press sends at most so many again; another press takes the rest. */
const RETRIED_AT_ONCE = 500

export type MessageList = {
  rows: ListedMessage[]
  /** A cursor; null at the end. */
  next: string | null
  /** On the first page, but for a search. */
  counts: Record<'failed' | 'queued', store.Counted> | null
}

/** What an organisation sent: for its managers. Codes that prove an address are not in it, they live elsewhere. */
export function makeMessageBook(options: { database: Database; messages: Bindings['messages'] }) {
  const { database, messages } = options

  return {
    /** A page of messages, newest first; a search sorts by address first. One round trip. */
    async list(organisationId: number, filter: MessageFilter, after: string | null): Promise<MessageList> {
      const plan = planMessages(filter)
      const { walk, limit } = plan
      const read = await store.readMessages(database, organisationId, {
        walk,
        limit,
        after: readCursor(after, 3),
      })
      const { rows, next } = cutMessages(read.rows, plan)
      return { rows, next: next && writeCursor(next), counts: read.counts }
    },

    /** One message, what happened to it, newest first, and the newest others to its recipient. */
    find: (organisationId: number, id: string) => store.readMessage(database, organisationId, id),

    /** Sends a failed message again. Its secrets are asked for then: what has ended meanwhile is not sent. */
    async retry(
      organisationId: number,
      id: string,
      actor: Actor,
      now: Instant,
    ): Promise<Result<null, 'unknown'>> {
      const failed = await store.findFailedOf(database, organisationId, id)
      if (!failed) return refuse('unknown')
      const { accountId, kind, recipient } = failed
      const detail = { kind, recipient, message: id }
      await runBatch(database, [
        requeueStatement(database, [id], now),
        auditStatement(
          database,
          newEntry({ organisationId, at: now, actor, action: 'message.retried', accountId, detail }),
        ),
      ])
      await queueMessages(messages, [id])
      return ok(null)
    },

    /** Sends again what failed within a week, at most 500. Returns how many. */
    async retryFailed(organisationId: number, actor: Actor, now: Instant): Promise<number> {
      const since = now - RETRIED_DAYS * DAY
      const ids = await store.listFailedOf(database, organisationId, since, RETRIED_AT_ONCE)
      if (ids.length === 0) return 0
      const detail = { count: ids.length }
      await runBatch(database, [
        requeueStatement(database, ids, now),
        auditStatement(
          database,
          newEntry({ organisationId, at: now, actor, action: 'message.retried', detail }),
        ),
      ])
      await queueMessages(messages, ids)
      return ids.length
    },
  }
}

export type MessageBook = ReturnType<typeof makeMessageBook>
