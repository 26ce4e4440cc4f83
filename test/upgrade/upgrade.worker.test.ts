import {
  applyD1Migrations,
  type D1Migration,
  evictDurableObject,
  reset,
  runInDurableObject,
} from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { REFUSED, refusal } from '../support/devices.ts'
import { gateOf, startGate, stubOf, typeCode } from '../support/gate.ts'
import { makeVisitor } from '../support/visitor.ts'
import {
  bindings,
  call,
  inD1,
  makeTestDevice,
  renewServices,
  rowsIn,
  services,
  sessionOf,
  settle,
  time,
} from '../support/world.ts'
import { held, stored } from './first-landing.ts'

/** What the first version stored, under every migration since: its codes, devices, people and sessions go on. */

const { TEST_MIGRATIONS } = env as unknown as { TEST_MIGRATIONS: D1Migration[] }
const { db } = bindings
const BROKEN = 'INSERT INTO nowhere VALUES (1)'

const apply = (migrations: D1Migration[]) => applyD1Migrations(db, migrations)
/** An organisation and its account template name one another: together they are whole. */
const write = (statements: string[]) =>
  db.batch(['PRAGMA defer_foreign_keys = ON', ...statements].map((statement) => db.prepare(statement)))

/** Every table, index and trigger, and every row: what a Worker one version back relies on. */
async function photograph() {
  const schema = await inD1(
    "SELECT name, sql FROM sqlite_master WHERE name NOT LIKE '\\_%' ESCAPE '\\' ORDER BY name",
  )
  const tables = await inD1(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\'",
  )
  const rows = await Promise.all(tables.map(({ name }) => inD1(`SELECT * FROM "${name}" ORDER BY 1, 2`)))
  return { schema, rows }
}

async function emptyAll() {
  await reset()
  renewServices()
}

async function storeInObject(stub: DurableObjectStub, statements: string[]) {
  await runInDurableObject(stub, (_object, state) => {
    for (const statement of statements) state.storage.sql.exec(statement)
  })
  await evictDurableObject(stub)
}

/** The former device, which kept key and credential. */
async function formerDevice() {
  const device = await makeTestDevice()
  Object.assign(device.key, held.deviceKey)
  return device
}

beforeEach(startGate)
afterEach(() => vi.restoreAllMocks())

describe('a D1 migration that fails half-way', () => {
  test('leaves D1 as it was, so that the old code runs on, and is applied whole the next time', async () => {
    await emptyAll()
    const [first, ...others] = TEST_MIGRATIONS
    await apply(first ? [first] : [])
    await write(stored.d1)
    expect(others.length).toBeGreaterThan(5)
    for (const migration of others) {
      const before = await photograph()
      const { queries } = migration
      for (const broken of [
        [...queries, BROKEN],
        [...queries.slice(0, queries.length / 2), BROKEN],
      ])
        await expect(apply([{ ...migration, queries: broken }]), migration.name).rejects.toThrow('nowhere')
      expect(await photograph(), migration.name).toEqual(before)
      await apply([migration])
      expect(await photograph(), migration.name).not.toEqual(before)
    }
  })

  test('(the control: statement by statement it would leave half of itself behind)', async () => {
    await emptyAll()
    const [first] = TEST_MIGRATIONS
    await apply(first ? [first] : [])
    const before = await photograph()
    await db.prepare('ALTER TABLE service ADD half integer').run()
    await expect(db.prepare(BROKEN).run()).rejects.toThrow('nowhere')
    expect(await photograph()).not.toEqual(before)
  })

  test('what the first version writes is taken by each later one: code that is one back may write on', async () => {
    await emptyAll()
    await apply(TEST_MIGRATIONS)
    await write(stored.d1)
    expect(await inD1('SELECT name FROM accounts WHERE id = ?', held.account)).toEqual([
      { name: 'Ada Lovelace' },
    ])
  })
})

