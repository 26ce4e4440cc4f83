import { evictDurableObject } from 'cloudflare:test'
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { HOUR, MINUTE } from '../../src/kernel/time.ts'
import type { GrantDevice } from '../../src/referee/index.ts'
import { devicesOf, REFUSED, refusal } from '../support/devices.ts'
import {
  breakDatabase,
  inD1,
  issueCode,
  makePerson,
  makeTestDevice,
  rowsIn,
  runAlarm,
  seedWorld,
  sessionOf,
  settle,
  type TestPerson,
  tablesIn,
  time,
} from '../support/world.ts'

beforeAll(seedWorld)
beforeEach(time.start)
afterEach(() => vi.restoreAllMocks())

async function setUp(person: TestPerson, options: Parameters<typeof issueCode>[1] = {}) {
  const device = await makeTestDevice()
  const redeemed = await device.redeem({ code: (await issueCode(person, options)).code })
  expect(redeemed.status).toBe(201)
  const id = String(redeemed.body.device.id)
  const token = String(redeemed.body.credential.token)
  time.pass(MINUTE)
  expect((await device.checkIn(token)).status).toBe(200)
  return { device, id, token, checkIn: () => device.checkIn(token) }
}

/** A code that names a device; or why there is none. */
async function codeFor(person: TestPerson, device: GrantDevice, deviceLimit: number | null = null) {
  try {
    const { code, grant } = await issueCode(person, { device, deviceLimit, ownership: null })
    return { refused: null, code, grant }
  } catch (error) {
    return { refused: (error as Error).message, code: '', grant: null }
  }
}

const states = async (person: TestPerson) =>
  Object.fromEntries((await devicesOf(person.account.id)).map(({ id, lifecycle }) => [id, lifecycle]))
const owner = (person: TestPerson) => ({ kind: 'owner' as const, id: person.account.id })

describe('a device that is set up again', () => {
  test('keeps its id and its place; its former credential is dead from then on, not before', async () => {
    const person = await makePerson()
    const old = await setUp(person)
    const { code } = await codeFor(person, { id: old.id, as: 'reprovision' }, 1)
    expect((await old.checkIn()).status).toBe(200)
    const next = await makeTestDevice()
    const redeemed = await next.redeem({ code })
    expect(redeemed.body.device.id).toBe(old.id)
    expect(redeemed.body.credential.token).not.toBe(old.token)
    expect(refusal(await old.checkIn())).toEqual({ status: 401, code: 'invalid_credential' })
    expect((await next.checkIn(redeemed.body.credential.token)).status).toBe(200)
    expect(await states(person)).toEqual({ [old.id]: 'active' })
    expect((await devicesOf(person.account.id))[0]).toMatchObject({ epoch: 2 })
  })

  test('stays whose it is, whatever is usual', async () => {
    const person = await makePerson()
    const old = await setUp(person, { ownership: 'personal' })
    const { grant } = await codeFor(person, { id: old.id, as: 'reprovision' })
    expect(grant?.ownership).toBe('personal')
  })

  test('with the key of another device of theirs: that one ends, for one key is one device', async () => {
    const person = await makePerson()
    const [first, second] = [await setUp(person), await setUp(person)]
    const { code } = await codeFor(person, { id: first.id, as: 'reprovision' })
    const redeemed = await second.device.redeem({ code })
    expect(redeemed.body.device.id).toBe(first.id)
    expect(await states(person)).toEqual({ [first.id]: 'pending', [second.id]: 'replaced' })
  })

  test('goes on with its former credential when the new key turns out to live in another account', async () => {
    const [person, stranger] = [await makePerson(), await makePerson()]
    const old = await setUp(person)
    const key = await makeTestDevice()
    const [mine, theirs] = [
      await codeFor(person, { id: old.id, as: 'reprovision' }),
      await issueCode(stranger),
    ]
    const answers = await Promise.all([key.redeem({ code: mine.code }), key.redeem({ code: theirs.code })])
    await settle(person.account.ref)
    await settle(stranger.account.ref)
    const won = answers.findIndex(({ status }) => status === 201)
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    expect((await old.checkIn()).status).toBe(won === 0 ? 401 : 200)
  })
})

