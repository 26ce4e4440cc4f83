import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import {
  DEVICE_SORTS,
  DEVICE_STATUSES,
  type DeviceFilter,
  type DeviceRow,
  NO_DEVICE_FILTER,
} from '../../src/devices/index.ts'
import { PAGE_SIZE } from '../../src/kernel/paging.ts'
import { d1Prototype, inD1, services, time, watchTrips } from '../support/world.ts'
import { ACME, OTHER, seedManyDevices } from './many.ts'

const ROWS_MAX = 5 * PAGE_SIZE
let manager = ''

beforeAll(async () => {
  time.start()
  manager = await seedManyDevices()
}, 60_000)
beforeEach(() => time.start())
afterEach(() => vi.restoreAllMocks())

const ask = (filter: DeviceFilter, after: string | null = null, organisationId = ACME) =>
  services.deviceList.list({ organisationId, accountId: manager, filter, after })

const filters: DeviceFilter[] = ['', 'pad 1', 'sn12', 'x', 'ada 7', 'p00', 'p', 'nobody'].flatMap((search) =>
  (search === '' ? DEVICE_SORTS : (['newest'] as const)).flatMap((sort) =>
    [null, 'ended' as const, ...DEVICE_STATUSES].flatMap((status) =>
      [null, 'ios' as const, 'linux' as const].flatMap((platform) =>
        [{}, { ownership: 'personal' as const }, { ownerId: 'acc_00007' }].map((more) => ({
          ...NO_DEVICE_FILTER,
          search,
          sort,
          status,
          platform,
          ...more,
        })),
      ),
    ),
  ),
)

/** Reads whole lists, a page at a time. */
async function readAll(filter: DeviceFilter, most = 1000) {
  const rows: DeviceRow[] = []
  let after: string | null = null
  let pages = 0
  do {
    const { page } = await ask(filter, after)
    rows.push(...page.rows)
    after = page.next
    pages += 1
  } while (after !== null && pages < most)
  return rows
}

function watchBatches() {
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
  const rowsRead = watchBatches()
  const dear: unknown[] = []
  // Every other one: neighbours differ in one value, so that each value still meets each other one.
  const all = [
    ...filters.filter((_, index) => index % 2 === 0),
    { ...NO_DEVICE_FILTER, reason: 'silent' as const },
  ]
  for (const [index, filter] of all.entries()) {
    let after: string | null = null
    // Each begins; every third goes on, which takes every value of each filter along.
    for (const page of index % 3 === 0 ? [1, 2, 3] : [1]) {
      const read = await ask(filter, after)
      if (rowsRead() > ROWS_MAX) dear.push({ ...filter, page, read: rowsRead() })
      after = read.page.next
      if (after === null) break
    }
  }
  expect(dear).toEqual([])
}, 240_000)

test('the list as it begins, with its counts and views, reads no more either, and asks D1 once', async () => {
  const rowsRead = watchBatches()
  const { counts } = await ask(NO_DEVICE_FILTER)
  expect(counts).not.toBeNull()
  expect(rowsRead()).toBeLessThanOrEqual(ROWS_MAX)
  vi.restoreAllMocks()
  const trips = watchTrips()
  await ask(NO_DEVICE_FILTER)
  expect(trips.count()).toBe(1)
})

test('every order and filter walks an index, and nothing is sorted', async () => {
  const prepare = d1Prototype.prepare
  const seen = new Map<string, unknown[]>()
  vi.spyOn(d1Prototype, 'prepare').mockImplementation(function (this: D1Database, sql) {
    const statement = prepare.call(this, sql)
    const bind = statement.bind.bind(statement)
    statement.bind = (...params: unknown[]) => {
      seen.set(sql, params)
      return bind(...params)
    }
    return statement
  })
  for (const filter of filters.filter((_, index) => index % 7 === 0)) {
    const { page } = await ask(filter)
    if (page.next) await ask(filter, page.next)
  }
  await services.deviceList.changedSince(ACME, 7400, NO_DEVICE_FILTER)
  await services.deviceList.counts(ACME)
  vi.restoreAllMocks()
  const plans: string[] = []
  const asked = [...seen].filter(([sql]) => /devices/.test(sql))
  expect(asked.length).toBeGreaterThan(10)
  for (const [sql, params] of asked) {
    const steps = (await inD1(`EXPLAIN QUERY PLAN ${sql}`, ...params)).map(({ detail }) => String(detail))
    plans.push(...steps)
    for (const step of steps) expect(step, sql).not.toMatch(/TEMP B-TREE|SCAN (a|d|t|devices|accounts)\b/)
  }
  for (const index of ['status', 'platform', 'name', 'seen', 'serial', 'account', 'organisation'])
    expect(plans.join('\n')).toContain(`devices_${index}`)
})

