import { eq } from 'drizzle-orm'
import type { Database, Statement } from '../runtime/database.ts'
import { service } from './schema.ts'

/** The sealed secret of the external module, null while it has none; undefined on an empty installation. */
export async function readSealedModuleSecret(database: Database): Promise<string | null | undefined> {
  const [row] = await database
    .select({ sealed: service.derivedCredentialSecret })
    .from(service)
    .where(eq(service.id, 1))
    .limit(1)
  return row?.sealed
}

export function saveModuleSecretStatement(database: Database, sealed: string, now: number): Statement {
  return database
    .update(service)
    .set({ derivedCredentialSecret: sealed, changedAt: now })
    .where(eq(service.id, 1))
}
