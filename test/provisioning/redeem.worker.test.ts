import { evictDurableObject } from 'cloudflare:test'
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { DAY, MINUTE, SECOND } from '../../src/kernel/time.ts'
import {
  type Answer,
  call,
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
  tablesIn,
  time,
  watchTrips,
} from '../support/world.ts'

beforeAll(seedWorld)
beforeEach(time.start)
afterEach(() => vi.restoreAllMocks())

const devicesOf = (accountId: string) => inD1('SELECT * FROM devices WHERE account_id = ?', accountId)
const auditOf = (accountId: string) =>
  inD1('SELECT action, detail FROM audit WHERE account_id = ? ORDER BY at, id', accountId)

const refusal = (answer: Answer) => ({ status: answer.status, code: answer.body.code })
const REFUSED = { status: 403, code: 'invalid_provision_code' }

describe('a device redeems a provision URL', () => {
  test('it gets its credential, reads its configuration, and its first check-in makes it active', async () => {
    const person = await makePerson()
    const { code, grant } = await issueCode(person)
    const device = await makeTestDevice()
    const redeemed = await device.redeem({ code, device: { name: 'bench', os_version: 'Debian 13' } })
    expect(redeemed.status).toBe(201)
    expect(redeemed.body).toMatchObject({
      device: { id: expect.stringMatching(/^dev_/), status: 'pending', platform: 'agent' },
      credential: { token_type: 'DPoP' },
      check_in: { interval_seconds: 60 },
      organisation: { name: 'Acme Robotics', site: '4711' },
      account: { username: person.address, name: 'Ada Lovelace' },
      policies: { agent_pin_required: true },
    })
    const { token } = redeemed.body.credential
    const configuration = await device.configuration(token)
    expect(configuration.status).toBe(200)
    expect(configuration.body.device.id).toBe(redeemed.body.device.id)
    const etag = configuration.headers.get('etag') ?? ''
    expect((await device.configuration(token, { 'if-none-match': etag })).status).toBe(304)

    const checked = await device.checkIn(token, { facts: { model: 'T14' }, configuration_etag: etag })
    expect(checked.body).toMatchObject({
      status: 'active',
      interval_seconds: 3600,
      configuration_changed: false,
    })
    expect(await devicesOf(person.account.id)).toMatchObject([
      { lifecycle: 'active', name: 'bench', model: 'T14', os_version: 'Debian 13', epoch: 1 },
    ])
    expect((await services.provisioning.showGrant(person.account, grant.id))?.live).toBe('active')
    expect((await auditOf(person.account.id)).map(({ action }) => action)).toEqual(
      expect.arrayContaining(['provision_code.created', 'device.provisioned', 'device.confirmed']),
    )
  })

  test('site, e-mail address and PIN do as well', async () => {
    const person = await makePerson()
    const { pin } = await issueCode(person)
    const device = await makeTestDevice()
    const typed = `${pin.slice(0, 4)} ${pin.slice(4)}`
    const redeemed = await device.redeem({
      site: '4711',
      username: person.address.toUpperCase(),
      code: typed,
    })
    expect(redeemed.status).toBe(201)
  })

  test('without a holder nothing is counted', async () => {
    const person = await makePerson()
    const { code, ref } = await issueCode(person, { confirmation: 'pin' })
    expect(refusal(await call('POST', '/device/v1/redeem', {}, { code, pin: '00000000' }))).toEqual({
      status: 400,
      code: 'holder_required',
    })
    expect(await rowsIn(ref, 'SELECT pin_failures FROM grants')).toEqual([{ pin_failures: 0 }])
  })

  test('a bearer credential comes with an idempotency key and needs no proof', async () => {
    const { code } = await issueCode(await makePerson())
    const headers = { 'idempotency-key': crypto.randomUUID() }
    const redeemed = await call('POST', '/device/v1/redeem', headers, { code })
    expect(redeemed.body.credential.token_type).toBe('Bearer')
    const authorization = `Bearer ${redeemed.body.credential.token}`
    expect((await call('POST', '/device/v1/check-in', { authorization }, {})).body.status).toBe('active')
  })
})

