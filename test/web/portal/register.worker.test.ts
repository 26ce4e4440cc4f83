import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { makeOwnCodes } from '../../../src/registration/index.ts'
import { openDatabase } from '../../../src/runtime/database.ts'
import { setUpDevice } from '../../support/devices.ts'
import { invite } from '../../support/invitations.ts'
import { makeManager } from '../../support/staff.ts'
import { catchMail, type Visitor, visitorOf } from '../../support/visitor.ts'
import {
  bindings,
  inD1,
  issueCode,
  makePerson,
  makeTestDevice,
  seedWorld,
  services,
  settle,
  type TestPerson,
  time,
  watchTrips,
} from '../../support/world.ts'

/** What people do by themselves in the portal: get codes, end them, set devices up again and replace them. */

let person: TestPerson
let owner: Visitor
let everybody: Record<string, unknown>
beforeAll(async () => {
  time.start()
  await seedWorld()
  const [row] = await inD1('SELECT * FROM account_templates WHERE organisation_id = 1')
  everybody = row ?? {}
})
beforeEach(async () => {
  time.start()
  person = await makePerson()
  owner = visitorOf(person)
})
afterEach(async () => {
  vi.restoreAllMocks()
  const { permissions, device_limit, at_limit, id } = everybody
  const columns = 'permissions = ?, device_limit = ?, at_limit = ?'
  await inD1(`UPDATE account_templates SET ${columns} WHERE id = ?`, permissions, device_limit, at_limit, id)
})

const allow = (...permissions: string[]) =>
  inD1('UPDATE account_templates SET permissions = ? WHERE id = ?', JSON.stringify(permissions), everybody.id)
const limitTo = (limit: number, at: 'refuse' | 'replace') =>
  inD1('UPDATE account_templates SET device_limit = ?, at_limit = ? WHERE id = ?', limit, at, everybody.id)
const ask = (way: string, visitor = owner) =>
  visitor.post('/portal/register', { platform: 'agent', ownership: 'company', way })
const openOf = (one: TestPerson) => services.provisioning.listOpenGrants(one.account)
const grantIn = (location: string | null) =>
  /^\/portal\/register\/(grt_[\w-]+)$/.exec(location ?? '')?.[1] ?? ''
const secretIn = (html: string) => /\?k=([\w-]{22})/.exec(html)?.[1]

/** A device of the person that has reported. */
async function setUp(one: TestPerson, name: string) {
  const set = await setUpDevice(one, { facts: { name } })
  time.pass(1000)
  return set
}