describe('a device that is replaced', () => {
  test('stays until the new one is confirmed, then ends in the same batch and its record is carried on', async () => {
    const person = await makePerson()
    const old = await setUp(person)
    await inD1(
      `UPDATE devices SET name = 'Ada''s phone', name_key = 'ada''s phone', name_given = 1, note = 'screen is cracked' WHERE id = ?`,
      old.id,
    )
    const { code } = await codeFor(person, { id: old.id, as: 'replace' }, 1)
    const next = await makeTestDevice()
    const redeemed = await next.redeem({ code, device: { name: 'android-7' } })
    const id = String(redeemed.body.device.id)
    expect(id).not.toBe(old.id)
    expect((await old.checkIn()).status).toBe(200)
    expect((await next.checkIn(redeemed.body.credential.token)).status).toBe(200)
    expect(refusal(await old.checkIn())).toEqual({ status: 401, code: 'invalid_credential' })
    expect(await states(person)).toEqual({ [old.id]: 'replaced', [id]: 'active' })
    expect(
      await inD1('SELECT name, name_given, note, replaces_device_id FROM devices WHERE id = ?', id),
    ).toEqual([{ name: "Ada's phone", name_given: 1, note: 'screen is cracked', replaces_device_id: old.id }])
  })

  test('stays when the new one is never finished', async () => {
    const person = await makePerson()
    const old = await setUp(person)
    const { code } = await codeFor(person, { id: old.id, as: 'replace' })
    await (await makeTestDevice()).redeem({ code })
    time.pass(8 * 24 * HOUR)
    await runAlarm(person.account.ref)
    expect((await old.checkIn()).status).toBe(200)
  })

  test('at the limit lets in the one that takes its place, and no third', async () => {
    const person = await makePerson()
    const old = await setUp(person)
    const { code } = await codeFor(person, { id: old.id, as: 'replace' }, 1)
    expect((await (await makeTestDevice()).redeem({ code })).status).toBe(201)
    expect((await codeFor(person, { id: old.id, as: 'reprovision' }, 1)).refused).toBe('device_limit_reached')
  })
})

describe('a code that names a device', () => {
  test('dies with that device', async () => {
    const person = await makePerson()
    const old = await setUp(person)
    const { code } = await codeFor(person, { id: old.id, as: 'replace' })
    const ended = await sessionOf(person.account.ref).endDevice({
      deviceId: old.id,
      actor: owner(person),
      as: 'retired',
    })
    expect(ended.ok).toBe(true)
    expect(refusal(await (await makeTestDevice()).redeem({ code }))).toEqual(REFUSED)
  })

  test('is not issued for a device of another account, nor for one that has ended', async () => {
    const [person, other] = [await makePerson(), await makePerson()]
    const [mine, theirs] = [await setUp(person), await setUp(other)]
    expect((await codeFor(person, { id: theirs.id, as: 'reprovision' })).refused).toBe('unknown_device')
    await sessionOf(person.account.ref).endDevice({ deviceId: mine.id, actor: owner(person), as: 'wiped' })
    expect((await codeFor(person, { id: mine.id, as: 'replace' })).refused).toBe('unknown_device')
    expect(await states(person)).toEqual({ [mine.id]: 'wiped' })
  })
})

describe('whose device it is', () => {
  test('is decided by the session, lands in D1 and in the audit; once', async () => {
    const person = await makePerson()
    const { id } = await setUp(person)
    const input = { deviceId: id, ownership: 'personal' as const, actor: owner(person) }
    for (const _ of [1, 2]) expect((await sessionOf(person.account.ref).setOwnership(input)).ok).toBe(true)
    expect((await devicesOf(person.account.id))[0]).toMatchObject({ ownership: 'personal' })
    const audited = await inD1(
      `SELECT actor_kind FROM audit WHERE device_id = ? AND action = 'device.ownership_changed'`,
      id,
    )
    expect(audited).toHaveLength(1)
  })
})

