import { and, asc, desc, eq, isNotNull, type SQL, sql } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { Cursor } from '../kernel/paging.ts'
import { LAST_CHARACTER } from '../kernel/text.ts'
import type { Database } from '../runtime/database.ts'
import type { Found, ListPlan, Person, PersonState, Walk } from './people-list-rules.ts'
import { accountAddresses, accounts, accountTemplates } from './schema.ts'

/** An account template, as a choice. */
export type TemplateChoice = Pick<
  typeof accountTemplates.$inferSelect,
  'id' | 'name' | 'groups' | 'locale' | 'archivedAt'
>

const columns = {
  id: accounts.id,
  name: accounts.name,
  nameKey: accounts.nameKey,
  address: accounts.address,
  phone: accounts.phone,
  locale: accounts.locale,
  role: accounts.role,
  state: accounts.state,
  templateId: accounts.templateId,
  groups: accounts.groups,
  disabledAt: accounts.disabledAt,
  deletionAskedAt: accounts.deletionAskedAt,
  createdAt: accounts.createdAt,
}

/** The rows of one index in its order, beginning behind `after`. It never reads more than `limit` rows of it. */
export function walkQuery(
  database: Database,
  organisationId: number,
  walk: Walk,
  after: Cursor | null,
  limit: number,
) {
  const { fixed, column, descending = false } = stepsOf(walk, organisationId)
  const id = walk.by === 'found_address' ? accountAddresses.accountId : accounts.id
  const place = after && sql`(${column}, ${id}) ${sql.raw(descending ? '<' : '>')} (${after[1]}, ${after[2]})`
  // The cursor lies behind the beginning of what is searched: both together would keep the index from being used.
  const searched = walk.by === 'found_name' || walk.by === 'found_address'
  const range = searched
    ? [after ? undefined : sql`${column} >= ${walk.value}`, sql`${column} < ${walk.value + LAST_CHARACTER}`]
    : []
  const order = descending ? [desc(column), desc(id)] : [asc(column), asc(id)]
  const matched = walk.by === 'found_address' ? sql<string>`${accountAddresses.address}` : sql<string>`''`
  const query = database
    .select({ ...columns, matched: matched.as('matched') })
    .from(accounts)
    .$dynamic()
  if (walk.by === 'found_address')
    query.innerJoin(accountAddresses, eq(accountAddresses.accountId, accounts.id))
  return query
    .where(and(...fixed, place ?? undefined, ...range))
    .orderBy(...order)
    .limit(limit)
}

type Steps = { fixed: (SQL | undefined)[]; column: SQLiteColumn; descending?: boolean }

function stepsOf(walk: Walk, organisationId: number): Steps {
  const own = eq(accounts.organisationId, organisationId)
  const newest = { column: accounts.createdAt, descending: true }
  switch (walk.by) {
    case 'newest':
      return { fixed: [own], ...newest }
    case 'name':
    case 'found_name':
      return { fixed: [own], column: accounts.nameKey }
    case 'address':
      return { fixed: [own], column: accounts.address }
    case 'disabled':
      return {
        fixed: [own, isNotNull(accounts.disabledAt)],
        column: accounts.disabledAt,
        descending: true,
      }
    case 'leaving':
      return {
        fixed: [own, isNotNull(accounts.deletionAskedAt)],
        column: accounts.deletionAskedAt,
        descending: true,
      }
    case 'state':
      return { fixed: [own, eq(accounts.state, walk.value)], ...newest }
    case 'role':
      return { fixed: [own, eq(accounts.role, walk.value)], ...newest }
    case 'template':
      // The plus keeps SQLite from walking the organisation instead of the template.
      return {
        fixed: [sql`+${accounts.organisationId} = ${organisationId}`, eq(accounts.templateId, walk.value)],
        ...newest,
      }
    case 'found_address':
      return {
        fixed: [
          eq(accountAddresses.organisationId, organisationId),
          sql`+${accounts.organisationId} = ${organisationId}`,
          firstFound(walk.value),
        ],
        column: accountAddresses.address,
      }
  }
}

