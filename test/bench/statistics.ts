/** Ratios and their spread. Absolute times mean nothing on a shared machine; ratios within one run do. */

/** A bare Worker against itself that spreads by more than this says that the machine was too noisy. */
export const MAX_NOISE = 0.15
/** Fewer pairs than this say nothing. */
export const MIN_PAIRS = 15

export type Ratios = {
  median: number
  /** Half of the pairs lie within this part of the median, above and below taken together. */
  spread: number
  pairs: number
}

export type Verdict = 'holds' | 'misses' | 'nothing can be said'

export function median(values: number[]): number {
  return quantile(values, 0.5)
}

/** Linear between the two nearest values; NaN for an empty list. */
export function quantile(values: number[], part: number): number {
  const sorted = [...values].sort((one, other) => one - other)
  const position = (sorted.length - 1) * part
  const below = sorted[Math.floor(position)] ?? Number.NaN
  const above = sorted[Math.ceil(position)] ?? Number.NaN
  return below + (above - below) * (position - Math.floor(position))
}

export function summarise(ratios: number[]): Ratios {
  const middle = median(ratios)
  return {
    median: middle,
    spread: (quantile(ratios, 0.75) - quantile(ratios, 0.25)) / middle,
    pairs: ratios.length,
  }
}

/** Whether `ours` reaches `bound`, if the bare Worker against itself (`noise`) lets anything be said. */
export function judge(options: { ours: Ratios; noise: Ratios; bound: number }): Verdict {
  const { ours, noise, bound } = options
  const quiet = noise.spread <= MAX_NOISE && Math.abs(noise.median - 1) <= MAX_NOISE
  if (!quiet || ours.pairs < MIN_PAIRS) return 'nothing can be said'
  return ours.median >= bound ? 'holds' : 'misses'
}
