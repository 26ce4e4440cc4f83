import { and, asc, eq, gt, isNotNull } from 'drizzle-orm'
import type { Database, Statement } from '../runtime/database.ts'
import type { SealedRow } from '../runtime/resealing.ts'
import { organisationOidc, service } from './schema.ts'

/** The one secret of the external module, if there is one. */
export async function listModuleSecrets(database: Database, after: string | null): Promise<SealedRow[]> {
  if (after !== null) return []
  const rows = await database
    .select({ sealed: service.derivedCredentialSecret })
    .from(service)
    .where(and(eq(service.id, 1), isNotNull(service.derivedCredentialSecret)))
  return rows.map(({ sealed }) => ({ key: '1', sealed: sealed ?? '' }))
}

export function resealModuleStatement(database: Database, former: SealedRow, sealed: string): Statement {
  return database
    .update(service)
    .set({ derivedCredentialSecret: sealed })
    .where(and(eq(service.id, 1), eq(service.derivedCredentialSecret, former.sealed)))
}

/** `key` is the organisation's id. */
export async function listClientSecrets(
  database: Database,
  after: string | null,
  limit: number,
): Promise<SealedRow[]> {
  const { organisationId, clientSecret } = organisationOidc
  const rows = await database
    .select({ organisationId, sealed: clientSecret })
    .from(organisationOidc)
    .where(gt(organisationId, Number(after ?? -1)))
    .orderBy(asc(organisationId))
    .limit(limit)
  return rows.map((row) => ({ key: String(row.organisationId), sealed: row.sealed }))
}

export function resealClientStatement(database: Database, former: SealedRow, sealed: string): Statement {
  const { organisationId, clientSecret } = organisationOidc
  return database
    .update(organisationOidc)
    .set({ clientSecret: sealed })
    .where(and(eq(organisationId, Number(former.key)), eq(clientSecret, former.sealed)))
}
