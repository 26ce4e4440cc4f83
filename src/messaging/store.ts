import { and, asc, eq, gt, inArray, isNull, lte, ne, or, sql } from 'drizzle-orm'
import { DAY, HOUR, type Instant } from '../kernel/time.ts'
import { type Database, runBatch, type Statement } from '../runtime/database.ts'
import type { PersonShare } from './caps-rules.ts'
import { FURTHEST_CAPPED_MS, FURTHEST_DUE_MS, GIVE_UP_AFTER_MS, LEASE_MS, REQUEUE_AFTER_MS } from './rules.ts'
import { type MessageRow, messages } from './schema.ts'
import type { DeliveryReason, NewMessage } from './types.ts'

/** `last_error` of what a cap holds back: it may be due much later. */
export const CAPPED = 'capped' satisfies DeliveryReason

/**
 * Puts a message into the outbox, to batch with the change that causes it; the same id twice is one message. Call
 * `queueMessage` after the batch; if that is lost, the sweeper finds the row.
 */
export function messageStatement(database: Database, message: NewMessage, now: Instant): Statement {
  const { id, organisationId, accountId, kind, channel = 'email', recipient, locale, payload } = message
  return database
    .insert(messages)
    .values({
      id,
      organisationId,
      accountId,
      kind,
      channel,
      recipient,
      locale,
      payload: JSON.stringify(payload),
      state: 'queued',
      createdAt: now,
      queuedAt: now,
      invitationId: message.invitationId ?? null,
      changedAt: now,
    })
    .onConflictDoNothing()
}

/** A message that is sent now, and what its recipient had besides. */
export type ClaimedMessage = MessageRow & { share: PersonShare }

/**
 * Takes a queued message; null when it is none, or another consumer has it. One statement, so one taker. What its
 * recipient had is counted in the same transaction. What others are sending them just now counts too, so that a
 * burst is no way around the cap.
 */
export async function claimMessage(
  database: Database,
  id: string,
  now: Instant,
): Promise<ClaimedMessage | null> {
  const free = or(
    isNull(messages.claimedAt),
    lte(messages.claimedAt, now - LEASE_MS),
    gt(messages.claimedAt, now + LEASE_MS),
  )
  const [[row], [share]] = await database.batch([
    database
      .update(messages)
      .set({ claimedAt: now, attempts: sql`${messages.attempts} + 1`, changedAt: now })
      .where(and(eq(messages.id, id), eq(messages.state, 'queued'), free))
      .returning(),
    database
      .select({
        hour: sql<number>`coalesce(sum(other.sent_at > ${now - HOUR} OR other.state = 'queued'), 0)`.as(
          'hour',
        ),
        day: sql<number>`count(*)`.as('day'),
      })
      .from(messages)
      .innerJoin(
        sql`${messages} AS other`,
        and(
          sql`other.organisation_id = ${messages.organisationId} AND other.recipient = ${messages.recipient}`,
          // Nothing that was made earlier can have gone out within the last day.
          sql`other.created_at > ${now - DAY - GIVE_UP_AFTER_MS} AND other.id <> ${messages.id}`,
          or(
            // What a clock sent that had jumped ahead is no share of today's.
            sql`other.sent_at BETWEEN ${now - DAY + 1} AND ${now + DAY}`,
            sql`other.state = 'queued'
              AND other.claimed_at BETWEEN ${now - LEASE_MS} AND ${now + LEASE_MS}`,
          ),
        ),
      )
      .where(eq(messages.id, id)),
  ])
  return row ? { ...row, share: share ?? { hour: 0, day: 0 } } : null
}

export async function markSent(
  database: Database,
  id: string,
  providerId: string,
  now: Instant,
): Promise<void> {
  const sent = { state: 'sent', sentAt: now, providerId, lastError: null, changedAt: now } as const
  await runBatch(database, [settle(database, id, sent)])
}

/** `also`: what is taken back with it. */
export async function markEnded(
  database: Database,
  id: string,
  end: { state: 'failed' | 'obsolete'; reason: string },
  now: Instant,
  also: Statement[] = [],
): Promise<void> {
  const ended = { state: end.state, lastError: end.reason, changedAt: now }
  await runBatch(database, [settle(database, id, ended), ...also])
}

/** `also`: what is taken back with it. */
export async function markWaiting(
  database: Database,
  id: string,
  wait: { reason: string; dueAt: Instant },
  now: Instant,
  also: Statement[] = [],
): Promise<void> {
  const waiting = { lastError: wait.reason, queuedAt: wait.dueAt, changedAt: now }
  await runBatch(database, [settle(database, id, waiting), ...also])
}

function settle(database: Database, id: string, change: Partial<MessageRow>): Statement {
  return database
    .update(messages)
    .set({ ...change, claimedAt: null })
    .where(and(eq(messages.id, id), eq(messages.state, 'queued')))
}

/** Ids of what waits too long, the longest first. */
export async function listOverdue(database: Database, now: Instant, limit: number): Promise<string[]> {
  const overdue = or(
    lte(messages.queuedAt, now - REQUEUE_AFTER_MS),
    and(
      gt(messages.queuedAt, now + FURTHEST_DUE_MS),
      or(isNull(messages.lastError), ne(messages.lastError, CAPPED)),
    ),
    gt(messages.queuedAt, now + FURTHEST_CAPPED_MS),
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
