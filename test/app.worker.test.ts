import { env } from 'cloudflare:workers'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import worker from '../src/index.ts'
import { MINUTE } from '../src/kernel/time.ts'
import { theftNoticeStatement } from '../src/messaging/index.ts'
import { openDatabase, runBatch } from '../src/runtime/database.ts'
import { routeTable } from '../src/web/http/routes.ts'
import { bindings, call, inD1, makePerson, seedWorld, time } from './support/world.ts'

beforeAll(seedWorld)
beforeEach(time.start)
afterEach(() => vi.restoreAllMocks())

const runCron = () => worker.scheduled({ scheduledTime: time.now(), cron: '* * * * *', noRetry() {} }, env)

test('each minute a message that was lost on the way is queued again', async () => {
  const send = vi.spyOn(bindings.messages, 'sendBatch').mockResolvedValue(undefined as never)
  const { account, address } = await makePerson()
  const notice = {
    id: 'msg.lost',
    organisationId: account.organisationId,
    accountId: account.id,
    at: time.now(),
    address,
    locale: 'en',
    platform: 'ios',
  } as const
  await runBatch(openDatabase(bindings.db), [theftNoticeStatement(openDatabase(bindings.db), notice)])
  await runCron()
  expect(send).not.toHaveBeenCalled()
  time.pass(3 * MINUTE)
  await runCron()
  expect(send).toHaveBeenCalledWith([{ body: { kind: 'message', owner: 'd1', id: 'msg.lost' } }])
})

test('a queue that is away leaves the rest of the minute alone', async () => {
  vi.spyOn(bindings.messages, 'sendBatch').mockRejectedValue(new Error('the queue is away'))
  await inD1("UPDATE messages SET state = 'queued', queued_at = 0")
  const { session, account } = await makePerson()
  time.pass(session.endsAt - time.now() + 1)
  const told = await Promise.resolve(runCron()).catch((error: Error) => error.message)
  expect(told).toBe('the queue is away')
  expect(await inD1('SELECT id FROM web_sessions WHERE account_id = ?', account.id)).toEqual([])
})

test('each minute sessions that have ended are deleted, and others stay', async () => {
  const { session, account } = await makePerson()
  await runCron()
  const mine = () => inD1('SELECT id FROM web_sessions WHERE account_id = ?', account.id)
  expect(await mine()).toHaveLength(1)
  time.pass(session.endsAt - time.now() + 1)
  await runCron()
  expect(await mine()).toEqual([])
})

test('every route says who may use it, and no two say it twice', async () => {
  await call('GET', '/device/v1/sites/4711')
  const names = routeTable.map(({ method, path }) => `${method} ${path}`)
  expect(new Set(names).size).toBe(names.length)
  expect(names.length).toBeGreaterThan(25)
  for (const { path, access } of routeTable) {
    if (path.startsWith('/device/')) expect(access, path).toBe('device')
    if (access === 'door' || access === 'owner') expect(path).toMatch(/^\/setup\/:slug/)
  }
})

test('routes for owners lead visitors to the start and show them nothing', async () => {
  await call('GET', '/device/v1/sites/4711')
  for (const { method, path, access } of routeTable) {
    if (access !== 'owner') continue
    const asked = path.replace(':slug', 'acme').replace(':grant', 'grt_unknown')
    const answer = await call(method, asked, { 'sec-fetch-site': 'same-origin' })
    expect([asked, answer.status, answer.headers.get('location')]).toEqual([asked, 303, '/setup/acme'])
  }
})
