import type { Database } from '../runtime/database.ts'

/** What managers do with the accounts of their organisation. */
export function makePeople(_database: Database) {
  return {}
}

export type People = ReturnType<typeof makePeople>
