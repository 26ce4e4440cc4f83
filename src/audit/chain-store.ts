import { and, eq, getTableColumns, sql } from 'drizzle-orm'
import { type Database, readBatch, runBatch, type Statement } from '../runtime/database.ts'
import { insertRows } from '../runtime/rows-store.ts'
import type { Extension, Head, PlacedChainEntry, Seal, Stretch } from './chain-rules.ts'
import { auditCursor, auditHeads, auditSeals } from './schema.ts'

/** So far back an end is looked for whose last rows somebody removed. */
const REMOVED_MAX = 100
/**
 * A cursor that names no row any more, or is gone itself, goes by the last sealed rows that are there: SQLite gives the
 * numbers of removed last rows to the next ones, which would else never be sealed. Only without any, by its number.
 */
const CURSOR = `coalesce((SELECT "audit"."rowid" FROM "audit_cursor" JOIN "audit" ON "audit"."id" = "entry_id"),
  (SELECT max("audit"."rowid") FROM "audit_heads" AS "heads" CROSS JOIN "audit_seals" AS "last"
     ON "last"."organisation_id" = "heads"."organisation_id" AND "last"."seq" > "heads"."seq" - ${REMOVED_MAX}
     CROSS JOIN "audit" ON "audit"."id" = "last"."entry_id"),
  (SELECT "row" FROM "audit_cursor" WHERE "id" = 1), 0)`
const WAITING = `FROM "audit" WHERE "rowid" > ${CURSOR} ORDER BY "rowid" LIMIT ?`
const CONCERNED = `(SELECT DISTINCT "organisation_id" FROM (SELECT "organisation_id" ${WAITING}))`

/** Named as they are in the rules, so that what comes back needs no translation. */
export const HEAD_COLUMNS = `"organisation_id" AS "organisationId", "seq", "hash", "sealed_at" AS "sealedAt",
  "broken_seq" AS "brokenSeq", "broken_at" AS "brokenAt", "cut_seq" AS "cutSeq", "cut_hash" AS "cutHash",
  "cut_until" AS "cutUntil", "mac"`
export const ENTRY_COLUMNS = `"audit"."rowid" AS "row", "id", "audit"."organisation_id" AS "organisationId", "at",
  "actor_kind" AS "actorKind", "actor_id" AS "actorId", "action", "account_id" AS "accountId",
  "device_id" AS "deviceId", "detail"`
const SEAL_COLUMNS = `"seals"."organisation_id" AS "organisationId", "seq", "entry_id" AS "entryId", "hash"`

export const asked = (query: string, ...params: unknown[]): Statement => ({
  toSQL: () => ({ sql: query, params }),
})

/** The next rows to be sealed, at most `limit`, and where their chains stand: one transaction. */
export async function readStretch(database: Database, limit: number): Promise<Stretch> {
  const [rows, heads, tails] = await readBatch(database, [
    asked(`SELECT ${ENTRY_COLUMNS} ${WAITING}`, limit),
    asked(`SELECT ${HEAD_COLUMNS} FROM "audit_heads" WHERE "organisation_id" IN ${CONCERNED}`, limit),
    asked(
      // From each organisation to its last seal: the other way round all seals of all of them would be read.
      `SELECT ${SEAL_COLUMNS} FROM ${CONCERNED} AS "concerned" CROSS JOIN "audit_seals" AS "seals"
         ON "seals"."organisation_id" = "concerned"."organisation_id"
         AND "seq" = (SELECT max("seq") FROM "audit_seals" WHERE "organisation_id" = "concerned"."organisation_id")`,
      limit,
    ),
  ])
  return { rows: rows as PlacedChainEntry[], heads: heads as Head[], tails: tails as Seal[] }
}

/**
 * Writes what was sealed, all or nothing. Fails where somebody else sealed a row of the stretch meanwhile (UNIQUE), so
 * that no number of a chain is given twice, or cut a chain of it (CHECK, by a trigger).
 */
export async function writeExtension(
  database: Database,
  { seals, heads }: Extension,
  last: PlacedChainEntry,
): Promise<void> {
  const cursor = { row: last.row, entryId: last.id }
  await runBatch(database, [
    insertRows(auditSeals, seals),
    moveHeads(heads),
    database
      .insert(auditCursor)
      .values({ id: 1, ...cursor })
      .onConflictDoUpdate({ target: auditCursor.id, set: cursor }),
  ])
}

/** One statement, however many organisations there are. */
function moveHeads(heads: Head[]): Statement {
  const { sql: inserting, params } = insertRows(auditHeads, heads).toSQL()
  const columns = Object.values(getTableColumns(auditHeads)).map(
    ({ name }) => `"${name}" = excluded."${name}"`,
  )
  return asked(
    `${inserting} WHERE true ON CONFLICT ("organisation_id") DO UPDATE SET ${columns.join(', ')}`,
    ...params,
  )
}

/** Heads by organisation, from `after` on. */
export async function listHeads(database: Database, after: number, limit: number): Promise<Head[]> {
  return database
    .select()
    .from(auditHeads)
    .where(sql`${auditHeads.organisationId} > ${after}`)
    .orderBy(auditHeads.organisationId)
    .limit(limit)
}

/** Signs a head anew, unless it moved meanwhile. */
export function signHeadStatement(database: Database, former: Head, mac: string): Statement {
  return database
    .update(auditHeads)
    .set({ mac })
    .where(and(eq(auditHeads.organisationId, former.organisationId), eq(auditHeads.mac, former.mac)))
}
