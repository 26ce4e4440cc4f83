import { and, asc, eq, sql } from 'drizzle-orm'
import type { Instant } from '../kernel/time.ts'
import { organisations } from '../organisations/schema.ts'
import type { Database, Statement } from '../runtime/database.ts'
import type { AccountTemplateFields } from './account-template-rules.ts'
import { accountTemplates } from './schema.ts'
import { viewTemplate } from './store.ts'
import type { AccountTemplate } from './types.ts'

/** An account template with what stands around it. */
export type ListedAccountTemplate = AccountTemplate & {
  archivedAt: Instant | null
  changedAt: Instant
  /** New people of the organisation get it. */
  forNewPeople: boolean
  /** At least one account has it. */
  inUse: boolean
}

/** Counting stops here: a template may have all the accounts of a large organisation. */
const ACCOUNTS_COUNTED = 1000

type Row = typeof accountTemplates.$inferSelect

// Named in full: within a subquery the bare name would mean the subquery's own column.
const own = sql.raw('"account_templates"."id"')
const inUse = sql<number>`EXISTS (SELECT 1 FROM "accounts" WHERE "accounts"."template_id" = ${own})`
const counted = sql<number>`(SELECT count(*) FROM (SELECT 1 FROM "accounts"
  WHERE "accounts"."template_id" = ${own} LIMIT ${sql.raw(String(ACCOUNTS_COUNTED))}))`

function readListed(database: Database, organisationId: number) {
  return database
    .select({ template: accountTemplates, forNewPeople: organisations.accountTemplateId, inUse })
    .from(accountTemplates)
    .innerJoin(organisations, eq(organisations.id, accountTemplates.organisationId))
    .where(eq(accountTemplates.organisationId, organisationId))
}

function viewListed(row: {
  template: Row
  forNewPeople: string | null
  inUse: number
}): ListedAccountTemplate {
  const { template } = row
  return {
    ...viewTemplate(template),
    archivedAt: template.archivedAt,
    changedAt: template.changedAt,
    forNewPeople: row.forNewPeople === template.id,
    inUse: row.inUse === 1,
  }
}

/** All of them, archived ones too, by name. */
export async function listAll(database: Database, organisationId: number): Promise<ListedAccountTemplate[]> {
  const rows = await readListed(database, organisationId).orderBy(
    asc(sql`${accountTemplates.name} COLLATE NOCASE`),
    asc(accountTemplates.id),
  )
  return rows.map(viewListed)
}

/** An account template with how many accounts have it: exactly, or `more` than were counted. */
export type CountedAccountTemplate = ListedAccountTemplate & { accounts: { count: number; more: boolean } }

/** One of them, with the number of accounts that have it. */
export async function findTemplate(
  database: Database,
  organisationId: number,
  id: string,
): Promise<CountedAccountTemplate | null> {
  const [row] = await database
    .select({
      template: accountTemplates,
      forNewPeople: organisations.accountTemplateId,
      inUse,
      accounts: counted,
    })
    .from(accountTemplates)
    .innerJoin(organisations, eq(organisations.id, accountTemplates.organisationId))
    .where(and(eq(accountTemplates.organisationId, organisationId), eq(accountTemplates.id, id)))
    .limit(1)
  if (!row) return null
  return { ...viewListed(row), accounts: { count: row.accounts, more: row.accounts >= ACCOUNTS_COUNTED } }
}

export function insertTemplateStatement(
  database: Database,
  template: AccountTemplate,
  now: Instant,
): Statement {
  return database.insert(accountTemplates).values({ ...template, createdAt: now, changedAt: now })
}

/** The version rises with every change. */
export function changeTemplateStatement(
  database: Database,
  template: Pick<AccountTemplate, 'organisationId' | 'id'>,
  change: Partial<AccountTemplateFields> & { archivedAt?: Instant | null },
  now: Instant,
): Statement {
  return database
    .update(accountTemplates)
    .set({ ...change, version: sql`${accountTemplates.version} + 1`, changedAt: now })
    .where(
      and(eq(accountTemplates.organisationId, template.organisationId), eq(accountTemplates.id, template.id)),
    )
}
