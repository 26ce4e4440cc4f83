import { type Instant, MINUTE } from '../kernel/time.ts'
import { type Database, runBatch } from '../runtime/database.ts'
import * as store from './pruning-store.ts'

/** How many batches one run looks at: 99 strings each. */
const AT_ONCE = 100

/**
 * Deletes batches that became void a day ago, with what is left of their strings. A device that fetches another does
 * so itself; this is for those that never will. Each minute looks at another hundred of all batches, in turn.
 */
export function pruneStrings(database: Database, now: Instant): Promise<void> {
  return runBatch(database, store.pruneStatements(database, Math.floor(now / MINUTE), AT_ONCE, now))
}
