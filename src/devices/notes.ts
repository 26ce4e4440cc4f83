import { auditStatement, describeChanges, newEntry } from '../audit/index.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import type { Instant } from '../kernel/time.ts'
import type { Actor } from '../referee/index.ts'
import { type Database, runBatch } from '../runtime/database.ts'
import { noteStatement, readActedOn } from './acts-store.ts'
import type { NoteRefusal } from './list-types.ts'

export const NOTE_MAX = 2000

/** Line breaks as one character; what no page could show is left out. */
function tidy(note: string): string {
  return note
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[^\P{C}\n\t]/gu, '')
    .trim()
}

/** What managers write about a device, for each other. */
export function makeNotes(database: Database) {
  return async function saveNote(input: {
    organisationId: number
    deviceId: string
    note: string
    actor: Actor
    now: Instant
  }): Promise<Result<null, NoteRefusal>> {
    const { organisationId, deviceId, actor, now } = input
    const note = tidy(input.note)
    if (note.length > NOTE_MAX) return refuse('too_long')
    const device = (await readActedOn(database, organisationId, [deviceId], now)).get(deviceId)
    if (!device) return refuse('not_found')
    const changes = describeChanges({ note: device.note }, { note })
    if (changes.length === 0) return ok(null)
    const { accountId, platform } = device
    const entry = newEntry({
      organisationId,
      at: now,
      actor,
      action: 'device.noted',
      accountId,
      deviceId,
      detail: { platform, changes },
    })
    await runBatch(database, [
      noteStatement(database, { organisationId, id: deviceId, note, now }),
      auditStatement(database, entry),
    ])
    return ok(null)
  }
}
