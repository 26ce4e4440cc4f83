import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { DAY, MINUTE, SECOND } from '../../src/kernel/time.ts'
import { devicesOf, REFUSED, refusal } from '../support/devices.ts'
import {
  call,
  inD1,
  issueCode,
  makePerson,
  makeTestDevice,
  runAlarm,
  seedWorld,
  services,
  sessionOf,
  settle,
  tablesIn,
  time,
  watchTrips,
} from '../support/world.ts'

beforeAll(seedWorld)
beforeEach(time.start)
afterEach(() => vi.restoreAllMocks())

describe('a device key that lives in another account', () => {
  test('is refused before anything is counted, and the code stays usable', async () => {
    const device = await makeTestDevice()
    await device.redeem({ code: (await issueCode(await makePerson())).code })
    const other = await makePerson()
    const { code } = await issueCode(other)
    expect(refusal(await device.redeem({ code }))).toEqual({ status: 409, code: 'key_in_use' })
    expect((await (await makeTestDevice()).redeem({ code })).status).toBe(201)
  })

  test('in a race the second claim is abandoned and its place and code are free again', async () => {
    const device = await makeTestDevice()
    const [one, other] = [await makePerson(), await makePerson()]
    const codes = [await issueCode(one), await issueCode(other, { deviceLimit: 1 })]
    const { thumbprintOf } = await import('../../src/tools/device/proof.ts')
    const thumbprint = await thumbprintOf(device.key)
    const ask = (index: number) =>
      sessionOf(codes[index]?.ref ?? '').redeem({
        by: { kind: 'url', secret: codes[index]?.secret ?? '', pin: null },
        holder: { kind: 'device_key', thumbprint, jti: crypto.randomUUID() },
        facts: {},
        ownership: null,
      })
    expect((await ask(0)).ok).toBe(true)
    expect(await ask(1)).toEqual({ ok: false, error: 'key_in_use' })
    const shown = await services.provisioning.showGrant(other.account, codes[1]?.grant.id ?? '')
    expect(shown?.state).toBe('opened')
    expect(shown?.credentials).not.toBeNull()
    await settle(codes[1]?.ref ?? '')
    const failed = `SELECT detail FROM audit WHERE account_id = ? AND action = 'device.provisioning_failed'`
    const [told] = await inD1(failed, other.account.id)
    expect(JSON.parse(String(told?.detail))).toEqual({
      reason: 'key_in_use',
      count: 1,
      grant: codes[1]?.grant.id,
    })
    expect((await (await makeTestDevice()).redeem({ code: codes[1]?.code })).status).toBe(201)
  })
})

