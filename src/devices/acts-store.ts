import { and, eq, sql } from 'drizzle-orm'
import type { Locale } from '../kernel/locale.ts'
import type { Platform } from '../kernel/platform.ts'
import type { Instant } from '../kernel/time.ts'
import type { Database, Statement } from '../runtime/database.ts'
import { askAll, type Question } from './raw-store.ts'
import { devices } from './schema.ts'
import type { DeviceStatus, Unresponsiveness } from './types.ts'

/** A device that somebody acts on, with what is known of its owner. */
export type ActedOn = {
  id: string
  accountId: string
  ref: string
  name: string | null
  platform: Platform | null
  status: DeviceStatus
  reason: Unresponsiveness | null
  note: string
  invitationId: string | null
  address: string
  locale: Locale
  /** The account is switched off or deleted. */
  ownerOff: boolean
  /** When its owner was written to about it for the last time since `since`; null: not. */
  renewedAt: Instant | null
}

type Row = Omit<ActedOn, 'reason' | 'ownerOff'> & { reason: string | null; off: number }

/**
 * Those of the ids that the organisation has, by id: one round trip. Found by id: `+` keeps SQLite off the larger
 * index. `since` bounds how much of the audit is read.
 */
export async function readActedOn(
  database: Database,
  organisationId: number,
  ids: string[],
  since: Instant,
): Promise<Map<string, ActedOn>> {
  const question: Question<Row> = {
    sql: sql`SELECT d.id AS id, d.account_id AS accountId, a.ref AS ref, d.name AS name, d.platform AS platform,
        d.status AS status, d.unresponsive_reason AS reason, d.note AS note, d.invitation_id AS invitationId,
        a.address AS address, a.locale AS locale, a.disabled_at IS NOT NULL OR a.state = 'deleted' AS off,
        (SELECT max(e.at) FROM audit AS e WHERE e.organisation_id = ${organisationId} AND e.device_id = d.id
          AND e.at >= ${since} AND e.action = 'device.renewed') AS renewedAt
      FROM devices AS d CROSS JOIN accounts AS a ON a.id = d.account_id
      WHERE +d.organisation_id = ${organisationId}
        AND d.id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`,
  }
  const [rows] = await askAll(database, [question])
  return new Map(
    rows.map(({ reason, off, ...row }) => [
      row.id,
      {
        ...row,
        reason: reason === null ? null : (JSON.parse(reason) as Unresponsiveness),
        ownerOff: off === 1,
      },
    ]),
  )
}

export function noteStatement(
  database: Database,
  { organisationId, id, note, now }: { organisationId: number; id: string; note: string; now: Instant },
): Statement {
  return database
    .update(devices)
    .set({ note, changedAt: now })
    .where(and(eq(devices.organisationId, organisationId), eq(devices.id, id)))
}
