import { and, eq, sql } from 'drizzle-orm'
import type { Instant } from '../kernel/time.ts'
import type { Database, Statement } from '../runtime/database.ts'
import { organisationSigners as signers } from './schema.ts'
import type { SignerSource } from './types.ts'

export type SignerRecord = {
  organisationId: number
  source: SignerSource
  /** PEM each, the signer's own first. */
  chain: string[]
  /** PKCS#8 DER, base64, sealed. */
  sealedKey: string
  serial: string
  createdAt: Instant
  endsAt: Instant
}

/** The organisation's signers, at most one of each source. */
export async function readSigners(
  database: Database,
  organisationId: number,
): Promise<Partial<Record<SignerSource, SignerRecord>>> {
  const rows = await database.select().from(signers).where(eq(signers.organisationId, organisationId))
  return Object.fromEntries(rows.map(({ changedAt: _, ...row }) => [row.source, row]))
}

/** Saves what a manager uploaded, in place of what was there. */
export function saveSignerStatement(database: Database, record: SignerRecord): Statement {
  const values = { ...record, changedAt: record.createdAt }
  return database
    .insert(signers)
    .values(values)
    .onConflictDoUpdate({ target: [signers.organisationId, signers.source], set: values })
}

/**
 * Puts a signer in the place of the one with that serial, or of none. Fails where there is another by now: two
 * requests renewed at once, and the batch of the second changes nothing.
 */
export function replaceSignerStatement(
  database: Database,
  record: SignerRecord,
  former: string | null,
): Statement {
  const values = { ...record, changedAt: record.createdAt }
  if (former === null) return database.insert(signers).values(values)
  return database
    .update(signers)
    .set({
      ...values,
      changedAt: sql`CASE WHEN ${signers.serial} = ${former} THEN ${record.createdAt} END`,
    })
    .where(isOf(record.organisationId, record.source))
}

export function removeSignerStatement(
  database: Database,
  organisationId: number,
  source: SignerSource,
): Statement {
  return database.delete(signers).where(isOf(organisationId, source))
}

/** Removes the built-in signer whose certificate this is, if it is one. */
export function removeBySerialStatement(
  database: Database,
  organisationId: number,
  serial: string,
): Statement {
  return database.delete(signers).where(and(isOf(organisationId, 'built_in'), eq(signers.serial, serial)))
}

function isOf(organisationId: number, source: SignerSource) {
  return and(eq(signers.organisationId, organisationId), eq(signers.source, source))
}
