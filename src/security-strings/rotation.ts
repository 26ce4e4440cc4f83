import type { Keyring } from '../kernel/secrets.ts'
import type { Database } from '../runtime/database.ts'
import type { ResealStep } from '../runtime/resealing.ts'
import { listBatchKeys } from './rotation-store.ts'

/**
 * Counts the batches whose strings only the former master key can compare: nobody but their devices knows the strings,
 * so they stay as they are until the device fetches others.
 */
export function makeStringCounting({ database, keys }: { database: Database; keys: Keyring }): ResealStep {
  return async (after, limit) => {
    const batches = await listBatchKeys(database, keys.currentId, after, limit)
    return {
      ...{ resealed: 0, left: batches.filter(({ former }) => former).length, unreadable: 0 },
      next: batches.length < limit ? null : (batches.at(-1)?.id ?? null),
    }
  }
}
