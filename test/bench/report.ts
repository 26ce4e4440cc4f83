import type { Comparison } from './compare.ts'
import { judge, MAX_NOISE, type Verdict } from './statistics.ts'

/** More of a processor than this, and the load generator measured itself. */
const MAX_CLIENT_SHARE = 0.9
const KIB = 1024

/** How a row ends whose bound does not hold. */
export const MISSES = 'misses'
const WIDTHS = [36, 9, 7, 8, 9, 7]

export const REPORT_HEAD = [
  'Ratios: throughput by that of a bare Worker, of small lists, of the signature alone or of reading the text alone, in',
  'the same run: the median of interleaved pairs, and how far the middle half spreads. "Noise" is the bare one by',
  `itself: where that spreads by more than ${percent(MAX_NOISE)}, a row says something only if the 95 %`,
  'confidence interval of its median lies on one side of the bound. Sizes are gzipped.',
  '',
  row('what', 'measured', 'spread', 'bound', 'noise', 'spread', 'verdict'),
  row(...WIDTHS.map((width) => '-'.repeat(width)), '-'.repeat(9)),
].join('\n')

export function describeComparison(what: string, comparison: Comparison, bound: number): string {
  const { ours, noise, clientShare } = comparison
  const verdict =
    clientShare > MAX_CLIENT_SHARE ? 'the client was too slow' : WORDS[judge({ ours, noise, bound })]
  return row(
    what,
    ours.median.toFixed(2),
    percent(ours.spread),
    `≥ ${bound}`,
    noise.median.toFixed(2),
    percent(noise.spread),
    verdict,
  )
}

const WORDS: Record<Verdict, string> = {
  holds: 'holds',
  misses: MISSES,
  'nothing can be said': 'too noisy',
}

export function describeSize(what: string, bytes: number, boundKib: number): string {
  const verdict = bytes <= boundKib * KIB ? WORDS.holds : WORDS.misses
  return row(what, `${(bytes / KIB).toFixed(1)} KB`, '', `≤ ${boundKib} KB`, '', '', verdict)
}

export function describeCount(what: string, measured: number, bound: number): string {
  const shown = Number.isInteger(measured) ? String(measured) : measured.toFixed(1)
  return row(what, shown, '', `≤ ${bound}`, '', '', measured <= bound ? WORDS.holds : WORDS.misses)
}

/** The first and the last column from the left, the others to the right. */
function row(...cells: string[]): string {
  return cells
    .map((cell, index) => {
      const width = WIDTHS[index] ?? 0
      return index === 0 ? cell.padEnd(width) : cell.padStart(width)
    })
    .join('  ')
    .trimEnd()
}

function percent(part: number): string {
  return `${Math.round(part * 100)} %`
}
