import { and, desc, eq, getTableColumns, ne, type SQL, sql } from 'drizzle-orm'
import type { Instant } from '../kernel/time.ts'
import { type Organisation, viewOrganisation } from '../organisations/index.ts'
import { organisations } from '../organisations/schema.ts'
import type { Database, Statement } from '../runtime/database.ts'
import { accounts, accountTemplates, passkeys } from './schema.ts'
import { templatePart, viewAccount } from './store.ts'
import type { Account, Passkey } from './types.ts'
import type { NewCredential } from './webauthn.ts'

type Owner = Pick<Account, 'organisationId' | 'id'>

const { publicKey: _key, counter: _counter, ...shown } = getTableColumns(passkeys)

const ofAccount = (account: Owner) =>
  and(eq(passkeys.organisationId, account.organisationId), eq(passkeys.accountId, account.id))

/** The passkeys of an account, newest first. */
export function passkeysQuery(database: Database, account: Owner) {
  return database.select(shown).from(passkeys).where(ofAccount(account)).orderBy(desc(passkeys.createdAt))
}

export function listPasskeys(database: Database, account: Owner): Promise<Passkey[]> {
  return passkeysQuery(database, account)
}

/** Somebody who may sign in, or could once: their account, and the organisation that it belongs to. */
export type Holder = { account: Account; organisation: Organisation }

const holderPart = { account: accounts, template: templatePart, organisation: organisations }

/** An account by its id, with its organisation. */
export async function findHolder(
  database: Database,
  organisationId: number,
  accountId: string,
): Promise<Holder | null> {
  const [row] = await database
    .select(holderPart)
    .from(accounts)
    .innerJoin(accountTemplates, eq(accountTemplates.id, accounts.templateId))
    .innerJoin(organisations, eq(organisations.id, accounts.organisationId))
    .where(and(eq(accounts.organisationId, organisationId), eq(accounts.id, accountId)))
    .limit(1)
  return row ? viewHolder(row) : null
}

/** The passkey of a credential id and whose it is, wherever that is: the id was drawn by an authenticator. */
export async function findCredential(database: Database, id: string) {
  const [row] = await database
    .select({ ...holderPart, passkey: passkeys })
    .from(passkeys)
    .innerJoin(accounts, eq(accounts.id, passkeys.accountId))
    .innerJoin(accountTemplates, eq(accountTemplates.id, accounts.templateId))
    .innerJoin(organisations, eq(organisations.id, accounts.organisationId))
    .where(eq(passkeys.id, id))
    .limit(1)
  return row ? { ...viewHolder(row), passkey: row.passkey } : null
}

export function viewHolder(row: {
  account: typeof accounts.$inferSelect
  template: Parameters<typeof viewAccount>[2]
  organisation: typeof organisations.$inferSelect
}): Holder {
  const account = viewAccount(row.account, row.account.address, row.template)
  return { account, organisation: viewOrganisation(row.organisation) }
}

export function insertPasskeyStatement(
  database: Database,
  account: Owner,
  made: NewCredential & { name: string },
  now: Instant,
): Statement {
  const { publicKey, ...rest } = made
  return database.insert(passkeys).values({
    ...rest,
    publicKey: Buffer.from(publicKey),
    accountId: account.id,
    organisationId: account.organisationId,
    createdAt: now,
    lastUsedAt: null,
  })
}

/** Holds while the account has a passkey that was made at `since` or later. */
export function hasPasskeySince(account: Owner, since: Instant): SQL {
  const { accountId, createdAt } = passkeys
  return sql`EXISTS (SELECT 1 FROM ${passkeys} WHERE ${accountId} = ${account.id} AND ${createdAt} >= ${since})`
}

/** Every passkey of an account but one is gone. */
export function removeOthersStatement(database: Database, account: Owner, keptId: string): Statement {
  return database.delete(passkeys).where(and(ofAccount(account), ne(passkeys.id, keptId)))
}

/**
 * Removes a passkey. Fails as a whole, by `changed_at` of the account that must not be null, where it is gone already,
 * or is the last one of somebody who manages: of two that are removed at once one stays.
 */
export function removePasskeyStatements(database: Database, account: Account, id: string): Statement[] {
  const own = and(ofAccount(account), eq(passkeys.id, id))
  const known = sql`EXISTS (SELECT 1 FROM ${passkeys} WHERE ${own})`
  const several = sql`(SELECT count(*) FROM ${passkeys} WHERE ${passkeys.accountId} = ${account.id}) > 1`
  const allowed = account.role === 'device_owner' ? known : sql`${known} AND ${several}`
  return [
    database
      .update(accounts)
      .set({ changedAt: sql`CASE WHEN ${allowed} THEN ${accounts.changedAt} END` })
      .where(and(eq(accounts.organisationId, account.organisationId), eq(accounts.id, account.id))),
    database.delete(passkeys).where(own),
  ]
}

export function renamePasskeyStatement(
  database: Database,
  account: Owner,
  id: string,
  name: string,
): Statement {
  return database
    .update(passkeys)
    .set({ name })
    .where(and(ofAccount(account), eq(passkeys.id, id)))
}

export function usePasskeyStatement(
  database: Database,
  account: Owner,
  used: { id: string; counter: number; backedUp: boolean },
  now: Instant,
): Statement {
  const { id, counter, backedUp } = used
  return database
    .update(passkeys)
    .set({ counter: sql`max(${passkeys.counter}, ${counter})`, backedUp, lastUsedAt: now })
    .where(and(ofAccount(account), eq(passkeys.id, id)))
}
