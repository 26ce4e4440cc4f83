import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { type AuditFilters, actionsOf, NO_FILTERS } from '../../src/audit/index.ts'
import { bindings, d1Prototype, inD1, services } from '../support/world.ts'

/** 40,000 entries of two organisations; forty of them share each instant, as after an import. */
const ENTRIES = 40_000
const SIZE = 50
const { auditReading } = services

beforeAll(async () => {
  await bindings.db
    .prepare(
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${ENTRIES})
       INSERT INTO audit SELECT 'aud_' || i, 1 + i % 2, 1000 + i / 40, 'owner', 'acc_' || (i % 500),
         CASE WHEN i % 1000 = 2 THEN 'theft.suspected' WHEN i % 7 = 0 THEN 'device.provisioned'
           WHEN i % 5 = 0 THEN 'device.confirmed' ELSE 'session.started' END,
         'acc_' || (i % 300), CASE WHEN i % 7 = 0 THEN 'dev_' || (i % 4000) END, '{"by":"email"}' FROM n`,
    )
    .run()
})
afterEach(() => vi.restoreAllMocks())

/** The rows that D1 read for what `work` asked. */
async function countRows<Value>(work: () => Promise<Value>): Promise<{ value: Value; rows: number }> {
  const spy = vi.spyOn(d1Prototype, 'batch')
  const value = await work()
  const answers = (await Promise.all(spy.mock.results.map((result) => result.value))) as D1Result[][]
  spy.mockRestore()
  return { value, rows: answers.flat().reduce((sum, { meta }) => sum + meta.rows_read, 0) }
}

const cases: [string, Partial<AuditFilters>][] = [
  ['nothing', {}],
  ['a person', { accountId: 'acc_17' }],
  ['a device', { deviceId: 'dev_14' }],
  ['who did it', { actorId: 'acc_41' }],
  ['a rare action', { actions: ['theft.suspected'] }],
  ['a group of actions', { actions: actionsOf('devices') }],
  ['the largest group of actions', { actions: actionsOf('settings') }],
  ['a person and who did it', { accountId: 'acc_41', actorId: 'acc_41' }],
  ['a person and a group', { accountId: 'acc_17', actions: actionsOf('devices') }],
  ['days', { from: 1200, until: 1300 }],
  ['a person in days', { accountId: 'acc_17', from: 1200, until: 1300 }],
]

describe('a filter', () => {
  test.each(cases)(
    'by %s gives what it names, once each, newest first, page by page',
    async (_name, some) => {
      const filters = { ...NO_FILTERS, ...some }
      const all = (await inD1(
        'SELECT id, at, account_id, device_id, actor_id, action FROM audit WHERE organisation_id = 1 ORDER BY at DESC, rowid DESC',
      )) as {
        id: string
        at: number
        account_id: string
        device_id: string
        actor_id: string
        action: never
      }[]
      const wanted = all.filter(
        (row) =>
          (filters.accountId === null || row.account_id === filters.accountId) &&
          (filters.deviceId === null || row.device_id === filters.deviceId) &&
          (filters.actorId === null || row.actor_id === filters.actorId) &&
          (filters.actions === null || filters.actions.includes(row.action)) &&
          (filters.from === null || row.at >= filters.from) &&
          (filters.until === null || row.at < filters.until),
      )
      const seen: string[] = []
      let after: string | null = null
      do {
        const { value, rows } = await countRows(() =>
          auditReading.list({ organisationId: 1, filters, after, size: SIZE }),
        )
        expect(rows).toBeLessThanOrEqual(5 * SIZE)
        expect(value.entries.length).toBeLessThanOrEqual(SIZE)
        if (value.entries.length < SIZE) expect(value.cutAt === null).toBe(value.next === null)
        seen.push(...value.entries.map(({ id }) => id))
        after = value.next
      } while (after !== null && seen.length < 400)
      expect(seen).toEqual(wanted.slice(0, seen.length).map(({ id }) => id))
      if (after === null) expect(seen).toHaveLength(wanted.length)
    },
  )

  test('never sorts and never reads a whole table', async () => {
    const prepare = vi.spyOn(d1Prototype, 'prepare')
    for (const [, some] of cases)
      for (const after of [null, 'WzExMDAsMjAwMF0'])
        await auditReading.list({ organisationId: 1, filters: { ...NO_FILTERS, ...some }, after, size: SIZE })
    const statements = new Set(
      prepare.mock.calls.map(([sql]) => sql).filter((sql) => /from "audit"/.test(sql)),
    )
    prepare.mockRestore()
    expect(statements.size).toBeGreaterThan(8)
    for (const sql of statements) {
      const values = [...sql.matchAll(/\?/g)].map(() => 1)
      const plan = (await inD1(`EXPLAIN QUERY PLAN ${sql}`, ...values)).map(({ detail }) => String(detail))
      expect(plan, sql).toHaveLength(1)
      expect(plan[0], sql).toMatch(/^SEARCH audit USING INDEX audit_\w+ \(organisation_id=\?/)
    }
  })
})

describe('an organisation', () => {
  test("reads nothing of another's, whatever it asks for", async () => {
    for (const [, some] of cases) {
      const filters = { ...NO_FILTERS, ...some }
      const { entries } = await auditReading.list({ organisationId: 3, filters })
      expect(entries).toEqual([])
    }
    const { entries } = await auditReading.list({ organisationId: 2, filters: NO_FILTERS, size: SIZE })
    expect(new Set(entries.map(({ organisationId }) => organisationId))).toEqual(new Set([2]))
  })
})

test('a cursor that somebody made up begins at the beginning', async () => {
  const first = await auditReading.list({ organisationId: 1, filters: NO_FILTERS })
  for (const after of ['', 'x', 'WyJhIiwiYiJd', 'bnVsbA', '💣'])
    expect(await auditReading.list({ organisationId: 1, filters: NO_FILTERS, after })).toEqual(first)
})

test('an export has every entry that the list has, once', async () => {
  const ids: string[] = []
  for await (const entries of auditReading.listAll(1, { ...NO_FILTERS, actions: actionsOf('devices') }))
    ids.push(...entries.map(({ id }) => id))
  const [row] = await inD1(
    "SELECT count(*) AS count FROM audit WHERE organisation_id = 1 AND action IN ('device.provisioned', 'device.confirmed', 'theft.suspected')",
  )
  expect(new Set(ids).size).toBe(row?.count)
  expect(ids).toHaveLength(Number(row?.count))
})
