import { and, inArray, lte, sql } from 'drizzle-orm'
import type { Instant } from '../kernel/time.ts'
import type { Database, Statement } from '../runtime/database.ts'
import { ISSUES_WITHIN } from './rules.ts'
import { securityBatches, securityStrings } from './schema.ts'

/** Which batches nothing asks for any more: those of the last day are counted, and may still be asked about. */
export const isForgettable = (now: Instant) =>
  and(lte(securityBatches.voidedAt, now - ISSUES_WITHIN), lte(securityBatches.createdAt, now - ISSUES_WITHIN))

/**
 * Deletes those of one slice of all batches, of every organisation: `size` of them in the order they were made. Which
 * slice follows from `turn`: no index leads to what is void, and nothing has to be remembered between two turns.
 */
export function pruneStatements(database: Database, turn: number, size: number, now: Instant): Statement[] {
  // Whether or not D1 divides whole numbers here, `%` takes the whole part.
  const slices = sql`(SELECT ifnull(max(rowid), 0) / ${size} + 1 FROM ${securityBatches})`
  const from = sql`(${turn} % ${slices}) * ${size}`
  const due = database
    .select({ id: securityBatches.id })
    .from(securityBatches)
    .where(
      and(
        sql`${securityBatches}.rowid > ${from} AND ${securityBatches}.rowid <= ${from} + ${size}`,
        isForgettable(now),
      ),
    )
  return [
    database.delete(securityStrings).where(inArray(securityStrings.batchId, due)),
    database.delete(securityBatches).where(inArray(securityBatches.id, due)),
  ]
}
