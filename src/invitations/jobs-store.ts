import { and, asc, desc, eq, getTableColumns, gt, inArray, isNull, lte, or, sql } from 'drizzle-orm'
import { templatePart } from '../accounts/index.ts'
import { accounts, accountTemplates } from '../accounts/schema.ts'
import { type Cursor, cutPage, PAGE_SIZE, type Page } from '../kernel/paging.ts'
import { HOUR, type Instant } from '../kernel/time.ts'
import { organisations, service } from '../organisations/schema.ts'
import {
  type Database,
  prepareOnce,
  prepareStatement,
  runBatch,
  type Statement,
} from '../runtime/database.ts'
import { insertRows } from '../runtime/rows-store.ts'
import { invitationItems, invitationJobs } from './schema.ts'
import type { ItemReason, ItemState, Job, ListedItem } from './types.ts'

/** D1 takes 2 MB a parameter; an item has some 400 bytes at most. */
const ITEMS_AT_ONCE = 2000

type NewJob = Pick<Job, 'id' | 'organisationId' | 'channel' | 'createdBy' | 'createdAt' | 'total'>

export function insertJob(
  database: Database,
  job: NewJob,
  people: { id: string; accountId: string; recipient: string }[],
): Statement[] {
  const statements: Statement[] = [
    database.insert(invitationJobs).values({ ...job, pumpedAt: job.createdAt }),
  ]
  for (let begin = 0; begin < people.length; begin += ITEMS_AT_ONCE)
    statements.push(
      insertRows(
        invitationItems,
        people.slice(begin, begin + ITEMS_AT_ONCE).map((person) => ({
          ...person,
          jobId: job.id,
          organisationId: job.organisationId,
          state: 'waiting' as const,
          attempts: 0,
          changedAt: job.createdAt,
        })),
      ),
    )
  return statements
}

/**
 * Marks the job's next people as given to the queue and returns them: none while the queue still holds `most` of
 * them. Two at once never take the same. `waiting`: whether somebody is left.
 */
export async function takeWaiting(
  database: Database,
  jobId: string,
  most: number,
  now: Instant,
): Promise<{ ids: string[]; waiting: boolean }> {
  const { jobId: job, state, id } = invitationItems
  const some = (of: ItemState, limit: number) =>
    database
      .select({ id })
      .from(invitationItems)
      .where(and(eq(job, jobId), eq(state, of)))
      .limit(limit)
  const held = sql`(SELECT count(*) FROM ${some('queued', most)})`
  const [taken, [left]] = await database.batch([
    database
      .update(invitationItems)
      .set({ state: 'queued', queuedAt: now, changedAt: now })
      .where(and(inArray(id, some('waiting', most).orderBy(asc(id))), sql`${held} < ${most}`))
      .returning({ id }),
    some('waiting', 1),
    database.update(invitationJobs).set({ pumpedAt: now }).where(eq(invitationJobs.id, jobId)),
  ])
  return { ids: taken.map((row) => row.id), waiting: left !== undefined }
}

const itemQuery = prepareOnce((database) =>
  database
    .select({
      item: invitationItems,
      job: { channel: invitationJobs.channel, createdBy: invitationJobs.createdBy },
      account: accounts,
      template: templatePart,
      organisation: organisations,
      serviceEnabled: service.enabled,
    })
    .from(invitationItems)
    .innerJoin(invitationJobs, eq(invitationJobs.id, invitationItems.jobId))
    .innerJoin(
      accounts,
      and(
        eq(accounts.id, invitationItems.accountId),
        eq(accounts.organisationId, invitationItems.organisationId),
      ),
    )
    .innerJoin(accountTemplates, eq(accountTemplates.id, accounts.templateId))
    .innerJoin(organisations, eq(organisations.id, invitationItems.organisationId))
    .innerJoin(service, eq(service.id, 1))
    .where(eq(invitationItems.id, sql.placeholder('id')))
    .limit(1)
    .prepare(),
)

/** Everything that inviting one person of a job takes: one read. */
export async function readItem(database: Database, id: string) {
  const [row] = await itemQuery(database).all({ id })
  return row ?? null
}

const UNSETTLED: ItemState[] = ['waiting', 'queued']

type Settled = { id: string; state: ItemState; reason: ItemReason | null; now: Instant }

