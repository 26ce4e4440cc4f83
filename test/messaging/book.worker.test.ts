import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { PAGE_SIZE } from '../../src/kernel/paging.ts'
import { DAY } from '../../src/kernel/time.ts'
import { type ListedMessage, MESSAGE_STATES, type MessageFilter } from '../../src/messaging/index.ts'
import type { Actor } from '../../src/referee/index.ts'
import { rowsReadBy } from '../support/rows-read.ts'
import { bindings, d1Prototype, inD1, seedWorld, services, time } from '../support/world.ts'

const MESSAGES = 20_000
const ROWS_MAX = 5 * PAGE_SIZE
const actor: Actor = { kind: 'manager', id: 'acc_manager' }
const { messageBook } = services

/** Many to few people, many at the same instant, so that only the id tells some apart; one in forty failed. */
beforeAll(async () => {
  time.start()
  await seedWorld()
  await inD1(
    `WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < ?1 - 1)
     INSERT INTO messages (id, organisation_id, account_id, kind, channel, recipient, locale, payload, state,
       attempts, last_error, created_at, queued_at, changed_at)
     SELECT printf('msg_%05d', i * 7919 % ?1), iif(i % 11 = 10, 2, 1), 'acc_' || (i % 500), 'invitation', 'email',
       printf('p%03d@acme.example', i % 500), 'en', iif(i % 3 = 0, '{"reminder":1}', '{'),
       CASE WHEN i % 40 = 7 THEN 'failed' WHEN i % 100 = 3 THEN 'queued' WHEN i % 50 = 4 THEN 'obsolete' ELSE 'sent' END,
       1, iif(i % 40 = 7, 'rejected', NULL), ?2 - i / 100 * 60000, ?2, ?2 FROM n`,
    MESSAGES,
    time.now(),
  )
}, 60_000)
beforeEach(() => time.start())
afterEach(() => vi.restoreAllMocks())

const filters: MessageFilter[] = ['', 'p', 'p12', 'P123@acme.example', 'nobody'].flatMap((search) =>
  [null, ...MESSAGE_STATES].map((state) => ({ search, state })),
)

/** The same by one plain query. */
async function expectedIds({ search, state }: MessageFilter): Promise<unknown[]> {
  const order = search === '' ? '' : 'recipient DESC,'
  const rows = await inD1(
    `SELECT id FROM messages WHERE organisation_id = 1 AND recipient LIKE ? AND (?2 IS NULL OR state = ?2)
     ORDER BY ${order} created_at DESC, id DESC LIMIT 400`,
    `${search.toLowerCase()}%`,
    state,
  )
  return rows.map(({ id }) => id)
}

/** At most 400 ids, page by page. */
async function walk(filter: MessageFilter): Promise<string[]> {
  const ids: string[] = []
  let after: string | null = null
  do {
    const { rows, next } = await messageBook.list(1, filter, after)
    ids.push(...rows.map(({ id }: ListedMessage) => id))
    after = next
  } while (after !== null && ids.length < 400)
  return ids.slice(0, 400)
}

describe('the list', () => {
  test('shows under every filter what a plain query finds, in the same order, nothing twice', async () => {
    for (const filter of filters)
      expect(await walk(filter), JSON.stringify(filter)).toEqual(await expectedIds(filter))
  }, 120_000)

  test('reads at most five times its page, on the first page and on later ones', async () => {
    for (const filter of filters) {
      const list = () => messageBook.list(1, filter, null)
      const read = await (filter.search === '' ? rowsReadInBatch(list) : rowsReadBy(list))
      expect(read, JSON.stringify(filter)).toBeLessThanOrEqual(ROWS_MAX)
      const { next } = await list()
      if (next !== null)
        expect(await rowsReadBy(() => messageBook.list(1, filter, next))).toBeLessThanOrEqual(ROWS_MAX)
    }
  }, 60_000)

  test('counts what failed and what waits, up to fifty, where the list begins', async () => {
    const { counts } = await messageBook.list(1, { search: '', state: null }, null)
    expect(counts).toEqual({ failed: { count: 50, more: true }, queued: { count: 50, more: true } })
  })

  test('tells a reminder from an invitation, and stumbles over no payload', async () => {
    const { rows } = await messageBook.list(1, { search: '', state: null }, null)
    expect(new Set(rows.map(({ reminder }) => reminder))).toEqual(new Set([true, false]))
  })

  test('a cursor that is none begins at the beginning', async () => {
    const { rows } = await messageBook.list(1, { search: '', state: null }, 'nonsense')
    expect(rows).toHaveLength(PAGE_SIZE)
  })
})

