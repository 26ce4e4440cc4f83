import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { MINUTE } from '../../src/kernel/time.ts'
import { rowsReadBy } from '../support/rows-read.ts'
import {
  inD1,
  issueCode,
  makePerson,
  makeTestDevice,
  seedWorld,
  services,
  type TestPerson,
  time,
} from '../support/world.ts'

const ACME = 1
const OTHER = 2

beforeAll(async () => {
  await seedWorld()
  await inD1(
    `INSERT INTO organisations (id, slug, site_id, name, enabled, accent, email_rule, terms_version,
       phone_required, confirmation, created_at, changed_at)
     VALUES (${OTHER}, 'other', '5711', 'Other', 1, '#123456', '', 1, 0, 'tap', 0, 0)`,
  )
})
beforeEach(time.start)
afterEach(() => vi.restoreAllMocks())

async function setUp(person: TestPerson, name: string, options: Parameters<typeof issueCode>[1] = {}) {
  const answer = await (await makeTestDevice()).redeem({
    code: (await issueCode(person, options)).code,
    device: { name, model: 'T14' },
  })
  time.pass(MINUTE)
  return String(answer.body.device.id)
}

/** Copies a device many times: for an organisation that has a lot. */
async function multiply(deviceId: string, accountId: string, count: number) {
  const columns = (await inD1('PRAGMA table_info(devices)')).map(({ name }) => String(name))
  const values = columns.map((name) =>
    name === 'id'
      ? `'dev_' || n || '${accountId}'`
      : name === 'account_id'
        ? `'${accountId}'`
        : name === 'key_thumbprint'
          ? 'NULL'
          : name,
  )
  await inD1(
    `WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ${count})
     INSERT INTO devices (${columns.join(', ')})
     SELECT ${values.join(', ')} FROM devices, numbers WHERE id = ?`,
    deviceId,
  )
}

describe('the devices of an account', () => {
  test('come newest first, ended ones too', async () => {
    const person = await makePerson()
    const one = { deviceLimit: 1, atLimit: 'replace' } as const
    const ids = [await setUp(person, 'old', one), await setUp(person, 'new', one)]
    const listed = await services.devices.listOf(ACME, person.account.id)
    expect(listed.map(({ id, name, lifecycle }) => [id, name, lifecycle])).toEqual([
      [ids[1], 'new', 'pending'],
      [ids[0], 'old', 'replaced'],
    ])
    expect(listed[0]).toMatchObject({
      model: 'T14',
      platform: 'agent',
      ownership: 'company',
      lastSeenAt: null,
    })
  })

  test('another organisation sees none of them', async () => {
    const person = await makePerson()
    await setUp(person, 'mine')
    expect(await services.devices.listOf(OTHER, person.account.id)).toEqual([])
    expect(await services.devices.countLivingOf(OTHER, [person.account.id])).toEqual(
      new Map([[person.account.id, 0]]),
    )
    expect(await services.devices.totals(OTHER)).toEqual([])
  })

  test('living ones are counted for each, and 0 for who has none', async () => {
    const [one, none] = [await makePerson(), await makePerson()]
    const limit = { deviceLimit: 2, atLimit: 'replace' } as const
    for (const name of ['a', 'b', 'c']) await setUp(one, name, limit)
    const counts = await services.devices.countLivingOf(ACME, [one.account.id, none.account.id])
    expect([...counts]).toEqual([
      [one.account.id, 2],
      [none.account.id, 0],
    ])
    expect(await services.devices.countLivingOf(ACME, [])).toEqual(new Map())
  })

  test('totals follow the states, by platform', async () => {
    const total = async () => {
      const totals = await services.devices.totals(ACME)
      const find = (lifecycle: string) =>
        totals.find((one) => one.platform === 'linux' && one.lifecycle === lifecycle)?.count ?? 0
      return [find('pending'), find('replaced')]
    }
    const before = await total()
    const person = await makePerson()
    const one = { deviceLimit: 1, atLimit: 'replace', platform: 'linux' } as const
    await setUp(person, 'a', one)
    await setUp(person, 'b', one)
    expect(await total()).toEqual([(before[0] ?? 0) + 1, (before[1] ?? 0) + 1])
  })

  test('a large organisation costs an account’s page nothing', async () => {
    const [person, crowd] = [await makePerson(), await makePerson()]
    const id = await setUp(person, 'mine')
    await multiply(id, crowd.account.id, 3000)
    expect(await services.devices.listOf(ACME, crowd.account.id)).toHaveLength(50)
    expect(await rowsReadBy(() => services.devices.listOf(ACME, person.account.id))).toBeLessThanOrEqual(5)
    expect(await rowsReadBy(() => services.devices.listOf(ACME, crowd.account.id))).toBeLessThanOrEqual(250)
    expect(
      await rowsReadBy(() => services.devices.countLivingOf(ACME, [person.account.id])),
    ).toBeLessThanOrEqual(5)
    expect(await rowsReadBy(() => services.devices.totals(ACME))).toBeLessThanOrEqual(100)
  })
})