describe('a code of one’s own', () => {
  test('comes by e-mail with the PIN that its link asks for', async () => {
    const mail = catchMail()
    const asked = await ask('email')
    expect(asked.location).toBe('/portal/register?done=email')
    const done = await owner.get(asked.location ?? '')
    expect(done.html).toContain(`on its way to ${person.address}`)
    const { text } = await mail.mailTo(person.address)
    const code = `${person.account.ref}.${secretIn(text)}`
    const [grant] = await openOf(person)
    const pin = (await services.provisioning.showGrant(person.account, grant?.id ?? ''))?.credentials?.pin
    expect(text).toContain(`${pin?.slice(0, 4)} ${pin?.slice(4)}`)
    const device = await makeTestDevice()
    expect((await device.redeem({ code })).body).toMatchObject({ code: 'pin_required' })
    expect((await device.redeem({ code, pin })).status).toBe(201)
    const [entry] = await inD1(
      "SELECT actor_kind, actor_id FROM audit WHERE action = 'account.reprovisioned' AND account_id = ?",
      person.account.id,
    )
    expect(entry).toEqual({ actor_kind: 'owner', actor_id: person.account.id })
  })

  test('as a text message goes to the number of the person', async () => {
    vi.spyOn(bindings.messages, 'sendBatch').mockResolvedValue(undefined as never)
    const { messages } = bindings
    const { templates, provisioning, registration } = services
    const database = openDatabase(bindings.db)
    const codes = makeOwnCodes({
      ...{ database, messages, templates, provisioning, registration },
      smsReady: true,
    })
    const door = await services.organisations.openDoor('acme')
    if (!door.ok) throw new Error('closed')
    const account = { ...person.account, phone: '+4930123456' }
    const asked = { door: door.value, account, platform: 'agent', ownership: null, way: 'sms' } as const
    const issued = await codes.ask({ ...asked, now: time.now() })
    expect(issued).toMatchObject({ ok: true, value: { confirmation: 'pin' } })
    expect(await inD1('SELECT channel, recipient FROM messages WHERE account_id = ?', account.id)).toEqual([
      { channel: 'sms', recipient: '+4930123456' },
    ])
    // The service of this world sends none.
    expect((await ask('sms')).status).toBe(403)
  })

  test('as PIN or QR code stands on its page, which shows again what lives', async () => {
    const trips = watchTrips()
    const id = grantIn((await ask('pin')).location)
    expect(trips.count()).toBeLessThanOrEqual(3)
    trips.stop()
    const page = await owner.get(`/portal/register/${id}`)
    expect(page.html).toContain('data-testid="pin"')
    expect(page.html).toContain('data-testid="qr"')
    expect(page.html).toContain(`data-live="/portal/register/${id}/live"`)
    expect(page.html).not.toContain('/setup/acme/ready')
    const renewed = await owner.post(`/portal/register/${id}/pin`, {})
    expect(renewed.location).toBe(`/portal/register/${id}?pin=new`)
    const list = await owner.get('/portal/register')
    expect(list.html).toContain(`href="/portal/register/${id}/cancel"`)
    expect((await owner.get(`/portal/register/${id}/status`)).html).toContain('data-state="waiting"')
  })

  test('is as open to a manager in the session of their work', async () => {
    const manager = await makeManager()
    const id = grantIn((await ask('qr', manager.visitor)).location)
    expect((await manager.visitor.get(`/portal/register/${id}`)).html).toContain('data-testid="qr"')
    expect((await owner.get(`/portal/register/${id}`)).status).toBe(404)
  })

  test('needs a kind of device and a way', async () => {
    const noWay = await owner.post('/portal/register', { platform: 'agent' })
    expect([noWay.status, /data-testid="error"/.test(noWay.html)]).toEqual([422, true])
    expect(noWay.html).toMatch(/value="agent" checked/)
    expect((await owner.post('/portal/register', { way: 'qr' })).status).toBe(422)
    expect(await openOf(person)).toEqual([])
  })

  test('ends when it is cancelled, after being asked; an invitation is shown and stays', async () => {
    await invite(person)
    const code = await issueCode(person)
    const path = `/portal/register/${code.grant.id}/cancel`
    expect((await owner.get(path)).html).toContain('stop working at once')
    expect((await visitorOf(await makePerson()).post(path, {})).status).toBe(404)
    expect((await openOf(person)).length).toBe(1)
    expect((await owner.post(path, {})).location).toBe('/portal/register?done=cancelled')
    expect((await (await makeTestDevice()).redeem({ code: code.code })).body.code).toBe(
      'invalid_provision_code',
    )
    expect((await owner.post(path, {})).location).toBe('/portal/register?done=unchanged')
    const list = await owner.get('/portal/register')
    expect(list.html).toContain('Invitation')
    expect(list.html).not.toContain('/cancel"')
    const session = services.provisioning.sessionOf(person.account.ref)
    expect(await session.livingInvitation()).not.toBeNull()
  })
})

describe('what is not permitted', () => {
  test.each([
    ['email', ['pin', 'qr']],
    ['pin', ['register', 'qr']],
    ['qr', ['register', 'pin']],
  ])('by %s is refused with %j, and makes no code', async (way, permissions) => {
    await allow(...permissions)
    const refused = await ask(way)
    expect([refused.status, refused.html.includes('not switched on for you')]).toEqual([403, true])
    expect(await openOf(person)).toEqual([])
    const page = await owner.get('/portal/register')
    expect([page.status, page.html.includes(`value="${way}"`)]).toEqual([200, false])
  })

  test('to somebody without codes of their own: ending one, setting up again, replacing', async () => {
    const { id } = await setUp(person, 'Phone')
    const code = await issueCode(person, { platform: 'linux' })
    await allow('pin', 'qr')
    for (const path of [
      `/portal/register/${code.grant.id}/cancel`,
      `/portal/devices/${id}/renew`,
      `/portal/devices/${id}/replace`,
    ]) {
      expect((await owner.get(path)).status, path).toBe(403)
      expect((await owner.post(path, { platform: 'agent' })).status, path).toBe(403)
    }
    expect((await openOf(person)).map(({ id }) => id)).toEqual([code.grant.id])
    // What was begun for them can be gone on with.
    expect((await owner.get('/portal/register')).html).toContain(`/portal/register/${code.grant.id}`)
  })
})