const settleStatement = prepareStatement<Settled>((database) =>
  database
    .update(invitationItems)
    .set({
      state: sql`${sql.placeholder('state')}`,
      reason: sql`${sql.placeholder('reason')}`,
      queuedAt: null,
      changedAt: sql`${sql.placeholder('now')}`,
    })
    .where(and(eq(invitationItems.id, sql.placeholder('id')), inArray(invitationItems.state, UNSETTLED))),
)

/** Once: who is done, failed or skipped stays so. */
export async function settleItem(
  database: Database,
  id: string,
  end: { state: 'done' | 'failed' | 'skipped'; reason: ItemReason | null },
  now: Instant,
): Promise<void> {
  await runBatch(database, [settleStatement(database, { id, ...end, now })])
}

/** Notes a try that failed; the next is due at `dueAt`. */
export async function postponeItem(
  database: Database,
  id: string,
  dueAt: Instant,
  now: Instant,
): Promise<void> {
  await database
    .update(invitationItems)
    .set({
      state: 'queued',
      attempts: sql`${invitationItems.attempts} + 1`,
      queuedAt: dueAt,
      changedAt: now,
    })
    .where(and(eq(invitationItems.id, id), inArray(invitationItems.state, UNSETTLED)))
}

/** Marks again what was given to the queue before `before`, and returns it: the longest waiting first. */
export async function takeStalledItems(
  database: Database,
  before: Instant,
  now: Instant,
  limit: number,
): Promise<string[]> {
  const { id, queuedAt, state } = invitationItems
  const stalled = database
    .select({ id })
    .from(invitationItems)
    // What is due hours ahead was written by a clock that had jumped.
    .where(and(eq(state, 'queued'), or(lte(queuedAt, before), gt(queuedAt, now + HOUR))))
    .orderBy(asc(queuedAt))
    .limit(limit)
  const rows = await database
    .update(invitationItems)
    .set({ queuedAt: now })
    .where(inArray(id, stalled))
    .returning({ id })
  return rows.map((row) => row.id)
}

/** Jobs with people waiting that nobody moved on since `before`. */
export async function takeStalledJobs(
  database: Database,
  before: Instant,
  now: Instant,
  limit: number,
): Promise<string[]> {
  const { id, finishedAt, pumpedAt } = invitationJobs
  const waits = sql`EXISTS (SELECT 1 FROM ${invitationItems} WHERE ${invitationItems.jobId} = ${id}
    AND ${invitationItems.state} = 'waiting')`
  const stalled = database
    .select({ id })
    .from(invitationJobs)
    // As with items: what was moved on hours ahead was by a clock that had jumped.
    .where(and(isNull(finishedAt), or(lte(pumpedAt, before), gt(pumpedAt, now + HOUR)), waits))
    .orderBy(asc(pumpedAt))
    .limit(limit)
  const rows = await database
    .update(invitationJobs)
    .set({ pumpedAt: now })
    .where(inArray(id, stalled))
    .returning({ id })
  return rows.map((row) => row.id)
}

const { pumpedAt: _, ...jobColumns } = getTableColumns(invitationJobs)

export async function readJob(
  database: Database,
  organisationId: number,
  jobId: string,
): Promise<Job | null> {
  const [job] = await database
    .select(jobColumns)
    .from(invitationJobs)
    .where(and(eq(invitationJobs.organisationId, organisationId), eq(invitationJobs.id, jobId)))
    .limit(1)
  return job ?? null
}

/** How many stand above the list of invitations. */
const SHOWN = 20

export function newestJobs(database: Database, organisationId: number) {
  return database
    .select(jobColumns)
    .from(invitationJobs)
    .where(eq(invitationJobs.organisationId, organisationId))
    .orderBy(desc(invitationJobs.createdAt), desc(invitationJobs.id))
    .limit(SHOWN)
}

export async function listItems(
  database: Database,
  organisationId: number,
  jobId: string,
  state: ItemState,
  after: Cursor | null,
): Promise<Page<ListedItem>> {
  const items = invitationItems
  const rows = await database
    .select({
      id: items.id,
      accountId: items.accountId,
      name: accounts.name,
      address: accounts.address,
      recipient: items.recipient,
      state: items.state,
      reason: items.reason,
      changedAt: items.changedAt,
    })
    .from(items)
    .innerJoin(accounts, eq(accounts.id, items.accountId))
    .where(
      and(
        eq(items.jobId, jobId),
        eq(items.state, state),
        eq(items.organisationId, organisationId),
        after ? gt(items.id, String(after[0])) : undefined,
      ),
    )
    .orderBy(asc(items.id))
    .limit(PAGE_SIZE + 1)
  return cutPage(rows, (row) => [row.id])
}
