import type { Database } from '../runtime/database.ts'

/** What managers do with account templates. */
export function makeAccountTemplates(_database: Database) {
  return {}
}

export type AccountTemplates = ReturnType<typeof makeAccountTemplates>
