import { sql } from 'drizzle-orm'
import { accounts } from '../accounts/schema.ts'
import { ALARM_NEWS_HOURS, GUESSES_ALARM, hourOf } from '../challenges/index.ts'
import { abuseCounters, alarmNotices } from '../challenges/schema.ts'
import { ALARM_KINDS, type AlarmKind } from '../kernel/alarms.ts'
import type { Locale } from '../kernel/locale.ts'
import { DAY, type Instant } from '../kernel/time.ts'
import type { Database, Statement } from '../runtime/database.ts'

/** A kind is told again after so long. */
const TOLD_FOR = DAY
/** What the cron may have missed: it looks back so many hours for something new. */
const FRESH_HOURS = 2
/** So many alarms a minute; the rest a minute later. */
const AT_ONCE = 20
/** Nobody has more managers than a list of them shows; mails go to so many of an organisation. */
const READERS_MAX = 20

export type DueAlarm = { organisationId: number; kind: AlarmKind; count: number; firstHour: number }

/** What was counted lately and nobody was told of within a day; on the index by hour. */
export async function listDueAlarms(database: Database, now: Instant): Promise<DueAlarm[]> {
  const hour = hourOf(now)
  return database.all<DueAlarm>(sql`
    SELECT * FROM (SELECT fresh.organisation_id AS organisationId, fresh.kind AS kind,
      (SELECT sum(all_day.count) FROM ${abuseCounters} AS all_day WHERE all_day.organisation_id = fresh.organisation_id AND all_day.kind = fresh.kind AND all_day.hour > ${hour - ALARM_NEWS_HOURS}) AS count,
      (SELECT min(all_day.hour) FROM ${abuseCounters} AS all_day WHERE all_day.organisation_id = fresh.organisation_id AND all_day.kind = fresh.kind AND all_day.hour > ${hour - ALARM_NEWS_HOURS}) AS firstHour
    FROM (
      SELECT DISTINCT organisation_id, kind FROM ${abuseCounters}
      WHERE hour > ${hour - FRESH_HOURS} AND kind IN (SELECT value FROM json_each(${JSON.stringify(ALARM_KINDS)}))
    ) AS fresh
    WHERE NOT EXISTS (
      SELECT 1 FROM ${alarmNotices} AS told
      WHERE told.organisation_id = fresh.organisation_id AND told.kind = fresh.kind AND told.told_at > ${now - TOLD_FOR}
    ))
    WHERE count >= CASE kind WHEN 'guesses' THEN ${GUESSES_ALARM} ELSE 1 END
    LIMIT ${AT_ONCE}`)
}

export type Reader = { id: string; organisationId: number; address: string; locale: Locale }

/** Who looks after these organisations and came in already: managers, of organisation 0 supervisors; the oldest first. */
export async function listReaders(database: Database, organisationIds: number[]): Promise<Reader[]> {
  return database.all<Reader>(sql`
    SELECT id, organisationId, address, locale FROM (
      SELECT id, organisation_id AS organisationId, address, locale,
        row_number() OVER (PARTITION BY organisation_id ORDER BY created_at, id) AS place
      FROM ${accounts}
      WHERE organisation_id IN (SELECT value FROM json_each(${JSON.stringify(organisationIds)}))
        AND role IN ('manager', 'supervisor') AND state = 'active' AND disabled_at IS NULL
    ) WHERE place <= ${READERS_MAX}`)
}

/** Notes that managers were told of these kinds. */
export function toldStatement(
  database: Database,
  alarms: Pick<DueAlarm, 'organisationId' | 'kind'>[],
  now: Instant,
): Statement {
  return database
    .insert(alarmNotices)
    .values(alarms.map(({ organisationId, kind }) => ({ organisationId, kind, toldAt: now })))
    .onConflictDoUpdate({
      target: [alarmNotices.organisationId, alarmNotices.kind],
      set: { toldAt: now },
    })
}
