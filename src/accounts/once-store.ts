import { eq, type SQL, sql } from 'drizzle-orm'
import { hashSecret } from '../kernel/secrets.ts'
import type { Instant } from '../kernel/time.ts'
import { isRefusedBy } from '../runtime/constraints.ts'
import { type Database, runBatch, type Statement } from '../runtime/database.ts'
import { spentOnce } from './schema.ts'

/** Something that may be used once: `value` is stored as its hash. */
export type OneTime = {
  kind: (typeof spentOnce.$inferSelect)['kind']
  value: string
  /** When it may be forgotten, since it has ended by itself; null: never. */
  endsAt: Instant | null
}

function spentId({ kind, value }: Pick<OneTime, 'kind' | 'value'>): string {
  return `${kind}.${hashSecret(value)}`
}

/**
 * Uses it up. The whole batch that the statement travels in fails when that happened before, or while
 * `unless` holds: `runOnce` turns both into false. So of two at the same time one wins, and nothing is half
 * done.
 */
export function spendStatement(
  database: Database,
  oneTime: OneTime,
  now: Instant,
  unless: SQL = sql`0`,
): Statement {
  const id = spentId(oneTime)
  return database.insert(spentOnce).values({
    id: sql<string>`CASE WHEN ${unless} THEN NULL ELSE ${id} END`,
    kind: oneTime.kind,
    endsAt: oneTime.endsAt,
    createdAt: now,
  })
}

/** Runs a batch with `spendStatement` in it. False: it was used up before, or its condition did not hold. */
export async function runOnce(database: Database, statements: Statement[]): Promise<boolean> {
  try {
    await runBatch(database, statements)
    return true
  } catch (error) {
    if (isRefusedBy(error, 'spent_once.id')) return false
    throw error
  }
}

export async function isSpent(
  database: Database,
  oneTime: Pick<OneTime, 'kind' | 'value'>,
): Promise<boolean> {
  const id = spentId(oneTime)
  const rows = await database
    .select({ id: spentOnce.id })
    .from(spentOnce)
    .where(eq(spentOnce.id, id))
    .limit(1)
  return rows.length > 0
}
