import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import type { Instant } from '../kernel/time.ts'
import type { Database, Statement } from '../runtime/database.ts'
import { authorities } from './schema.ts'
import type { Authority } from './types.ts'

/** An authority with what only this room knows. */
export type AuthorityRecord = {
  authority: Authority
  generation: number
  sealedKey: string
}

/** The list that was made last, and whether it still tells everything. */
export type CrlRecord = AuthorityRecord & {
  revocations: number
  crlNumber: number
  /** Null where none was made yet. */
  crl: { der: Uint8Array; madeAt: Instant; listed: number } | null
}

type Row = typeof authorities.$inferSelect

function view(row: Row): AuthorityRecord {
  const { id, organisationId, name, pem, createdAt, endsAt, retiredAt } = row
  return {
    authority: { id, organisationId, name, pem, createdAt, endsAt, retiredAt },
    generation: row.generation,
    sealedKey: row.sealedKey,
  }
}

/** The authority that issues; null where none was made yet. */
export async function findIssuing(
  database: Database,
  organisationId: number,
): Promise<AuthorityRecord | null> {
  const [row] = await database
    .select()
    .from(authorities)
    .where(and(eq(authorities.organisationId, organisationId), isNull(authorities.retiredAt)))
    .limit(1)
  return row ? view(row) : null
}

/** Newest first. */
export async function listAuthorities(database: Database, organisationId: number): Promise<Authority[]> {
  const rows = await database
    .select()
    .from(authorities)
    .where(eq(authorities.organisationId, organisationId))
    .orderBy(desc(authorities.generation))
  return rows.map((row) => view(row).authority)
}

/** By its id alone: authorities and their lists are public. */
export async function readAuthority(database: Database, id: string): Promise<CrlRecord | null> {
  const [row] = await database.select().from(authorities).where(eq(authorities.id, id)).limit(1)
  if (!row) return null
  const { crl, crlMadeAt, crlRevocations, revocations, crlNumber } = row
  const made = crl !== null && crlMadeAt !== null && crlRevocations !== null
  return {
    ...view(row),
    revocations,
    crlNumber,
    crl: made
      ? { der: Uint8Array.from(Buffer.from(crl, 'base64')), madeAt: crlMadeAt, listed: crlRevocations }
      : null,
  }
}

/** Fails (UNIQUE) where another issues already, or was made at the same time: then the batch changes nothing. */
export function insertAuthorityStatement(database: Database, record: AuthorityRecord): Statement {
  const { authority, generation, sealedKey } = record
  return database
    .insert(authorities)
    .values({ ...authority, generation, sealedKey, changedAt: authority.createdAt })
}

export function retireStatement(
  database: Database,
  organisationId: number,
  id: string,
  now: Instant,
): Statement {
  return database
    .update(authorities)
    .set({ retiredAt: now, changedAt: now })
    .where(
      and(
        eq(authorities.organisationId, organisationId),
        eq(authorities.id, id),
        isNull(authorities.retiredAt),
      ),
    )
}

/** Keeps a list, unless another of its number was kept meanwhile. Says whether it did. */
export async function keepCrl(
  database: Database,
  before: CrlRecord,
  crl: { der: Uint8Array; madeAt: Instant },
): Promise<boolean> {
  const kept = await database
    .update(authorities)
    .set({
      crl: Buffer.from(crl.der).toString('base64'),
      crlMadeAt: crl.madeAt,
      crlRevocations: before.revocations,
      crlNumber: sql`${authorities.crlNumber} + 1`,
      changedAt: crl.madeAt,
    })
    .where(and(eq(authorities.id, before.authority.id), eq(authorities.crlNumber, before.crlNumber)))
    .returning({ id: authorities.id })
  return kept.length > 0
}
