import { and, asc, eq, gt, isNull, sql } from 'drizzle-orm'
import type { Database } from '../runtime/database.ts'
import { securityBatches, securityStrings } from './schema.ts'

/** Living batches behind `after`, and whether strings of theirs that can be used are under another key than this. */
export async function listBatchKeys(
  database: Database,
  keyId: string,
  after: string | null,
  limit: number,
): Promise<{ id: string; former: boolean }[]> {
  const another = database
    .select({ one: sql`1` })
    .from(securityStrings)
    .where(
      and(
        eq(securityStrings.batchId, securityBatches.id),
        isNull(securityStrings.usedAt),
        sql`substr(${securityStrings.mac}, 1, ${keyId.length + 1}) <> ${`${keyId}.`}`,
      ),
    )
  const rows = await database
    .select({ id: securityBatches.id, former: sql<number>`EXISTS ${another}` })
    .from(securityBatches)
    .where(and(gt(securityBatches.id, after ?? ''), isNull(securityBatches.voidedAt)))
    .orderBy(asc(securityBatches.id))
    .limit(limit)
  return rows.map(({ id, former }) => ({ id, former: former === 1 }))
}
