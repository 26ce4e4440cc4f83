import { getTableColumns, sql } from 'drizzle-orm'
import { ID_BYTES, makeId } from '../kernel/ids.ts'
import { randomBytes } from '../kernel/secrets.ts'
import { type Database, prepareStatement, type Statement } from '../runtime/database.ts'
import { audit } from './schema.ts'
import type { AuditEntry } from './types.ts'

type AuditRow = typeof audit.$inferInsert

const insertEntry = prepareStatement<Required<AuditRow>>((database) => {
  const names = Object.keys(getTableColumns(audit))
  const values = Object.fromEntries(names.map((name) => [name, sql.placeholder(name)])) as unknown as AuditRow
  return database.insert(audit).values(values).onConflictDoNothing()
})

/**
 * A statement that records the entry, to be batched with the change it speaks of. Repeating it with the same
 * id changes nothing.
 */
export function auditStatement(database: Database, entry: AuditEntry): Statement {
  const { actor, ...rest } = entry
  return insertEntry(database, { ...rest, actorKind: actor.kind, actorId: actor.id })
}

/** An entry of a room's own change: its id is fresh, and what it does not speak of is null. */
export function newEntry(
  entry: Pick<AuditEntry, 'organisationId' | 'at' | 'actor' | 'action' | 'detail'> &
    Partial<Pick<AuditEntry, 'accountId' | 'deviceId'>>,
): AuditEntry {
  return { id: makeId('aud', randomBytes(ID_BYTES)), accountId: null, deviceId: null, ...entry }
}