describe('a PIN for the passcode of secure apps', () => {
  const issue = async (person: TestPerson, id: string) => {
    const issued = await sessionOf(person.account.ref).issuePasscodeReset({
      deviceId: id,
      actor: owner(person),
    })
    if (!issued.ok) throw new Error(issued.error)
    return String(issued.value.pin)
  }
  const use = (person: TestPerson, id: string, pin: string) =>
    sessionOf(person.account.ref).usePasscodeReset({ deviceId: id, pin })
  const wrongFor = (pin: string) => (pin === '11111111' ? '22222222' : '11111111')

  test('works once; the answer that was lost is given again within its ten minutes', async () => {
    const person = await makePerson()
    const { id } = await setUp(person)
    const pin = await issue(person, id)
    const used = await use(person, id, pin)
    expect(used.ok).toBe(true)
    await evictDurableObject(sessionOf(person.account.ref))
    expect(await use(person, id, pin)).toEqual(used)
    expect(await sessionOf(person.account.ref).showPasscodeReset({ deviceId: id })).toMatchObject({
      state: 'used',
      pin: null,
    })
    time.pass(11 * MINUTE)
    expect(await use(person, id, pin)).toMatchObject({ ok: false, error: 'invalid_pin' })
  })

  test('is over after five wrong ones, at its end, with the next one, and once the device is set up again', async () => {
    const person = await makePerson()
    const { id } = await setUp(person)
    const guessed = await issue(person, id)
    for (let tries = 0; tries < 5; tries += 1) await use(person, id, wrongFor(guessed))
    expect((await use(person, id, guessed)).ok).toBe(false)

    const first = await issue(person, id)
    const second = await issue(person, id)
    if (first !== second) expect((await use(person, id, first)).ok).toBe(false)
    time.pass(11 * MINUTE)
    expect((await use(person, id, second)).ok).toBe(false)

    const third = await issue(person, id)
    const { code } = await codeFor(person, { id, as: 'reprovision' })
    await (await makeTestDevice()).redeem({ code })
    expect((await use(person, id, third)).ok).toBe(false)
  })

  test('of one device does nothing at another', async () => {
    const person = await makePerson()
    const [one, other] = [await setUp(person), await setUp(person)]
    const pin = await issue(person, one.id)
    expect((await use(person, other.id, pin)).ok).toBe(false)
    expect((await use(person, one.id, pin)).ok).toBe(true)
  })

  test('is kept as an HMAC, and sealed only while it can be used', async () => {
    const person = await makePerson()
    const { id } = await setUp(person)
    const pin = await issue(person, id)
    expect(JSON.stringify(await rowsIn(person.account.ref, 'SELECT * FROM passcode_resets'))).not.toContain(
      pin,
    )
    await use(person, id, pin)
    expect(await rowsIn(person.account.ref, 'SELECT sealed FROM passcode_resets')).toEqual([{ sealed: null }])
    await issue(person, id)
    time.pass(11 * MINUTE)
    await runAlarm(person.account.ref)
    expect(await rowsIn(person.account.ref, 'SELECT sealed FROM passcode_resets')).toEqual([{ sealed: null }])
  })
})

describe('an account that is deleted', () => {
  const close = (person: TestPerson) => {
    const { organisationId, id: accountId, ref, address, locale } = person.account
    const notify = { address, locale }
    const actor = { kind: 'manager' as const, id: 'acc_manager' }
    return sessionOf(ref).closeAccount({ organisationId, accountId, ref, notify, actor })
  }

  test('ends its devices and codes, is forgotten by D1, and leaves an empty session', async () => {
    const person = await makePerson()
    const device = await setUp(person)
    const open = await issueCode(person, { platform: 'linux' })
    expect((await close(person)).ok).toBe(true)
    expect(refusal(await device.checkIn())).toEqual({ status: 401, code: 'invalid_credential' })
    expect((await (await makeTestDevice()).redeem({ code: open.code })).status).toBe(403)
    expect(await states(person)).toEqual({ [device.id]: 'deleted' })
    expect(await tablesIn(person.account.ref)).toEqual([])
    expect((await close(person)).ok).toBe(true)
  })

  test('while D1 is away is decided all the same, and finished by the alarm', async () => {
    const person = await makePerson()
    const device = await setUp(person)
    const broken = breakDatabase()
    expect((await close(person)).ok).toBe(false)
    broken.mend()
    expect((await tablesIn(person.account.ref)).length).toBeGreaterThan(0)
    time.pass(HOUR)
    await runAlarm(person.account.ref)
    expect(await tablesIn(person.account.ref)).toEqual([])
    expect(await states(person)).toEqual({ [device.id]: 'deleted' })
    const rows = await inD1(
      `SELECT 1 FROM audit WHERE account_id = ? AND action = 'account.deleted'`,
      person.account.id,
    )
    expect(rows).toHaveLength(1)
  })
})
