import { intlTag, type Locale } from '../../kernel/locale.ts'

const UNITS = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const

/** Whole seconds as a person says them: "11 days 13 hours 46 minutes 40 seconds". */
export function describeSeconds(seconds: number, locale: Locale): string {
  let left = seconds
  const parts = UNITS.flatMap(([unit, length]) => {
    const count = Math.floor(left / length)
    left -= count * length
    const format = new Intl.NumberFormat(intlTag(locale), { style: 'unit', unit, unitDisplay: 'long' })
    return count > 0 ? [format.format(count)] : []
  })
  return parts.join(' ')
}
