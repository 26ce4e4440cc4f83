import { auditManyStatement, newEntry } from '../audit/index.ts'
import type { Instant } from '../kernel/time.ts'
import { findConstraint } from '../runtime/constraints.ts'
import { type Database, runBatch } from '../runtime/database.ts'
import { log } from '../runtime/logger.ts'
import { announce } from './announcing.ts'
import * as store from './expiry-store.ts'
import { COMMANDS_KEPT, LOCATION_KEPT } from './rules.ts'

/** How many one run looks at. */
const AT_ONCE = 200
/** How many owners are told at a time. */
const TOLD_AT_ONCE = 20

/**
 * Ends the commands that no device fetched or answered in time, with an entry in the audit for each, and tells their
 * owners' pages. Returns how many: at most 200, the rest a minute later.
 */
export async function expireCommands(
  { database, provisionSessions }: { database: Database; provisionSessions: DurableObjectNamespace },
  now: Instant,
): Promise<number> {
  const ended = await store.readOverdue(database, now, AT_ONCE)
  const overdue = ended.length > 0 ? ended : await store.readAhead(database, now, AT_ONCE)
  if (overdue.length === 0) return 0
  const entries = overdue.map(({ organisationId, accountId, deviceId, kind, platform }) =>
    newEntry({
      organisationId,
      at: now,
      actor: { kind: 'system', id: 'commands' },
      action: 'command.expired',
      accountId,
      deviceId,
      detail: { command: kind, platform },
    }),
  )
  const ids = overdue.map(({ id }) => id)
  try {
    await runBatch(database, [store.expireStatement(database, ids, now), auditManyStatement(entries)])
  } catch (error) {
    if (findConstraint(error) === null) throw error
    // One of them came to its end just now. The next minute asks again.
    log('info', 'commands.expiry_postponed', { count: overdue.length })
    return 0
  }
  const devices = [...new Map(overdue.map(({ deviceId: id, ref }) => [id, { id, ref }])).values()]
  for (let from = 0; from < devices.length; from += TOLD_AT_ONCE)
    await Promise.all(
      devices.slice(from, from + TOLD_AT_ONCE).map((device) => announce(provisionSessions, device)),
    )
  return overdue.length
}

/** Forgets where devices were, a day after they said so. */
export function forgetLocations(database: Database, now: Instant): Promise<void> {
  return runBatch(database, store.forgetPlacesStatements(database, now - LOCATION_KEPT, now, AT_ONCE))
}

/** Deletes commands that came to their end 400 days ago: at most 200, the rest a minute later. */
export function pruneCommands(database: Database, now: Instant): Promise<void> {
  return runBatch(database, [store.pruneStatement(database, now - COMMANDS_KEPT, now, AT_ONCE)])
}