describe('pages have neither gaps nor repeats', () => {
  const LIVING = "status IN ('unresponsive', 'invited', 'pending', 'active')"
  test.each<[Partial<DeviceFilter>, string]>([
    [{}, LIVING],
    [{ sort: 'name' }, LIVING],
    [{ sort: 'seen' }, LIVING],
    [{ sort: 'name', status: 'ended' }, `NOT ${LIVING}`],
    [{ status: 'ended' }, `NOT ${LIVING}`],
    [{ status: 'wiped' }, "status = 'wiped'"],
    [{ status: 'invited' }, "status = 'invited'"],
    [{ platform: 'linux' }, `platform = 'linux' AND ${LIVING}`],
    [{ ownership: 'personal' }, `ownership = 'personal' AND ${LIVING}`],
    [{ ownerId: 'acc_00007' }, `account_id = 'acc_00007' AND ${LIVING}`],
    [{ reason: 'permissions' }, "unresponsive_reason LIKE '%location%' AND status = 'unresponsive'"],
    [{ search: 'Pad 7' }, `name LIKE 'Pad 7%' AND ${LIVING}`],
    [{ search: 'sn11' }, `serial LIKE 'SN11%' AND ${LIVING}`],
    [{ search: 'x' }, `serial LIKE 'x%' AND ${LIVING}`],
    [{ search: 'ada 7' }, `account_id IN (SELECT id FROM accounts WHERE name LIKE 'Ada 7%') AND ${LIVING}`],
    [
      { search: 'p', status: 'wiped' },
      `(name LIKE 'p%' OR account_id IN (SELECT id FROM accounts WHERE address LIKE 'p%')) AND status = 'wiped'`,
    ],
    [
      { search: 'p000', platform: 'ios' },
      `account_id IN (SELECT id FROM accounts WHERE address LIKE 'p000%') AND platform = 'ios' AND ${LIVING}`,
    ],
  ])(
    '%j',
    async (change, where) => {
      const ids = (await readAll({ ...NO_DEVICE_FILTER, ...change })).map(({ id }) => id)
      const all = await inD1(`SELECT id FROM devices WHERE organisation_id = 1 AND ${where}`)
      expect(all.length).toBeGreaterThan(0)
      expect(ids.toSorted()).toEqual(all.map(({ id }) => String(id)).toSorted())
    },
    120_000,
  )
})

describe('the order', () => {
  test('puts what does not respond first, then the newest', async () => {
    const rows = await readAll(NO_DEVICE_FILTER, 20)
    const places = rows.map(({ status }) => (status === 'unresponsive' ? 0 : 1))
    expect(places).toEqual(places.toSorted())
    expect(places).toContain(0)
    expect(places).toContain(1)
    const times = rows.filter(({ status }) => status !== 'unresponsive').map((row) => row.registeredAt)
    expect(times).toEqual(times.toSorted((one, other) => other - one))
    expect(new Set(rows.map(({ status }) => status))).toEqual(
      new Set(['unresponsive', 'active', 'pending', 'invited']),
    )
  })

  test('of names ends with those that have none', async () => {
    const rows = await readAll({ ...NO_DEVICE_FILTER, sort: 'name' })
    const named = rows.filter(({ name }) => name !== null).map(({ name }) => String(name).toLowerCase())
    expect(named).toEqual(named.toSorted((one, other) => (one < other ? -1 : one > other ? 1 : 0)))
    expect(rows.slice(0, named.length).every(({ name }) => name !== null)).toBe(true)
  }, 60_000)

  test('of last connections ends with those that were never heard', async () => {
    const rows = await readAll({ ...NO_DEVICE_FILTER, sort: 'seen', platform: 'ios' }, 60)
    const times = rows.map(({ lastSeenAt }) => lastSeenAt ?? 0)
    expect(times).toEqual(times.toSorted((one, other) => other - one))
  }, 60_000)
})