describe('what the first version stored', () => {
  beforeAll(async () => {
    await emptyAll()
    const [first, ...others] = TEST_MIGRATIONS
    await apply(first ? [first] : [])
    await write(stored.d1)
    await apply(others)
    await storeInObject(sessionOf(held.ref), stored.session)
    await storeInObject(stubOf(held.mailed.address), stored.gate)
    time.start()
  })

  test('a device checks in with the credential of then, and gets its configuration', async () => {
    const device = await formerDevice()
    expect((await device.checkIn(held.token)).status).toBe(200)
    const { status, body } = await device.configuration(held.token)
    expect(status).toBe(200)
    expect(JSON.stringify(body)).toContain('Acme Devices')
    expect((await (await makeTestDevice()).checkIn(held.token)).status).toBe(401)
  })

  test('a code that was issued then is redeemed now, also with its PIN, and no other device gets it', async () => {
    const device = await makeTestDevice()
    const first = await device.redeem({ code: held.code })
    expect(first.status).toBe(201)
    expect((await device.checkIn(first.body.credential.token)).status).toBe(200)
    expect(refusal(await (await makeTestDevice()).redeem({ code: held.code }))).toEqual(REFUSED)
    const other = await makeTestDevice()
    expect((await other.redeem({ code: held.codeWithPin.code })).status).toBeGreaterThanOrEqual(400)
    expect((await other.redeem(held.codeWithPin)).status).toBe(201)
    await settle(held.ref)
    expect(await inD1('SELECT lifecycle, count(*) AS devices FROM devices GROUP BY 1 ORDER BY 1')).toEqual([
      { lifecycle: 'active', devices: 2 },
      { lifecycle: 'pending', devices: 1 },
    ])
    // What counts them is counted anew: nobody told the first version to.
    expect(await inD1('SELECT sum(count) AS devices FROM device_totals')).toEqual([{ devices: 3 }])
  })

  test('the session’s tables are of today, and lost nothing', async () => {
    const claims = await rowsIn(held.ref, 'SELECT device_id FROM claims ORDER BY claimed_at, rowid')
    expect(claims).toHaveLength(3)
    expect(claims[0]).toEqual({ device_id: held.device })
    const [{ version } = {}] = await rowsIn(held.ref, 'SELECT max(version) AS version FROM schema_version')
    expect(version).toBeGreaterThan(5)
  })

  test('a code that was mailed then proves its address, once typed right', async () => {
    const { address, code } = held.mailed
    expect((await typeCode('000000', { address })).ok).toBe(false)
    expect((await typeCode(code, { address })).ok).toBe(true)
    expect(gateOf(address)).not.toBeNull()
  })

  test('a person who was signed in still is, finds their devices and sets up another one', async () => {
    const ada = makeVisitor()
    ada.cookies.set('__Host-latchkey', held.webSession)
    const devices = await ada.get('/portal')
    expect(devices.status).toBe(200)
    expect(devices.html).toContain(`/portal/devices/${held.device}`)
    const chosen = await ada.post('/setup/acme/device', { platform: 'agent', ownership: 'company' })
    expect(chosen.status).toBe(303)
    const ready = await ada.get(chosen.location ?? '')
    const [, ref = '', secret = ''] = /\/p\/([\w-]{22})\?k=([\w-]{22})/.exec(ready.html) ?? []
    expect(ref).toBe(held.ref)
    const device = await makeTestDevice()
    expect((await device.redeem({ code: `${ref}.${secret}` })).status).toBe(201)
  })

  test('templates, the organisation and the audit read as they were', async () => {
    expect((await makeVisitor().get('/setup/acme')).html).toContain('Acme Robotics')
    const offered = await services.templates.listOffered(1)
    expect(offered.map(({ platform }) => platform).sort()).toEqual(['agent', 'ios', 'linux'])
    expect(await services.organisations.readLogo('acme')).toMatchObject({ type: 'image/svg+xml' })
    const [{ entries } = {}] = await inD1('SELECT count(*) AS entries FROM audit WHERE at = ?', 2552558400000)
    expect(Number(entries)).toBeGreaterThanOrEqual(12)
    expect((await call('GET', '/device/v1/sites/4711')).body.platforms).toContain('agent')
  })
})
