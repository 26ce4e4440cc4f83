import { and, asc, eq, gt, inArray, lte, or, type SQL, sql } from 'drizzle-orm'
import { devices } from '../devices/schema.ts'
import { CLOCK_SKEW, type Instant } from '../kernel/time.ts'
import type { Database, Statement } from '../runtime/database.ts'
import { LIFETIME_MAX } from './rules.ts'
import { deviceCommands } from './schema.ts'
import { OPEN } from './store.ts'

/** Those that ran out, the longest over first; in the order of their index. */
export function readOverdue(database: Database, now: Instant, limit: number) {
  return readOpen(database, sql`${deviceCommands.endsAt} <= ${now}`, limit)
}

/** Those that a clock made which was far ahead: left alone, they would come to life again in years. */
export function readAhead(database: Database, now: Instant, limit: number) {
  return readOpen(database, sql`${deviceCommands.endsAt} > ${now + LIFETIME_MAX + CLOCK_SKEW}`, limit)
}

function readOpen(database: Database, which: SQL, limit: number) {
  return database
    .select({
      id: deviceCommands.id,
      organisationId: deviceCommands.organisationId,
      accountId: deviceCommands.accountId,
      deviceId: deviceCommands.deviceId,
      kind: deviceCommands.kind,
      platform: devices.platform,
      ref: devices.ref,
    })
    .from(deviceCommands)
    .innerJoin(devices, eq(devices.id, deviceCommands.deviceId))
    .where(sql`${OPEN} AND ${which}`)
    .orderBy(asc(deviceCommands.endsAt))
    .limit(limit)
}

/** They are over. Fails as a whole, by `changed_at` that must not be null, where one of them was answered meanwhile. */
export function expireStatement(database: Database, ids: string[], now: Instant): Statement {
  return database
    .update(deviceCommands)
    .set({
      state: 'expired',
      finishedAt: now,
      changedAt: sql`CASE WHEN ${OPEN} THEN ${now} END`,
    })
    .where(sql`${deviceCommands.id} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`)
}

/**
 * Forgets what devices said of where they were until `until`, and what bears a time that has not come: a clock was
 * ahead. At most `limit` of each, by their index.
 */
export function forgetPlacesStatements(
  database: Database,
  until: Instant,
  now: Instant,
  limit: number,
): Statement[] {
  const { id, kind, result, finishedAt } = deviceCommands
  return [sql`${finishedAt} <= ${until}`, sql`${finishedAt} > ${now + CLOCK_SKEW}`].map((which) => {
    const due = database
      .select({ id })
      .from(deviceCommands)
      .where(sql`${kind} = 'locate' AND ${result} IS NOT NULL AND ${which}`)
      .orderBy(asc(finishedAt))
      .limit(limit)
    return database
      .update(deviceCommands)
      .set({ result: null, changedAt: now })
      .where(inArray(deviceCommands.id, due))
  })
}

/**
 * Deletes what came to its end until `until`, or bears a time that has not come, of the `limit` oldest of all
 * commands. What is open among them ends within a month, so it keeps nothing back.
 */
export function pruneStatement(database: Database, until: Instant, now: Instant, limit: number): Statement {
  const { id, finishedAt } = deviceCommands
  const oldest = database.select({ id }).from(deviceCommands).orderBy(sql`rowid`).limit(limit)
  return database
    .delete(deviceCommands)
    .where(
      and(
        inArray(id, oldest),
        or(lte(finishedAt, until), gt(finishedAt, now + CLOCK_SKEW)),
        sql`NOT ${OPEN}`,
      ),
    )
}
