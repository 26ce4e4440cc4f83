import { getTableColumns, sql } from 'drizzle-orm'
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
