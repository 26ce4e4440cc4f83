import type { Keyring } from '../kernel/secrets.ts'
import { HOUR, type Instant } from '../kernel/time.ts'
import { findConstraint } from '../runtime/constraints.ts'
import type { Database } from '../runtime/database.ts'
import { log } from '../runtime/logger.ts'
import { extendChains, type Head } from './chain-rules.ts'
import { readStretch, writeExtension } from './chain-store.ts'

/** How many rows are sealed at a time, and how often in one run. */
const STRETCH = 500
const STRETCHES = 40

type Sealing = { database: Database; keys: Keyring }

/**
 * Seals what was written since the last time, in the order in which it was written; what is more than one run can
 * do is left to the next. Returns how many rows it sealed. Of two that run at once one seals and the other stops.
 */
export async function sealAudit(
  { database, keys }: Sealing,
  now: Instant,
  bounds: { rows?: number; times?: number } = {},
): Promise<number> {
  const { rows: size = STRETCH, times = STRETCHES } = bounds
  let count = 0
  for (let turn = 0; turn < times; turn++) {
    const stretch = await readStretch(database, size)
    const last = stretch.rows.at(-1)
    if (!last) return count
    const extension = extendChains(keys, stretch, now)
    try {
      await writeExtension(database, extension, last)
    } catch (error) {
      if (findConstraint(error) === null) throw error
      return count
    }
    for (const { organisationId, seq } of extension.broken)
      log('error', 'audit.chain_broken', { organisation: organisationId, rows: seq })
    for (const head of extension.heads) anchor(stretch.heads, head)
    count += stretch.rows.length
    if (stretch.rows.length < size) return count
  }
  return count
}

/**
 * The first time in each hour that a head moves, the log says how far it goes: whoever rolls back everything in D1,
 * seals and heads included, has not got that line.
 */
function anchor(before: Head[], { organisationId, seq, hash, sealedAt }: Head): void {
  const former = before.find((head) => head.organisationId === organisationId)
  if (former && Math.floor(former.sealedAt / HOUR) === Math.floor(sealedAt / HOUR)) return
  log('info', 'audit.sealed', { organisation: organisationId, rows: seq, hash })
}
