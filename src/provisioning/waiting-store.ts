import { asc, eq, sql } from 'drizzle-orm'
import { accounts } from '../accounts/schema.ts'
import { alarmsQuery, judgeAlarms } from '../challenges/index.ts'
import type { Instant } from '../kernel/time.ts'
import { organisations } from '../organisations/schema.ts'
import type { Database, Statement } from '../runtime/database.ts'
import { brokenChainsQuery, rotationQuery } from './keeping-store.ts'
import { replayQuery } from './replaying-store.ts'
import { waitingOutboxes } from './schema.ts'

export type WaitingOutbox = typeof waitingOutboxes.$inferSelect

/** How many a page shows, and how far they are counted. */
const SHOWN = 20
const COUNTED = 1000
/** The service itself among organisations. */
const SERVICE_ROW = 0

/** Written by the object itself when its outbox does not empty. `since` stays what it was first. */
export async function noteWaiting(database: Database, row: WaitingOutbox): Promise<void> {
  const { waiting, parked, reason, changedAt } = row
  await database
    .insert(waitingOutboxes)
    .values(row)
    .onConflictDoUpdate({ target: waitingOutboxes.ref, set: { waiting, parked, reason, changedAt } })
}

export async function forgetWaiting(database: Database, ref: string): Promise<void> {
  await database.delete(waitingOutboxes).where(eq(waitingOutboxes.ref, ref))
}

export function forgetWaitingStatement(database: Database, ref: string): Statement {
  return database.delete(waitingOutboxes).where(eq(waitingOutboxes.ref, ref))
}

export async function findWaiting(database: Database, ref: string): Promise<WaitingOutbox | null> {
  const [row] = await database.select().from(waitingOutboxes).where(eq(waitingOutboxes.ref, ref)).limit(1)
  return row ?? null
}

/** The longest waiting first, with whose they are. */
const waitingQuery = (database: Database) =>
  database
    .select({
      ref: waitingOutboxes.ref,
      organisationId: waitingOutboxes.organisationId,
      waiting: waitingOutboxes.waiting,
      parked: waitingOutboxes.parked,
      reason: waitingOutboxes.reason,
      since: waitingOutboxes.since,
      address: accounts.address,
      organisation: organisations.name,
    })
    .from(waitingOutboxes)
    .leftJoin(accounts, eq(accounts.id, waitingOutboxes.accountId))
    .leftJoin(organisations, eq(organisations.id, waitingOutboxes.organisationId))
    .orderBy(asc(waitingOutboxes.since), asc(waitingOutboxes.ref))
    .limit(SHOWN)

/** The tables that grow, in the order in which a page shows them. */
export const BIG_TABLES = ['accounts', 'devices', 'messages', 'audit', 'web_sessions'] as const
export type BigTable = (typeof BIG_TABLES)[number]

/**
 * What waits, how big the tables are, and which migration was applied last: one round trip. Rows are told by
 * the highest row number, which is what counting them would take long for; deleted ones are among them.
 */
export async function readOperation(database: Database, now: Instant) {
  const highest = sql.raw(
    BIG_TABLES.map((table) => `(SELECT coalesce(max(rowid), 0) FROM "${table}") AS "${table}"`).join(', '),
  )
  const [waiting, [counted], sizes, applied, alarms, brokenChains, [rotation], [replay]] =
    await database.batch([
      waitingQuery(database),
      database
        .select({ count: sql<number>`count(*)`.as('count') })
        .from(sql`(SELECT 1 FROM ${waitingOutboxes} LIMIT ${COUNTED + 1})`),
      database.all<Record<BigTable, number>>(sql`SELECT ${highest}`),
      // Wrangler's own table.
      database.all<{ name: string }>(sql`SELECT name FROM d1_migrations ORDER BY id DESC LIMIT 1`),
      alarmsQuery(database, SERVICE_ROW, now),
      brokenChainsQuery(database, now),
      rotationQuery(database),
      replayQuery(database),
    ])
  return {
    waiting,
    waitingCount: counted?.count ?? 0,
    rows: sizes[0] ?? null,
    migration: applied[0]?.name ?? null,
    alarms: judgeAlarms(alarms),
    brokenChains,
    rotation: rotation ?? null,
    replay: replay ?? null,
  }
}

/** Since when what waits has waited: the oldest outbox, the oldest message that nobody has taken yet, dead letters. */
export async function readBacklog(database: Database) {
  const [row] = await database.all<Record<'outboxes' | 'outbox' | 'message' | 'dead', number | null>>(
    sql`SELECT (SELECT count(*) FROM (SELECT 1 FROM waiting_outboxes LIMIT ${COUNTED})) AS outboxes,
      (SELECT min(since) FROM waiting_outboxes) AS outbox,
      (SELECT created_at FROM messages WHERE state = 'queued' ORDER BY queued_at LIMIT 1) AS message,
      (SELECT count(*) FROM (SELECT 1 FROM dead_letters LIMIT ${COUNTED})) AS dead`,
  )
  return row ?? null
}
