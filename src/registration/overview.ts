import { type Alarm, judgeAlarms } from '../challenges/index.ts'
import type { Platform } from '../kernel/platform.ts'
import { DAY, type Instant } from '../kernel/time.ts'
import type { Database } from '../runtime/database.ts'
import { FUNNEL, type FunnelStep, readOverview } from './overview-store.ts'

/** How far back a lock is news. A lock that its owner did not undo within a day will not be noticed here. */
const PIN_NEWS = DAY
const THEFT_NEWS = 7 * DAY
const MESSAGE_NEWS = 7 * DAY

/** The periods that can be looked at, in days; the last one is today in UTC, and not over yet. */
export const PERIODS = [7, 30, 90] as const
export type Period = (typeof PERIODS)[number]

export type Overview = {
  /** Days since 1970, UTC, both counted. */
  first: number
  last: number
  /** How often each step happened in the period, in the order of the way. */
  funnel: { step: FunnelStep; count: number }[]
  /** Devices that were set up, by day; days without are left out. */
  provisioned: { day: number; count: number }[]
  /** Counted up to 100. */
  unapproved: number
  /** People who asked for their account to be deleted, counted up to 100. */
  leaving: number
  /** Devices that do not respond, counted up to 100. */
  unresponsive: number
  /** In the last day, counted up to 100. */
  pinLocks: number
  /** When the first of those happened; null where there is none. */
  lockedSince: Instant | null
  /** In the last seven days, counted up to 100. */
  thefts: number
  theftSince: Instant | null
  /** What else managers should know of the last day: limits that bit, codes that were guessed at. */
  alarms: Alarm[]
  /** Of the newest 200 messages of seven days, those that could not be delivered. */
  undelivered: { accountId: string | null; recipient: string }[]
  platforms: Platform[]
  hasTemplates: boolean
  /** When the authority that issues ends; null before there is one. */
  authorityEndsAt: Instant | null
  /** When the uploaded certificate that signs profiles ends; null while none is. */
  signerEndsAt: Instant | null
  /** When locks and thefts are counted from: what a link to the audit needs. */
  pinsSince: Instant
  theftsSince: Instant
}

/** How registration fares in an organisation: what its managers see first. */
export function makeOverview(database: Database) {
  return {
    /** One round trip. */
    async read(organisationId: number, period: Period, now: Instant): Promise<Overview> {
      const last = Math.floor(now / DAY)
      const first = last - period + 1
      const [pinsSince, theftsSince] = [now - PIN_NEWS, now - THEFT_NEWS]
      const { daily, alarms, ...read } = await readOverview(database, organisationId, {
        first,
        last,
        pinsSince,
        theftsSince,
        messagesSince: now - MESSAGE_NEWS,
        now,
      })
      const countOf = (step: FunnelStep) =>
        daily.reduce((sum, { action, count }) => (action === step ? sum + count : sum), 0)
      return {
        ...read,
        // Locks and thefts are told of the audit's own rows.
        alarms: judgeAlarms(alarms).filter(({ kind }) => kind !== 'pins' && kind !== 'thefts'),
        first,
        last,
        funnel: FUNNEL.map((step) => ({ step, count: countOf(step) })),
        provisioned: daily.filter(({ action }) => action === 'device.provisioned'),
        pinsSince,
        theftsSince,
      }
    },
  }
}

export type OverviewService = ReturnType<typeof makeOverview>
