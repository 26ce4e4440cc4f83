import type { Instant } from '../kernel/time.ts'
import { type Database, readBatch } from '../runtime/database.ts'
import type { ChainEntry, Head, Seal } from './chain-rules.ts'
import { asked, ENTRY_COLUMNS, HEAD_COLUMNS } from './chain-store.ts'

/**
 * The heads of chains whose oldest row that is left is from before that instant, or gone. The last row of a chain is
 * never cut: its seal is where the chain goes on, and its number in `audit` must not be given to another.
 */
export async function listDue(database: Database, before: Instant): Promise<Head[]> {
  const [heads] = await readBatch(database, [
    asked(
      `SELECT ${HEAD_COLUMNS} FROM "audit_heads" AS "heads" WHERE "cut_seq" + 1 < "seq" AND coalesce(
         (SELECT "at" FROM "audit_seals" AS "oldest" JOIN "audit" ON "audit"."id" = "oldest"."entry_id"
          WHERE "oldest"."organisation_id" = "heads"."organisation_id" AND "oldest"."seq" = "heads"."cut_seq" + 1),
         0) < ?`,
      before,
    ),
  ])
  return heads as Head[]
}

/** The next sealed rows from the chain's beginning on, all but its last, at most `limit`. */
export async function readOldest(
  database: Database,
  { organisationId, cutSeq, seq }: Head,
  limit: number,
): Promise<{ seal: Seal; entry: ChainEntry | null }[]> {
  const [rows = []] = await readBatch(database, [
    asked(
      `SELECT "seals"."organisation_id" AS "chain", "seq", "entry_id" AS "entryId", "hash", ${ENTRY_COLUMNS}
       FROM "audit_seals" AS "seals" LEFT JOIN "audit" ON "audit"."id" = "entry_id"
       WHERE "seals"."organisation_id" = ? AND "seq" > ? AND "seq" < ? ORDER BY "seq" LIMIT ?`,
      ...[organisationId, cutSeq, seq, limit],
    ),
  ])
  return rows.map(({ chain, seq: number, entryId, hash, ...entry }) => ({
    seal: { organisationId: chain, seq: number, entryId, hash } as Seal,
    entry: entry.id === null ? null : (entry as ChainEntry),
  }))
}

/**
 * Moves the chain's beginning and deletes what is before it, all or nothing; false, and nothing, where the head moved
 * meanwhile. A row whose time is no longer what was sealed may stay, without its seal.
 */
export async function writeCut(database: Database, former: Head, head: Head): Promise<boolean> {
  const { organisationId, cutSeq, cutHash, cutUntil, brokenSeq, brokenAt, mac } = head
  const gone = `"organisation_id" = ? AND "seq" <= (SELECT "cut_seq" FROM "audit_heads" WHERE "organisation_id" = ?)`
  const [moved = []] = await readBatch(database, [
    asked(
      `UPDATE "audit_heads" SET "cut_seq" = ?, "cut_hash" = ?, "cut_until" = ?, "broken_seq" = ?, "broken_at" = ?,
         "mac" = ? WHERE "organisation_id" = ? AND "mac" = ? RETURNING "cut_seq"`,
      ...[cutSeq, cutHash, cutUntil, brokenSeq, brokenAt, mac, organisationId, former.mac],
    ),
    asked(
      `DELETE FROM "audit" WHERE "organisation_id" = ? AND "at" < ?
         AND "id" IN (SELECT "entry_id" FROM "audit_seals" WHERE ${gone})`,
      ...[organisationId, cutUntil, organisationId, organisationId],
    ),
    asked(`DELETE FROM "audit_seals" WHERE ${gone}`, organisationId, organisationId),
  ])
  return moved.length > 0
}
