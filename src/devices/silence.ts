import { auditManyStatement, newEntry } from '../audit/index.ts'
import { DAY, type Instant } from '../kernel/time.ts'
import { findConstraint } from '../runtime/constraints.ts'
import { type Database, runBatch } from '../runtime/database.ts'
import { log } from '../runtime/logger.ts'
import * as store from './silence-store.ts'

/** How many devices one run looks at. */
const AT_ONCE = 500
/** What nobody waits for at present (its account or organisation is off) is looked at again after this. */
const POSTPONED = DAY

/**
 * Finds the devices that missed their check-ins and makes them unresponsive, with an entry in the audit for each.
 * Returns how many. Those that may not speak just now are passed over, and make no room for others: they are asked
 * for again a day later.
 */
export async function findSilent(database: Database, now: Instant): Promise<number> {
  const overdue = await store.readOverdue(database, now, AT_ONCE)
  const silent = overdue.filter(({ awaited }) => awaited === 1)
  const others = overdue.filter(({ awaited }) => awaited !== 1)
  const entries = silent.map(({ id, organisationId, accountId, platform }) =>
    newEntry({
      organisationId,
      at: now,
      actor: { kind: 'system', id: 'silence' },
      action: 'device.unresponsive',
      accountId,
      deviceId: id,
      detail: { platform, reason: 'silent' },
    }),
  )
  const idsOf = (found: store.Overdue[]) => found.map(({ id }) => id)
  if (others.length > 0)
    await runBatch(database, [store.postponeStatement(database, idsOf(others), now + POSTPONED, now)])
  if (silent.length === 0) return 0
  try {
    await runBatch(database, [
      store.silentStatement(database, idsOf(silent), now),
      auditManyStatement(entries),
    ])
  } catch (error) {
    if (findConstraint(error) === null) throw error
    // One of them was heard just now. The next minute asks again.
    log('info', 'devices.silence_postponed', { count: silent.length })
    return 0
  }
  return silent.length
}
