import { ok, type Result, refuse } from '../kernel/result.ts'
import { refereeOf } from '../referee/index.ts'
import type { Database } from '../runtime/database.ts'
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
    /** Sessions whose outbox does not empty (20, the longest waiting first), sizes and versions: one round trip. */
    async read(): Promise<Operation> {
      return { ...(await store.readOperation(database)), objectStep: OBJECT_STEP }
    },

    /** Has a session try again what D1 did not take. Says what is left after that. */
    async retry(
      ref: string,
    ): Promise<Result<{ waiting: number; parked: number }, 'unknown' | 'temporarily_unavailable'>> {
      if (!(await store.findWaiting(database, ref))) return refuse('unknown')
      try {
        const left = await refereeOf(provisionSessions, ref).retryOutbox()
        // A session that was emptied meanwhile has nothing to tell any more.
        if (left.waiting + left.parked === 0) await store.forgetWaiting(database, ref)
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