test('a row says what it is, whose, and whether its configuration is the newest', async () => {
  await inD1("UPDATE device_templates SET version = 3 WHERE organisation_id = 1 AND platform = 'ios'")
  const [row] = (await ask({ ...NO_DEVICE_FILTER, search: 'sn9' })).page.rows.filter(
    ({ serial }) => serial === 'SN9',
  )
  expect(row).toMatchObject({
    name: 'Pad 0',
    platform: 'ios',
    owner: { id: 'acc_00009', name: 'Ada 0', address: 'p00009@acme.example' },
    ownership: 'company',
    status: 'unresponsive',
    factsKnown: true,
    template: { version: 1, offered: 3 },
    unresponsive: { since: 109, reason: { kind: 'silent' } },
  })
  const [slot] = (await ask({ ...NO_DEVICE_FILTER, status: 'invited' })).page.rows
  expect(slot).toMatchObject({ platform: null, template: null, factsKnown: false, name: null })
})

test('a cursor of another list, or none at all, begins at the beginning', async () => {
  const { page } = await ask(NO_DEVICE_FILTER)
  const sorted: DeviceFilter = { ...NO_DEVICE_FILTER, sort: 'name' }
  const first = await ask(sorted)
  for (const after of ['', 'nonsense', page.next]) expect((await ask(sorted, after)).page).toEqual(first.page)
})

test('counts tell each state, and stand before the whole list only', async () => {
  const { counts } = await ask(NO_DEVICE_FILTER)
  const rows = await inD1(
    'SELECT status, count(*) AS n FROM devices WHERE organisation_id = 1 GROUP BY status',
  )
  const real = Object.fromEntries(rows.map(({ status, n }) => [status, n])) as Record<string, number>
  const active = (real.active ?? 0) + (real.unresponsive ?? 0)
  expect(counts).toEqual({ ...real, unresponsive: 50, unresponsiveMore: true, active: active - 50 })
  expect((await ask({ ...NO_DEVICE_FILTER, sort: 'name' })).counts).toBeNull()
  expect(await services.deviceList.counts(ACME)).toEqual({ ...real, unresponsiveMore: false })
})

test('another organisation sees none of them, by no question', async () => {
  const list = services.deviceList
  for (const search of ['', 'pad', 'sn', 'ada', 'p0']) {
    const { page } = await ask({ ...NO_DEVICE_FILTER, search }, null, OTHER)
    expect(page.rows).toEqual([])
  }
  for (const change of [{ ownerId: 'acc_00007' }, { platform: 'ios' as const }, { sort: 'name' as const }])
    expect((await ask({ ...NO_DEVICE_FILTER, ...change }, null, OTHER)).page.rows).toEqual([])
  const [row] = (await ask(NO_DEVICE_FILTER)).page.rows
  expect(await list.find(OTHER, row?.id ?? '')).toBeNull()
  expect(await list.findMany(OTHER, [row?.id ?? ''])).toEqual([])
  expect(await list.findMany(ACME, [row?.id ?? '', 'dev_none'])).toEqual([row])
  expect(await list.changedSince(OTHER, 0, NO_DEVICE_FILTER)).toEqual({ listed: [], left: [] })
  expect(Object.values(await list.counts(OTHER)).every((count) => count === 0 || count === false)).toBe(true)
})

test('what changed is told newest first, at most a hundred, and what left the list is told apart', async () => {
  const { listed, left } = await services.deviceList.changedSince(ACME, 7400, NO_DEVICE_FILTER)
  expect(listed.length + left.length).toBe(100)
  expect(new Set(left.map(({ status }) => status))).toEqual(
    new Set(['deleted', 'retired', 'replaced', 'wiped']),
  )
  expect(listed.some(({ status }) => status === 'deleted')).toBe(false)
  const found = await services.deviceList.changedSince(ACME, 7500, { ...NO_DEVICE_FILTER, search: 'ada 9' })
  expect(found.listed.length).toBeGreaterThan(0)
  expect(found.listed.map(({ owner }) => owner.name)).toEqual(found.listed.map(() => 'Ada 9'))
  expect(await services.deviceList.changedSince(ACME, 9000, NO_DEVICE_FILTER)).toEqual({
    listed: [],
    left: [],
  })
})

test('an export tells every device of the filter, in pieces', async () => {
  const ids: string[] = []
  for await (const rows of services.deviceList.exportCsv(ACME, {
    ...NO_DEVICE_FILTER,
    platform: 'android',
  })) {
    expect(rows.length).toBeLessThanOrEqual(500)
    ids.push(...rows.map(({ id }) => id))
  }
  const all = await inD1(
    `SELECT id FROM devices WHERE platform = 'android'
     AND status IN ('unresponsive', 'invited', 'pending', 'active')`,
  )
  expect(ids.toSorted()).toEqual(all.map(({ id }) => String(id)).toSorted())
})
