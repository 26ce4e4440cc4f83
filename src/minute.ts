import { makeAccounts } from './accounts/index.ts'
import { cutAudit, sealAudit } from './audit/index.ts'
import { makeLimits } from './challenges/index.ts'
import { expireCommands, forgetLocations, pruneCommands } from './commands/index.ts'
import { findSilent } from './devices/index.ts'
import { sweepMessages } from './messaging/index.ts'
import { measureBacklog, resealStored } from './provisioning/index.ts'
import { tellAlarms } from './registration/index.ts'
import type { Bindings } from './runtime/bindings.ts'
import { clock } from './runtime/clock.ts'
import { openDatabase } from './runtime/database.ts'
import { pruneStrings } from './security-strings/index.ts'
import { invitationsOf } from './wiring.ts'

/**
 * What every minute brings: messages that were lost on the way are queued again, what has ended is deleted. What
 * fails leaves the rest its minute, and is told at the end.
 */
export async function runMinute(bindings: Bindings): Promise<void> {
  const database = openDatabase(bindings.db)
  const { keys, provisionSessions } = bindings
  const now = clock.now()
  const invitations = invitationsOf(bindings)
  const failures: unknown[] = []
  for (const task of [
    () => sweepMessages({ database, queue: bindings.messages, now }),
    () => invitations.sweep(now),
    () => invitations.sendDueReminders(now),
    // Nobody can be heard while everybody is asked to come later.
    ...(bindings.paused ? [] : [() => findSilent(database, now)]),
    () => expireCommands({ database, provisionSessions: bindings.provisionSessions }, now),
    () => forgetLocations(database, now),
    () => pruneCommands(database, now),
    () => pruneStrings(database, now),
    () => makeAccounts(database).deleteEnded(now),
    () => tellAlarms({ database, messages: bindings.messages }, now),
    () => makeLimits(database).prune(now),
    () => resealStored({ database, keys, provisionSessions }, now),
    () => measureBacklog(database, bindings.metrics, now),
    // After all others, so that what they wrote is sealed with it.
    () => sealAudit({ database, keys }, now),
    () => cutAudit({ database, keys }, now),
  ])
    await task().catch((error: unknown) => failures.push(error))
  if (failures.length > 0) throw failures[0]
}
