import { evictDurableObject } from 'cloudflare:test'
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { DAY, SECOND } from '../../src/kernel/time.ts'
import { devicesOf, REFUSED, refusal } from '../support/devices.ts'
import { claim, phone, prepare } from '../support/phones.ts'
import {
  call,
  inD1,
  issueCode,
  makePerson,
  makeTestDevice,
  rowsIn,
  seedWorld,
  services,
  sessionOf,
  settle,
  time,
} from '../support/world.ts'

beforeAll(seedWorld)
beforeEach(time.start)
afterEach(() => vi.restoreAllMocks())

const auditOf = (accountId: string) =>
  inD1('SELECT action, detail FROM audit WHERE account_id = ? ORDER BY at, id', accountId)

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

  test('policies come filled in for the account, the organisation and the device, however often it asks', async () => {
    const person = await makePerson()
    const { code } = await issueCode(person, {
      policies: {
        who: '{{account.name}} <{{account.email}}>',
        where: '{{organisation.name}} ({{organisation.site}})',
        what: '{{device.name}} {{device.platform}} {{device.ownership}} {{device.id}}',
        braces: '{{unknown}}',
        grace: 3,
      },
    })
    const device = await makeTestDevice()
    const redeemed = await device.redeem({ code, device: { name: 'bench' } })
    expect(redeemed.body.policies).toEqual({
      who: `Ada Lovelace <${person.address}>`,
      where: 'Acme Robotics (4711)',
      what: `bench agent company ${redeemed.body.device.id}`,
      braces: '{{unknown}}',
      grace: 3,
    })
    const again = await device.redeem({ code, device: { name: 'another name' } })
    expect(again.body.policies).toEqual(redeemed.body.policies)
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

  test('the warning names the device that the code brought, by its model where it has no name', async () => {
    const person = await makePerson()
    const { code } = await issueCode(person)
    const mine = await (await makeTestDevice()).redeem({ code, device: { model: 'Fairphone 6' } })
    const later = await issueCode(person, { platform: 'linux' })
    await (await makeTestDevice()).redeem({ code: later.code, device: { name: 'Later' } })
    expect(refusal(await (await makeTestDevice()).redeem({ code }))).toEqual(REFUSED)
    await settle(person.account.ref)
    const thefts = `SELECT device_id FROM audit WHERE account_id = ? AND action = 'theft.suspected'`
    expect(await inD1(thefts, person.account.id)).toEqual([{ device_id: mine.body.device.id }])
    const [mail] = await inD1('SELECT payload FROM messages WHERE account_id = ?', person.account.id)
    expect(JSON.parse(String(mail?.payload))).toMatchObject({ platform: 'agent', deviceName: 'Fairphone 6' })
  })

  test('a thief with a key at a code that a browser used is written down, and causes no mail', async () => {
    const { person, code } = await prepare()
    await claim(phone(), code)
    expect(refusal(await (await makeTestDevice()).redeem({ code: code.code }))).toEqual(REFUSED)
    await settle(person.account.ref)
    const thefts = `SELECT detail FROM audit WHERE account_id = ? AND action = 'theft.suspected'`
    const [theft] = await inD1(thefts, person.account.id)
    expect(JSON.parse(String(theft?.detail))).toMatchObject({ mailed: false })
    expect(await inD1('SELECT id FROM messages WHERE account_id = ?', person.account.id)).toEqual([])
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
