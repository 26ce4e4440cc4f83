import { and, desc, eq, inArray, isNotNull, isNull, ne, type SQL, sql } from 'drizzle-orm'
import { nameKey } from '../accounts/index.ts'
import { accountAddresses, accounts } from '../accounts/schema.ts'
import { LIVING } from '../devices/index.ts'
import { devices } from '../devices/schema.ts'
import { LAST_CHARACTER } from '../kernel/text.ts'
import type { Database } from '../runtime/database.ts'
import { invitations } from './schema.ts'
import type { Candidate } from './types.ts'
import type { WhomFilter } from './whom-types.ts'

/** Only the newest invitation of an account can live. Spelled out: drizzle drops the table's name in a selection. */
const newestState = sql<string | null>`(SELECT newest.state FROM ${invitations} AS newest
  WHERE newest.account_id = "accounts"."id" ORDER BY newest.created_at DESC, newest.id DESC LIMIT 1)`

async function read(database: Database, where: SQL | undefined, limit: number): Promise<Candidate[]> {
  const rows = await database
    .select({
      id: accounts.id,
      name: accounts.name,
      address: accounts.address,
      phone: accounts.phone,
      state: accounts.state,
      disabledAt: accounts.disabledAt,
      newest: newestState.as('newest'),
    })
    .from(accounts)
    .where(where)
    .orderBy(desc(accounts.createdAt), desc(accounts.id))
    .limit(limit)
  return rows.map(({ disabledAt, newest, ...row }) => ({
    ...row,
    state: disabledAt === null || row.state === 'deleted' ? row.state : 'disabled',
    invited: newest === 'issued' || newest === 'opened',
  }))
}

/** The organisation's accounts of these ids, deleted ones too; any number of ids. `+`: found by id, not by walking. */
export function readCandidates(
  database: Database,
  organisationId: number,
  ids: string[],
): Promise<Candidate[]> {
  const wanted = sql`(SELECT value FROM json_each(${JSON.stringify(ids)}))`
  return read(
    database,
    and(sql`+${accounts.organisationId} = ${organisationId}`, inArray(accounts.id, wanted)),
    ids.length,
  )
}

/** The organisation's accounts that the filter leaves, the newest first. */
export function findCandidates(
  database: Database,
  organisationId: number,
  filter: WhomFilter,
  limit: number,
): Promise<Candidate[]> {
  const { state, group, unprovisioned } = filter
  const address = filter.search.trim().toLowerCase()
  const conditions: (SQL | undefined)[] = [
    address === ''
      ? eq(accounts.organisationId, organisationId)
      : sql`+${accounts.organisationId} = ${organisationId}`,
    address === '' ? undefined : inArray(accounts.id, searched(organisationId, address, nameKey(address))),
    ne(accounts.state, 'deleted'),
    state === 'disabled' ? isNotNull(accounts.disabledAt) : undefined,
    state === null || state === 'disabled'
      ? undefined
      : and(eq(accounts.state, state), isNull(accounts.disabledAt)),
    group === null
      ? undefined
      : sql`EXISTS (SELECT 1 FROM json_each(${accounts.groups}) AS one WHERE lower(one.value) = ${group.toLowerCase()})`,
    unprovisioned ? hasNothing() : undefined,
  ]
  return read(database, and(...conditions), limit)
}

/** Whose name or one of whose addresses begins so. */
function searched(organisationId: number, address: string, name: string): SQL {
  const byAddress = sql`SELECT ${accountAddresses.accountId} FROM ${accountAddresses}
    WHERE ${accountAddresses.organisationId} = ${organisationId}
    AND ${accountAddresses.address} >= ${address} AND ${accountAddresses.address} < ${address + LAST_CHARACTER}`
  if (name === '') return sql`(${byAddress})`
  return sql`(${byAddress} UNION SELECT named.id FROM ${accounts} AS named
    WHERE named.organisation_id = ${organisationId}
    AND named.name_key >= ${name} AND named.name_key < ${name + LAST_CHARACTER})`
}

/** No living device, and no invitation that was accepted. */
function hasNothing(): SQL {
  const living = sql.join(
    LIVING.map((lifecycle) => sql`${lifecycle}`),
    sql`, `,
  )
  return sql`NOT EXISTS (SELECT 1 FROM ${devices} WHERE ${devices.accountId} = ${accounts.id}
      AND ${devices.lifecycle} IN (${living}))
    AND NOT EXISTS (SELECT 1 FROM ${invitations} AS former WHERE former.account_id = ${accounts.id}
      AND former.accepted_at IS NOT NULL)`
}
