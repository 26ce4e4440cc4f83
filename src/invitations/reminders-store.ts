import { and, asc, eq, lte, sql } from 'drizzle-orm'
import { accounts } from '../accounts/schema.ts'
import type { Instant } from '../kernel/time.ts'
import { organisations, service } from '../organisations/schema.ts'
import type { Database, Statement } from '../runtime/database.ts'
import { invitations } from './schema.ts'

/** Whose reminder is due, the longest first, with what decides whether it goes out. */
export function listDue(database: Database, now: Instant, limit: number) {
  return database
    .select({
      id: invitations.id,
      organisationId: invitations.organisationId,
      accountId: invitations.accountId,
      ref: invitations.ref,
      state: invitations.state,
      channel: invitations.channel,
      recipient: invitations.recipient,
      createdAt: invitations.createdAt,
      acceptedAt: invitations.acceptedAt,
      validUntil: invitations.validUntil,
      remindersOff: invitations.remindersOff,
      delivery: invitations.delivery,
      reminded: invitations.reminded,
      locale: accounts.locale,
      account: { state: accounts.state, disabledAt: accounts.disabledAt },
      organisation: { enabled: organisations.enabled, setupOpen: organisations.setupOpen },
      days: organisations.reminderDays,
      serviceEnabled: service.enabled,
    })
    .from(invitations)
    .innerJoin(accounts, eq(accounts.id, invitations.accountId))
    .innerJoin(organisations, eq(organisations.id, invitations.organisationId))
    .innerJoin(service, eq(service.id, 1))
    .where(lte(invitations.remindAt, now))
    .orderBy(asc(invitations.remindAt))
    .limit(limit)
}

export type DueReminder = Awaited<ReturnType<typeof listDue>>[number]

/** One person's next reminder after this one; `sent` counts one. */
export type Advance = { id: string; reminded: number; sent: boolean; remindAt: Instant | null }

/**
 * Moves many on at once: as they were read, and no further. Whoever looks at the same time changes nothing, and
 * the message's id, which names the reminder, keeps it one message.
 */
export function advanceStatement(advances: Advance[], now: Instant): Statement {
  const rows = advances.map(({ id, reminded, sent, remindAt }) => [id, reminded, sent ? 1 : 0, remindAt])
  const text = `UPDATE invitations SET remind_at = json_extract(j.value, '$[3]'),
    reminded = reminded + json_extract(j.value, '$[2]'), changed_at = max(changed_at, ?2)
    FROM json_each(?1) AS j WHERE invitations.id = json_extract(j.value, '$[0]')
    AND invitations.reminded = json_extract(j.value, '$[1]') AND invitations.remind_at <= ?2`
  return { toSQL: () => ({ sql: text, params: [JSON.stringify(rows), now] }) }
}

export async function readSchedule(database: Database, organisationId: number, id: string) {
  const [row] = await database
    .select({
      accountId: invitations.accountId,
      address: accounts.address,
      createdAt: invitations.createdAt,
      remindersOff: invitations.remindersOff,
      channel: invitations.channel,
      state: invitations.state,
      acceptedAt: invitations.acceptedAt,
      days: organisations.reminderDays,
    })
    .from(invitations)
    .innerJoin(accounts, eq(accounts.id, invitations.accountId))
    .innerJoin(organisations, eq(organisations.id, invitations.organisationId))
    .where(and(eq(invitations.id, id), sql`+${invitations.organisationId} = ${organisationId}`))
    .limit(1)
  return row ?? null
}

export function setRemindersStatement(
  database: Database,
  organisationId: number,
  id: string,
  set: { off: boolean; remindAt: Instant | null },
  now: Instant,
): Statement {
  return database
    .update(invitations)
    .set({
      remindersOff: set.off,
      remindAt: set.remindAt,
      changedAt: sql`max(${invitations.changedAt}, ${now})`,
    })
    .where(and(eq(invitations.id, id), eq(invitations.organisationId, organisationId)))
}
