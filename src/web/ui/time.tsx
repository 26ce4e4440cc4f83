import { intlTag, type Locale } from '../../kernel/locale.ts'
import { DAY, type Instant, toIso } from '../../kernel/time.ts'
import type { Frame } from './frame.ts'
import { describeRelative } from './relative.ts'

/** "20 Nov 2026, 10:32 UTC": the server does not know where its reader is. */
export function describeExact(at: Instant, locale: Locale): string {
  const format = new Intl.DateTimeFormat(intlTag(locale), {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'UTC',
  })
  return `${format.format(at)} UTC`
}

/** "10:32 UTC" within a day of now, else with its date. */
export function describeClock(options: { at: Instant; now: Instant; locale: Locale }): string {
  if (Math.abs(options.at - options.now) >= DAY) return describeExact(options.at, options.locale)
  return `${new Date(options.at).toISOString().slice(11, 16)} UTC`
}

/** A time as a distance from now; the exact one in `title` and `datetime`. Growing older is not read out. */
export function RelativeTime({ frame, at }: { frame: Frame; at: Instant }) {
  return (
    <time datetime={toIso(at)} title={describeExact(at, frame.locale)} data-relative="" aria-live="off">
      {describeRelative({ at, now: frame.now, locale: frame.locale })}
    </time>
  )
}

/** A time of the clock. */
export function ClockTime({ frame, at }: { frame: Frame; at: Instant }) {
  return (
    <time datetime={toIso(at)} title={describeExact(at, frame.locale)}>
      {describeClock({ at, now: frame.now, locale: frame.locale })}
    </time>
  )
}
