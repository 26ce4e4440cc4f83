import { DAY, HOUR, type Instant } from '../kernel/time.ts'
import { GIVE_UP_AFTER_MS } from './rules.ts'
import type { Channel, MessageContent } from './types.ts'

/** What one recipient gets of an organisation at most, whoever asks from wherever. */
const PERSON_HOURLY = 5
const PERSON_DAILY = 20
/** What all organisations together send a day where supervisors said nothing. */
export const SERVICE_DAILY: Record<Channel, number> = { email: 20_000, sms: 2_000 }

/** What must not wait because its organisation had its share: it is about who may come in, or who tries to. */
const URGENT = new Set<MessageContent['kind']>(['theft_signal', 'manager_invited', 'alarm'])

/** Whether an organisation's cap holds it back. The person's and the service's hold back everything. */
export function isCappedByOrganisation(kind: MessageContent['kind']): boolean {
  return !URGENT.has(kind)
}

/** Days since 1970, UTC: what the counters count by. */
export function dayOf(now: Instant): number {
  return Math.floor(now / DAY)
}

/** How many this recipient had within the last hour and day, those on their way included. */
export type PersonShare = { hour: number; day: number }

/** When a message to somebody who had enough may go; null: now. */
export function judgePerson(share: PersonShare, now: Instant): Instant | null {
  if (share.day >= PERSON_DAILY) return nextDay(now)
  return share.hour >= PERSON_HOURLY ? nextHour(now) : null
}

export function nextHour(now: Instant): Instant {
  return (Math.floor(now / HOUR) + 1) * HOUR
}

/** The next midnight, UTC. */
export function nextDay(now: Instant): Instant {
  return (dayOf(now) + 1) * DAY
}

/**
 * Until when a capped message waits: no longer than any other message would. Null: it has waited that long, and
 * fails where everybody can see it.
 */
export function waitForCap(message: { createdAt: Instant; opensAt: Instant; now: Instant }): Instant | null {
  const { createdAt, opensAt, now } = message
  const end = createdAt + GIVE_UP_AFTER_MS
  return now >= end ? null : Math.min(opensAt, end)
}
