import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { DAY, HOUR, MINUTE, SECOND } from '../../src/kernel/time.ts'
import { makeProvisioning } from '../../src/provisioning/index.ts'
import type { GrantDevice } from '../../src/referee/index.ts'
import { makePasscodeResets } from '../../src/registration/index.ts'
import { openDatabase } from '../../src/runtime/database.ts'
import { devicesOf } from '../support/devices.ts'
import { fakeSessions } from '../support/fake-sessions.ts'
import {
  bindings,
  d1Prototype,
  inD1,
  issueCode,
  makePerson,
  makeTestDevice,
  rowsIn,
  runAlarm,
  seedWorld,
  services,
  sessionOf,
  settle,
  type TestPerson,
  tablesIn,
  time,
} from '../support/world.ts'

beforeAll(seedWorld)
beforeEach(time.start)
afterEach(() => vi.restoreAllMocks())

async function setUp(person: TestPerson) {
  const device = await makeTestDevice()
  const { body } = await device.redeem({ code: (await issueCode(person)).code })
  const { token } = body.credential
  time.pass(MINUTE)
  expect((await device.checkIn(token)).status).toBe(200)
  return { id: String(body.device.id), device, token, checkIn: () => device.checkIn(token) }
}

const codeFor = (person: TestPerson, device: GrantDevice) => issueCode(person, { device, ownership: null })
const actorOf = ({ account }: TestPerson) => ({ kind: 'owner' as const, id: account.id })
const retire = (person: TestPerson, deviceId: string) =>
  sessionOf(person.account.ref).endDevice({ deviceId, actor: actorOf(person), as: 'retired' })
const setOwnership = (person: TestPerson, deviceId: string, ownership: 'personal' | 'company') =>
  sessionOf(person.account.ref).setOwnership({ deviceId, ownership, actor: actorOf(person) })
const breakBatches = () =>
  vi.spyOn(d1Prototype, 'batch').mockRejectedValue(new Error('D1_ERROR: network connection lost'))
const living = (person: TestPerson) =>
  rowsIn(
    person.account.ref,
    `SELECT device_id, epoch FROM claims WHERE state IN ('claimed', 'confirmed') ORDER BY claimed_at`,
  )
const grantStates = async (person: TestPerson) =>
  (await rowsIn(person.account.ref, 'SELECT state FROM grants ORDER BY created_at, rowid')).map(
    ({ state }) => state,
  )

describe('a claim that D1 will refuse, for its key lives elsewhere', () => {
  /** Set up again with a key; before D1 hears of it, that key sets up a device of somebody else. */
  async function loseKey() {
    const [person, stranger] = [await makePerson(), await makePerson()]
    const old = await setUp(person)
    const [mine, theirs] = [
      await codeFor(person, { id: old.id, as: 'reprovision' }),
      await issueCode(stranger),
    ]
    await settle(person.account.ref)
    const key = await makeTestDevice()
    const batches = breakBatches()
    expect((await key.redeem({ code: mine.code })).status).toBe(503)
    return { person, old, mend: () => batches.mockRestore(), take: () => key.redeem({ code: theirs.code }) }
  }

  test('and whose device its owner retired meanwhile: it stays retired, here and there', async () => {
    const { person, old, mend, take } = await loseKey()
    expect((await retire(person, old.id)).ok).toBe(false)
    mend()
    expect((await take()).status).toBe(201)
    time.pass(HOUR)
    await runAlarm(person.account.ref)
    expect(await living(person)).toEqual([])
    expect(await devicesOf(person.account.id)).toMatchObject([{ id: old.id, lifecycle: 'retired' }])
    expect((await old.checkIn()).status).toBe(401)
  })

  test('and whose ownership was changed meanwhile: the device goes on as it was before, here and there', async () => {
    const { person, old, mend, take } = await loseKey()
    await setOwnership(person, old.id, 'personal')
    mend()
    expect((await take()).status).toBe(201)
    time.pass(HOUR)
    await runAlarm(person.account.ref)
    expect(await living(person)).toEqual([{ device_id: old.id, epoch: 1 }])
    expect(await devicesOf(person.account.id)).toMatchObject([{ id: old.id, lifecycle: 'active', epoch: 1 }])
    expect((await old.checkIn()).status).toBe(200)
  })
})

