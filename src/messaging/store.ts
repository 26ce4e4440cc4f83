import { and, asc, eq, gt, inArray, isNull, lte, or, sql } from 'drizzle-orm'
import type { Instant } from '../kernel/time.ts'
import type { Database, Statement } from '../runtime/database.ts'
import { FURTHEST_DUE_MS, LEASE_MS, REQUEUE_AFTER_MS } from './rules.ts'
import { type MessageRow, messages } from './schema.ts'
import type { NewMessage } from './types.ts'

/** Puts a message into the outbox; the same id twice is one message. */
export function insertMessage(database: Database, message: NewMessage, now: Instant): Statement {
  const { id, organisationId, accountId, kind, recipient, locale, payload } = message
  return database
    .insert(messages)
    .values({
      id,
      organisationId,
      accountId,
      kind,
      channel: 'email',
      recipient,
      locale,
      payload: JSON.stringify(payload),
      state: 'queued',
      createdAt: now,
      queuedAt: now,
      changedAt: now,
    })
    .onConflictDoNothing()
}

/** Takes a queued message; null when it is none, or another consumer has it. One statement, so one taker. */
export async function claimMessage(database: Database, id: string, now: Instant): Promise<MessageRow | null> {
  const free = or(
    isNull(messages.claimedAt),
    lte(messages.claimedAt, now - LEASE_MS),
    gt(messages.claimedAt, now + LEASE_MS),
  )
  const [row] = await database
    .update(messages)
    .set({ claimedAt: now, attempts: sql`${messages.attempts} + 1`, changedAt: now })
    .where(and(eq(messages.id, id), eq(messages.state, 'queued'), free))
    .returning()
  return row ?? null
}

export async function markSent(database: Database, id: string, now: Instant): Promise<void> {
  await settle(database, id, { state: 'sent', sentAt: now, lastError: null, changedAt: now })
}

export async function markEnded(
  database: Database,
  id: string,
  end: { state: 'failed' | 'obsolete'; reason: string },
  now: Instant,
): Promise<void> {
  await settle(database, id, { state: end.state, lastError: end.reason, changedAt: now })
}

export async function markWaiting(
  database: Database,
  id: string,
  wait: { reason: string; dueAt: Instant },
  now: Instant,
): Promise<void> {
  await settle(database, id, { lastError: wait.reason, queuedAt: wait.dueAt, changedAt: now })
}

async function settle(database: Database, id: string, change: Partial<MessageRow>): Promise<void> {
  await database
    .update(messages)
    .set({ ...change, claimedAt: null })
    .where(and(eq(messages.id, id), eq(messages.state, 'queued')))
}

/** Ids of what waits too long, the longest first. */
export async function listOverdue(database: Database, now: Instant, limit: number): Promise<string[]> {
  const overdue = or(
    lte(messages.queuedAt, now - REQUEUE_AFTER_MS),
    gt(messages.queuedAt, now + FURTHEST_DUE_MS),
  )
  const rows = await database
    .select({ id: messages.id })
    .from(messages)
    .where(and(eq(messages.state, 'queued'), overdue))
    .orderBy(asc(messages.queuedAt))
    .limit(limit)
  return rows.map((row) => row.id)
}

/** At most 90 ids: D1 takes 100 bound parameters a query. */
export async function noteRequeued(database: Database, ids: string[], now: Instant): Promise<void> {
  await database
    .update(messages)
    .set({ queuedAt: now, changedAt: now })
    .where(and(inArray(messages.id, ids), eq(messages.state, 'queued')))
}