const own = async (state: string, organisation = 1) => {
  const [row] = await inD1(
    'SELECT id, account_id, recipient FROM messages WHERE organisation_id = ? AND state = ? LIMIT 1',
    organisation,
    state,
  )
  return row as { id: string; account_id: string; recipient: string }
}

describe('one message', () => {
  test('comes with the newest others to the same address and what the audit says of it', async () => {
    const send = vi.spyOn(bindings.messages, 'sendBatch').mockResolvedValue(undefined as never)
    const { id, recipient } = await own('failed')
    expect(await messageBook.retry(1, id, actor, time.now())).toEqual({ ok: true, value: null })
    expect(send).toHaveBeenCalledWith([{ body: { kind: 'message', owner: 'd1', id } }])
    const found = await messageBook.find(1, id)
    expect(found?.message).toMatchObject({ id, state: 'queued', lastError: 'rejected' })
    expect(found?.events).toEqual([{ at: time.now(), action: 'message.retried', actor }])
    expect(found?.others.length).toBeGreaterThan(0)
    for (const other of found?.others ?? []) {
      expect(other.recipient).toBe(recipient)
      expect(other.id).not.toBe(id)
    }
    expect(await rowsReadInBatch(() => messageBook.find(1, id))).toBeLessThanOrEqual(ROWS_MAX)
  })

  test('of another organisation is not found, and not sent again', async () => {
    const { id } = await own('failed', 2)
    expect(await messageBook.find(1, id)).toBeNull()
    expect(await messageBook.retry(1, id, actor, time.now())).toEqual({ ok: false, error: 'unknown' })
    expect(await inD1('SELECT state FROM messages WHERE id = ?', id)).toEqual([{ state: 'failed' }])
  })

  test('that did not fail is not sent again', async () => {
    const { id } = await own('sent')
    expect(await messageBook.retry(1, id, actor, time.now())).toMatchObject({ ok: false })
  })
})

async function rowsReadInBatch(ask: () => Promise<unknown>): Promise<number> {
  const batch = vi.spyOn(d1Prototype, 'batch')
  await ask()
  const results = (await batch.mock.results[0]?.value) as { meta: { rows_read: number } }[]
  batch.mockRestore()
  return results.reduce((sum, { meta }) => sum + meta.rows_read, 0)
}

test('all that failed within a week are sent again by one press, those of other organisations are not', async () => {
  vi.spyOn(bindings.messages, 'sendBatch').mockResolvedValue(undefined as never)
  const before = Number(
    (await inD1("SELECT count(*) AS n FROM messages WHERE state = 'failed' AND organisation_id = 2"))[0]?.n,
  )
  await inD1(
    "UPDATE messages SET created_at = ? WHERE id = (SELECT id FROM messages WHERE state = 'failed' AND organisation_id = 1 LIMIT 1)",
    time.now() - 8 * DAY,
  )
  expect(await messageBook.retryFailed(1, actor, time.now())).toBeGreaterThan(100)
  const left = await inD1(
    "SELECT organisation_id AS org, count(*) AS n FROM messages WHERE state = 'failed' GROUP BY 1",
  )
  expect(left).toEqual([{ org: 1, n: 1 }, ...(before > 0 ? [{ org: 2, n: before }] : [])])
  expect(await messageBook.retryFailed(1, actor, time.now())).toBe(0)
})
