import { and, eq, inArray, sql } from 'drizzle-orm'
import { organisations, service } from '../organisations/schema.ts'
import type { Database, Statement } from '../runtime/database.ts'
import { SERVICE_DAILY } from './caps-rules.ts'
import { sendCounters } from './schema.ts'
import type { Channel } from './types.ts'

/** A day's count of an organisation and of the whole service. */
export type Counted = { organisationId: number; day: number; channel: Channel }

/** The row of the counters that counts for the service; supervisors' own messages count there alone. */
const SERVICE_ROW = 0

const rowsOf = (organisationId: number) => [...new Set([organisationId, SERVICE_ROW])]

/**
 * Counts one more message of the day, or finds that a cap is reached: one statement, so that of many consumers at
 * the same time no more than the cap succeed. False: a cap is reached, and nothing was counted.
 */
export async function raiseCounters(
  database: Database,
  counted: Counted,
  options: { organisationCapped: boolean },
): Promise<boolean> {
  const { organisationId, day, channel } = counted
  const own = options.organisationCapped
    ? sql`SELECT ${organisationId} AS id, (SELECT ${organisations.dailyMessages} FROM ${organisations} WHERE ${organisations.id} = ${organisationId}) AS cap UNION ALL `
    : sql``
  // The SELECT is done before the first row is written: SQLite copies what reads the table it writes.
  const { results } = await database.run(sql`
    INSERT INTO ${sendCounters} (organisation_id, day, channel, count)
    SELECT value, ${day}, ${channel}, 1 FROM json_each(${JSON.stringify(rowsOf(organisationId))})
    WHERE NOT EXISTS (
      SELECT 1 FROM (
        ${own}SELECT ${SERVICE_ROW} AS id, coalesce((SELECT ${service.dailyMessages} FROM ${service} WHERE ${service.id} = 1), ${SERVICE_DAILY[channel]}) AS cap
      ) AS caps LEFT JOIN ${sendCounters} AS had
        ON had.organisation_id = caps.id AND had.day = ${day} AND had.channel = ${channel}
      WHERE caps.cap IS NOT NULL AND coalesce(had.count, 0) >= caps.cap
    )
    ON CONFLICT DO UPDATE SET count = count + 1
    RETURNING organisation_id`)
  return results.length > 0
}

/** Takes the count back: the provider did not have it. */
export function lowerCountersStatement(database: Database, counted: Counted): Statement {
  const { organisationId, day, channel } = counted
  return database
    .update(sendCounters)
    .set({ count: sql`max(${sendCounters.count} - 1, 0)` })
    .where(
      and(
        inArray(sendCounters.organisationId, rowsOf(organisationId)),
        eq(sendCounters.day, day),
        eq(sendCounters.channel, channel),
      ),
    )
}