describe('one code, many devices', () => {
  test('of fifty devices at once one gets it, and there is one device', async () => {
    const person = await makePerson()
    const { code } = await issueCode(person)
    const devices = await Promise.all(Array.from({ length: 50 }, makeTestDevice))
    const answers = await Promise.all(devices.map((device) => device.redeem({ code })))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    expect(answers.filter((answer) => answer.body.code === 'invalid_provision_code')).toHaveLength(49)
    expect(await devicesOf(person.account.id)).toHaveLength(1)
  })

  test('control: with an await between the check and the claim several would get it', async () => {
    const state = { exhausted: false, winners: 0 }
    const redeemUnsafely = async () => {
      if (state.exhausted) return
      await inD1('SELECT 1')
      state.exhausted = true
      state.winners += 1
    }
    await Promise.all(Array.from({ length: 50 }, redeemUnsafely))
    expect(state.winners).toBeGreaterThan(1)
  })

  test('another device is refused, and the owner is warned once', async () => {
    const person = await makePerson()
    const { code, grant } = await issueCode(person)
    const [owner, thief] = [await makeTestDevice(), await makeTestDevice()]
    const first = await owner.redeem({ code, device: { name: 'Mine' } })
    expect(refusal(await thief.redeem({ code }))).toEqual(REFUSED)
    expect(refusal(await thief.redeem({ code }))).toEqual(REFUSED)
    await settle(person.account.ref)
    const shown = await services.provisioning.showGrant(person.account, grant.id)
    expect(shown?.theftSuspectedAt).toBe(time.now())
    const thefts = await inD1(
      `SELECT id FROM audit WHERE account_id = ? AND action = 'theft.suspected'`,
      person.account.id,
    )
    expect(thefts).toHaveLength(1)
    const mails = await inD1('SELECT kind, recipient FROM messages WHERE account_id = ?', person.account.id)
    expect(mails).toEqual([{ kind: 'theft_signal', recipient: person.address }])
    expect((await owner.redeem({ code })).body.device.id).toBe(first.body.device.id)
  })

  test('a thief without a key causes no mail', async () => {
    const person = await makePerson()
    const { code } = await issueCode(person)
    await (await makeTestDevice()).redeem({ code })
    await call('POST', '/device/v1/redeem', { 'idempotency-key': crypto.randomUUID() }, { code })
    await settle(person.account.ref)
    expect(await inD1('SELECT id FROM messages WHERE account_id = ?', person.account.id)).toEqual([])
  })
})

describe('the same device again', () => {
  test('an answer that was lost is given again: same device, same credential, for a day', async () => {
    const person = await makePerson()
    const { code } = await issueCode(person)
    const device = await makeTestDevice()
    const first = await device.redeem({ code, device: { name: 'First' } })
    time.pass(DAY - SECOND)
    const again = await device.redeem({ code, device: { name: 'Other' } })
    expect(again.status).toBe(201)
    expect(again.body).toEqual(first.body)
    expect(await devicesOf(person.account.id)).toMatchObject([{ name: 'First' }])
    time.pass(2 * SECOND)
    expect(refusal(await device.redeem({ code }))).toEqual(REFUSED)
  })

  test('after the first check-in the code gives nothing again, and nobody is suspected', async () => {
    const person = await makePerson()
    const { code, grant } = await issueCode(person)
    const device = await makeTestDevice()
    const { token } = (await device.redeem({ code })).body.credential
    await device.checkIn(token)
    expect(refusal(await device.redeem({ code }))).toEqual(REFUSED)
    const shown = await services.provisioning.showGrant(person.account, grant.id)
    expect(shown?.theftSuspectedAt).toBeNull()
  })

  test('a proof that was seen before is refused', async () => {
    const { code } = await issueCode(await makePerson())
    const device = await makeTestDevice()
    const dpop = await device.proofFor('POST', '/device/v1/redeem')
    expect((await call('POST', '/device/v1/redeem', { dpop }, { code })).status).toBe(201)
    expect((await call('POST', '/device/v1/redeem', { dpop }, { code })).status).toBe(401)
  })

  test('the same key on a new code is the same device: its old credential ends', async () => {
    const person = await makePerson()
    const device = await makeTestDevice()
    const first = await device.redeem({ code: (await issueCode(person)).code })
    await device.checkIn(first.body.credential.token)
    const second = await device.redeem({ code: (await issueCode(person)).code })
    expect(second.body.device.id).toBe(first.body.device.id)
    expect(second.body.credential.token).not.toBe(first.body.credential.token)
    expect((await device.checkIn(first.body.credential.token)).status).toBe(401)
    expect((await device.checkIn(second.body.credential.token)).status).toBe(200)
    expect(await devicesOf(person.account.id)).toMatchObject([{ epoch: 2, lifecycle: 'active' }])
  })

  test('it does all this across evictions: nothing relies on memory', async () => {
    const person = await makePerson()
    const { code, ref } = await issueCode(person)
    await settle(ref)
    const device = await makeTestDevice()
    await evictDurableObject(sessionOf(ref))
    const first = await device.redeem({ code })
    await evictDurableObject(sessionOf(ref))
    expect((await device.redeem({ code })).body).toEqual(first.body)
    await evictDurableObject(sessionOf(ref))
    expect((await device.checkIn(first.body.credential.token)).body.status).toBe('active')
  })
})

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
