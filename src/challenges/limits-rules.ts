import { ALARM_KINDS, type AlarmKind } from '../kernel/alarms.ts'
import { DAY, HOUR, type Instant } from '../kernel/time.ts'
import type { VerifyRefusal } from './types.ts'

/** Where a code is asked for: at an organisation's `/setup`, or at `/sign-in`, where no organisation is known. */
export type AskDoor = 'setup' | 'sign_in'

/** What is done about addresses of throw-away services: managers see it, or they are not accepted at `/setup`. */
export const THROW_AWAY = ['hint', 'refuse'] as const
export type ThrowAway = (typeof THROW_AWAY)[number]

/** What is counted. `…_checked`: by those who passed the human check. */
export type CounterKind = AskDoor | 'setup_checked' | 'sign_in_checked' | 'registered' | AlarmKind

/** What holds where nobody said otherwise. Generous: they are to stop floods, not a Monday morning. */
export const SERVICE_LIMITS = { hourlyCodes: 5_000, dailyPeople: 20_000 }
export const ORGANISATION_LIMITS = { hourlyCodes: 1_000, dailyPeople: 5_000 }
/** What may be set. */
export const LIMIT_BOUNDS = { min: 10, max: 1_000_000 }
/** An organisation may have so many an hour whatever others did: the service's limit bites beyond it only. */
export const KEPT_SHARE = 50
/** So many times the limit may be asked for by those who passed the human check. */
export const CHECKED_FACTOR = 5
/** How long counters are kept: longer than anything that is read from them. */
export const COUNTERS_KEPT_HOURS = 8 * 24
/** How far back an alarm is news. */
export const ALARM_NEWS_HOURS = 24

/** Which count an ask raises, and which tells that it was held back. */
export function kindsOf(door: AskDoor, checked: boolean): { raised: CounterKind; refused: AlarmKind } {
  const refused = door === 'setup' ? 'codes' : 'sign_ins'
  return { raised: checked ? `${door}_checked` : door, refused }
}

/** Hours since 1970: what the counters count by. */
export function hourOf(now: Instant): number {
  return Math.floor(now / HOUR)
}

/** The first hour of the day, UTC. */
export function firstHourOf(now: Instant): number {
  return Math.floor(now / DAY) * 24
}

/** When codes are sent again: the counters of an hour end with it. */
export function codesOpenAt(now: Instant): Instant {
  return (hourOf(now) + 1) * HOUR
}

/** When people may register again: midnight, UTC. */
export function peopleOpenAt(now: Instant): Instant {
  return (Math.floor(now / DAY) + 1) * DAY
}

/** So many codes that died within a day are an alarm: one is a slip of the finger. Of all else one is enough. */
export const GUESSES_ALARM = 5

/** Whether a code died by this very try: further tries at it are no further guesses. */
export function closesCode(refusal: VerifyRefusal): boolean {
  return refusal.code === 'too_many_tries' && refusal.closed === true
}

/** Something that managers should know: how often, and since when. */
export type Alarm = { kind: AlarmKind; count: number; since: Instant }

/** The alarms among what was counted in the last day, in the order of `ALARM_KINDS`. */
export function judgeAlarms(counted: { kind: string; count: number; firstHour: number }[]): Alarm[] {
  return ALARM_KINDS.flatMap((kind) => {
    const found = counted.find((one) => one.kind === kind)
    if (!found || found.count < (kind === 'guesses' ? GUESSES_ALARM : 1)) return []
    return [{ kind, count: found.count, since: found.firstHour * HOUR }]
  })
}

/** What is set for an organisation, or for the service. Null: ours. */
export type LimitSettings = { hourlyCodes: number | null; dailyPeople: number | null; throwAway: ThrowAway }

export const NO_LIMITS: LimitSettings = { hourlyCodes: null, dailyPeople: null, throwAway: 'hint' }

/** What the service's limits come to. */
export function serviceLimits(set: LimitSettings): { hourlyCodes: number; dailyPeople: number } {
  return {
    hourlyCodes: set.hourlyCodes ?? SERVICE_LIMITS.hourlyCodes,
    dailyPeople: set.dailyPeople ?? SERVICE_LIMITS.dailyPeople,
  }
}

/** What an organisation's limits come to: never more than the service's. */
export function organisationLimits(set: LimitSettings, service: LimitSettings) {
  const most = serviceLimits(service)
  return {
    hourlyCodes: Math.min(set.hourlyCodes ?? ORGANISATION_LIMITS.hourlyCodes, most.hourlyCodes),
    dailyPeople: Math.min(set.dailyPeople ?? ORGANISATION_LIMITS.dailyPeople, most.dailyPeople),
  }
}
