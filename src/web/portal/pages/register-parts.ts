import { intlTag, type Locale } from '../../../kernel/locale.ts'

/** In seconds: the largest unit first that says a length of time in at least two of it, or in one exactly. */
const UNITS = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const

/** "10 minutes", "36 hours": how long something lasts. */
export function describeLength(seconds: number, locale: Locale): string {
  const [unit, size] = UNITS.find(([, size]) => seconds % size === 0 || seconds >= 2 * size) ?? ['second', 1]
  const count = Math.floor(seconds / size)
  return new Intl.NumberFormat(intlTag(locale), { style: 'unit', unit, unitDisplay: 'long' }).format(count)
}
