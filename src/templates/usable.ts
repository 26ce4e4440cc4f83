import type { Database, Statement } from '../runtime/database.ts'
import { keepUsableStatement } from './store.ts'

/**
 * What goes into a batch that offers templates (at most 20): it makes the batch fail for a constraint where one
 * of them was archived meanwhile.
 */
export function makeUsableGuard(database: Database) {
  return (organisationId: number, templateIds: string[]): Statement =>
    keepUsableStatement(database, organisationId, templateIds)
}
