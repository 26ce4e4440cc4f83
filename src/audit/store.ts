import type { Database, Statement } from '../runtime/database.ts'
import { audit } from './schema.ts'
import type { AuditEntry } from './types.ts'

/**
 * A statement that records the entry, to be batched with the change it speaks of. Repeating it with the same
 * id changes nothing.
 */
export function auditStatement(database: Database, entry: AuditEntry): Statement {
  const { actor, ...rest } = entry
  return database
    .insert(audit)
    .values({ ...rest, actorKind: actor.kind, actorId: actor.id })
    .onConflictDoNothing()
}
