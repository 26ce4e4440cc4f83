import { intlTag, type Locale } from '../../kernel/locale.ts'
import { DAY, HOUR, type Instant, MINUTE, SECOND } from '../../kernel/time.ts'

const UNITS = [
  ['day', DAY],
  ['hour', HOUR],
  ['minute', MINUTE],
] as const

/**
 * "in 9 minutes", "2 hours ago", "now". What is to come is rounded up, so that nobody comes too early; what was
 * is rounded down. Shared with the page's script, which keeps it true.
 */
export function describeRelative(options: { at: Instant; now: Instant; locale: Locale }): string {
  const distance = options.at - options.now
  const format = new Intl.RelativeTimeFormat(intlTag(options.locale), { numeric: 'auto' })
  if (distance <= 0 && distance > -MINUTE) return format.format(0, 'second')
  const [unit, length] = UNITS.find(([, size]) => Math.abs(distance) >= size) ?? ['minute', MINUTE]
  if (distance < 0) return format.format(Math.ceil(distance / length), unit)
  return format.format(Math.max(1, Math.ceil((distance - SECOND) / length)), unit)
}
