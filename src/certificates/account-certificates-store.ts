import { and, asc, eq, gt, sql } from 'drizzle-orm'
import type { Instant } from '../kernel/time.ts'
import type { Database, Statement } from '../runtime/database.ts'
import { USER_CERTIFICATES_MAX } from './account-certificates-rules.ts'
import type { CertificateOwner, UserCertificate } from './account-certificates-types.ts'
import { accountCertificates as certificates } from './schema.ts'

/** All queries name organisation and account: a certificate of somebody else is not there. */
const isOf = ({ organisationId, accountId }: CertificateOwner) =>
  and(eq(certificates.organisationId, organisationId), eq(certificates.accountId, accountId))

const columns = {
  id: certificates.id,
  name: certificates.name,
  subject: certificates.subject,
  issuer: certificates.issuer,
  serial: certificates.serial,
  usages: certificates.usages,
  fingerprint: certificates.fingerprint,
  chainLength: sql<number>`json_array_length(${certificates.chain})`,
  hasKey: sql<number>`${certificates.sealedKey} IS NOT NULL`,
  startsAt: certificates.startsAt,
  endsAt: certificates.endsAt,
  createdAt: certificates.createdAt,
}

/** Newest first. Never their keys. */
export async function listCertificates(
  database: Database,
  owner: CertificateOwner,
): Promise<UserCertificate[]> {
  const rows = await database.select(columns).from(certificates).where(isOf(owner))
  return rows
    .map((row) => ({ ...row, hasKey: row.hasKey === 1 }))
    .sort((one, other) => other.createdAt - one.createdAt || (one.id < other.id ? 1 : -1))
}

export async function findCertificate(
  database: Database,
  owner: CertificateOwner,
  id: string,
): Promise<UserCertificate | null> {
  const [row] = await database
    .select(columns)
    .from(certificates)
    .where(and(isOf(owner), eq(certificates.id, id)))
    .limit(1)
  return row ? { ...row, hasKey: row.hasKey === 1 } : null
}

/** What devices get: those that have not ended, always in the same order. */
export function readLiving(database: Database, owner: CertificateOwner, now: Instant) {
  return database
    .select({
      name: certificates.name,
      fingerprint: certificates.fingerprint,
      chain: certificates.chain,
      sealedKey: certificates.sealedKey,
    })
    .from(certificates)
    .where(and(isOf(owner), gt(certificates.endsAt, now)))
    .orderBy(asc(certificates.fingerprint))
    .limit(USER_CERTIFICATES_MAX)
}

export type CertificateRecord = typeof certificates.$inferSelect

/**
 * Adds a certificate, or to the one with the same fingerprint what came now: its name, a key where it had none,
 * a longer chain.
 */
export function saveCertificateStatement(database: Database, record: CertificateRecord): Statement {
  const longer = sql`json_array_length(excluded.chain) > json_array_length(${certificates.chain})`
  return database
    .insert(certificates)
    .values(record)
    .onConflictDoUpdate({
      target: [certificates.accountId, certificates.fingerprint],
      set: {
        name: record.name,
        sealedKey: sql`COALESCE(${certificates.sealedKey}, excluded.sealed_key)`,
        chain: sql`CASE WHEN ${longer} THEN excluded.chain ELSE ${certificates.chain} END`,
      },
      setWhere: eq(certificates.organisationId, record.organisationId),
    })
}

/** Fails (NOT NULL), and the batch with it, where the account has more than it may by now. */
export function keepCountStatement(database: Database, owner: CertificateOwner): Statement {
  const count = sql`(SELECT COUNT(*) FROM account_certificates AS one WHERE one.account_id = ${owner.accountId})`
  return database
    .update(certificates)
    .set({ name: sql`NULL` })
    .where(and(isOf(owner), sql`${count} > ${USER_CERTIFICATES_MAX}`))
}

export function removeCertificateStatement(
  database: Database,
  owner: CertificateOwner,
  id: string,
): Statement {
  return database.delete(certificates).where(and(isOf(owner), eq(certificates.id, id)))
}

/** Everything that an account brought, keys included, goes. May be repeated. */
export function forgetAccountCertificatesStatement(database: Database, owner: CertificateOwner): Statement {
  return database.delete(certificates).where(isOf(owner))
}
