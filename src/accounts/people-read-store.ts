import { and, desc, eq, inArray, isNull, ne, sql } from 'drizzle-orm'
import type { AuditEntry } from '../audit/index.ts'
import { audit } from '../audit/schema.ts'
import type { Database } from '../runtime/database.ts'
import type { KnownName } from './names-store.ts'
import { type TemplateChoice, templatesQuery } from './people-store.ts'
import { accountAddresses, accounts, accountTemplates } from './schema.ts'
import { templatePart, viewAccount } from './store.ts'
import type { Account } from './types.ts'

export type PersonAddress = { address: string; provedAt: number }

export type PersonRead = {
  account: Account
  addresses: PersonAddress[]
  templates: TemplateChoice[]
  createdAt: number
  disabledAt: number | null
  /** When its person asked for it to be deleted; null: not. */
  deletionAskedAt: number | null
  termsAcceptedAt: number | null
  /** Whether another manager can sign in. */
  otherManager: boolean
  /** The newest entries of the audit that speak of this account. */
  recent: AuditEntry[]
  /** Those who are named there, as far as they belong to the organisation. */
  actors: KnownName[]
}

/** How much of the audit stands on a person's page. */
const RECENT = 8

/** One account with everything that stands on its page: one round trip. Null: none of this organisation. */
export async function readPerson(
  database: Database,
  organisationId: number,
  id: string,
): Promise<PersonRead | null> {
  const [[row], addresses, templates, managers, recent] = await database.batch([
    database
      .select({ account: accounts, template: templatePart })
      .from(accounts)
      .innerJoin(accountTemplates, eq(accountTemplates.id, accounts.templateId))
      .where(and(eq(accounts.organisationId, organisationId), eq(accounts.id, id)))
      .limit(1),
    database
      .select({ address: accountAddresses.address, provedAt: accountAddresses.provedAt })
      .from(accountAddresses)
      .where(and(eq(accountAddresses.accountId, id), eq(accountAddresses.organisationId, organisationId)))
      .limit(50),
    templatesQuery(database, organisationId),
    database
      .select({ id: accounts.id })
      .from(accounts)
      .where(and(otherManagers(organisationId, id)))
      .limit(1),
    recentQuery(database, organisationId, id),
  ])
  if (!row || row.account.state === 'deleted') return null
  const { createdAt, disabledAt, deletionAskedAt, termsAcceptedAt, address } = row.account
  return {
    account: viewAccount(row.account, address, row.template),
    addresses,
    templates,
    createdAt,
    disabledAt,
    deletionAskedAt,
    termsAcceptedAt,
    otherManager: managers.length > 0,
    recent: recent.map(({ actorKind, actorId, name: _, role: _role, known: _known, ...rest }) => ({
      ...rest,
      actor: { kind: actorKind, id: actorId },
    })),
    actors: recent.flatMap(({ actorId, name, known, role }) =>
      name === null || known === null || role === null ? [] : [{ id: actorId, name, address: known, role }],
    ),
  }
}

function recentQuery(database: Database, organisationId: number, id: string) {
  return database
    .select({
      id: audit.id,
      organisationId: audit.organisationId,
      at: audit.at,
      actorKind: audit.actorKind,
      actorId: audit.actorId,
      action: audit.action,
      accountId: audit.accountId,
      deviceId: audit.deviceId,
      detail: audit.detail,
      name: accounts.name,
      known: accounts.address,
      role: accounts.role,
    })
    .from(audit)
    .leftJoin(
      accounts,
      and(eq(accounts.id, audit.actorId), inArray(accounts.organisationId, [organisationId, 0])),
    )
    .where(and(eq(audit.organisationId, organisationId), eq(audit.accountId, id)))
    .orderBy(desc(audit.at), sql`"audit"."rowid" DESC`)
    .limit(RECENT)
}

/** Managers besides this one who can sign in. */
export function otherManagers(organisationId: number, id: string) {
  return and(
    eq(accounts.organisationId, organisationId),
    eq(accounts.role, 'manager'),
    eq(accounts.state, 'active'),
    isNull(accounts.disabledAt),
    ne(accounts.id, id),
  )
}

/** The accounts of these ids that are the organisation's; any number of ids. */
export async function readPeople(
  database: Database,
  organisationId: number,
  ids: string[],
): Promise<Account[]> {
  const rows = await database
    .select({ account: accounts, template: templatePart })
    .from(accounts)
    .innerJoin(accountTemplates, eq(accountTemplates.id, accounts.templateId))
    .where(and(eq(accounts.organisationId, organisationId), inArray(accounts.id, idsIn(ids))))
  return rows
    .filter(({ account }) => account.state !== 'deleted')
    .map(({ account, template }) => viewAccount(account, account.address, template))
}

export type PersonUpdate = Pick<Account, 'id' | 'name' | 'phone' | 'locale' | 'templateId' | 'groups'>

/** The same with the organisation's templates: one round trip. */
export async function readPeopleAndTemplates(
  database: Database,
  organisationId: number,
  ids: string[],
): Promise<{
  people: (PersonUpdate & { address: string })[]
  templates: TemplateChoice[]
}> {
  const [people, templates] = await database.batch([
    database
      .select({
        id: accounts.id,
        name: accounts.name,
        phone: accounts.phone,
        locale: accounts.locale,
        templateId: accounts.templateId,
        groups: accounts.groups,
        address: accounts.address,
      })
      .from(accounts)
      .where(
        and(
          eq(accounts.organisationId, organisationId),
          inArray(accounts.id, idsIn(ids)),
          ne(accounts.state, 'deleted'),
        ),
      ),
    templatesQuery(database, organisationId),
  ])
  return { people, templates }
}

/** As one parameter: D1 takes 100 a statement. */
export function idsIn(ids: string[]) {
  return sql`(SELECT value FROM json_each(${JSON.stringify(ids)}))`
}

export type KnownPerson = Pick<
  Account,
  'id' | 'name' | 'phone' | 'locale' | 'templateId' | 'groups' | 'state'
> & {
  /** The one that was asked for. */
  found: string
}

/** Who has these addresses, and the organisation's templates: one round trip. */
export async function readKnown(
  database: Database,
  organisationId: number,
  addresses: string[],
): Promise<{ known: KnownPerson[]; templates: TemplateChoice[] }> {
  const [known, templates] = await database.batch([
    database
      .select({
        found: accountAddresses.address,
        id: accounts.id,
        name: accounts.name,
        phone: accounts.phone,
        locale: accounts.locale,
        templateId: accounts.templateId,
        groups: accounts.groups,
        state: accounts.state,
      })
      .from(accountAddresses)
      .innerJoin(accounts, eq(accounts.id, accountAddresses.accountId))
      .where(
        and(
          eq(accountAddresses.organisationId, organisationId),
          inArray(accountAddresses.address, idsIn(addresses)),
        ),
      ),
    templatesQuery(database, organisationId),
  ])
  return { known, templates }
}

/** Those who wait for a manager's yes, the longest first: whom one refused waits no more. */
export async function readWaiting(database: Database, organisationId: number, limit: number) {
  const rows = await database
    .select({ id: accounts.id, address: accounts.address, locale: accounts.locale })
    .from(accounts)
    .where(
      and(
        eq(accounts.organisationId, organisationId),
        eq(accounts.state, 'unapproved'),
        isNull(accounts.disabledAt),
      ),
    )
    .orderBy(accounts.createdAt, accounts.id)
    .limit(limit + 1)
  return { waiting: rows.slice(0, limit), more: rows.length > limit }
}
