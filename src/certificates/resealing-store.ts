import { and, asc, eq, gt, isNotNull, or } from 'drizzle-orm'
import type { Database, Statement } from '../runtime/database.ts'
import type { SealedRow } from '../runtime/resealing.ts'
import { accountCertificates, authorities, organisationSigners as signers } from './schema.ts'
import type { SignerSource } from './types.ts'

/** `key` is the authority's id. */
export async function listAuthorityKeys(
  database: Database,
  after: string | null,
  limit: number,
): Promise<SealedRow[]> {
  return database
    .select({ key: authorities.id, sealed: authorities.sealedKey })
    .from(authorities)
    .where(gt(authorities.id, after ?? ''))
    .orderBy(asc(authorities.id))
    .limit(limit)
}

export function resealAuthorityStatement(database: Database, former: SealedRow, sealed: string): Statement {
  return database
    .update(authorities)
    .set({ sealedKey: sealed })
    .where(and(eq(authorities.id, former.key), eq(authorities.sealedKey, former.sealed)))
}

export type SealedSigner = SealedRow & { organisationId: number; source: SignerSource }

/** `key` is `<organisation> <source>`. */
export async function listSignerKeys(
  database: Database,
  after: string | null,
  limit: number,
): Promise<SealedSigner[]> {
  const { organisationId, source, sealedKey } = signers
  const [id = '-1', last = ''] = (after ?? '-1').split(' ')
  const rows = await database
    .select({ organisationId, source, sealed: sealedKey })
    .from(signers)
    .where(
      or(
        gt(organisationId, Number(id)),
        and(eq(organisationId, Number(id)), gt(source, last as SignerSource)),
      ),
    )
    .orderBy(asc(organisationId), asc(source))
    .limit(limit)
  return rows.map((row) => ({ ...row, key: `${row.organisationId} ${row.source}` }))
}

export function resealSignerStatement(database: Database, former: SealedSigner, sealed: string): Statement {
  const { organisationId, source, sealedKey } = signers
  return database
    .update(signers)
    .set({ sealedKey: sealed })
    .where(
      and(eq(organisationId, former.organisationId), eq(source, former.source), eq(sealedKey, former.sealed)),
    )
}

export type SealedUserKey = SealedRow & { accountId: string; organisationId: number; fingerprint: string }

/** Those that came with a key; `key` is the certificate's id. */
export async function listUserKeys(
  database: Database,
  after: string | null,
  limit: number,
): Promise<SealedUserKey[]> {
  const { id, accountId, organisationId, fingerprint, sealedKey } = accountCertificates
  const rows = await database
    .select({ key: id, accountId, organisationId, fingerprint, sealed: sealedKey })
    .from(accountCertificates)
    .where(and(gt(id, after ?? ''), isNotNull(sealedKey)))
    .orderBy(asc(id))
    .limit(limit)
  return rows.map((row) => ({ ...row, sealed: row.sealed ?? '' }))
}

export function resealUserStatement(database: Database, former: SealedUserKey, sealed: string): Statement {
  const { id, sealedKey } = accountCertificates
  return database
    .update(accountCertificates)
    .set({ sealedKey: sealed })
    .where(and(eq(id, former.key), eq(sealedKey, former.sealed)))
}
