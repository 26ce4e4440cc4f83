import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { isOutage } from '../../../src/runtime/outages.ts'
import { ask, setUp } from '../../commands/support.ts'
import { bindings, breakDatabase, call, inD1, seedWorld, time } from '../../support/world.ts'
import { makeAsking, makeOwner } from '../linking/support.ts'

/** What answers while something behind it does not: who asks is told to come again, and nothing is used up. */

beforeAll(async () => {
  time.start()
  await seedWorld()
})
beforeEach(() => {
  time.start()
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
})
afterEach(() => vi.restoreAllMocks())

const told = ({ status, headers }: { status: number; headers: Headers }) => [
  status,
  Number(headers.get('retry-after')) > 0,
]

test('every call of a device, while D1 is away: come again; then all of it works', async () => {
  const owner = await makeOwner()
  const phone = await setUp(owner)
  const permissions = ['lock' as const]
  const { id } = await ask({ ...owner.account, permissions }, phone.id, 'lock')
  const calls = {
    checkIn: () => phone.device.checkIn(phone.token),
    configuration: () => phone.device.configuration(phone.token),
    answer: () => phone.answer(id, { status: 'done' }),
    site: () => call('GET', '/device/v1/sites/4711'),
  }
  const broken = breakDatabase()
  for (const [name, again] of Object.entries(calls)) {
    const answer = await again()
    expect([name, ...told(answer), answer.body.code]).toEqual([name, 503, true, 'temporarily_unavailable'])
  }
  broken.mend()
  const [status] = await inD1('SELECT state FROM device_commands WHERE id = ?', id)
  expect(status?.state).toBe('queued')
  for (const again of Object.values(calls)) expect((await again()).status).toBeLessThan(300)
})

test('the object of a link request is away: the code can be typed again', async () => {
  const owner = await makeOwner()
  const asking = await makeAsking()
  const away = vi.spyOn(bindings.linkRequests, 'get').mockImplementation(() => {
    throw new Error('Network connection lost.')
  })
  expect((await owner.visitor.post('/link', { code: asking.userCode })).status).toBe(503)
  away.mockRestore()
  expect((await owner.visitor.post('/link', { code: asking.userCode })).status).toBe(303)
})

test('a call that the older code of an object does not know is an outage, a fault of our own is none', () => {
  expect(isOutage(new TypeError('The RPC receiver does not implement the method "announce".'))).toBe(true)
  expect(isOutage(new TypeError('x is not a function'))).toBe(false)
  expect(isOutage(new Error('D1_ERROR: no such table: x: SQLITE_ERROR'))).toBe(false)
  expect(isOutage(new Error('Failed query', { cause: new Error('D1_ERROR: D1 DB is overloaded.') }))).toBe(
    true,
  )
})
