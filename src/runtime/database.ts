import { drizzle } from 'drizzle-orm/d1'

/** Opens D1. `DrizzleD1Database` without a schema: stores name their tables themselves. */
export function openDatabase(db: D1Database) {
  return drizzle(db)
}

export type Database = ReturnType<typeof openDatabase>

/** A statement that was prepared but not run: rooms offer these so that a change and its audit row share a batch. */
export type Statement = Parameters<Database['batch']>[0][number]

/** Runs statements as one transaction, in order. An empty list does nothing. */
export async function runBatch(database: Database, statements: Statement[]): Promise<void> {
  const [first, ...rest] = statements
  if (first) await database.batch([first, ...rest])
}
