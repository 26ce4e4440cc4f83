import { and, asc, desc, eq, type SQL, sql } from 'drizzle-orm'
import { accounts } from '../accounts/schema.ts'
import type { Cursor } from '../kernel/paging.ts'
import { LAST_CHARACTER } from '../kernel/text.ts'
import type { Database } from '../runtime/database.ts'
import type { Plan, Walk } from './list-rules.ts'
import { columns, viewListed } from './list-store.ts'
import { invitations } from './schema.ts'
import type { InvitationFilter, ListedInvitation } from './types.ts'

/**
 * A row of a walk: where it stands, and the invitation; null for a person without one that is asked for, or whom
 * another walk found.
 */
export type Walked = { place: Cursor; invitation: ListedInvitation | null }

type PeopleWalk = Walk & { by: 'found_name' | 'found_address' }

const searches = (walk: Walk): walk is PeopleWalk => walk.by === 'found_name' || walk.by === 'found_address'

/** The rows of each walk, at most as many as its limit, the first from `after` on: one round trip. */
export async function walkInvitations(
  database: Database,
  organisationId: number,
  plan: Plan,
  filter: InvitationFilter,
  after: Cursor | null,
): Promise<Walked[][]> {
  const queries = plan.map(({ walk, limit }, index) => {
    const from = index === 0 ? after : null
    return searches(walk)
      ? peopleQuery(database, organisationId, walk, filter, from, limit)
      : listQuery(database, organisationId, walk, from, limit)
  })
  const [first, ...others] = queries
  if (!first) return []
  const found = await database.batch([first, ...others])
  return plan.map(({ walk }, index) => (found[index] ?? []).map((row) => viewWalked(walk, row as WalkedRow)))
}

function listQuery(
  database: Database,
  organisationId: number,
  walk: Exclude<Walk, PeopleWalk>,
  after: Cursor | null,
  limit: number,
) {
  const { createdAt, id } = invitations
  const own = eq(invitations.organisationId, organisationId)
  const fixed: Record<typeof walk.by, SQL | undefined> = {
    newest: own,
    status: and(own, walk.by === 'status' ? sql`${invitations.status} = ${walk.value}` : undefined),
    // The plus keeps SQLite from walking the organisation instead of the job.
    job: and(
      sql`+${invitations.organisationId} = ${organisationId}`,
      walk.by === 'job' ? eq(invitations.jobId, walk.value) : undefined,
    ),
  }
  return database
    .select({ ...columns, ...places(accounts.address) })
    .from(invitations)
    .innerJoin(accounts, eq(accounts.id, invitations.accountId))
    .where(and(fixed[walk.by], after ? sql`(${createdAt}, ${id}) < (${after[1]}, ${after[2]})` : undefined))
    .orderBy(desc(createdAt), desc(id))
    .limit(limit)
}

/** Under names of their own: a batch tells columns apart by name. */
const places = (key: typeof accounts.nameKey | typeof accounts.address) => ({
  person: sql<string>`${accounts.id}`.as('person'),
  key: sql<string>`${key}`.as('place'),
  nameKey: accounts.nameKey,
})

/** People in their order, each with their invitations, the newest first. Who has none takes a row as well. */
function peopleQuery(
  database: Database,
  organisationId: number,
  walk: PeopleWalk,
  { status, jobId }: InvitationFilter,
  after: Cursor | null,
  limit: number,
) {
  const key = walk.by === 'found_name' ? accounts.nameKey : accounts.address
  const { createdAt, id } = invitations
  const [, at, person, former, formerId] = after ?? []
  // The person where the last page ended may have more; `>=` on their index, then what comes behind within it.
  const behind =
    after &&
    and(
      sql`(${key}, ${accounts.id}) >= (${at}, ${person})`,
      former === null
        ? sql`${accounts.id} <> ${person}`
        : sql`(${accounts.id} <> ${person} OR (${createdAt}, ${id}) < (${former}, ${formerId}))`,
    )
  return database
    .select({ ...columns, ...places(key) })
    .from(accounts)
    .leftJoin(
      invitations,
      and(
        eq(invitations.accountId, accounts.id),
        sql`+${invitations.organisationId} = ${organisationId}`,
        status === null ? undefined : sql`+${invitations.status} = ${status}`,
        jobId === null ? undefined : sql`+${invitations.jobId} = ${jobId}`,
      ),
    )
    .where(
      and(
        eq(accounts.organisationId, organisationId),
        after ? undefined : sql`${key} >= ${walk.value}`,
        sql`${key} < ${walk.value + LAST_CHARACTER}`,
        behind ?? undefined,
      ),
    )
    .orderBy(asc(key), asc(accounts.id), desc(createdAt), desc(id))
    .limit(limit)
}

/** `id` is null for a person without an invitation that is asked for; everything of it is then. */
type WalkedRow = { person: string; key: string; nameKey: string; createdAt: number | null } & (
  | ListedInvitation
  | { id: null }
)

function viewWalked(walk: Walk, { person, key, nameKey, ...row }: WalkedRow): Walked {
  const { id, createdAt } = row
  if (!searches(walk))
    return { place: [walk.by, createdAt, id], invitation: id === null ? null : viewListed(row) }
  // Left out here and not by the database: it would read any number of them on its way.
  const shown = id !== null && !(walk.except !== null && nameKey.startsWith(walk.except))
  return { place: [walk.by, key, person, createdAt, id], invitation: shown ? viewListed(row) : null }
}
