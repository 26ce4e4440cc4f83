import { and, eq, gt, gte, inArray, lt, type SQL, sql } from 'drizzle-orm'
import { ALARM_KINDS } from '../kernel/alarms.ts'
import type { Instant } from '../kernel/time.ts'
import { type Database, readBatch, type Statement } from '../runtime/database.ts'
import {
  ALARM_NEWS_HOURS,
  type AskDoor,
  CHECKED_FACTOR,
  COUNTERS_KEPT_HOURS,
  type CounterKind,
  firstHourOf,
  hourOf,
  KEPT_SHARE,
  kindsOf,
  type LimitSettings,
  NO_LIMITS,
  ORGANISATION_LIMITS,
  SERVICE_LIMITS,
  type ThrowAway,
} from './limits-rules.ts'
import { abuseCounters, abuseLimits } from './schema.ts'

/** The row that counts, and is set, for the whole service. */
const SERVICE_ROW = 0

type Column = 'hourlyCodes' | 'dailyPeople'

/** The service's limit, or ours. */
function serviceCap(column: Column): SQL {
  return sql`coalesce((SELECT ${abuseLimits[column]} FROM ${abuseLimits} WHERE ${abuseLimits.organisationId} = ${SERVICE_ROW}), ${SERVICE_LIMITS[column]})`
}

/** Which of the rows that count have had all that they may: ids, 0 for the service. */
function blockedRows(options: {
  organisationId: number
  kind: CounterKind
  slot: number
  column: Column
  factor: number
}): SQL {
  const { organisationId: own, kind, slot, column, factor } = options
  const service = serviceCap(column)
  const counted = (id: SQL | number) =>
    sql`coalesce((SELECT ${abuseCounters.count} FROM ${abuseCounters} WHERE ${abuseCounters.organisationId} = ${id} AND ${abuseCounters.kind} = ${kind} AND ${abuseCounters.hour} = ${slot}), 0)`
  const ofOrganisation = sql` UNION ALL SELECT ${own} AS id, ${factor} * min(${service}, coalesce((SELECT ${abuseLimits[column]} FROM ${abuseLimits} WHERE ${abuseLimits.organisationId} = ${own}), ${ORGANISATION_LIMITS[column]})) AS cap`
  return sql`SELECT caps.id AS id FROM (SELECT ${SERVICE_ROW} AS id, ${factor} * ${service} AS cap${own === SERVICE_ROW ? sql`` : ofOrganisation}) AS caps
    WHERE ${counted(sql`caps.id`)} >= caps.cap AND (caps.id = ${own} OR ${counted(own)} >= ${KEPT_SHARE})`
}

const rowsOf = (organisationId: number) => JSON.stringify([...new Set([organisationId, SERVICE_ROW])])

/**
 * Counts one more ask for a code, or notes that it was held back: one statement, so that of many at the same time
 * no more than the limit pass. Says also what the organisation does about throw-away addresses. `checkDown`: the
 * human check did not answer, which is noted too.
 */
export async function raiseAsk(
  database: Database,
  ask: { organisationId: number; door: AskDoor; checked: boolean; checkDown: boolean },
  now: Instant,
): Promise<{ admitted: boolean; throwAway: ThrowAway }> {
  const { organisationId, door, checked, checkDown } = ask
  const { raised, refused } = kindsOf(door, checked)
  const hour = hourOf(now)
  const factor = checked ? CHECKED_FACTOR : 1
  const blocked = blockedRows({ organisationId, kind: raised, slot: hour, column: 'hourlyCodes', factor })
  // The SELECT is done before the first row is written: SQLite copies what reads the table it writes.
  const raise = sql`WITH blocked AS MATERIALIZED (${blocked})
    INSERT INTO ${abuseCounters} (organisation_id, kind, hour, count)
    SELECT wanted.value, CASE WHEN EXISTS (SELECT 1 FROM blocked) THEN ${refused} ELSE ${raised} END, ${hour}, 1
    FROM json_each(${rowsOf(organisationId)}) AS wanted
    WHERE NOT EXISTS (SELECT 1 FROM blocked) OR wanted.value = ${organisationId}
      OR wanted.value IN (SELECT id FROM blocked)
    ON CONFLICT DO UPDATE SET count = count + 1
    RETURNING kind`
  const settings = database
    .select({ throwAway: abuseLimits.throwAway })
    .from(abuseLimits)
    .where(eq(abuseLimits.organisationId, organisationId))
  const [counted = [], [set] = []] = await readBatch(database, [
    asStatement(database, raise),
    settings,
    ...(checkDown ? [noteStatement(database, SERVICE_ROW, 'check', now)] : []),
  ])
  return {
    admitted: counted.some(({ kind }) => kind === raised),
    throwAway: (set?.throw_away as ThrowAway | undefined) ?? NO_LIMITS.throwAway,
  }
}

/** Takes an ask that was counted at `now` out of the count again. */
export function lowerAskStatement(
  database: Database,
  ask: { organisationId: number; door: AskDoor; checked: boolean },
  now: Instant,
): Statement {
  const { organisationId, door, checked } = ask
  return database
    .update(abuseCounters)
    .set({ count: sql`${abuseCounters.count} - 1` })
    .where(
      and(
        inArray(abuseCounters.organisationId, [organisationId, SERVICE_ROW]),
        eq(abuseCounters.kind, kindsOf(door, checked).raised),
        eq(abuseCounters.hour, hourOf(now)),
        gt(abuseCounters.count, 0),
      ),
    )
}

