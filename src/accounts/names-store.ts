import { and, asc, eq, gte, lt, ne, or, type SQL, sql } from 'drizzle-orm'
import { LAST_CHARACTER } from '../kernel/text.ts'
import { organisations } from '../organisations/schema.ts'
import type { Database } from '../runtime/database.ts'
import { isTombstone } from './deleting-rules.ts'
import { nameKey } from './rules.ts'
import { accounts } from './schema.ts'
import type { AccountRole } from './types.ts'

/** Supervisors act in every organisation and belong to this one. */
const SERVICE_ID = 0

/** An account as a list names it. One that was deleted has neither name nor address. */
export type KnownName = { id: string; name: string; address: string; role: AccountRole }

const nameColumns = {
  id: accounts.id,
  name: accounts.name,
  address: accounts.address,
  role: accounts.role,
}

/**
 * The accounts of these ids, as far as they belong to the organisation or are supervisors, and the name of the
 * organisation, null if there is none: one round trip. The ids travel as one parameter.
 */
export async function readNames(
  database: Database,
  organisationId: number,
  ids: string[],
): Promise<{ people: KnownName[]; organisation: string | null }> {
  const [people, [organisation]] = await database.batch([
    database
      .select(nameColumns)
      .from(accounts)
      .where(
        and(
          sql`${accounts.id} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`,
          or(
            eq(accounts.organisationId, organisationId),
            and(eq(accounts.organisationId, SERVICE_ID), eq(accounts.role, 'supervisor')),
          ),
        ),
      ),
    database
      .select({ name: organisations.name })
      .from(organisations)
      .where(eq(organisations.id, organisationId))
      .limit(1),
  ])
  return { people: people.map(withoutTombstone), organisation: organisation?.name ?? null }
}

const withoutTombstone = (known: KnownName): KnownName =>
  isTombstone(known.address) ? { ...known, address: '' } : known

/** Accounts whose address or name begins so, at most `limit` of each: one round trip, by two indexes. */
export async function findByBeginning(
  database: Database,
  organisationId: number,
  text: string,
  limit: number,
): Promise<KnownName[]> {
  const [byAddress, byName] = await database.batch([
    beginningWith(database, organisationId, accounts.address, text.toLowerCase(), limit),
    beginningWith(database, organisationId, accounts.nameKey, nameKey(text), limit),
  ])
  const found = new Map([...byAddress, ...byName].map((one) => [one.id, one]))
  return [...found.values()].slice(0, limit)
}

function beginningWith(
  database: Database,
  organisationId: number,
  column: typeof accounts.address | typeof accounts.nameKey,
  beginning: string,
  limit: number,
) {
  const conditions: SQL[] = [
    eq(accounts.organisationId, organisationId),
    gte(column, beginning),
    lt(column, beginning + LAST_CHARACTER),
    ne(column, ''),
    ne(accounts.state, 'deleted'),
  ]
  return database
    .select(nameColumns)
    .from(accounts)
    .where(and(...conditions))
    .orderBy(asc(column))
    .limit(limit)
}
