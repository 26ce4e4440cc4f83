import type { Comparison } from './compare.ts'
import { judge, MAX_NOISE } from './statistics.ts'

/** More of a processor than this, and the load generator measured itself. */
const MAX_CLIENT_SHARE = 0.9
const KIB = 1024

export const REPORT_HEAD = [
  'Throughput by that of a bare Worker in the same run: median of interleaved pairs. The spread is that of the',
  `middle half. Where the bare Worker against itself spreads by more than ${percent(MAX_NOISE)}, nothing can be said.`,
  '',
  row('what', 'ratio', 'spread', 'bound', 'bare/bare', 'its spread', 'verdict'),
].join('\n')

export function describeComparison(what: string, comparison: Comparison, bound: number): string {
  const { ours, noise, clientShare } = comparison
  const verdict =
    clientShare > MAX_CLIENT_SHARE
      ? 'nothing can be said (the client was the bottleneck)'
      : judge({ ours, noise, bound })
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

export function describeSize(what: string, bytes: number, boundKib: number): string {
  const verdict = bytes <= boundKib * KIB ? 'holds' : 'misses'
  return row(what, `${(bytes / KIB).toFixed(1)} KB`, '', `≤ ${boundKib} KB`, '', '', verdict)
}

function row(...cells: string[]): string {
  const widths = [34, 10, 8, 10, 10, 11]
  return cells
    .map((cell, index) => cell.padEnd(widths[index] ?? 0))
    .join(' ')
    .trimEnd()
}

function percent(part: number): string {
  return `${Math.round(part * 100)} %`
}