describe('at the device limit', () => {
  test('people learn whose place the new device takes, or which they could replace', async () => {
    const { id } = await setUp(person, 'Old phone')
    await limitTo(1, 'replace')
    const replaces = await owner.get('/portal/register')
    expect(replaces.html).toContain('takes the place of an old one')
    expect(replaces.html).toContain('Old phone')
    await limitTo(1, 'refuse')
    for (const page of [await owner.get('/portal/register'), await ask('qr')]) {
      expect(page.html).toContain(`href="/portal/devices/${id}/replace"`)
      expect(page.html).not.toContain('name="way"')
    }
    expect((await ask('qr')).status).toBe(409)
    expect(await openOf(person)).toEqual([])
    const replaced = await owner.post(`/portal/devices/${id}/replace`, { platform: 'agent' })
    expect(grantIn(replaced.location)).not.toBe('')
  })
})

describe('a device that is set up again', () => {
  test('keeps its credential until the code is used, and its id afterwards', async () => {
    const { id, device, token } = await setUp(person, 'Phone')
    const path = `/portal/devices/${id}/renew`
    const asked = await owner.get(path)
    expect(asked.html).toContain('As soon as it is used')
    expect(await openOf(person)).toEqual([])
    const grant = grantIn((await owner.post(path, {})).location)
    expect((await device.checkIn(token)).status).toBe(200)
    const page = await owner.get(`/portal/register/${grant}`)
    const code = `${person.account.ref}.${secretIn(page.html)}`
    const again = await (await makeTestDevice()).redeem({ code })
    expect([again.status, again.body.device.id]).toEqual([201, id])
    await settle(person.account.ref)
    expect((await device.checkIn(token)).status).toBe(401)
  })

  test('is one’s own, and lives', async () => {
    const { id } = await setUp(person, 'Phone')
    const stranger = await makePerson()
    for (const act of ['renew', 'replace']) {
      const path = `/portal/devices/${id}/${act}`
      expect((await visitorOf(stranger).get(path)).status).toBe(404)
      expect((await visitorOf(stranger).post(path, { platform: 'agent' })).status).toBe(404)
    }
    expect(await openOf(stranger)).toEqual([])
    const actor = { kind: 'owner', id: person.account.id } as const
    const session = services.provisioning.sessionOf(person.account.ref)
    await session.endDevice({ deviceId: id as never, actor, as: 'deleted' })
    expect((await owner.post(`/portal/devices/${id}/renew`, {})).location).toBe(`/portal/devices/${id}`)
    expect(await openOf(person)).toEqual([])
  })
})

test('a device that is replaced goes on until the new one has reported', async () => {
  const old = await setUp(person, 'Old phone')
  const path = `/portal/devices/${old.id}/replace`
  expect((await owner.get(path)).html).toContain('goes on working until the new one has reported')
  expect((await owner.post(path, {})).status).toBe(422)
  const grant = grantIn((await owner.post(path, { platform: 'agent' })).location)
  const page = await owner.get(`/portal/register/${grant}`)
  const fresh = await makeTestDevice()
  const redeemed = await fresh.redeem({ code: `${person.account.ref}.${secretIn(page.html)}` })
  expect(redeemed.body.device.id).not.toBe(old.id)
  expect((await old.device.checkIn(old.token)).status).toBe(200)
  await fresh.checkIn(redeemed.body.credential.token)
  await settle(person.account.ref)
  expect((await old.device.checkIn(old.token)).status).toBe(401)
  expect(await inD1('SELECT lifecycle FROM devices WHERE id = ?', old.id)).toEqual([
    { lifecycle: 'replaced' },
  ])
})
