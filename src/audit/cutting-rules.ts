import { DAY, type Instant } from '../kernel/time.ts'
import { beginningOf, type ChainEntry, type Head, isSealOf, type Seal } from './chain-rules.ts'

/** How long the audit is kept. */
export const AUDIT_KEPT = 400 * DAY

/** What a stretch of sealed rows, the oldest that are left, allows to be cut. */
export type Cut = {
  /** The last one that goes. */
  last: Seal
  /** The first row that is not what was sealed, and goes with the others; null: all are. */
  doubtful: number | null
}

/**
 * What is to be cut of a chain: from its beginning to the last row before the first one that is not old enough. A
 * row that does not fit its seal says nothing about its age, so that nobody makes a row vanish by making it old: it
 * goes once one behind it is old, and not unnoticed. `rows` follow one another from the head's `cutSeq` on.
 */
export function findCut(
  head: Pick<Head, 'cutSeq' | 'cutHash'>,
  rows: readonly { seal: Seal; entry: ChainEntry | null }[],
  before: Instant,
): Cut | null {
  let cut: Cut | null = null
  let doubtful: number | null = null
  let [seq, hash]: [number, string] = [head.cutSeq, beginningOf(head)]
  for (const { seal, entry } of rows) {
    const fits = seal.seq === seq + 1 && entry !== null && isSealOf(seal, entry, hash)
    if (fits && entry.at >= before) return cut
    if (fits) cut = { last: seal, doubtful }
    else doubtful ??= seal.seq
    seq = seal.seq
    hash = seal.hash
  }
  return cut
}
