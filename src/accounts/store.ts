import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import { peopleFull } from '../challenges/index.ts'
import {
  type Organisation,
  type ServiceSettings,
  viewOrganisation,
  viewService,
} from '../organisations/index.ts'
import { organisations, service } from '../organisations/schema.ts'
import type { Database, Statement } from '../runtime/database.ts'
import { nameKey } from './rules.ts'
import { accountAddresses, accounts, accountTemplates, webSessions } from './schema.ts'
import type { Account, AccountTemplate, WebSession } from './types.ts'

type AccountRow = typeof accounts.$inferSelect
type TemplateRow = typeof accountTemplates.$inferSelect

/**
 * What a template says of its accounts. Not the whole row: in a D1 batch drizzle reads columns by name, and two
 * of the same name would be mixed up.
 */
export const templatePart = {
  deviceLimit: accountTemplates.deviceLimit,
  atLimit: accountTemplates.atLimit,
  permissions: accountTemplates.permissions,
  defaultOwnership: accountTemplates.defaultOwnership,
}

type TemplatePart = Pick<AccountTemplate, keyof typeof templatePart>

/** `disabled` is derived: only the provision session's projection writes when it was disabled. */
export function viewAccount(row: AccountRow, address: string, template: TemplatePart): Account {
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
    deviceLimit: template.deviceLimit,
    atLimit: template.atLimit,
    permissions: template.permissions,
    defaultOwnership: template.defaultOwnership,
    templateId: row.templateId,
    groups: row.groups,
  }
}

/**
 * Who has the address, the template that a new account would start with, and whether the organisation takes nobody
 * new any more today: one round trip.
 */
export async function findEntrance(
  database: Database,
  organisationId: number,
  address: string,
  templateId: string | null,
  now: number,
): Promise<{ account: Account | null; template: AccountTemplate | null; full: boolean }> {
  const [[row], [template], [people]] = await database.batch([
    database
      .select({ account: accounts, template: templatePart })
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
    database.select({ full: peopleFull(organisationId, now).as('people_full') }).from(sql`(SELECT 1)`),
  ])
  return {
    account: row ? viewAccount(row.account, address, row.template) : null,
    template: template ? viewTemplate(template) : null,
    full: people?.full === 1,
  }
}

export function viewTemplate(row: TemplateRow): AccountTemplate {
  const { archivedAt: _, createdAt: _created, changedAt: _changed, ...template } = row
  return template
}

/** A living session with its account and organisation, unless the account was disabled or deleted. */
async function readSession(database: Database, sessionId: string, now: number) {
  const [row] = await database
    .select({
      session: webSessions,
      account: accounts,
      template: templatePart,
      organisation: organisations,
      service,
    })
    .from(webSessions)
    .innerJoin(accounts, eq(accounts.id, webSessions.accountId))
    .innerJoin(accountTemplates, eq(accountTemplates.id, accounts.templateId))
    .innerJoin(organisations, eq(organisations.id, webSessions.organisationId))
    .leftJoin(service, eq(service.id, 1))
    .where(and(eq(webSessions.id, sessionId), gt(webSessions.endsAt, now), isNull(accounts.disabledAt)))
    .limit(1)
  if (!row || row.account.state === 'deleted') return null
  const { id, accountId, organisationId, endsAt, assurance, address } = row.session
  return {
    session: { id, accountId, organisationId, endsAt, assurance },
    account: viewAccount(row.account, address, row.template),
    organisation: viewOrganisation(row.organisation),
    service: row.service ? viewService(row.service) : null,
  }
}

export type SessionRead = {
  session: WebSession
  account: Account
  organisation: Organisation
  service: ServiceSettings | null
}

/** A session with everything that a page around it needs: one read. */
export function findAnySession(
  database: Database,
  sessionId: string,
  now: number,
): Promise<SessionRead | null> {
  return readSession(database, sessionId, now)
}

/** The living session and its account at one organisation. */
export async function findSession(
  database: Database,
  organisationId: number,
  sessionId: string,
  now: number,
): Promise<{ session: WebSession; account: Account } | null> {
  const [row] = await database
    .select({ session: webSessions, account: accounts, template: templatePart })
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
    account: viewAccount(row.account, address, row.template),
  }
}

/** `provedAt` is 0 for an address that a manager entered. */
export function insertAccountStatements(
  database: Database,
  account: Account,
  now: number,
  provedAt: number = now,
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
      nameKey: nameKey(name),
      phone,
      locale,
      address,
      groups: account.groups,
      templateId: account.templateId,
      termsVersion,
      createdAt: now,
      changedAt: now,
    }),
    database.insert(accountAddresses).values({ organisationId, address, accountId: id, provedAt }),
  ]
}

/** Somebody gave a code that was sent to the address, which a manager had entered. */
export function proveStatement(
  database: Database,
  { organisationId, id, address }: Pick<Account, 'organisationId' | 'id' | 'address'>,
  now: number,
): Statement {
  return database
    .update(accountAddresses)
    .set({ provedAt: now })
    .where(
      and(
        eq(accountAddresses.organisationId, organisationId),
        eq(accountAddresses.address, address),
        eq(accountAddresses.accountId, id),
        eq(accountAddresses.provedAt, 0),
      ),
    )
}

/** Somebody whom a manager entered has proved the address. */
export function activateStatements(
  database: Database,
  account: Pick<Account, 'organisationId' | 'id' | 'address'>,
  now: number,
): Statement[] {
  const { organisationId, id } = account
  return [
    database
      .update(accounts)
      .set({ state: 'active', changedAt: now })
      .where(
        and(eq(accounts.organisationId, organisationId), eq(accounts.id, id), eq(accounts.state, 'invited')),
      ),
    proveStatement(database, account, now),
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
    .set({ ...details, nameKey: nameKey(details.name), ...accepted, changedAt: now })
    .where(and(eq(accounts.organisationId, account.organisationId), eq(accounts.id, account.id)))
}

export function insertSessionStatement(
  database: Database,
  session: WebSession,
  options: { address: string; agent: string },
  now: number,
): Statement {
  return database.insert(webSessions).values({ ...session, ...options, createdAt: now })
}

/** The sessions of an account. */
export const sessionsOf = (account: Pick<Account, 'organisationId' | 'id'>) =>
  and(eq(webSessions.organisationId, account.organisationId), eq(webSessions.accountId, account.id))

export function endSessionStatement(
  database: Database,
  account: Pick<Account, 'organisationId' | 'id'>,
  sessionId: string,
): Statement {
  return database.delete(webSessions).where(and(sessionsOf(account), eq(webSessions.id, sessionId)))
}

/** Every session of an account ends: its role changed, or it was disabled. */
export function endAllSessionsStatement(
  database: Database,
  account: Pick<Account, 'organisationId' | 'id'>,
): Statement {
  return database.delete(webSessions).where(sessionsOf(account))
}

export async function renewSession(database: Database, sessionId: string, endsAt: number): Promise<void> {
  await database.update(webSessions).set({ endsAt }).where(eq(webSessions.id, sessionId))
}
