import { runInDurableObject } from 'cloudflare:test'
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { makeVisitor } from '../support/visitor.ts'
import { bindings, call, d1Prototype, makePerson, makeTestDevice, seedWorld, time } from '../support/world.ts'

/** What strangers may cause by trying names, addresses, links and codes (faults 15 and 27). */

beforeAll(seedWorld)
beforeEach(() => {
  time.start()
  vi.spyOn(bindings.messages, 'send').mockResolvedValue(undefined as never)
})
afterEach(() => vi.restoreAllMocks())

const namespaces = [bindings.provisionSessions, bindings.addressGates, bindings.linkRequests]
const statementPrototype = Object.getPrototypeOf(bindings.db.prepare('SELECT 1')) as D1PreparedStatement

/** Everything that is asked of D1 and of objects from now on: the SQL itself, and how often each kind of object. */
function watchWork() {
  const asked: string[] = []
  const touched = new Map<string, DurableObjectNamespace>()
  const note = (statement: D1PreparedStatement) =>
    asked.push((statement as unknown as { statement: string }).statement)
  for (const method of ['all', 'raw', 'run', 'first'] as const) {
    const own = statementPrototype[method] as (...args: unknown[]) => Promise<never>
    vi.spyOn(statementPrototype, method).mockImplementation(function (
      this: D1PreparedStatement,
      ...args: unknown[]
    ) {
      note(this)
      return own.apply(this, args)
    } as never)
  }
  const batch = d1Prototype.batch
  vi.spyOn(d1Prototype, 'batch').mockImplementation(function (this: D1Database, statements) {
    asked.push(`batch of ${statements.length}`)
    for (const statement of statements) note(statement)
    return batch.call(this, statements) as never
  })
  for (const [index, namespace] of namespaces.entries()) {
    const get = namespace.get.bind(namespace)
    vi.spyOn(namespace, 'get').mockImplementation((id, options) => {
      touched.set(id.toString(), namespace)
      asked.push(`object ${index}`)
      return get(id, options)
    })
  }
  return { asked, touched }
}

const ref = (index: number) => String.fromCharCode(65 + index).repeat(22)
const JSON_TYPE = { 'content-type': 'application/json' }

/** Every door at which somebody can try a name, a link or a code that is nobody's. */
async function probe(index: number): Promise<void> {
  const address = `nobody-${index}@acme.example`
  const device = await makeTestDevice()
  const stranger = makeVisitor()
  await device.redeem({ code: `${ref(index)}.${ref(index + 1)}` })
  await device.redeem({ site: '4711', username: address, code: String(10_000_000 + index) })
  await call(
    'POST',
    '/device/v1/redeem',
    { ...JSON_TYPE, 'idempotency-key': ref(index) },
    { code: ref(index) },
  )
  for (const path of [`/p/${ref(index)}`, `/i/${ref(index)}`]) {
    await stranger.get(`${path}?k=${ref(index)}`)
    await stranger.post(path, { k: ref(index) })
    await stranger.post(`${path}/opened`, { k: ref(index) })
    await stranger.get(`${path}/dev_${ref(index)}/profile?k=${ref(index)}`)
  }
  await stranger.get('/go')
  await stranger.post('/go', { site: '4711', email: address, pin: String(10_000_000 + index) })
  await stranger.post('/setup/acme/code', { code: '123456' })
  await stranger.post('/sign-in/code', { code: '123456' })
  const dpop = await device.proofFor('POST', '/oauth/token')
  const form = {
    ...{ grant_type: 'urn:ietf:params:oauth:grant-type:device_code', client_id: 'probe' },
    device_code: `${'a'.repeat(64)}.${ref(index)}`,
  }
  await stranger.post('/oauth/token', form, { dpop })
  await device.checkIn(`dev_${ref(index)}.1.${'A'.repeat(43)}`)
}

describe('probing', () => {
  test('of unknown people, links, codes and devices writes nothing in any object, at any door', async () => {
    const { touched } = watchWork()
    for (let index = 0; index < 8; index += 1) await probe(index)
    vi.restoreAllMocks()
    expect(touched.size).toBeGreaterThan(16)
    for (const [id, namespace] of touched) {
      const stub = namespace.get(namespace.idFromString(id))
      const stored = await runInDurableObject(stub, async (_object, state) => ({
        tables: state.storage.sql
          .exec("SELECT name FROM sqlite_master WHERE name NOT LIKE '\\_%' ESCAPE '\\'")
          .toArray(),
        values: (await state.storage.list()).size,
        alarm: await state.storage.getAlarm(),
      }))
      expect(stored).toEqual({ tables: [], values: 0, alarm: null })
    }
  })

  test.each([
    ['asks for a code at /setup', (email: string) => makeVisitor().post('/setup/acme', { email })],
    ['asks for a code at /sign-in', (email: string) => makeVisitor().post('/sign-in', { email })],
    [
      'types a PIN at /go',
      (email: string) => makeVisitor().post('/go', { site: '4711', email, pin: '12345678' }),
    ],
    [
      'redeems by address and PIN',
      async (username: string) =>
        (await makeTestDevice()).redeem({ site: '4711', username, code: '12345678' }),
    ],
  ])('whoever %s causes the same statements and calls, with an account and without', async (_what, act) => {
    const known = await makePerson({
      address: `known-${time.now()}-${Math.random().toString(36).slice(2, 8)}@acme.example`,
    })
    const workFor = async (address: string) => {
      const { asked } = watchWork()
      const { status } = await act(address)
      vi.restoreAllMocks()
      time.start()
      vi.spyOn(bindings.messages, 'send').mockResolvedValue(undefined as never)
      return { status, asked }
    }
    // Once before: what is prepared or remembered for the first time is nobody's.
    await workFor(`first-${known.address}`)
    const one = await workFor(known.address)
    expect(one.asked.length).toBeGreaterThan(0)
    expect(await workFor(`stranger-${known.address}`)).toEqual(one)
  })
})