function asStatement(database: Database, query: SQL): Statement {
  return { toSQL: () => database.run(query).getQuery() }
}

const peopleOf = (organisationId: number, now: Instant) =>
  ({
    organisationId,
    kind: 'registered',
    slot: firstHourOf(now),
    column: 'dailyPeople',
    factor: 1,
  }) as const

/** 1 where the organisation or the service takes no more people today: to read along with something else. */
export function peopleFull(organisationId: number, now: Instant): SQL<number> {
  return sql<number>`EXISTS (${blockedRows(peopleOf(organisationId, now))})`
}

/**
 * Counts somebody new, in the batch that makes their account. Where the limit is reached it fails for the counter's
 * NOT NULL, and the batch with it.
 */
export function personStatement(database: Database, organisationId: number, now: Instant): Statement {
  const people = peopleOf(organisationId, now)
  return asStatement(
    database,
    sql`INSERT INTO ${abuseCounters} (organisation_id, kind, hour, count)
      SELECT wanted.value, ${people.kind}, ${people.slot}, CASE WHEN ${peopleFull(organisationId, now)} THEN NULL ELSE 1 END
      FROM json_each(${rowsOf(organisationId)}) AS wanted WHERE true
      ON CONFLICT DO UPDATE SET count = count + 1`,
  )
}

/** Notes that something happened: of an organisation, or 0 for the service. */
export function noteStatement(
  database: Database,
  organisationId: number,
  kind: CounterKind,
  now: Instant,
): Statement {
  return database
    .insert(abuseCounters)
    .values({ organisationId, kind, hour: hourOf(now), count: 1 })
    .onConflictDoUpdate({
      target: [abuseCounters.organisationId, abuseCounters.kind, abuseCounters.hour],
      set: { count: sql`${abuseCounters.count} + 1` },
    })
}

/** What is set for an organisation and for the service, and what was counted in this hour and today. */
export async function readLimits(database: Database, organisationId: number, now: Instant) {
  const kinds = ['setup', 'setup_checked', 'sign_in', 'sign_in_checked', 'registered'] as const
  const slots = [...new Set([hourOf(now), firstHourOf(now)])]
  const [set, counted] = await database.batch([
    database
      .select()
      .from(abuseLimits)
      .where(inArray(abuseLimits.organisationId, [organisationId, SERVICE_ROW])),
    database
      .select({ kind: abuseCounters.kind, hour: abuseCounters.hour, count: abuseCounters.count })
      .from(abuseCounters)
      .where(
        and(
          eq(abuseCounters.organisationId, organisationId),
          inArray(abuseCounters.kind, [...kinds]),
          inArray(abuseCounters.hour, slots),
        ),
      ),
  ])
  const settingsOf = (id: number): LimitSettings => {
    const row = set.find((one) => one.organisationId === id)
    if (!row) return NO_LIMITS
    const { hourlyCodes, dailyPeople, throwAway } = row
    return { hourlyCodes, dailyPeople, throwAway }
  }
  const countOf = (kind: CounterKind, hour: number) =>
    counted.find((one) => one.kind === kind && one.hour === hour)?.count ?? 0
  const hour = hourOf(now)
  return {
    own: settingsOf(organisationId),
    service: settingsOf(SERVICE_ROW),
    codes: countOf('setup', hour) + countOf('setup_checked', hour),
    signIns: countOf('sign_in', hour) + countOf('sign_in_checked', hour),
    people: countOf('registered', firstHourOf(now)),
  }
}

export function saveLimitsStatement(
  database: Database,
  organisationId: number,
  set: LimitSettings,
  now: Instant,
): Statement {
  const values = { ...set, changedAt: now }
  return database
    .insert(abuseLimits)
    .values({ organisationId, ...values })
    .onConflictDoUpdate({ target: abuseLimits.organisationId, set: values })
}

/** What was counted of each alarm within the last day, by its kind: for a batch. */
export function alarmsQuery(database: Database, organisationId: number, now: Instant) {
  return database
    .select({
      kind: sql<string>`${abuseCounters.kind}`.as('alarm'),
      count: sql<number>`sum(${abuseCounters.count})`.as('times'),
      firstHour: sql<number>`min(${abuseCounters.hour})`.as('first_hour'),
    })
    .from(abuseCounters)
    .where(
      and(
        eq(abuseCounters.organisationId, organisationId),
        inArray(abuseCounters.kind, [...ALARM_KINDS]),
        gte(abuseCounters.hour, hourOf(now) - ALARM_NEWS_HOURS + 1),
      ),
    )
    .groupBy(abuseCounters.kind)
}

/** Forgets counters that nothing is read from any more. */
export function pruneStatement(database: Database, now: Instant): Statement {
  return database.delete(abuseCounters).where(lt(abuseCounters.hour, hourOf(now) - COUNTERS_KEPT_HOURS))
}
