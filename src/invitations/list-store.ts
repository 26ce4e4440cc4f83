import { and, desc, eq, gte, sql } from 'drizzle-orm'
import { type Account, templatePart, viewAccount } from '../accounts/index.ts'
import { accounts, accountTemplates } from '../accounts/schema.ts'
import type { Instant } from '../kernel/time.ts'
import { organisations } from '../organisations/schema.ts'
import type { Database } from '../runtime/database.ts'
import { newestJobs } from './jobs-store.ts'
import { invitations } from './schema.ts'
import {
  INVITATION_STATUSES,
  type Invitation,
  type InvitationFilter,
  type InvitationStatus,
  type Job,
  type ListedInvitation,
  type StatusCounts,
} from './types.ts'

/** What a list shows of an invitation; for statements that join `accounts`. Every column has a name of its own. */
export const columns = {
  id: invitations.id,
  accountId: invitations.accountId,
  name: accounts.name,
  recipient: invitations.recipient,
  address: accounts.address,
  locale: accounts.locale,
  channel: invitations.channel,
  status: sql<InvitationStatus>`${invitations.status}`.as('status'),
  deliveryReason: invitations.deliveryReason,
  createdAt: invitations.createdAt,
  deliveredAt: invitations.deliveredAt,
  fetchedAt: invitations.fetchedAt,
  openedAt: invitations.openedAt,
  acceptedAt: invitations.acceptedAt,
  endedAt: invitations.endedAt,
  validUntil: invitations.validUntil,
  devices: invitations.devices,
  deviceLimit: invitations.deviceLimit,
  remindersOff: invitations.remindersOff,
  reminded: invitations.reminded,
  remindAt: invitations.remindAt,
  changedAt: invitations.changedAt,
}

/** The account's address where no message went anywhere. */
export function viewListed<Row extends { recipient: string; address: string }>(row: Row): Row {
  return { ...row, recipient: row.recipient || row.address }
}

export async function findInvitation(
  database: Database,
  organisationId: number,
  id: string,
): Promise<Invitation | null> {
  const [row] = await database
    .select({
      ...columns,
      organisationId: invitations.organisationId,
      ref: invitations.ref,
      jobId: invitations.jobId,
      createdBy: invitations.createdBy,
      slotDeviceId: invitations.slotDeviceId,
      living: sql<number>`${invitations.state} IN ('issued', 'opened')`.as('living'),
    })
    .from(invitations)
    .innerJoin(accounts, eq(accounts.id, invitations.accountId))
    .where(and(eq(invitations.id, id), sql`+${invitations.organisationId} = ${organisationId}`))
    .limit(1)
  return row ? { ...viewListed(row), living: row.living === 1 } : null
}

/** Whom to invite: one account of the organisation with what its template says. */
export async function readInvitee(
  database: Database,
  organisationId: number,
  accountId: string,
): Promise<Account | null> {
  const [row] = await database
    .select({ account: accounts, template: templatePart })
    .from(accounts)
    .innerJoin(accountTemplates, eq(accountTemplates.id, accounts.templateId))
    .where(and(eq(accounts.organisationId, organisationId), eq(accounts.id, accountId)))
    .limit(1)
  return row ? viewAccount(row.account, row.account.address, row.template) : null
}

/** The newest change first. */
export async function listChanged(
  database: Database,
  organisationId: number,
  since: Instant,
  filter: InvitationFilter,
  name: string,
  limit: number,
): Promise<ListedInvitation[]> {
  const { status, jobId, search } = filter
  const address = search.trim().toLowerCase()
  const rows = await database
    .select(columns)
    .from(invitations)
    .innerJoin(accounts, eq(accounts.id, invitations.accountId))
    .where(
      and(
        eq(invitations.organisationId, organisationId),
        gte(invitations.changedAt, since),
        status === null ? undefined : sql`+${invitations.status} = ${status}`,
        jobId === null ? undefined : sql`+${invitations.jobId} = ${jobId}`,
        address === ''
          ? undefined
          : sql`(substr(${accounts.address}, 1, ${address.length}) = ${address}
              OR (${name} <> '' AND substr(${accounts.nameKey}, 1, ${name.length}) = ${name}))`,
      ),
    )
    .orderBy(desc(invitations.changedAt))
    .limit(limit)
  return rows.map(viewListed)
}

/** `+`: found by the account, not by walking the organisation. */
export async function listOf(
  database: Database,
  organisationId: number,
  accountId: string,
  limit: number,
): Promise<ListedInvitation[]> {
  const rows = await database
    .select(columns)
    .from(invitations)
    .innerJoin(accounts, eq(accounts.id, invitations.accountId))
    .where(and(eq(invitations.accountId, accountId), sql`+${invitations.organisationId} = ${organisationId}`))
    .orderBy(desc(invitations.createdAt), desc(invitations.id))
    .limit(limit)
  return rows.map(viewListed)
}

/** No status is counted further. */
const COUNTED = 100

/** The counts and the newest jobs: one round trip. */
export async function readBoard(
  database: Database,
  organisationId: number,
): Promise<{ counts: StatusCounts; jobs: Job[] }> {
  const [counts, jobs] = await database.batch([
    statusCounts(database, organisationId),
    newestJobs(database, organisationId),
  ])
  return { counts: readCounts(counts), jobs }
}

/** Each status from its own part of the index. D1 takes five terms of a UNION, so they stand side by side. */
function statusCounts(database: Database, organisationId: number) {
  const count = (status: InvitationStatus) =>
    sql<number>`(SELECT count(*) FROM (SELECT 1 FROM "invitations" WHERE "organisation_id" = ${organisationId}
      AND "status" = ${status} LIMIT ${COUNTED + 1}))`.as(status)
  const counts = Object.fromEntries(INVITATION_STATUSES.map((status) => [status, count(status)]))
  return database.select(counts).from(organisations).where(eq(organisations.id, organisationId)).limit(1)
}

function readCounts(rows: Record<string, unknown>[]): StatusCounts {
  return Object.fromEntries(
    INVITATION_STATUSES.map((status) => {
      const counted = Number(rows[0]?.[status] ?? 0)
      return [status, { count: Math.min(counted, COUNTED), more: counted > COUNTED }]
    }),
  ) as StatusCounts
}
