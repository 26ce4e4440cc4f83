import { and, eq, gt, isNull, lt } from 'drizzle-orm'
import type { Database, Statement } from '../runtime/database.ts'
import { accountAddresses, accounts, accountTemplates, webSessions } from './schema.ts'
import type { Account, AccountTemplate, WebSession } from './types.ts'

type AccountRow = typeof accounts.$inferSelect

/** `disabled` is derived: only the provision session's projection writes when it was disabled. */
function viewAccount(row: AccountRow, address: string, deviceLimit: number | null): Account {
  return {
    id: row.id,
    organisationId: row.organisationId,
    ref: row.ref,
    role: row.role,
    state: row.disabledAt === null ? row.state : 'disabled',
    name: row.name,
    phone: row.phone,
    locale: row.locale,
    address,
    termsVersion: row.termsVersion,
    deviceLimit,
  }
}

/** Who has the address, and the template that a new account would start with: one round trip. */
export async function findEntrance(
  database: Database,
  organisationId: number,
  address: string,
  templateId: string | null,
): Promise<{ account: Account | null; template: AccountTemplate | null }> {
  const [[row], [template]] = await database.batch([
    database
      .select({ account: accounts, limit: accountTemplates.deviceLimit })
      .from(accountAddresses)
      .innerJoin(accounts, eq(accounts.id, accountAddresses.accountId))
      .innerJoin(accountTemplates, eq(accountTemplates.id, accounts.templateId))
      .where(and(eq(accountAddresses.organisationId, organisationId), eq(accountAddresses.address, address)))
      .limit(1),
    database
      .select()
      .from(accountTemplates)
      .where(
        and(eq(accountTemplates.organisationId, organisationId), eq(accountTemplates.id, templateId ?? '')),
      )
      .limit(1),
  ])
  return {
    account: row ? viewAccount(row.account, address, row.limit) : null,
    template: template ? viewTemplate(template) : null,
  }
}

function viewTemplate(row: typeof accountTemplates.$inferSelect): AccountTemplate {
  const { id, organisationId, name, deviceLimit, defaultOwnership, locale } = row
  return { id, organisationId, name, deviceLimit, defaultOwnership, locale }
}

/** The living session and its account, unless the account was disabled or deleted. */
export async function findSession(
  database: Database,
  organisationId: number,
  sessionId: string,
  now: number,
): Promise<{ session: WebSession; account: Account } | null> {
  const [row] = await database
    .select({ session: webSessions, account: accounts, limit: accountTemplates.deviceLimit })
    .from(webSessions)
    .innerJoin(accounts, eq(accounts.id, webSessions.accountId))
    .innerJoin(accountTemplates, eq(accountTemplates.id, accounts.templateId))
    .where(
      and(
        eq(webSessions.id, sessionId),
        eq(webSessions.organisationId, organisationId),
        gt(webSessions.endsAt, now),
        isNull(accounts.disabledAt),
      ),
    )
    .limit(1)
  if (!row || row.account.state === 'deleted') return null
  const { id, accountId, endsAt, assurance, address } = row.session
  return {
    session: { id, accountId, organisationId, endsAt, assurance },
    account: viewAccount(row.account, address, row.limit),
  }
}

export function insertTemplateStatement(
  database: Database,
  template: AccountTemplate,
  now: number,
): Statement {
  return database.insert(accountTemplates).values({ ...template, createdAt: now, changedAt: now })
}

export function insertAccountStatements(
  database: Database,
  account: Account,
  templateId: string,
  now: number,
): Statement[] {
  const { id, organisationId, ref, role, state, name, phone, locale, address, termsVersion } = account
  return [
    database.insert(accounts).values({
      id,
      organisationId,
      ref,
      role,
      state,
      name,
      phone,
      locale,
      templateId,
      termsVersion,
      createdAt: now,
      changedAt: now,
    }),
    database.insert(accountAddresses).values({ organisationId, address, accountId: id, provedAt: now }),
  ]
}

export function completeAccountStatement(
  database: Database,
  account: Pick<Account, 'organisationId' | 'id'>,
  details: { name: string; phone: string | null; termsVersion: number | null; locale: Account['locale'] },
  now: number,
): Statement {
  const accepted = details.termsVersion === null ? {} : { termsAcceptedAt: now }
  return database
    .update(accounts)
    .set({ ...details, ...accepted, changedAt: now })
    .where(and(eq(accounts.organisationId, account.organisationId), eq(accounts.id, account.id)))
}

export function insertSessionStatement(
  database: Database,
  session: WebSession,
  address: string,
  now: number,
): Statement {
  return database.insert(webSessions).values({ ...session, address, createdAt: now })
}

export function endSessionStatement(
  database: Database,
  organisationId: number,
  sessionId: string,
): Statement {
  return database
    .delete(webSessions)
    .where(and(eq(webSessions.organisationId, organisationId), eq(webSessions.id, sessionId)))
}

export async function renewSession(database: Database, sessionId: string, endsAt: number): Promise<void> {
  await database.update(webSessions).set({ endsAt }).where(eq(webSessions.id, sessionId))
}

/** Sessions that ended: gone from the table, a thousand at a time. */
export async function deleteEndedSessions(database: Database, now: number): Promise<void> {
  await database.delete(webSessions).where(lt(webSessions.endsAt, now)).limit(1000)
}
