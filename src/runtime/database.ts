import { drizzle } from 'drizzle-orm/d1'

export type Database = ReturnType<typeof drizzle<Record<string, never>, D1Database>>

const opened = new WeakMap<D1Database, Database>()

/** Opens D1, once for each binding. Without a schema: stores name their tables themselves. */
export function openDatabase(db: D1Database): Database {
  const known = opened.get(db) ?? drizzle(db)
  opened.set(db, known)
  return known
}

/** A query whose SQL is built once for each database instead of at every request. For what every request reads. */
export function prepareOnce<Query>(build: (database: Database) => Query): (database: Database) => Query {
  const prepared = new WeakMap<Database, Query>()
  return (database) => {
    const query = prepared.get(database) ?? build(database)
    prepared.set(database, query)
    return query
  }
}

/** A statement that was prepared but not run: rooms offer these so that a change and its audit row share a batch. */
export type Statement = Parameters<Database['batch']>[0][number]

/** Runs statements as one transaction, in order. An empty list does nothing. */
export async function runBatch(database: Database, statements: Statement[]): Promise<void> {
  const [first, ...rest] = statements
  if (first) await database.batch([first, ...rest])
}
