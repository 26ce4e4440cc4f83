import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { MINUTE, SECOND } from '../../src/kernel/time.ts'
import { thumbprintOf } from '../../src/tools/device/proof.ts'
import { devicesOf } from '../support/devices.ts'
import {
  d1Prototype,
  issueCode,
  makePerson,
  makeTestDevice,
  rowsIn,
  runAlarm,
  seedWorld,
  sessionOf,
  settle,
  type TestCode,
  type TestPerson,
  time,
} from '../support/world.ts'

/** A claim whose device key turns out to live in another account, as only D1 knows: what it ended goes on. */

beforeAll(seedWorld)
beforeEach(time.start)
afterEach(() => vi.restoreAllMocks())

const one = { deviceLimit: 1, atLimit: 'replace' } as const

async function setUp(person: TestPerson, options: Parameters<typeof issueCode>[1] = one) {
  const device = await makeTestDevice()
  const { code } = await issueCode(person, options)
  const { body } = await device.redeem({ code })
  const token = body.credential.token as string
  time.pass(MINUTE)
  return { id: String(body.device.id), checkIn: () => device.checkIn(token) }
}

const lifecycles = async (person: TestPerson) =>
  (await devicesOf(person.account.id)).map(({ id, lifecycle }) => [id, lifecycle])

/** Such a key, presented past the Worker that would have seen it: as in a race. */
async function makeForeignDevice() {
  const { key, redeem } = await makeTestDevice()
  await redeem({ code: (await issueCode(await makePerson())).code })
  const thumbprint = await thumbprintOf(key)
  return {
    redeem: ({ ref, secret }: TestCode) =>
      sessionOf(ref).redeem({
        by: { kind: 'url', secret, pin: null },
        holder: { kind: 'device_key', thumbprint, jti: crypto.randomUUID() },
        facts: {},
        ownership: null,
      }),
  }
}

describe('the device that it took the place of', () => {
  test.each(['confirmed', 'claimed'])('keeps it, %s as it was', async (state) => {
    const person = await makePerson()
    const old = await setUp(person)
    if (state === 'confirmed') expect((await old.checkIn()).status).toBe(200)
    const foreign = await makeForeignDevice()
    expect(await foreign.redeem(await issueCode(person, one))).toEqual({ ok: false, error: 'key_in_use' })
    await settle(person.account.ref)
    const states = await rowsIn(
      person.account.ref,
      `SELECT device_id, state, ended_at FROM claims WHERE state <> 'abandoned'`,
    )
    expect(states).toEqual([{ device_id: old.id, state, ended_at: null }])
    expect((await old.checkIn()).status).toBe(200)
    expect(await lifecycles(person)).toEqual([[old.id, 'active']])
  })

  test('has lost it where a third one has it by the time that is found out', async () => {
    const person = await makePerson()
    const { ref } = person.account
    const old = await setUp(person)
    const [foreign, device] = [await makeForeignDevice(), await makeTestDevice()]
    const code = await issueCode(person, one)
    const third = await issueCode(person, { ...one, platform: 'linux' })
    await settle(ref)
    const spy = vi.spyOn(d1Prototype, 'batch').mockRejectedValue(new Error('D1_ERROR: connection lost'))
    await foreign.redeem(code)
    time.pass(SECOND)
    expect((await device.redeem({ code: third.code })).status).toBe(503)
    spy.mockRestore()
    await runAlarm(ref)
    await settle(ref)
    const living = await rowsIn(ref, `SELECT device_id FROM claims WHERE state IN ('claimed', 'confirmed')`)
    expect(living).toHaveLength(1)
    const rows = await lifecycles(person)
    expect(rows.filter(([, lifecycle]) => lifecycle === 'pending')).toEqual([
      [living[0]?.device_id, 'pending'],
    ])
    expect(rows).toContainEqual([old.id, 'replaced'])
    expect((await old.checkIn()).status).toBe(401)
  })

  test('keeps it where the limit was lifted by the time that is found out', async () => {
    const person = await makePerson()
    const { ref } = person.account
    const old = await setUp(person)
    const other = await setUp(person, { deviceLimit: 2, platform: 'linux' })
    const foreign = await makeForeignDevice()
    const code = await issueCode(person, { deviceLimit: 2, atLimit: 'replace' })
    await settle(ref)
    const spy = vi.spyOn(d1Prototype, 'batch').mockRejectedValue(new Error('D1_ERROR: connection lost'))
    await foreign.redeem(code)
    time.pass(SECOND)
    await issueCode(person, { deviceLimit: null, platform: 'macos' })
    expect(await rowsIn(ref, 'SELECT device_limit FROM session')).toEqual([{ device_limit: null }])
    spy.mockRestore()
    await runAlarm(ref)
    await settle(ref)
    expect(await lifecycles(person)).toEqual([
      [old.id, 'pending'],
      [other.id, 'pending'],
    ])
    expect((await old.checkIn()).status).toBe(200)
  })
})

describe('the device that its code sets up again', () => {
  test.each(['confirmed', 'claimed'])('goes on, %s as it was, and so does another', async (state) => {
    const person = await makePerson()
    const { ref } = person.account
    const many = { deviceLimit: null }
    const other = await setUp(person, many)
    const own = await setUp(person, { ...many, platform: 'linux' })
    if (state === 'confirmed') expect((await own.checkIn()).status).toBe(200)
    const before = await rowsIn(ref, 'SELECT * FROM claims ORDER BY registered_at')
    const foreign = await makeForeignDevice()
    const device = { id: own.id as never, as: 'reprovision' } as const
    const code = await issueCode(person, { ...many, platform: 'linux', device })
    expect(await foreign.redeem(code)).toEqual({ ok: false, error: 'key_in_use' })
    await settle(ref)
    expect(
      await rowsIn(ref, `SELECT * FROM claims WHERE state <> 'abandoned' ORDER BY registered_at`),
    ).toEqual(before)
    expect((await own.checkIn()).status).toBe(200)
    expect((await other.checkIn()).status).toBe(200)
    expect((await lifecycles(person)).toSorted()).toEqual(
      [
        [other.id, 'active'],
        [own.id, 'active'],
      ].toSorted(),
    )
  })
})
