import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Platform } from '../kernel/platform.ts'
import type { Instant } from '../kernel/time.ts'
import type { Database, Statement } from '../runtime/database.ts'
import { askAll, type Question } from './raw-store.ts'
import { devices } from './schema.ts'

/** A device that was not heard for too long. */
export type Overdue = {
  id: string
  organisationId: number
  accountId: string
  platform: Platform | null
  /** 1: it reports by itself, and everything above it is on. */
  awaited: number
}

/** Those that have been waited for the longest; in the order of their index. */
export async function readOverdue(database: Database, now: Instant, limit: number): Promise<Overdue[]> {
  const question: Question<Overdue> = {
    sql: sql`SELECT d.id AS id, d.organisation_id AS organisationId, d.account_id AS accountId,
        d.platform AS platform, d.reports = 'agent' AND a.disabled_at IS NULL AND a.state <> 'deleted'
          AND o.enabled AND s.enabled AS awaited
      FROM devices AS d INDEXED BY devices_silent CROSS JOIN accounts AS a ON a.id = d.account_id
      CROSS JOIN organisations AS o ON o.id = d.organisation_id CROSS JOIN service AS s ON s.id = 1
      WHERE d.lifecycle = 'active' AND d.unresponsive_since IS NULL AND d.silent_at IS NOT NULL
        AND d.silent_at <= ${now}
      ORDER BY d.silent_at LIMIT ${limit}`,
  }
  const [rows] = await askAll(database, [question])
  return rows
}

const among = (ids: string[]) => sql`${devices.id} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`

/**
 * They are unresponsive from now on. Fails as a whole, by `changed_at` that must not be null, where one of them was
 * heard in between: then nothing is said of any.
 */
export function silentStatement(database: Database, ids: string[], now: Instant): Statement {
  const still = sql`${devices.lifecycle} = 'active' AND ${devices.unresponsiveSince} IS NULL
    AND ${devices.silentAt} <= ${now}`
  return database
    .update(devices)
    .set({
      unresponsiveSince: now,
      unresponsiveReason: { kind: 'silent' },
      changedAt: sql`CASE WHEN ${still} THEN ${now} END`,
    })
    .where(among(ids))
}

/** They are looked at again at `until`, unless they are heard before. */
export function postponeStatement(
  database: Database,
  ids: string[],
  until: Instant,
  now: Instant,
): Statement {
  return database
    .update(devices)
    .set({ silentAt: until })
    .where(
      and(
        among(ids),
        eq(devices.lifecycle, 'active'),
        isNull(devices.unresponsiveSince),
        sql`${devices.silentAt} <= ${now}`,
      ),
    )
}
