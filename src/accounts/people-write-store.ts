import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Database, Statement } from '../runtime/database.ts'
import { insertRows } from '../runtime/rows-store.ts'
import { idsIn, otherManagers, type PersonUpdate } from './people-read-store.ts'
import { nameKey } from './rules.ts'
import { accountAddresses, accounts } from './schema.ts'
import type { Account } from './types.ts'

/** D1 takes 2 MB a parameter, and these travel as one: rows of a person have at most a few KB each. */
const CHUNK = 250

/** New accounts whose addresses nobody has proved. An address that is taken fails the whole batch. */
export function insertPeople(people: Account[], now: number): Statement[] {
  return inChunks(people).flatMap((some) => [
    insertRows(
      accounts,
      some.map((person) => ({
        id: person.id,
        organisationId: person.organisationId,
        ref: person.ref,
        role: person.role,
        state: person.state,
        name: person.name,
        nameKey: nameKey(person.name),
        phone: person.phone,
        locale: person.locale,
        address: person.address,
        groups: person.groups,
        templateId: person.templateId,
        createdAt: now,
        changedAt: now,
      })),
    ),
    insertRows(
      accountAddresses,
      some.map(({ organisationId, address, id }) => ({
        organisationId,
        address,
        accountId: id,
        provedAt: 0,
      })),
    ),
  ])
}

/** Sets what managers set of people, many at a time. Rows of another organisation stay as they are. */
export function updatePeople(organisationId: number, updates: PersonUpdate[], now: number): Statement[] {
  return inChunks(updates).map((some) => {
    const rows = some.map(({ id, name, phone, locale, templateId, groups }) => [
      ...[id, name, nameKey(name), phone, locale, templateId],
      JSON.stringify(groups),
    ])
    const sql = `UPDATE accounts SET name = json_extract(j.value, '$[1]'), name_key = json_extract(j.value, '$[2]'),
      phone = json_extract(j.value, '$[3]'), locale = json_extract(j.value, '$[4]'),
      template_id = json_extract(j.value, '$[5]'), groups = json_extract(j.value, '$[6]'), changed_at = ?2
      FROM json_each(?1) AS j WHERE accounts.id = json_extract(j.value, '$[0]') AND accounts.organisation_id = ?3`
    return { toSQL: () => ({ sql, params: [JSON.stringify(rows), now, organisationId] }) }
  })
}

/** Lets people in who wait; who was let in meanwhile stays as they are. */
export function approveStatement(
  database: Database,
  organisationId: number,
  ids: string[],
  now: number,
): Statement {
  return database
    .update(accounts)
    .set({ state: 'active', changedAt: now })
    .where(
      and(
        eq(accounts.organisationId, organisationId),
        eq(accounts.state, 'unapproved'),
        inArray(accounts.id, idsIn(ids)),
      ),
    )
}

/**
 * Sets the role. Without another manager who can sign in, the last one's new role is NULL, which the column
 * refuses: two managers who demote each other at once cannot both succeed.
 */
export function roleStatement(
  database: Database,
  account: Pick<Account, 'organisationId' | 'id'>,
  role: 'device_owner' | 'manager',
  now: number,
): Statement {
  const { organisationId, id } = account
  const others = database.select({ id: accounts.id }).from(accounts).where(otherManagers(organisationId, id))
  return database
    .update(accounts)
    .set({
      role: role === 'manager' ? role : sql`CASE WHEN EXISTS ${others} THEN ${role} END`,
      changedAt: now,
    })
    .where(and(eq(accounts.organisationId, organisationId), eq(accounts.id, id)))
}

export function inChunks<Value>(values: Value[], size = CHUNK): Value[][] {
  return Array.from({ length: Math.ceil(values.length / size) }, (_, index) =>
    values.slice(index * size, (index + 1) * size),
  )
}