describe('a code that names a device', () => {
  test('dies when that device loses its place to another, or is never finished', async () => {
    const person = await makePerson()
    const old = await setUp(person)
    await codeFor(person, { id: old.id, as: 'reprovision' })
    const taking = await issueCode(person, { deviceLimit: 1, atLimit: 'replace', platform: 'linux' })
    const { body } = await (await makeTestDevice()).redeem({ code: taking.code })
    expect((await grantStates(person)).toSorted()).toEqual(['exhausted', 'exhausted', 'revoked'])
    time.pass(DAY)
    await inD1('UPDATE service SET provision_code_seconds = 1000000')
    const long = await codeFor(person, { id: body.device.id, as: 'replace' })
    expect(long.grant.validUntil).toBeGreaterThan(time.now() + 7 * DAY)
    time.pass(7 * DAY)
    await runAlarm(person.account.ref)
    expect((await grantStates(person)).at(-1)).toBe('revoked')
  })

  test('brings the ownership that the device has when it is used', async () => {
    const person = await makePerson()
    const old = await setUp(person)
    const { code } = await codeFor(person, { id: old.id, as: 'reprovision' })
    expect((await setOwnership(person, old.id, 'personal')).ok).toBe(true)
    expect((await (await makeTestDevice()).redeem({ code })).body.device.ownership).toBe('personal')
    expect(await devicesOf(person.account.id)).toMatchObject([{ ownership: 'personal' }])
  })

  test('for a device that waits to replace another: it still replaces that one, and D1 keeps knowing it', async () => {
    const person = await makePerson()
    const old = await setUp(person)
    const first = await makeTestDevice()
    const { body } = await first.redeem({ code: (await codeFor(person, { id: old.id, as: 'replace' })).code })
    const { id } = body.device
    const again = async () => {
      const key = await makeTestDevice()
      const { code } = await codeFor(person, { id, as: 'reprovision' })
      const redeemed = await key.redeem({ code })
      expect((await key.checkIn(redeemed.body.credential.token)).status).toBe(200)
    }
    await again()
    expect((await old.checkIn()).status).toBe(401)
    await again()
    expect(await inD1('SELECT epoch, replaces_device_id FROM devices WHERE id = ?', id)).toEqual([
      { epoch: 3, replaces_device_id: old.id },
    ])
  })
})

test('a passcode PIN that was used says nothing to the device as it is set up again', async () => {
  const person = await makePerson()
  const { id } = await setUp(person)
  const session = sessionOf(person.account.ref)
  const issued = await session.issuePasscodeReset({ deviceId: id, actor: actorOf(person) })
  const pin = String(issued.ok && issued.value.pin)
  expect((await session.usePasscodeReset({ deviceId: id, pin })).ok).toBe(true)
  const { code } = await codeFor(person, { id, as: 'reprovision' })
  await (await makeTestDevice()).redeem({ code })
  expect((await session.usePasscodeReset({ deviceId: id, pin })).ok).toBe(false)
})

