import type { Keyring } from '../kernel/secrets.ts'
import { HOUR, type Instant, MINUTE } from '../kernel/time.ts'
import type { Database } from '../runtime/database.ts'
import { log } from '../runtime/logger.ts'
import { type Head, isTrusted, signHead } from './chain-rules.ts'
import { AUDIT_KEPT, type Cut, findCut } from './cutting-rules.ts'
import * as store from './cutting-store.ts'

/** How many rows are cut at a time, and how often in one run. */
const STRETCH = 500
const STRETCHES = 100
/** The minute of each hour in which it is done, because every chain is looked at. */
const CUT_AT = 17

type Cutting = { database: Database; keys: Keyring }

/**
 * Deletes audit rows that are older than 400 days, with their seals, from the beginning of each chain on. The head
 * keeps the hash of the last one, so that what is left is verified as before. Once an hour; what is more than one run
 * can do is left to the next. Returns how many it cut.
 */
export async function cutAudit(
  { database, keys }: Cutting,
  now: Instant,
  bounds: { rows?: number; times?: number } = {},
): Promise<number> {
  if (Math.floor((now % HOUR) / MINUTE) !== CUT_AT) return 0
  const { rows: size = STRETCH, times = STRETCHES } = bounds
  const before = now - AUDIT_KEPT
  // Of a head that somebody forged the sealer tells, with the next row.
  const waiting = (await store.listDue(database, before)).filter((head) => isTrusted(keys, head))
  let count = 0
  for (let turn = 0; turn < times; turn++) {
    // One stretch of each in turn, so that a chain with much to cut keeps no other waiting.
    const head = waiting.shift()
    if (!head) break
    const cut = findCut(head, await store.readOldest(database, head, size), before)
    if (!cut) continue
    const next = signHead(keys, { ...head, ...afterCut(head, cut, now), cutUntil: before })
    if (!(await store.writeCut(database, head, next))) continue
    if (cut.doubtful !== null)
      log('error', 'audit.chain_broken', { organisation: head.organisationId, rows: cut.doubtful })
    count += next.cutSeq - head.cutSeq
    waiting.push(next)
  }
  if (count > 0) log('info', 'audit.cut', { rows: count })
  return count
}

function afterCut({ brokenSeq }: Head, { last, doubtful }: Cut, now: Instant) {
  const cut = { cutSeq: last.seq, cutHash: last.hash }
  return doubtful === null ? cut : { ...cut, brokenSeq: Math.max(brokenSeq ?? 0, doubtful), brokenAt: now }
}
