import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { makeOperations } from '../../src/provisioning/operation.ts'
import { openDatabase } from '../../src/runtime/database.ts'
import { fakeSessions } from '../support/fake-sessions.ts'
import { bindings, inD1, makePerson, seedWorld, services, time } from '../support/world.ts'

beforeAll(seedWorld)
beforeEach(async () => {
  time.start()
  await inD1('DELETE FROM waiting_outboxes')
})
afterEach(() => vi.restoreAllMocks())

const supervisor = { kind: 'supervisor', id: 'acc_supervisor' } as const
const waiting = () => inD1('SELECT ref FROM waiting_outboxes')

/** A session that waits, as D1 knows, and answers this when it is told to try again. */
async function makeWaiting(answer: () => { waiting: number; parked: number }) {
  const { account } = await makePerson()
  await inD1(
    `INSERT INTO waiting_outboxes (ref, organisation_id, account_id, waiting, parked, reason, since, changed_at)
     VALUES (?1, 1, ?2, 1, 0, 'D1 did not answer', ?3, ?3)`,
    ...[account.ref, account.id, time.now()],
  )
  const provisionSessions = fakeSessions(() => ({ retryOutbox: async () => answer() }))
  const operations = makeOperations({ database: openDatabase(bindings.db), provisionSessions })
  return { ref: account.ref, retry: () => operations.retry(account.ref, supervisor, time.now()) }
}

describe('a session is told to try again', () => {
  test('and has nothing to tell any more: its line goes, though it does not say so itself', async () => {
    const { retry } = await makeWaiting(() => ({ waiting: 0, parked: 0 }))
    expect(await retry()).toEqual({ ok: true, value: { waiting: 0, parked: 0 } })
    expect(await waiting()).toEqual([])
  })

  test.each([
    { waiting: 1, parked: 0 },
    { waiting: 0, parked: 1 },
    { waiting: 1, parked: 1 },
  ])('and has %j left: its line stays', async (left) => {
    const { ref, retry } = await makeWaiting(() => left)
    expect(await retry()).toEqual({ ok: true, value: left })
    expect(await waiting()).toEqual([{ ref }])
  })

  test('and does not answer: its line stays, and the log says why', async () => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue()
    const { ref, retry } = await makeWaiting(() => {
      throw new Error('it is away')
    })
    expect(await retry()).toEqual({ ok: false, error: 'temporarily_unavailable' })
    expect(await waiting()).toEqual([{ ref }])
    expect(JSON.stringify(warn.mock.calls)).toContain('outbox.not_retried')
    expect(JSON.stringify(warn.mock.calls)).toContain('it is away')
  })
})

describe('the state of the service', () => {
  test('names the highest row of what grows, and the migration that came last', async () => {
    const { rows, migration } = await services.operations.read(time.now())
    const [people] = await inD1('SELECT max(rowid) AS highest FROM accounts')
    expect(rows).toMatchObject({ accounts: people?.highest, devices: 0, audit: expect.any(Number) })
    const [last] = await inD1('SELECT name FROM d1_migrations ORDER BY id DESC LIMIT 1')
    expect(migration).toBe(last?.name)
  })

  test('counts what waits up to one more than a page says, and shows the twenty that have waited longest', async () => {
    const { account } = await makePerson()
    await inD1(
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1100)
       INSERT INTO waiting_outboxes (ref, organisation_id, account_id, waiting, parked, reason, since, changed_at)
       SELECT 'ref_' || i, 1, ?1, 1, 0, 'D1 did not answer', ?2 - i, ?2 FROM n`,
      ...[account.id, time.now()],
    )
    const { waiting: shown, waitingCount } = await services.operations.read(time.now())
    expect(waitingCount).toBe(1001)
    expect(shown.map(({ ref }) => ref)).toEqual(
      Array.from({ length: 20 }, (_, index) => `ref_${1100 - index}`),
    )
  })

  test('of a database that was never migrated by wrangler has no migration to name', async () => {
    const applied = await inD1('SELECT * FROM d1_migrations')
    await inD1('DELETE FROM d1_migrations')
    expect((await services.operations.read(time.now())).migration).toBeNull()
    for (const { id, name, applied_at } of applied)
      await inD1('INSERT INTO d1_migrations (id, name, applied_at) VALUES (?, ?, ?)', id, name, applied_at)
  })
})