describe('codes that are over', () => {
  test('just before its end a code works, at its end it does not', async () => {
    const person = await makePerson()
    const early = await issueCode(person, { platform: 'linux' })
    const late = await issueCode(person)
    time.pass(600 * SECOND - 1)
    expect((await (await makeTestDevice()).redeem({ code: early.code })).status).toBe(201)
    time.pass(1)
    expect(refusal(await (await makeTestDevice()).redeem({ code: late.code }))).toEqual(REFUSED)
  })

  test('a new code for the same platform ends the former at once', async () => {
    const person = await makePerson()
    const [former, present] = [await issueCode(person), await issueCode(person)]
    expect(refusal(await (await makeTestDevice()).redeem({ code: former.code }))).toEqual(REFUSED)
    expect((await (await makeTestDevice()).redeem({ code: present.code })).status).toBe(201)
    expect((await services.provisioning.showGrant(person.account, former.grant.id))?.credentials).toBeNull()
  })

  test('the device limit refuses without using the code up', async () => {
    const person = await makePerson()
    await (await makeTestDevice()).redeem({ code: (await issueCode(person, { deviceLimit: 2 })).code })
    const one = await issueCode(person, { deviceLimit: 2 })
    const two = await issueCode(person, { deviceLimit: 2, platform: 'linux' })
    expect((await (await makeTestDevice()).redeem({ code: one.code })).status).toBe(201)
    expect(refusal(await (await makeTestDevice()).redeem({ code: two.code }))).toEqual({
      status: 409,
      code: 'device_limit_reached',
    })
    expect((await services.provisioning.showGrant(person.account, two.grant.id))?.state).toBe('issued')
  })

  test('a device that never checks in is abandoned after seven days and frees its place', async () => {
    const person = await makePerson()
    const { code, ref } = await issueCode(person, { deviceLimit: 1 })
    const { token } = (await (await makeTestDevice()).redeem({ code })).body.credential
    time.pass(7 * DAY)
    await runAlarm(ref)
    await settle(ref)
    expect(await devicesOf(person.account.id)).toMatchObject([
      { lifecycle: 'deleted', ended_reason: 'never finished' },
    ])
    expect((await call('POST', '/device/v1/check-in', { authorization: `Bearer ${token}` }, {})).status).toBe(
      401,
    )
    expect((await issueCode(person, { deviceLimit: 1 })).grant.state).toBe('issued')
  })

  test('organisation switched off between the steps: refused, code untouched', async () => {
    const person = await makePerson()
    const { code, grant } = await issueCode(person)
    const actor = { kind: 'system', id: 'test' } as const
    await services.organisations.configureOrganisation(1, { enabled: false }, actor, time.now())
    try {
      expect(refusal(await (await makeTestDevice()).redeem({ code }))).toEqual({
        status: 403,
        code: 'setup_disabled',
      })
    } finally {
      await services.organisations.configureOrganisation(1, { enabled: true }, actor, time.now())
    }
    expect((await services.provisioning.showGrant(person.account, grant.id))?.state).toBe('issued')
    expect((await (await makeTestDevice()).redeem({ code })).status).toBe(201)
  })
})

describe('probing', () => {
  test('guesses at unknown people write nothing in any object', async () => {
    const device = await makeTestDevice()
    const unknownRef = 'A'.repeat(22)
    for (let guess = 0; guess < 10; guess += 1) {
      const code = String(10_000_000 + guess)
      const answer = await device.redeem({ site: '4711', username: 'nobody@acme.example', code })
      expect(refusal(answer)).toEqual(REFUSED)
    }
    expect(refusal(await device.redeem({ code: `${unknownRef}.${'B'.repeat(22)}` }))).toEqual(REFUSED)
    const { keys } = (await import('../support/world.ts')).bindings
    expect(await tablesIn(keys.nameOf('unknown', '1', 'nobody@acme.example'))).toEqual([])
    expect(await tablesIn(unknownRef)).toEqual([])
  })

  test('a known person without a code and an unknown one cause the same answer and the same work', async () => {
    const known = await makePerson()
    const { bindings } = await import('../support/world.ts')
    const work = async (username: string) => {
      const trips = watchTrips()
      const get = vi.spyOn(bindings.provisionSessions, 'get')
      const answer = await (await makeTestDevice()).redeem({ site: '4711', username, code: '12345678' })
      const calls = { trips: trips.count(), objects: get.mock.calls.length }
      vi.restoreAllMocks()
      time.start()
      const { request_id: _, ...body } = answer.body
      const headers = [...answer.headers].filter(([name]) => name !== 'x-request-id')
      return { status: answer.status, body, headers, calls }
    }
    const [one, other] = [await work(known.address), await work('nobody-else@acme.example')]
    expect(one).toEqual(other)
    expect(one.calls).toEqual({ trips: 1, objects: 1 })
  })

  test('the first refusal of a quarter is in the audit at once with its reason, the rest as one row', async () => {
    const person = await makePerson()
    const { ref } = await issueCode(person)
    const device = await makeTestDevice()
    for (let guess = 0; guess < 4; guess += 1) await device.redeem({ code: `${ref}.${'C'.repeat(22)}` })
    await settle(ref)
    const failures = () =>
      inD1(
        `SELECT detail FROM audit WHERE account_id = ? AND action = 'device.provisioning_failed' ORDER BY at, id`,
        person.account.id,
      )
    expect(await failures()).toMatchObject([
      { detail: expect.stringContaining('"unknown_secret","count":1') },
    ])
    time.pass(16 * MINUTE)
    await runAlarm(ref)
    await settle(ref)
    expect(await failures()).toMatchObject([{}, { detail: expect.stringContaining('"count":3') }])
  })
})