describe('an account that is deleted', () => {
  const inputOf = ({ account }: TestPerson) => {
    const { organisationId, id: accountId, ref, address, locale } = account
    const actor = { kind: 'manager' as const, id: 'acc_manager' }
    return { organisationId, accountId, ref, notify: { address, locale }, actor }
  }
  const close = (person: TestPerson) => sessionOf(person.account.ref).closeAccount(inputOf(person))

  test('and then reached by what was on its way: nothing begins anew, and nobody is remembered', async () => {
    const person = await makePerson()
    await setUp(person)
    expect((await close(person)).ok).toBe(true)
    await expect(issueCode(person)).rejects.toThrow('setup_disabled')
    expect((await sessionOf(person.account.ref).setDisabled({ ...inputOf(person), disabled: true })).ok).toBe(
      true,
    )
    expect((await close(person)).ok).toBe(true)
    expect(await tablesIn(person.account.ref)).toEqual([])
  })

  test('while a device of it reports: what that said of itself is not kept', async () => {
    const person = await makePerson()
    const { device, token } = await setUp(person)
    const batch = d1Prototype.batch
    let mend = () => {}
    const held = new Promise<void>((resolve) => {
      mend = resolve
    })
    const spy = vi.spyOn(d1Prototype, 'batch').mockImplementationOnce(async function (
      this: D1Database,
      list,
    ) {
      await held
      return batch.call(this, list) as never
    })
    const reported = device.checkIn(token, { facts: { name: 'Ada’s phone', serial: 'ADA-1' } })
    await vi.waitFor(() => expect(spy).toHaveBeenCalled())
    expect((await close(person)).ok).toBe(true)
    mend()
    await reported
    expect(await devicesOf(person.account.id)).toMatchObject([{ name: null, serial: null }])
  })

  test('while D1 is away is finished by a supervisor who has it tried again', async () => {
    const person = await makePerson()
    await setUp(person)
    const batches = breakBatches()
    expect((await close(person)).ok).toBe(false)
    batches.mockRestore()
    expect(await sessionOf(person.account.ref).retryOutbox()).toEqual({ waiting: 0, parked: 0 })
    expect(await tablesIn(person.account.ref)).toEqual([])
  })

  test('while a device is set up: the device is refused, and dead', async () => {
    const person = await makePerson()
    const [{ code }, device] = [await issueCode(person), await makeTestDevice()]
    await settle(person.account.ref)
    const batch = d1Prototype.batch
    let mend = () => {}
    const held = new Promise<void>((resolve) => {
      mend = resolve
    })
    const spy = vi.spyOn(d1Prototype, 'batch').mockImplementation(async function (this: D1Database, list) {
      await held
      return batch.call(this, list) as never
    })
    const redeemed = device.redeem({ code })
    await vi.waitFor(() => expect(spy).toHaveBeenCalled())
    const closed = close(person)
    time.pass(SECOND)
    mend()
    expect((await closed).ok).toBe(true)
    expect([401, 403]).toContain((await redeemed).status)
    expect((await devicesOf(person.account.id)).map(({ lifecycle }) => lifecycle)).toEqual(['deleted'])
    expect(await tablesIn(person.account.ref)).toEqual([])
  })
})

describe('a session that still runs the code of before', () => {
  const database = openDatabase(bindings.db)

  test('gives no code that would set up one more device: what it made ends, and who asked comes again', async () => {
    const person = await makePerson()
    const { id } = await setUp(person)
    const revokeGrant = vi.fn(async () => null)
    const issued = async () => ({ ok: true, value: { id: 'grt_old', platform: 'agent' } })
    const provisionSessions = fakeSessions(() => ({ issueCode: issued, revokeGrant }))
    const provisioning = makeProvisioning({ database, provisionSessions, keys: bindings.keys })
    const door = await services.organisations.openDoor('acme')
    const template = await services.templates.findOffered(1, 'agent')
    if (!door.ok || !template) throw new Error('no template')
    const asked = { door: door.value, account: person.account, template, ownership: null }
    const renewed = await provisioning.issueForDevice({ ...asked, device: { id, as: 'replace' } })
    expect(renewed).toEqual({ ok: false, error: { code: 'temporarily_unavailable' } })
    expect(revokeGrant).toHaveBeenCalledWith({ grantId: 'grt_old', actor: actorOf(person) })
  })

  test('knows no PINs for passcodes: who asks for one comes again, and the page is shown without', async () => {
    const person = await makePerson()
    const { id } = await setUp(person)
    const missing = () => Promise.reject(new TypeError('The RPC receiver does not implement the method'))
    const provisionSessions = fakeSessions(() => ({
      issuePasscodeReset: missing,
      showPasscodeReset: missing,
    }))
    const provisioning = makeProvisioning({ database, provisionSessions, keys: bindings.keys })
    const resets = makePasscodeResets({ database, provisioning })
    const device = await services.myDevices.find(person.account, id)
    if (!device) throw new Error('no device')
    const account = { ...person.account, permissions: ['reset_passcode' as const] }
    expect(await resets.issue(account, device)).toEqual({ ok: false, error: 'temporarily_unavailable' })
    expect(await resets.show(account, device)).toBeNull()
  })
})
