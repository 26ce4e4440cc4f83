import { expect, test } from 'vitest'
import { measureBacklog } from '../../src/provisioning/backlog.ts'
import { openDatabase } from '../../src/runtime/database.ts'

const NOW = 1_000_000

/** What is measured of a D1 that answers these rows. */
async function measure(rows: object[]) {
  const answer = { all: async () => ({ results: rows }) }
  const database = openDatabase({ prepare: () => ({ bind: () => answer }) } as unknown as D1Database)
  const points: object[] = []
  await measureBacklog(database, { note: (point: object) => points.push(point) } as never, NOW)
  return points
}

test('what waits is measured each minute, with how long it has', async () => {
  const rows = [{ outboxes: 3, outbox: NOW - 5000, message: NOW - 7000, dead: 2 }]
  expect(await measure(rows)).toEqual([
    { event: 'waiting', outcome: 'outboxes', value: 3, milliseconds: 5000 },
    { event: 'waiting', outcome: 'messages', value: 1, milliseconds: 7000 },
    { event: 'waiting', outcome: 'dead_letters', value: 2 },
  ])
})

test('that nothing waits is measured, too: without a point nobody looks', async () => {
  expect(await measure([{ outboxes: null, outbox: null, message: null, dead: null }])).toEqual([
    { event: 'waiting', outcome: 'outboxes', value: 0, milliseconds: 0 },
    { event: 'waiting', outcome: 'messages', value: 0, milliseconds: 0 },
    { event: 'waiting', outcome: 'dead_letters', value: 0 },
  ])
})

test('what bears a time that has not come has waited for no time', async () => {
  const [outboxes, messages] = await measure([{ outboxes: 1, outbox: NOW + 9, message: NOW + 9, dead: 0 }])
  expect([outboxes, messages]).toMatchObject([{ milliseconds: 0 }, { milliseconds: 0 }])
})

test('a D1 that answers no row is no point', async () => {
  expect(await measure([])).toEqual([])
})
