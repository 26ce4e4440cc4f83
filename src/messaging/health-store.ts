import { and, asc, desc, eq, gte, sql } from 'drizzle-orm'
import type { Instant } from '../kernel/time.ts'
import { organisations } from '../organisations/schema.ts'
import type { Database, Statement } from '../runtime/database.ts'
import { insertRows } from '../runtime/rows-store.ts'
import { deadLetters, type MessageRow, messages } from './schema.ts'

/** Counts go no further: beyond it the number no longer matters, and nobody waits for it. */
export const COUNTED = 1000
/** How many of each kind the page shows. */
const SHOWN = 20

export type FailedMessage = Pick<
  MessageRow,
  'id' | 'kind' | 'organisationId' | 'accountId' | 'recipient' | 'attempts' | 'lastError' | 'changedAt'
>

const failedColumns = {
  id: messages.id,
  kind: messages.kind,
  organisationId: messages.organisationId,
  accountId: messages.accountId,
  recipient: messages.recipient,
  attempts: messages.attempts,
  lastError: messages.lastError,
  changedAt: messages.changedAt,
}

const failedSince = (since: Instant) => and(eq(messages.state, 'failed'), gte(messages.changedAt, since))

/** How messages fare: one round trip, some thousand rows at most. */
export async function readDelivery(database: Database, since: Instant) {
  const [[waiting], [oldest], [failed], [sent], failures, [dead], letters, statement] = await database.batch([
    count(database, sql`SELECT 1 FROM messages WHERE state = 'queued'`),
    database
      .select({ createdAt: messages.createdAt })
      .from(messages)
      .where(eq(messages.state, 'queued'))
      .orderBy(asc(messages.queuedAt))
      .limit(1),
    count(database, sql`SELECT 1 FROM messages WHERE state = 'failed' AND changed_at >= ${since}`),
    database
      .select({ changedAt: messages.changedAt })
      .from(messages)
      .where(eq(messages.state, 'sent'))
      .orderBy(desc(messages.changedAt))
      .limit(1),
    database
      .select({ ...failedColumns, organisation: organisations.name })
      .from(messages)
      .leftJoin(organisations, eq(organisations.id, messages.organisationId))
      .where(eq(messages.state, 'failed'))
      .orderBy(desc(messages.changedAt), desc(messages.id))
      .limit(SHOWN),
    count(database, sql`SELECT 1 FROM dead_letters`),
    database
      .select({
        id: deadLetters.id,
        body: deadLetters.body,
        createdAt: deadLetters.createdAt,
        kind: messages.kind,
        recipient: messages.recipient,
        state: messages.state,
      })
      .from(deadLetters)
      .leftJoin(messages, sql`${messages.id} = json_extract(${deadLetters.body}, '$.id')`)
      .orderBy(asc(deadLetters.createdAt), asc(deadLetters.id))
      .limit(SHOWN),
    database.run(sql`SELECT 1`),
  ])
  return {
    waiting: waiting?.count ?? 0,
    waitingSince: oldest?.createdAt ?? null,
    failed: failed?.count ?? 0,
    lastSentAt: sent?.changedAt ?? null,
    failures,
    dead: dead?.count ?? 0,
    letters,
    /** Bytes of the whole database, as D1 says them with every answer. */
    databaseBytes: statement.meta.size_after ?? null,
  }
}

/** Counts rows of a bounded query. */
function count(database: Database, rows: ReturnType<typeof sql>) {
  return database
    .select({ count: sql<number>`count(*)`.as('count') })
    .from(sql`(${rows} LIMIT ${COUNTED + 1})`)
}

/** A message that failed; null for any other. */
export async function findFailed(database: Database, id: string): Promise<FailedMessage | null> {
  const [row] = await database
    .select(failedColumns)
    .from(messages)
    .where(and(eq(messages.id, id), eq(messages.state, 'failed')))
    .limit(1)
  return row ?? null
}

/** Ids of what failed since then, newest first, at most `limit`. */
export async function listFailed(database: Database, since: Instant, limit: number): Promise<string[]> {
  const rows = await database
    .select({ id: messages.id })
    .from(messages)
    .where(failedSince(since))
    .orderBy(desc(messages.changedAt), desc(messages.id))
    .limit(limit)
  return rows.map((row) => row.id)
}

/** Puts failed messages back into the outbox. The ids travel as one parameter. */
export function requeueStatement(database: Database, ids: string[], now: Instant): Statement {
  return database
    .update(messages)
    .set({ state: 'queued', queuedAt: now, claimedAt: null, changedAt: now })
    .where(
      and(
        sql`${messages.id} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`,
        eq(messages.state, 'failed'),
      ),
    )
}

export function keepDeadLettersStatement(letters: (typeof deadLetters.$inferInsert)[]): Statement {
  return insertRows(deadLetters, letters, { keepKnown: true })
}

export async function findDeadLetter(
  database: Database,
  id: string,
): Promise<{ id: string; body: unknown; createdAt: Instant } | null> {
  const [row] = await database
    .select({ id: deadLetters.id, body: deadLetters.body, createdAt: deadLetters.createdAt })
    .from(deadLetters)
    .where(eq(deadLetters.id, id))
    .limit(1)
  return row ?? null
}

export function deleteDeadLetterStatement(database: Database, id: string): Statement {
  return database.delete(deadLetters).where(eq(deadLetters.id, id))
}
