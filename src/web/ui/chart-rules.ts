/** What charts are computed from. Pure. */

/**
 * The number at the top of an axis: 1, 2 or 5 times a power of ten, at least as large as every value. At least
 * `least`, so that one device does not fill the picture.
 */
export function topOf(values: number[], least = 5): number {
  const highest = Math.max(least, ...values)
  const power = 10 ** Math.floor(Math.log10(highest))
  const step = [1, 2, 5, 10].find((times) => times * power >= highest) ?? 10
  return step * power
}

/** `part` of `whole` in percent, with one decimal; 0 of nothing is 0. Never more than 100. */
export function percentOf(part: number, whole: number): number {
  if (whole <= 0) return 0
  return Math.min(100, Math.round((part / whole) * 1000) / 10)
}

/** A count for every day from `first` to `last`, 0 where there is none. Days since 1970. */
export function fillDays(
  counted: { day: number; count: number }[],
  first: number,
  last: number,
): { day: number; count: number }[] {
  const byDay = new Map<number, number>()
  for (const { day, count } of counted) byDay.set(day, (byDay.get(day) ?? 0) + count)
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => ({
    day: first + index,
    count: byDay.get(first + index) ?? 0,
  }))
}

/** Where the columns of a chart stand, in percent of its width: equally wide, with a gap of a fifth. */
export function placeColumns(count: number): { x: number; width: number }[] {
  const slot = 100 / Math.max(1, count)
  const round = (value: number) => Math.round(value * 1000) / 1000
  return Array.from({ length: count }, (_, index) => ({
    x: round(index * slot + slot * 0.1),
    width: round(slot * 0.8),
  }))
}
