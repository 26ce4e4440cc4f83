import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import {
  NO_FILTER,
  PEOPLE_SORTS,
  PERSON_ROLES,
  PERSON_STATES,
  type PeopleFilter,
  type Person,
} from '../../src/accounts/index.ts'
import { readWaiting } from '../../src/accounts/people-read-store.ts'
import { PAGE_SIZE } from '../../src/kernel/paging.ts'
import { openDatabase } from '../../src/runtime/database.ts'
import { bindings, d1Prototype, inD1, seedWorld, services, time } from '../support/world.ts'

const PEOPLE = 10_000
const ROWS_MAX = 5 * PAGE_SIZE
let templateId = ''
let otherTemplate = ''

/**
 * 10,000 people in one statement. Names, times and states repeat, so that the id alone tells many apart; every
 * tenth is disabled, and one in five hundred waits.
 */
beforeAll(async () => {
  time.start()
  await seedWorld()
  const [template] = await inD1('SELECT id FROM account_templates WHERE organisation_id = 1')
  templateId = String(template?.id)
  otherTemplate = 'act_other'
  await inD1(
    `INSERT INTO account_templates (id, organisation_id, name, default_ownership, locale, created_at, changed_at)
     VALUES (?, 1, 'Other', 'inherit', 'en', 1, 1)`,
    otherTemplate,
  )
  await inD1(
    `WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < ?1 - 1)
     INSERT INTO accounts (id, organisation_id, ref, role, state, name, name_key, locale, address, template_id,
       groups, disabled_at, created_at, changed_at)
     SELECT printf('acc_%05d', i * 7919 % ?1), 1, 'ref_' || i, iif(i % 400 = 1, 'manager', 'device_owner'),
       CASE WHEN i % 500 = 2 THEN 'unapproved' WHEN i % 300 = 3 THEN 'invited' ELSE 'active' END,
       'Ada ' || (i / 100), 'ada ' || (i / 100), 'en', printf('p%05d@acme.example', i),
       iif(i % 900 = 4, ?3, ?2), iif(i % 1000 = 5, '["Sales"]', '[]'), iif(i % 10 = 6, 1000 + i / 50, NULL),
       5000 + i / 100, 1 FROM n`,
    PEOPLE,
    templateId,
    otherTemplate,
  )
  await inD1(`INSERT INTO account_addresses SELECT 1, address, id, 1 FROM accounts WHERE organisation_id = 1`)
  await inD1(
    `INSERT INTO account_addresses SELECT 1, 'old-' || address, id, 1 FROM accounts WHERE created_at % 50 = 0`,
  )
  // One in seventy asked for their account to be deleted; as many took it back.
  await inD1(
    `INSERT INTO audit SELECT 'aud_' || id, 1, created_at, 'owner', id, 'account.deletion_asked', id, NULL, '{}'
     FROM accounts WHERE organisation_id = 1 AND rowid % 35 = 0`,
  )
  await inD1(
    'UPDATE accounts SET deletion_asked_at = created_at WHERE organisation_id = 1 AND rowid % 70 = 0',
  )
}, 60_000)
beforeEach(() => time.start())
afterEach(() => vi.restoreAllMocks())

const filters: PeopleFilter[] = ['', 'ada', 'ada 7', 'p00', 'old-p', 'nobody'].flatMap((search) =>
  PEOPLE_SORTS.flatMap((sort) =>
    [null, ...PERSON_STATES].flatMap((state) =>
      [null, ...PERSON_ROLES].flatMap((role) =>
        [null, 'act_other'].flatMap((template) =>
          [null, 'sales'].map((group) => ({ search, sort, state, role, templateId: template, group })),
        ),
      ),
    ),
  ),
)
const leaving: PeopleFilter = { ...NO_FILTER, state: 'leaving' }

