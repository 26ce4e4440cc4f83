import { auditStatement, newEntry } from '../audit/index.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import type { Instant } from '../kernel/time.ts'
import { type Actor, refereeOf } from '../referee/index.ts'
import { type Database, runBatch } from '../runtime/database.ts'
import { describeError, log } from '../runtime/logger.ts'
import { OBJECT_STEP } from './provision-session-migrations.ts'
import * as store from './waiting-store.ts'

export type Operation = Awaited<ReturnType<typeof store.readOperation>> & {
  /** The newest step of the tables in provision sessions. */
  objectStep: number
}

/** What supervisors see of provision sessions and of the database as a whole. */
export function makeOperations(options: { database: Database; provisionSessions: DurableObjectNamespace }) {
  const { database, provisionSessions } = options
  return {
    /** Sessions whose outbox does not empty (20, the longest waiting first), sizes and versions, alarms: one round trip. */
    async read(now: Instant): Promise<Operation> {
      return { ...(await store.readOperation(database, now)), objectStep: OBJECT_STEP }
    },

    /** Has a session try again what D1 did not take. Says what is left after that. */
    async retry(
      ref: string,
      actor: Actor,
      now: Instant,
    ): Promise<Result<{ waiting: number; parked: number }, 'unknown' | 'temporarily_unavailable'>> {
      const row = await store.findWaiting(database, ref)
      if (!row) return refuse('unknown')
      try {
        const left = await refereeOf(provisionSessions, ref).retryOutbox()
        const { organisationId, accountId } = row
        const { waiting, parked } = left
        const entry = newEntry({
          organisationId,
          at: now,
          actor,
          action: 'outbox.retried',
          accountId,
          detail: { waiting, parked },
        })
        await runBatch(database, [
          // A session that was emptied meanwhile has nothing to tell any more.
          ...(waiting + parked === 0 ? [store.forgetWaitingStatement(database, ref)] : []),
          auditStatement(database, entry),
        ])
        return ok(left)
      } catch (error) {
        // An object that still runs the code before this one, or cannot be reached.
        log('warn', 'outbox.not_retried', { reason: describeError(error) })
        return refuse('temporarily_unavailable')
      }
    },
  }
}

export type Operations = ReturnType<typeof makeOperations>
