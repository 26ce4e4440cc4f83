import { fillPlaceholders } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/d1'

export type Database = ReturnType<typeof drizzle<Record<string, never>, D1Database>>

const opened = new WeakMap<D1Database, Database>()

/** Opens D1, once for each binding. Without a schema: stores name their tables themselves. */
export function openDatabase(db: D1Database): Database {
  const known = opened.get(db) ?? drizzle(db)
  opened.set(db, known)
  return known
}

const replicas = new WeakMap<D1Database, Database>()

/**
 * D1 for reads that may be a moment old: each is asked of the nearest copy, and nothing is promised between two of
 * them. Without a session, as `openDatabase` asks, D1 asks the primary, so what nobody thought about is never stale.
 */
export function openReplica(db: D1Database): Database {
  const known = replicas.get(db) ?? drizzle(askAnyCopy(db))
  replicas.set(db, known)
  return known
}

/** As much of a D1 as drizzle uses. A session for each read: what is prepared once must not keep one. */
function askAnyCopy(db: D1Database): D1Database {
  const anyCopy = () => db.withSession('first-unconstrained')
  const client = {
    prepare: (query: string) => ({
      bind: (...values: unknown[]) =>
        anyCopy()
          .prepare(query)
          .bind(...values),
    }),
    batch: (statements: D1PreparedStatement[]) => anyCopy().batch(statements),
  }
  return client as unknown as D1Database
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

type Sql = { sql: string; params: unknown[] }

/** A statement that was built but not run: rooms offer these so that a change and its audit row share a batch. */
export type Statement = { toSQL(): Sql }

/**
 * A statement whose SQL is built once for each database, with a placeholder for each value. Building an upsert
 * of a wide table costs more than running it.
 */
export function prepareStatement<Values extends Record<string, unknown>>(
  build: (database: Database) => Statement,
): (database: Database, values: Values) => Statement {
  const built = prepareOnce((database) => build(database).toSQL())
  return (database, values) => ({
    toSQL() {
      const { sql, params } = built(database)
      return { sql, params: fillPlaceholders(params, values) }
    },
  })
}

/** Runs statements as one transaction, in order. An empty list does nothing. */
export async function runBatch(database: Database, statements: Statement[]): Promise<void> {
  await readBatch(database, statements)
}

/** The same, with the rows that each statement answers, by the names of the table's columns. */
export async function readBatch(
  database: Database,
  statements: Statement[],
): Promise<Record<string, unknown>[][]> {
  if (statements.length === 0) return []
  const answers = await database.$client.batch<Record<string, unknown>>(
    statements.map((statement) => {
      const { sql, params } = statement.toSQL()
      return database.$client.prepare(sql).bind(...params)
    }),
  )
  return answers.map(({ results }) => results)
}
