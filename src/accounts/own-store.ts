import { and, desc, eq, getTableColumns, gt, isNotNull, isNull, ne } from 'drizzle-orm'
import type { Locale } from '../kernel/locale.ts'
import type { Instant } from '../kernel/time.ts'
import type { Database, Statement } from '../runtime/database.ts'
import { passkeysQuery } from './passkeys-store.ts'
import { nameKey } from './rules.ts'
import { accountAddresses, accounts, webSessions } from './schema.ts'
import { sessionsOf } from './store.ts'
import type { Account, Passkey, SessionEntry } from './types.ts'

type Owner = Pick<Account, 'organisationId' | 'id'>

/** What somebody sees of their own account besides what every page knows. */
export type OwnAccount = {
  /** `provedAt` is 0 while a manager's word is all there is. */
  addresses: { address: string; provedAt: Instant }[]
  passkeys: Passkey[]
  /** Living ones, newest first; at most 100. */
  sessions: SessionEntry[]
  deletionAskedAt: Instant | null
}

const itself = ({ organisationId, id }: Owner) =>
  and(eq(accounts.organisationId, organisationId), eq(accounts.id, id), ne(accounts.state, 'deleted'))

/** One round trip. */
export async function readOwn(database: Database, account: Owner, now: Instant): Promise<OwnAccount> {
  const { address: _, ...sessionColumns } = getTableColumns(webSessions)
  const [[row], addresses, passkeys, sessions] = await database.batch([
    database.select({ askedAt: accounts.deletionAskedAt }).from(accounts).where(itself(account)).limit(1),
    database
      .select({ address: accountAddresses.address, provedAt: accountAddresses.provedAt })
      .from(accountAddresses)
      .where(
        and(
          eq(accountAddresses.organisationId, account.organisationId),
          eq(accountAddresses.accountId, account.id),
        ),
      )
      .orderBy(accountAddresses.address)
      .limit(50),
    passkeysQuery(database, account),
    database
      .select(sessionColumns)
      .from(webSessions)
      .where(and(sessionsOf(account), gt(webSessions.endsAt, now)))
      .orderBy(desc(webSessions.createdAt))
      .limit(100),
  ])
  return { addresses, passkeys, sessions, deletionAskedAt: row?.askedAt ?? null }
}

/** When it was asked that the account be deleted; null: not. */
export async function readDeletionAskedAt(database: Database, account: Owner): Promise<Instant | null> {
  const [row] = await database
    .select({ askedAt: accounts.deletionAskedAt })
    .from(accounts)
    .where(itself(account))
    .limit(1)
  return row?.askedAt ?? null
}

/** The first wish stands: asked twice at once, it keeps its time. */
export function askDeletionStatement(database: Database, account: Owner, now: Instant): Statement {
  return database
    .update(accounts)
    .set({ deletionAskedAt: now, changedAt: now })
    .where(and(itself(account), isNull(accounts.deletionAskedAt)))
}

export function withdrawDeletionStatement(database: Database, account: Owner, now: Instant): Statement {
  return database
    .update(accounts)
    .set({ deletionAskedAt: null, changedAt: now })
    .where(and(itself(account), isNotNull(accounts.deletionAskedAt)))
}

export function setProfileStatement(
  database: Database,
  account: Owner,
  { name, phone, locale }: { name: string; phone: string | null; locale: Locale },
  now: Instant,
): Statement {
  return database
    .update(accounts)
    .set({ name, nameKey: nameKey(name), phone, locale, changedAt: now })
    .where(itself(account))
}
