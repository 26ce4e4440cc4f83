/** Ratios and their spread. Absolute times mean nothing on a shared machine; ratios within one run do. */

/** A bare Worker against itself that spreads by more than this says that the machine was noisy. */
export const MAX_NOISE = 0.15
/** Fewer pairs than this say nothing. */
export const MIN_PAIRS = 15

export type Ratios = {
  median: number
  /** Half of the pairs lie within this part of the median, above and below taken together. */
  spread: number
  pairs: number
  /** Between these the median of ever more pairs would lie, in 95 of 100 runs. */
  sure: [low: number, high: number]
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
    sure: surelyAround(ratios),
  }
}

/**
 * The 95 % confidence interval of the median by the sign test, whatever the ratios are distributed like: of n pairs
 * the k-th smallest and the k-th largest, where fewer than k of n coins fall on one side in 2.5 % of all throws.
 */
function surelyAround(ratios: number[]): [low: number, high: number] {
  const sorted = [...ratios].sort((one, other) => one - other)
  const count = sorted.length
  let chance = 0.5 ** count
  let below = chance
  let rank = 0
  while (below <= 0.025) {
    rank += 1
    chance *= (count - rank + 1) / rank
    below += chance
  }
  // Too few to say anything: not even the outermost are sure.
  if (rank === 0) return [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
  return [sorted[rank - 1] ?? Number.NaN, sorted[count - rank] ?? Number.NaN]
}

/**
 * Whether `ours` reaches `bound`. Where the bare Worker against itself (`noise`) spreads too much, only if that is
 * sure all the same; where it is not even itself in the middle, nothing can be said.
 */
export function judge(options: { ours: Ratios; noise: Ratios; bound: number }): Verdict {
  const { ours, noise, bound } = options
  if (Math.abs(noise.median - 1) > MAX_NOISE || ours.pairs < MIN_PAIRS) return 'nothing can be said'
  if (noise.spread <= MAX_NOISE) return ours.median >= bound ? 'holds' : 'misses'
  const [low, high] = ours.sure
  if (low >= bound) return 'holds'
  return high < bound ? 'misses' : 'nothing can be said'
}
