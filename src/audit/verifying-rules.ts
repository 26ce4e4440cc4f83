import { beginningOf, type Head, isSealOf, type PlacedChainEntry, type Seal } from './chain-rules.ts'

/** What is wrong with a chain. `seq` is the row it begins at. */
export type Finding = {
  organisationId: number
  seq: number
  entryId: string | null
  problem: Problem
}

/**
 * `changed`: the row is not what was sealed. `missing`: it is gone. `reordered`: it changed places with its neighbour.
 * `inserted`: a row or a seal that no sealer made. `truncated`: the end is gone. `head_missing`, `head_forged`,
 * `head_differs`: nothing says how far the chain goes, or what says so was not written with our key, or names another
 * end. `key_unknown`: the head names a master key that is not here. `went_on`: sealing, or cutting old rows, found
 * something of that kind at this row, and went on. `rolled_back`: the chain is not what the anchor says.
 */
export type Problem =
  | 'changed'
  | 'missing'
  | 'reordered'
  | 'inserted'
  | 'truncated'
  | 'head_missing'
  | 'head_forged'
  | 'head_differs'
  | 'key_unknown'
  | 'went_on'
  | 'rolled_back'

/** A seal with the row that it names; null where there is none. */
export type SealedRow = { seal: Seal; entry: PlacedChainEntry | null }

/** What a log line of the sealer, or an earlier run, says of a chain. */
export type Anchor = { organisationId: number; count: number; hash: string }

/** Which rows a head says were cut. */
type CutOff = Pick<Head, 'cutSeq' | 'cutHash'>

/** What the keys at hand say of a head. `unchecked`: nobody wanted to know. */
export type HeadTrust = 'trusted' | 'forged' | 'key_unknown' | 'unchecked'

export type ChainReport = {
  organisationId: number
  /** Rows that were sealed and read. */
  sealed: number
  head: Head | null
  /** Of the last row that was read. */
  hash: string
  anchored: boolean
  findings: Finding[]
}

/**
 * Goes through the seals of one organisation in order. A row that does not fit is one finding: the next one is
 * compared with the hash as it stands.
 */
export function makeChainVerifier(organisationId: number, anchors: Anchor[] = []) {
  const findings: Finding[] = []
  const seen = new Set<string>()
  const open = new Map(
    anchors.filter((one) => one.organisationId === organisationId).map((one) => [one.count, one.hash]),
  )
  let anchoredTo = 0
  let seq = 0
  let hash = ''
  /** The last one, looked at once its neighbour is there. Behind a gap the hash before is not known. */
  let waiting: { row: SealedRow; before: string | null } | null = null
  /** Where numbers are missing: from which on, and what comes behind them. Only the head says what was cut. */
  const gaps: { from: number; row: SealedRow; next: SealedRow | null }[] = []

  const report = (problem: Problem, at: number, entryId: string | null = null) =>
    findings.push({ organisationId, seq: at, entryId, problem })

  function check(next: SealedRow | null): void {
    if (!waiting) return
    const { row, before } = waiting
    waiting = null
    const { seal, entry } = row
    if (!entry) return void report('missing', seal.seq, seal.entryId)
    if (seen.has(entry.id)) report('inserted', seal.seq, entry.id)
    seen.add(entry.id)
    if (before === null) {
      const gap = gaps.at(-1)
      if (gap) gap.next = next
    } else compare(before, row, next)
  }

  function compare(before: string, { seal, entry }: SealedRow, next: SealedRow | null): void {
    if (!entry || isSealOf(seal, entry, before)) return
    const swapped = next?.entry && (isSealOf(seal, next.entry, before) || next.entry.row < entry.row)
    report(swapped ? 'reordered' : 'changed', seal.seq, entry.id)
  }

  /** What is missing was cut, where the head says so; behind the last that was cut the hash before is known again. */
  function judgeGaps(cut: CutOff | null): void {
    const cutSeq = cut?.cutSeq ?? 0
    for (const { from, row, next } of gaps) {
      if (row.seal.seq > cutSeq + 1) report('missing', Math.max(from, cutSeq + 1))
      else if (cut && row.seal.seq === cutSeq + 1) compare(beginningOf(cut), row, next)
    }
  }

  return {
    /** The next seal, in the order of `seq`. */
    next(row: SealedRow): void {
      check(row)
      const gap = row.seal.seq !== seq + 1
      if (gap) gaps.push({ from: seq + 1, row, next: null })
      waiting = { row, before: gap ? null : hash }
      seq = row.seal.seq
      hash = row.seal.hash
      const anchor = open.get(seq)
      if (anchor === undefined) return
      open.delete(seq)
      if (anchor === hash) anchoredTo = seq
      else report('rolled_back', seq)
    },

    /**
     * After the last one. `head` is read after the seals, or covers all of them; `cut` says what was cut until they
     * were read.
     */
    end(head: Head | null, trust: HeadTrust, cut: CutOff | null = head): ChainReport {
      check(null)
      judgeGaps(cut)
      for (const [count, hashThen] of open) if (!wasCut(cut, count, hashThen)) report('rolled_back', count)
      if (!head && seq > 0) report('head_missing', seq)
      if (head) {
        if (trust === 'forged') report('head_forged', head.seq)
        if (trust === 'key_unknown') report('key_unknown', head.seq)
        if (head.seq > seq) report('truncated', seq + 1)
        else if (head.seq < seq) report('inserted', head.seq + 1)
        else if (head.hash !== hash) report('head_differs', head.seq)
        // Whoever has an anchor from behind that place has looked into it.
        if (head.brokenSeq !== null && anchoredTo < head.brokenSeq) report('went_on', head.brokenSeq)
      }
      const sorted = findings.sort((one, other) => one.seq - other.seq)
      return { organisationId, sealed: seq, head, hash, anchored: anchoredTo > 0, findings: sorted }
    },
  }
}

/** Of rows that were cut only the last one can still be compared. */
function wasCut(cut: CutOff | null, count: number, hash: string): boolean {
  if (!cut || count > cut.cutSeq) return false
  return count < cut.cutSeq || hash === cut.cutHash
}