/** Reads whole lists, a page at a time; `most` bounds how many pages. */
async function readAll(filter: PeopleFilter, most = 1000) {
  const rows: Person[] = []
  let after: string | null = null
  let pages = 0
  do {
    const { page } = await services.people.list({ organisationId: 1, filter, after })
    rows.push(...page.rows)
    after = page.next
    pages += 1
  } while (after !== null && pages < most)
  return { rows, pages }
}

function watchRows() {
  let read = 0
  const plain = d1Prototype.batch
  vi.spyOn(d1Prototype, 'batch').mockImplementation(async function (this: D1Database, statements) {
    const results = await plain.call(this, statements)
    read = results.reduce((sum, result) => sum + result.meta.rows_read, 0)
    return results as never
  })
  return () => read
}

test('no combination of filters and order reads more than five times its page, wherever the page begins', async () => {
  const rowsRead = watchRows()
  const dear: unknown[] = []
  // Every other one: neighbours differ in one value, so that each value still meets each other one.
  const some = filters.filter((_, index) => index % 2 === 0)
  for (const filter of [...some, leaving, { ...leaving, role: 'manager' as const }]) {
    const first = await services.people.list({ organisationId: 1, filter })
    if (rowsRead() > ROWS_MAX) dear.push({ ...filter, read: rowsRead() })
    if (first.page.next === null) continue
    await services.people.list({ organisationId: 1, filter, after: first.page.next })
    if (rowsRead() > ROWS_MAX) dear.push({ ...filter, read: rowsRead(), later: true })
  }
  expect(dear).toEqual([])
}, 120_000)

test('every order and filter walks an index, and nothing is sorted', async () => {
  const plans: string[] = []
  const prepare = d1Prototype.prepare
  const seen: { sql: string; params: unknown[] }[] = []
  vi.spyOn(d1Prototype, 'prepare').mockImplementation(function (this: D1Database, sql) {
    const statement = prepare.call(this, sql)
    const bind = statement.bind.bind(statement)
    statement.bind = (...params: unknown[]) => {
      seen.push({ sql, params })
      return bind(...params)
    }
    return statement
  })
  const after = (await services.people.list({ organisationId: 1, filter: NO_FILTER })).page.next
  for (const filter of filters.slice(0, 400)) await services.people.list({ organisationId: 1, filter })
  for (const sort of PEOPLE_SORTS) {
    const filter = { ...NO_FILTER, sort }
    const { page } = await services.people.list({ organisationId: 1, filter })
    await services.people.list({ organisationId: 1, filter, after: page.next })
  }
  vi.restoreAllMocks()
  const distinct = new Map(seen.filter(({ sql }) => /from "accounts"/.test(sql)).map((one) => [one.sql, one]))
  expect(distinct.size).toBeGreaterThan(10)
  for (const { sql, params } of distinct.values()) {
    const steps = await inD1(`EXPLAIN QUERY PLAN ${sql}`, ...params)
    const told = steps.map(({ detail }) => String(detail))
    plans.push(...told)
    for (const step of told)
      expect(step, sql).not.toMatch(/TEMP B-TREE|SCAN (accounts|account_addresses)(?! USING)/)
  }
  for (const index of ['created', 'name', 'address', 'state', 'role', 'template', 'disabled'])
    expect(plans.join('\n')).toContain(`accounts_${index}`)
  expect(after).not.toBeNull()
})