/** Of several addresses of one account that are found, the first stands for it. */
function firstFound(search: string): SQL {
  return sql`NOT EXISTS (SELECT 1 FROM account_addresses AS earlier
    WHERE earlier.account_id = ${accountAddresses.accountId} AND +earlier.address >= ${search}
    AND +earlier.address < ${accountAddresses.address})`
}

export function templatesQuery(database: Database, organisationId: number) {
  return database
    .select({
      id: accountTemplates.id,
      name: accountTemplates.name,
      groups: accountTemplates.groups,
      locale: accountTemplates.locale,
      archivedAt: accountTemplates.archivedAt,
    })
    .from(accountTemplates)
    .where(eq(accountTemplates.organisationId, organisationId))
    .orderBy(asc(accountTemplates.name))
    .limit(200)
}

/** How many have a state: `more` where there are more than were looked at. */
export type StateCount = { count: number; more: boolean }

/** No count looks at more rows than this. */
const COUNTED = 50

const stateCount = (database: Database, organisationId: number, state: 'invited' | 'unapproved') => {
  const some = database
    .select({ disabledAt: accounts.disabledAt })
    .from(accounts)
    .where(and(eq(accounts.organisationId, organisationId), eq(accounts.state, state)))
    .orderBy(desc(accounts.createdAt), desc(accounts.id))
    .limit(COUNTED + 1)
    .as('some')
  return database
    .select({
      counted: sql<number>`count(*) FILTER (WHERE ${some.disabledAt} IS NULL)`.as('counted'),
      looked: sql<number>`count(*)`.as('looked'),
    })
    .from(some)
}

const disabledCount = (database: Database, organisationId: number) => {
  const some = database
    .select({ disabledAt: accounts.disabledAt })
    .from(accounts)
    .where(and(eq(accounts.organisationId, organisationId), isNotNull(accounts.disabledAt)))
    .limit(COUNTED + 1)
    .as('some')
  return database
    .select({ counted: sql<number>`count(*)`.as('counted'), looked: sql<number>`count(*)`.as('looked') })
    .from(some)
}

export type Counts = Record<'invited' | 'unapproved' | 'disabled', StateCount>

function readCount([row]: { counted: number; looked: number }[]): StateCount {
  const { counted = 0, looked = 0 } = row ?? {}
  return { count: Math.min(counted, COUNTED), more: looked > COUNTED }
}

/** What the walks find from `after` on, the organisation's templates, and counts where they are asked for. */
export async function readList(
  database: Database,
  organisationId: number,
  plan: ListPlan,
  options: { after: Cursor | null; counts: boolean },
): Promise<{ found: Found[]; templates: TemplateChoice[]; counts: Counts | null }> {
  const { after } = options
  const begin = after ? plan.walks.findIndex((walk) => walk.by === after[0]) : 0
  const walks = plan.walks.slice(Math.max(begin, 0))
  const queries = walks.map((walk, index) =>
    walkQuery(database, organisationId, walk, index === 0 && begin >= 0 ? after : null, plan.limitOf(walk)),
  )
  const counted = options.counts
    ? ([
        stateCount(database, organisationId, 'invited'),
        stateCount(database, organisationId, 'unapproved'),
        disabledCount(database, organisationId),
      ] as const)
    : []
  const [templates, ...rest] = await database.batch([
    templatesQuery(database, organisationId),
    ...queries,
    ...counted,
  ])
  const found = walks.map((walk, index) => ({ walk, people: (rest[index] as Row[]).map(viewPerson) }))
  const [invited, unapproved, disabled] = rest.slice(walks.length) as unknown as Parameters<
    typeof readCount
  >[0][]
  const counts =
    invited && unapproved && disabled
      ? { invited: readCount(invited), unapproved: readCount(unapproved), disabled: readCount(disabled) }
      : null
  return { found, templates, counts }
}

type Row = Awaited<ReturnType<typeof walkQuery>>[number]

function viewPerson(row: Row): Person {
  return { ...row, state: row.disabledAt === null ? (row.state as PersonState) : 'disabled' }
}
