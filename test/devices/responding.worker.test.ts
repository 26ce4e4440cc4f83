import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { findSilent } from '../../src/devices/index.ts'
import { DAY, HOUR, MINUTE } from '../../src/kernel/time.ts'
import { runMinute } from '../../src/minute.ts'
import { openDatabase } from '../../src/runtime/database.ts'
import {
  bindings,
  d1Prototype,
  inD1,
  issueCode,
  makePerson,
  makeTestDevice,
  seedWorld,
  time,
  watchTrips,
} from '../support/world.ts'

const database = openDatabase(bindings.db)
/** An interval of an hour: 15 minutes and three of them. */
const SILENT_AFTER = 15 * MINUTE + 3 * HOUR

beforeAll(async () => {
  time.start()
  await seedWorld()
})
beforeEach(async () => {
  time.start()
  await inD1('UPDATE devices SET silent_at = NULL')
})
afterEach(() => vi.restoreAllMocks())

/** A device that reported once, with what it may do. */
async function setUp(permissions: Record<string, boolean> = {}) {
  const person = await makePerson()
  const device = await makeTestDevice()
  const { body } = await device.redeem({
    code: (await issueCode(person)).code,
    device: { name: 'Ada’s Phone' },
  })
  const token = String(body.credential.token)
  const id = String(body.device.id)
  await device.checkIn(token, { permissions })
  return {
    id,
    person,
    checkIn: (told: Record<string, unknown> = {}) => device.checkIn(token, told),
    async row() {
      const [row] = await inD1('SELECT * FROM devices WHERE id = ?', id)
      const reason: unknown = JSON.parse(String(row?.unresponsive_reason))
      return { ...row, reason } as Record<string, unknown>
    },
    audit: async () =>
      (
        await inD1(
          `SELECT action, detail, actor_kind FROM audit WHERE device_id = ? AND action LIKE 'device.%respons%'
           ORDER BY at, rowid`,
          id,
        )
      ).map(({ action, detail, actor_kind }) => [action, JSON.parse(String(detail)).reason, actor_kind]),
  }
}

describe('a permission', () => {
  test('that comes and goes at every report stands in the audit once in a quarter of an hour', async () => {
    const device = await setUp({ location: true })
    for (let turn = 0; turn < 3; turn += 1)
      for (const location of [false, true]) await device.checkIn({ permissions: { location } })
    expect(await device.row()).toMatchObject({ status: 'active' })
    expect(await device.audit()).toHaveLength(2)
    time.pass(15 * MINUTE)
    await device.checkIn({ permissions: { location: false } })
    expect(await device.row()).toMatchObject({ status: 'unresponsive' })
    expect(await device.audit()).toHaveLength(3)
  })

  test('that is lost makes the device unresponsive, and given back responsive again', async () => {
    const device = await setUp({ location: true, camera: false })
    expect(await device.row()).toMatchObject({
      status: 'active',
      permissions: '{"location":true,"camera":false}',
    })
    time.pass(MINUTE)
    await device.checkIn({ permissions: { location: false } })
    const lost = { kind: 'permissions', names: ['location'] }
    expect(await device.row()).toMatchObject({
      status: 'unresponsive',
      unresponsive_since: time.now(),
      reason: lost,
      permissions: '{"camera":false,"location":false}',
    })
    time.pass(MINUTE)
    await device.checkIn({ facts: { os_version: '15' } })
    expect(await device.row()).toMatchObject({ status: 'unresponsive', reason: lost })
    time.pass(MINUTE)
    await device.checkIn({ permissions: { location: true } })
    expect(await device.row()).toMatchObject({
      status: 'active',
      unresponsive_since: null,
      unresponsive_reason: null,
    })
    expect(await device.audit()).toEqual([
      ['device.unresponsive', 'permissions', 'device'],
      ['device.responsive', undefined, 'device'],
    ])
  })

  test('that it never had makes no difference', async () => {
    const device = await setUp({ camera: false })
    await device.checkIn({ permissions: { camera: false, location: false } })
    expect(await device.row()).toMatchObject({ status: 'active' })
    expect(await device.audit()).toEqual([])
  })

  test('has a name that can be shown, and there are forty at most', async () => {
    const device = await setUp()
    const many = Object.fromEntries(Array.from({ length: 41 }, (_, index) => [`p${index}`, true]))
    expect((await device.checkIn({ permissions: many })).status).toBe(400)
    expect((await device.checkIn({ permissions: { 'a\u202eb': true } })).status).toBe(400)
    expect((await device.row()).permissions).toBeNull()
  })
})

describe('a check-in', () => {
  test('that says nothing new writes nothing', async () => {
    const device = await setUp({ location: true })
    const before = await device.row()
    time.pass(14 * MINUTE)
    const trips = watchTrips()
    await device.checkIn({ facts: { name: 'Ada’s Phone' }, permissions: { location: true } })
    // Who it is, and what it is asked to do.
    expect(trips.count()).toBe(2)
    expect(await device.row()).toEqual(before)
  })

  test('that says much asks D1 twice, name and search go together, and the next silence is counted from it', async () => {
    const device = await setUp({ location: true })
    time.pass(MINUTE)
    const trips = watchTrips()
    await device.checkIn({ facts: { name: 'Grace’s Tablet' }, permissions: { location: false } })
    expect(trips.count()).toBe(2)
    trips.stop()
    expect(await device.row()).toMatchObject({
      name: 'Grace’s Tablet',
      name_key: 'grace’s tablet',
      last_seen_at: time.now(),
      silent_at: time.now() + SILENT_AFTER,
    })
  })
})