describe('pages have neither gaps nor repeats', () => {
  const expected = (filter: PeopleFilter) => {
    const conditions = ["state <> 'deleted'"]
    if (filter.state === 'disabled') conditions.push('disabled_at IS NOT NULL')
    else if (filter.state === 'leaving') conditions.push('deletion_asked_at IS NOT NULL')
    else if (filter.state) conditions.push(`state = '${filter.state}' AND disabled_at IS NULL`)
    if (filter.role) conditions.push(`role = '${filter.role}'`)
    if (filter.templateId) conditions.push(`template_id = '${filter.templateId}'`)
    if (filter.group) conditions.push(`groups LIKE '%Sales%'`)
    if (filter.search)
      conditions.push(
        `(name_key LIKE '${filter.search}%' OR id IN (SELECT account_id FROM account_addresses
          WHERE address LIKE '${filter.search}%'))`,
      )
    return inD1(`SELECT id FROM accounts WHERE organisation_id = 1 AND ${conditions.join(' AND ')}`)
  }

  test.each<Partial<PeopleFilter>>([
    { sort: 'newest' },
    { sort: 'name', role: 'manager' },
    { sort: 'address', state: 'unapproved' },
    { state: 'disabled' },
    { state: 'leaving' },
    { state: 'invited' },
    { state: 'active', group: 'SALES' },
    { role: 'manager', state: 'active' },
    { templateId: 'act_other' },
    { search: 'ada 7' },
    { search: 'old-p0' },
    { search: 'ada 1', role: 'manager' },
    { search: 'p000' },
  ])('%j', async (change) => {
    const filter = { ...NO_FILTER, ...change }
    const { rows } = await readAll(filter)
    const ids = rows.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const all = (await expected(filter)).map(({ id }) => String(id))
    expect(all.length).toBeGreaterThan(0)
    expect(ids.toSorted()).toEqual(all.toSorted())
  })

  test.each(['newest', 'name', 'address'] as const)('in the order of %s', async (sort) => {
    const { rows } = await readAll({ ...NO_FILTER, sort }, 8)
    const keys = rows.map((row) =>
      sort === 'newest'
        ? [-row.createdAt, ...[...row.id].map((letter) => -letter.charCodeAt(0))]
        : [...`${sort === 'name' ? row.nameKey : row.address} ${row.id}`].map((letter) =>
            letter.charCodeAt(0),
          ),
    )
    const sorted = keys.toSorted((one, other) => {
      const at = one.findIndex((value, index) => value !== other[index])
      return at < 0 ? 0 : (one[at] ?? 0) - (other[at] ?? 0)
    })
    expect(keys).toEqual(sorted)
  })
})

test('a cursor of another list, or none at all, begins at the beginning', async () => {
  const { page } = await services.people.list({ organisationId: 1, filter: NO_FILTER })
  for (const after of ['', 'nonsense', page.next]) {
    const filter = { ...NO_FILTER, sort: 'name' as const }
    const first = await services.people.list({ organisationId: 1, filter })
    const asked = await services.people.list({ organisationId: 1, filter, after })
    expect(asked.page).toEqual(first.page)
  }
})

test('who was refused does not stand in the way of those who wait', async () => {
  const database = openDatabase(bindings.db)
  const first = await readWaiting(database, 1, 5)
  expect([first.waiting.length, first.more]).toEqual([5, true])
  const refused = JSON.stringify(first.waiting.map(({ id }) => id))
  const refuse = (at: number | null) =>
    inD1('UPDATE accounts SET disabled_at = ? WHERE id IN (SELECT value FROM json_each(?))', at, refused)
  await refuse(1)
  const next = await readWaiting(database, 1, 15)
  await refuse(null)
  expect([next.waiting.length, next.more]).toEqual([15, false])
  expect(next.waiting).not.toContainEqual(first.waiting[0])
})

test('another organisation sees none of them', async () => {
  for (const search of ['', 'ada', 'p0']) {
    const { page, templates } = await services.people.list({
      organisationId: 0,
      filter: { ...NO_FILTER, search, templateId: search === '' ? templateId : null },
    })
    expect([page.rows, templates.map(({ id }) => id)]).toEqual([[], ['act_supervisor']])
  }
})

test('counts stand before the whole list and say when there are more than were counted', async () => {
  const { counts } = await services.people.list({ organisationId: 1, filter: NO_FILTER })
  expect(counts).toEqual({
    invited: { count: expect.any(Number), more: expect.any(Boolean) },
    unapproved: { count: 20, more: false },
    disabled: { count: 50, more: true },
  })
  const filter: PeopleFilter = { ...NO_FILTER, state: 'active' }
  expect((await services.people.list({ organisationId: 1, filter })).counts).toBeNull()
})
