import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { CounterKind, ThrowAway } from './limits-rules.ts'

/** What strangers may cause, as managers and supervisors set it. 0: the whole service. No row, or null: ours. */
export const abuseLimits = sqliteTable('abuse_limits', {
  organisationId: integer('organisation_id').primaryKey(),
  /** Codes that prove an address, an hour, to browsers that nobody knows. */
  hourlyCodes: integer('hourly_codes'),
  /** People who register by themselves, a day. */
  dailyPeople: integer('daily_people'),
  throwAway: text('throw_away').$type<ThrowAway>().notNull().default('hint'),
  changedAt: integer('changed_at').notNull(),
})

/** How often something happened within an hour: of an organisation; 0: of the whole service. */
export const abuseCounters = sqliteTable(
  'abuse_counters',
  {
    organisationId: integer('organisation_id').notNull(),
    kind: text('kind').$type<CounterKind>().notNull(),
    /** Hours since 1970; of what is counted by the day: the day's first. */
    hour: integer('hour').notNull(),
    count: integer('count').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.kind, table.hour] }),
    index('abuse_counters_hour').on(table.hour, table.kind),
  ],
)

/** When managers were last told of an alarm. */
export const alarmNotices = sqliteTable(
  'alarm_notices',
  {
    organisationId: integer('organisation_id').notNull(),
    kind: text('kind').$type<CounterKind>().notNull(),
    toldAt: integer('told_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.organisationId, table.kind] })],
)
