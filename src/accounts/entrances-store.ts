import { and, eq, gt, isNull, ne, or, sql } from 'drizzle-orm'
import type { Instant } from '../kernel/time.ts'
import { organisations } from '../organisations/schema.ts'
import type { Database, Statement } from '../runtime/database.ts'
import { type Holder, viewHolder } from './passkeys-store.ts'
import { accountAddresses, accounts, accountTemplates, passkeys, recoveryLinks } from './schema.ts'
import { templatePart } from './store.ts'
import type { Account } from './types.ts'

const holderPart = { account: accounts, template: templatePart, organisation: organisations }

/** An account that somebody may sign in to, and whether it has a passkey. */
export type Entrance = Holder & { hasPasskey: boolean }

/** Nobody belongs to more organisations than fit on a page. */
const ENTRANCES_MAX = 50

/** Every account of an address that may be signed in to, over all organisations: one read. */
export async function listEntrances(database: Database, address: string): Promise<Entrance[]> {
  const rows = await database
    .select({
      ...holderPart,
      hasPasskey: sql<number>`EXISTS (SELECT 1 FROM ${passkeys} WHERE ${passkeys.accountId} = ${accounts.id})`,
    })
    .from(accountAddresses)
    .innerJoin(accounts, eq(accounts.id, accountAddresses.accountId))
    .innerJoin(accountTemplates, eq(accountTemplates.id, accounts.templateId))
    .innerJoin(organisations, eq(organisations.id, accounts.organisationId))
    .where(
      and(
        eq(accountAddresses.address, address),
        isNull(accounts.disabledAt),
        ne(accounts.state, 'deleted'),
        or(eq(organisations.enabled, true), eq(accounts.role, 'supervisor')),
      ),
    )
    .orderBy(organisations.name)
    .limit(ENTRANCES_MAX)
  return rows.map(({ hasPasskey, ...row }) => ({ ...viewHolder(row), hasPasskey: hasPasskey === 1 }))
}

/** Whose address it is in one organisation, whatever state they are in. */
export async function findByAddress(
  database: Database,
  organisationId: number,
  address: string,
): Promise<Holder | null> {
  const [row] = await database
    .select(holderPart)
    .from(accountAddresses)
    .innerJoin(accounts, eq(accounts.id, accountAddresses.accountId))
    .innerJoin(accountTemplates, eq(accountTemplates.id, accounts.templateId))
    .innerJoin(organisations, eq(organisations.id, accounts.organisationId))
    .where(and(eq(accountAddresses.organisationId, organisationId), eq(accountAddresses.address, address)))
    .limit(1)
  return row ? viewHolder(row) : null
}

/** A recovery link by the hash of its secret, living or not. */
export async function findRecovery(database: Database, id: string) {
  const [row] = await database
    .select({ ...holderPart, link: recoveryLinks })
    .from(recoveryLinks)
    .innerJoin(accounts, eq(accounts.id, recoveryLinks.accountId))
    .innerJoin(accountTemplates, eq(accountTemplates.id, accounts.templateId))
    .innerJoin(organisations, eq(organisations.id, accounts.organisationId))
    .where(eq(recoveryLinks.id, id))
    .limit(1)
  return row ? { ...viewHolder(row), link: row.link } : null
}

/** Former links of the account that were not used end now. */
export function endRecoveriesStatement(
  database: Database,
  account: Pick<Account, 'organisationId' | 'id'>,
  now: Instant,
): Statement {
  return database
    .update(recoveryLinks)
    .set({ endsAt: now })
    .where(
      and(
        eq(recoveryLinks.organisationId, account.organisationId),
        eq(recoveryLinks.accountId, account.id),
        isNull(recoveryLinks.usedAt),
        gt(recoveryLinks.endsAt, now),
      ),
    )
}

export function insertRecoveryStatement(
  database: Database,
  link: typeof recoveryLinks.$inferInsert,
): Statement {
  return database.insert(recoveryLinks).values(link)
}

/** Uses a link up. The batch fails as a whole (`recovery_links.account_id`) when it was used before, or has ended. */
export function useRecoveryStatement(database: Database, id: string, now: Instant): Statement {
  const { usedAt, endsAt, accountId } = recoveryLinks
  return database
    .update(recoveryLinks)
    .set({
      accountId: sql`CASE WHEN ${usedAt} IS NULL AND ${endsAt} > ${now} THEN ${accountId} END`,
      usedAt: now,
    })
    .where(eq(recoveryLinks.id, id))
}
