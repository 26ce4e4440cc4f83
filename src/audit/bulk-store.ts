import type { Statement } from '../runtime/database.ts'
import { insertRows } from '../runtime/rows-store.ts'
import { audit } from './schema.ts'
import type { AuditEntry } from './types.ts'

/** Records many entries with one statement, to be batched with the changes they speak of. */
export function auditManyStatement(entries: AuditEntry[]): Statement {
  const rows = entries.map(({ actor, ...rest }) => ({ ...rest, actorKind: actor.kind, actorId: actor.id }))
  return insertRows(audit, rows, { keepKnown: true })
}