describe('silence', () => {
  test('is found by the minute’s job, and ends with the next word', async () => {
    const device = await setUp()
    time.pass(SILENT_AFTER - 1)
    await runMinute(bindings)
    expect(await device.row()).toMatchObject({ status: 'active' })
    time.pass(1)
    await runMinute(bindings)
    const since = time.now()
    expect(await device.row()).toMatchObject({
      status: 'unresponsive',
      unresponsive_since: since,
      reason: { kind: 'silent' },
      changed_at: since,
    })
    time.pass(MINUTE)
    await runMinute(bindings)
    expect(await device.row()).toMatchObject({ unresponsive_since: since })
    await device.checkIn()
    expect(await device.row()).toMatchObject({ status: 'active', silent_at: time.now() + SILENT_AFTER })
    expect(await device.audit()).toEqual([
      ['device.unresponsive', 'silent', 'system'],
      ['device.responsive', undefined, 'device'],
    ])
  })

  test('is found although a clock had jumped ahead when the device was heard last', async () => {
    const device = await setUp()
    time.pass(3650 * DAY)
    await device.checkIn()
    time.pass(-3650 * DAY)
    await device.checkIn()
    expect(await device.row()).toMatchObject({
      last_seen_at: time.now(),
      silent_at: time.now() + SILENT_AFTER,
    })
  })

  test('is nothing to a device that cannot report, whose owner is off, or whose organisation is', async () => {
    const [mute, off, elsewhere, normal] = [await setUp(), await setUp(), await setUp(), await setUp()]
    await inD1("UPDATE devices SET reports = 'none' WHERE id = ?", mute.id)
    await inD1('UPDATE accounts SET disabled_at = 1 WHERE id = ?', off.person.account.id)
    await inD1(
      `INSERT OR IGNORE INTO organisations (id, slug, site_id, name, enabled, accent, email_rule, terms_version,
         phone_required, confirmation, created_at, changed_at)
       VALUES (2, 'other', '5711', 'Other', 0, '#123456', '', 1, 0, 'tap', 0, 0)`,
    )
    await inD1('UPDATE devices SET organisation_id = 2 WHERE id = ?', elsewhere.id)
    time.pass(SILENT_AFTER)
    expect(await findSilent(database, time.now())).toBe(1)
    for (const device of [mute, off, elsewhere]) {
      expect(await device.row()).toMatchObject({ status: 'active', silent_at: time.now() + DAY })
      expect(await device.audit()).toEqual([])
    }
    expect(await normal.row()).toMatchObject({ status: 'unresponsive' })
    expect(await findSilent(database, time.now())).toBe(0)
  })

  test('is said of no device that speaks while the job runs, and nothing stands in the audit', async () => {
    const device = await setUp()
    time.pass(SILENT_AFTER)
    const now = time.now()
    const plain = d1Prototype.batch
    const spy = vi.spyOn(d1Prototype, 'batch')
    spy.mockImplementationOnce(async function (this: D1Database, statements) {
      const read = await plain.call(this, statements)
      await inD1(
        'UPDATE devices SET silent_at = ?, last_seen_at = ? WHERE id = ?',
        now + HOUR,
        now,
        device.id,
      )
      return read as never
    })
    expect(await findSilent(database, now)).toBe(0)
    spy.mockRestore()
    expect(await device.row()).toMatchObject({ status: 'active' })
    expect(await device.audit()).toEqual([])
  })

  test('of very many is found in bounded pieces, the longest first, along its index', async () => {
    const device = await setUp()
    const columns = (await inD1('PRAGMA table_info(devices)')).map(({ name }) => String(name))
    const values = columns.map(
      (name) =>
        ({
          id: "'dev_many_' || n",
          key_thumbprint: 'NULL',
          silent_at: '1000 + n',
          last_seen_at: 'NULL',
        })[name] ?? name,
    )
    await inD1(
      `WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 1200)
       INSERT INTO devices (${columns.join(', ')}) SELECT ${values.join(', ')} FROM devices, numbers WHERE id = ?`,
      device.id,
    )
    expect(await findSilent(database, 5000)).toBe(500)
    const [left] = await inD1(
      "SELECT min(silent_at) AS first FROM devices WHERE id LIKE 'dev_many_%' AND unresponsive_since IS NULL",
    )
    expect(left?.first).toBe(1501)
    expect([await findSilent(database, 5000), await findSilent(database, 5000)]).toEqual([500, 200])
    expect(await findSilent(database, 5000)).toBe(0)
    const audit = await inD1("SELECT count(*) AS n FROM audit WHERE device_id LIKE 'dev_many_%'")
    expect(audit).toEqual([{ n: 1200 }])
  })
})
