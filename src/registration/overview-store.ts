import { and, desc, eq, gte, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import { accounts } from '../accounts/schema.ts'
import { audit, dailyTotals } from '../audit/schema.ts'
import { authorities, organisationSigners } from '../certificates/schema.ts'
import { alarmsQuery } from '../challenges/index.ts'
import { devices } from '../devices/schema.ts'
import type { Platform } from '../kernel/platform.ts'
import type { Instant } from '../kernel/time.ts'
import { messages } from '../messaging/schema.ts'
import { organisationPlatforms } from '../organisations/schema.ts'
import type { Database } from '../runtime/database.ts'
import { deviceTemplates } from '../templates/schema.ts'

/** What the funnel counts, in its order. */
export const FUNNEL = [
  'account.registered',
  'account.completed',
  'provision_code.created',
  'device.provisioned',
  'device.confirmed',
] as const
export type FunnelStep = (typeof FUNNEL)[number]

export type DailyCount = { day: number; action: FunnelStep; count: number }

export type OverviewRead = {
  daily: DailyCount[]
  /** People who wait for approval; counted up to `COUNT_MAX`. */
  unapproved: number
  /** People who asked for their account to be deleted; counted up to `COUNT_MAX`. */
  leaving: number
  pinLocks: number
  /** When the first of those happened; null where there is none. */
  lockedSince: Instant | null
  thefts: number
  theftSince: Instant | null
  /** What else was counted of alarms within the last day. */
  alarms: { kind: string; count: number; firstHour: number }[]
  /** Devices that do not respond; counted up to `COUNT_MAX`. */
  unresponsive: number
  /** Who could not be written to, of the newest messages. */
  undelivered: { accountId: string | null; recipient: string }[]
  /** Platforms that are offered. */
  platforms: Platform[]
  /** Whether there is any device template, offered or not. */
  hasTemplates: boolean
  /** When the authority that issues ends; null before there is one. */
  authorityEndsAt: Instant | null
  /** When the uploaded certificate that signs profiles ends; null while none is. */
  signerEndsAt: Instant | null
}

/** Counting stops here: "more than 99" is as good as any number to somebody who must act. */
export const COUNT_MAX = 100
/** How many of the newest messages are looked at. */
const MESSAGES_MAX = 200

/** Everything that the overview counts, in one round trip. Each statement reads a bounded number of rows. */
export async function readOverview(
  database: Database,
  organisationId: number,
  span: {
    first: number
    last: number
    pinsSince: Instant
    theftsSince: Instant
    messagesSince: Instant
    now: Instant
  },
): Promise<OverviewRead> {
  const days = Array.from({ length: span.last - span.first + 1 }, (_, index) => span.first + index)
  const newest = database
    .select({ state: messages.state, accountId: messages.accountId, recipient: messages.recipient })
    .from(messages)
    .where(and(eq(messages.organisationId, organisationId), gte(messages.createdAt, span.messagesSince)))
    .orderBy(desc(messages.createdAt))
    .limit(MESSAGES_MAX)
    .as('newest')
  const read = await database.batch([
    database
      .select({
        day: dailyTotals.day,
        action: sql<FunnelStep>`${dailyTotals.action}`.as('step'),
        count: sql<number>`sum(${dailyTotals.count})`.as('number'),
      })
      .from(dailyTotals)
      .where(
        and(
          eq(dailyTotals.organisationId, organisationId),
          // One by one, so that the days' other actions are not read.
          sql`${dailyTotals.day} IN (SELECT value FROM json_each(${JSON.stringify(days)}))`,
          inArray(dailyTotals.action, [...FUNNEL]),
        ),
      )
      .groupBy(dailyTotals.day, dailyTotals.action),
    countUpTo(
      database,
      sql`SELECT 1 FROM ${accounts} WHERE ${and(eq(accounts.organisationId, organisationId), eq(accounts.state, 'unapproved'), isNull(accounts.disabledAt))}`,
    ),
    countUpTo(
      database,
      sql`SELECT 1 FROM ${devices} WHERE ${and(eq(devices.organisationId, organisationId), sql`${devices.status} = 'unresponsive'`)}`,
    ),
    countUpTo(database, leaving(organisationId)),
    countSince(database, recent(organisationId, 'pin.locked', span.pinsSince)),
    countSince(database, recent(organisationId, 'theft.suspected', span.theftsSince)),
    alarmsQuery(database, organisationId, span.now),
    database
      .select({ accountId: newest.accountId, recipient: newest.recipient })
      .from(newest)
      .where(eq(newest.state, 'failed')),
    database
      .select({ platform: organisationPlatforms.platform })
      .from(organisationPlatforms)
      .where(eq(organisationPlatforms.organisationId, organisationId)),
    database
      .select({ id: deviceTemplates.id })
      .from(deviceTemplates)
      .where(eq(deviceTemplates.organisationId, organisationId))
      .limit(1),
    database
      .select({ endsAt: authorities.endsAt })
      .from(authorities)
      .where(and(eq(authorities.organisationId, organisationId), isNull(authorities.retiredAt))),
    database
      .select({ endsAt: organisationSigners.endsAt })
      .from(organisationSigners)
      .where(
        and(
          eq(organisationSigners.organisationId, organisationId),
          eq(organisationSigners.source, 'uploaded'),
        ),
      ),
  ])
  const [
    daily,
    [waiting],
    [silent],
    [leavers],
    [pins],
    [thefts],
    alarms,
    undelivered,
    platforms,
    templates,
    [authority],
    [signer],
  ] = read
  return {
    daily,
    unapproved: waiting?.number ?? 0,
    unresponsive: silent?.number ?? 0,
    leaving: leavers?.number ?? 0,
    pinLocks: pins?.number ?? 0,
    lockedSince: pins?.first ?? null,
    thefts: thefts?.number ?? 0,
    theftSince: thefts?.first ?? null,
    alarms,
    undelivered,
    platforms: platforms.map(({ platform }) => platform),
    hasTemplates: templates.length > 0,
    authorityEndsAt: authority?.endsAt ?? null,
    signerEndsAt: signer?.endsAt ?? null,
  }
}

function recent(organisationId: number, action: 'pin.locked' | 'theft.suspected', since: Instant) {
  const conditions = and(
    eq(audit.organisationId, organisationId),
    eq(audit.action, action),
    gte(audit.at, since),
  )
  return sql`SELECT ${audit.at} AS at FROM ${audit} INDEXED BY audit_action WHERE ${conditions} ORDER BY ${audit.at}`
}

function leaving(organisationId: number) {
  return sql`SELECT 1 FROM ${accounts} WHERE ${and(eq(accounts.organisationId, organisationId), isNotNull(accounts.deletionAskedAt))}`
}

/** Of rows by time: how many, and when the first was. */
function countSince(database: Database, rows: ReturnType<typeof sql>) {
  return database
    .select({
      number: sql<number>`count(*)`.as('number'),
      first: sql<number | null>`min(at)`.as('first_at'),
    })
    .from(sql`(${rows} LIMIT ${COUNT_MAX})`)
}

function countUpTo(database: Database, rows: ReturnType<typeof sql>) {
  return database
    .select({ number: sql<number>`count(*)`.as('number') })
    .from(sql`(${rows} LIMIT ${COUNT_MAX})`)
}
