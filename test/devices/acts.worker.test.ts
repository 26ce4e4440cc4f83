import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { type DeviceFilter, NO_DEVICE_FILTER, NOTE_MAX, VIEWS_MAX } from '../../src/devices/index.ts'
import { HOUR, MINUTE } from '../../src/kernel/time.ts'
import { refereeOf } from '../../src/referee/index.ts'
import { invite } from '../support/invitations.ts'
import {
  bindings,
  inD1,
  issueCode,
  makePerson,
  makeTestDevice,
  seedWorld,
  services,
  type TestPerson,
  time,
  watchTrips,
} from '../support/world.ts'

const ACME = 1
const OTHER = 2
const actor = { kind: 'manager' as const, id: 'acc_manager' }
const list = services.deviceList

beforeAll(async () => {
  time.start()
  await seedWorld()
})
beforeEach(() => time.start())
afterEach(() => vi.restoreAllMocks())

const act = (deviceId: string, organisationId = ACME) => ({
  organisationId,
  deviceId,
  actor,
  now: time.now(),
})

/** A device that reported once. */
async function setUp(
  person: TestPerson,
  facts: Record<string, string> = { name: 'Ada’s phone', model: 'T14' },
) {
  const device = await makeTestDevice()
  const { body } = await device.redeem({ code: (await issueCode(person)).code, device: facts })
  const token = String(body.credential.token)
  await device.checkIn(token)
  return { device, token, id: String(body.device.id) }
}

const auditOf = (deviceId: string, action: string) =>
  inD1('SELECT * FROM audit WHERE device_id = ? AND action = ? ORDER BY rowid', deviceId, action)
const mailsOf = (accountId: string) =>
  inD1("SELECT * FROM messages WHERE account_id = ? AND kind = 'renewal' ORDER BY rowid", accountId)

describe('a device’s page', () => {
  test('shows facts, owner, template, certificates, permissions and history in one round trip', async () => {
    const person = await makePerson({ name: 'Grace Hopper' })
    const { device, token, id } = await setUp(person)
    await device.checkIn(token, { facts: { imei: '490154203237518' }, permissions: { location: true } })
    await services.certificates.makeIdentity({
      organisation: { id: ACME, name: 'Acme' },
      accountId: person.account.id,
      deviceId: id,
      subject: { subject: 'CN=Grace', email: person.address, keyUsage: ['digital_signature'] },
      now: time.now(),
    })
    const trips = watchTrips()
    const found = await list.find(ACME, id)
    expect(trips.count()).toBe(1)
    expect(found).toMatchObject({
      id,
      name: 'Ada’s phone',
      model: 'T14',
      imei: '490154203237518',
      status: 'active',
      factsKnown: true,
      owner: { id: person.account.id, name: 'Grace Hopper', ref: person.account.ref, locale: 'en' },
      template: { version: expect.any(Number), offered: expect.any(Number) },
      permissions: { location: true },
      note: '',
      unresponsive: null,
      certificates: [
        { serial: expect.stringMatching(/^[0-9a-f]{32}$/), subject: 'CN=Grace', revokedAt: null },
      ],
    })
    expect(found?.grantId).toMatch(/^grt_/)
    expect(found?.history.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['device.confirmed', 'device.provisioned']),
    )
  })

  test('shows a slot with its invitation, before there is a device', async () => {
    const person = await makePerson()
    const { invitation } = await invite(person)
    const [slot] = await inD1('SELECT id FROM devices WHERE account_id = ?', person.account.id)
    expect(await list.find(ACME, String(slot?.id))).toMatchObject({
      status: 'invited',
      platform: null,
      template: null,
      factsKnown: false,
      invitationId: invitation.id,
      owner: { id: person.account.id },
    })
  })
})

describe('a note', () => {
  test('is kept, told in the audit once, and unknown elsewhere', async () => {
    const { id } = await setUp(await makePerson())
    expect(await list.saveNote({ ...act(id), note: ' screen\r\nbroken ' })).toEqual({ ok: true, value: null })
    expect((await list.find(ACME, id))?.note).toBe('screen\nbroken')
    await list.saveNote({ ...act(id), note: 'screen\nbroken' })
    expect(await auditOf(id, 'device.noted')).toHaveLength(1)
    expect(await list.saveNote({ ...act(id), note: 'x'.repeat(NOTE_MAX + 1) })).toMatchObject({
      error: 'too_long',
    })
    expect(await list.saveNote({ ...act(id, OTHER), note: 'mine' })).toMatchObject({ error: 'not_found' })
    expect((await list.find(ACME, id))?.note).toBe('screen\nbroken')
  })
})

describe('deleting', () => {
  test('ends the credential at once, and a second time says that it is over', async () => {
    const { device, token, id } = await setUp(await makePerson())
    expect(await list.delete(act(id, OTHER))).toMatchObject({ error: 'not_found' })
    expect((await device.checkIn(token)).status).toBe(200)
    expect(await list.delete(act(id))).toEqual({ ok: true, value: null })
    expect((await device.checkIn(token)).status).toBe(401)
    expect((await list.find(ACME, id))?.status).toBe('deleted')
    expect(await auditOf(id, 'device.deleted')).toMatchObject([{ actor_id: actor.id }])
    expect(await list.delete(act(id))).toMatchObject({ error: 'ended' })
  })

  test('a slot deactivates its invitation: its link is dead', async () => {
    const person = await makePerson()
    const { code, invitation } = await invite(person)
    const [slot] = await inD1('SELECT id FROM devices WHERE account_id = ?', person.account.id)
    expect(await list.delete(act(String(slot?.id)))).toEqual({ ok: true, value: null })
    expect((await (await makeTestDevice()).redeem({ code })).body.code).toBe('invalid_provision_code')
    expect(await inD1('SELECT status FROM invitations WHERE id = ?', invitation.id)).toEqual([
      { status: 'deactivated' },
    ])
  })

  test('of several tells which were deleted and which not', async () => {
    const [one, other] = [await setUp(await makePerson()), await setUp(await makePerson())]
    await list.delete(act(other.id))
    const { deviceId: _, ...asked } = act('')
    const outcome = await list.deleteMany({ ...asked, deviceIds: [one.id, other.id, 'dev_none', one.id] })
    expect(outcome).toEqual({
      done: [one.id],
      refused: [
        { id: other.id, reason: 'ended' },
        { id: 'dev_none', reason: 'not_found' },
      ],
    })
    const elsewhere = await setUp(await makePerson())
    const foreign = { ...asked, organisationId: OTHER, deviceIds: [elsewhere.id] }
    expect((await list.deleteMany(foreign)).done).toEqual([])
    expect((await elsewhere.device.checkIn(elsewhere.token)).status).toBe(200)
  })
})

describe('renewing', () => {
  test('writes to the owner with the living invitation, and changes neither PIN nor QR', async () => {
    const person = await makePerson()
    const { id } = await setUp(person)
    const { invitation } = await invite(person)
    const session = refereeOf(bindings.provisionSessions, person.account.ref)
    const before = await session.livingInvitation()
    const grants = await inD1('SELECT * FROM invitations WHERE account_id = ?', person.account.id)
    expect(before?.credentials).toMatchObject({ pin: expect.stringMatching(/^\d{8}$/) })

    expect(await list.renew(act(id))).toEqual({ ok: true, value: null })
    expect(await session.livingInvitation()).toEqual(before)
    expect(await inD1('SELECT * FROM invitations WHERE account_id = ?', person.account.id)).toEqual(grants)
    const [mail, ...more] = await mailsOf(person.account.id)
    expect(more).toEqual([])
    expect(mail).toMatchObject({
      recipient: person.address,
      locale: 'en',
      invitation_id: null,
    })
    expect(JSON.parse(String(mail?.payload))).toEqual({
      ref: person.account.ref,
      deviceId: id,
      deviceName: 'Ada’s phone',
      platform: 'agent',
      state: 'active',
      permissions: [],
      grant: { kind: 'invitation', id: invitation.id },
    })
    expect(String(mail?.payload)).not.toContain(before?.credentials?.pin)
    expect(await auditOf(id, 'device.renewed')).toHaveLength(1)
  })

  test('takes the code of the platform that lives, else none, and changes no code', async () => {
    const person = await makePerson()
    const { id } = await setUp(person)
    const code = await issueCode(person)
    await issueCode(person, { platform: 'linux' })
    const before = await services.provisioning.showGrant(person.account, code.grant.id)
    await list.renew(act(id))
    expect(await services.provisioning.showGrant(person.account, code.grant.id)).toEqual(before)
    const grantOf = (mail: Record<string, unknown> | undefined) => JSON.parse(String(mail?.payload)).grant
    expect(grantOf((await mailsOf(person.account.id))[0])).toEqual({
      kind: 'provision_code',
      id: code.grant.id,
    })
    time.pass(2 * HOUR)
    await list.renew(act(id))
    expect(grantOf((await mailsOf(person.account.id))[1])).toBeNull()
  })

  test('says what is wrong', async () => {
    const person = await makePerson()
    const { device, token, id } = await setUp(person)
    await device.checkIn(token, { permissions: { location: true, camera: true } })
    await device.checkIn(token, { permissions: { location: false } })
    await list.renew(act(id))
    const [mail] = await mailsOf(person.account.id)
    expect(JSON.parse(String(mail?.payload))).toMatchObject({
      state: 'permissions',
      permissions: ['location'],
    })
  })

  test('happens at most once an hour, however many ask at the same time', async () => {
    const person = await makePerson()
    const { id } = await setUp(person)
    await Promise.all([list.renew(act(id)), list.renew(act(id))])
    time.pass(59 * MINUTE)
    expect(await list.renew(act(id))).toMatchObject({ error: 'too_soon' })
    expect(await mailsOf(person.account.id)).toHaveLength(1)
    expect(await auditOf(id, 'device.renewed')).toHaveLength(1)
    time.pass(2 * MINUTE)
    expect(await list.renew(act(id))).toEqual({ ok: true, value: null })
    expect(await mailsOf(person.account.id)).toHaveLength(2)
  })

  test('of several tells which; nobody is written to from another organisation or once switched off', async () => {
    const [one, off] = [await makePerson(), await makePerson()]
    const [mine, theirs] = [await setUp(one), await setUp(off)]
    await inD1('UPDATE accounts SET disabled_at = 1 WHERE id = ?', off.account.id)
    const { deviceId: _, ...asked } = act('')
    const deviceIds = [mine.id, theirs.id, 'dev_none']
    const none = await list.renewMany({ ...asked, organisationId: OTHER, deviceIds })
    expect([none.done, await mailsOf(one.account.id)]).toEqual([[], []])
    expect(await list.renewMany({ ...asked, deviceIds })).toEqual({
      done: [mine.id],
      refused: [
        { id: theirs.id, reason: 'owner_disabled' },
        { id: 'dev_none', reason: 'not_found' },
      ],
    })
    expect(await mailsOf(off.account.id)).toEqual([])
  })

  test('asks D1 twice', async () => {
    const { id } = await setUp(await makePerson())
    const trips = watchTrips()
    await list.renew(act(id))
    expect(trips.count()).toBe(2)
  })
})

describe('saved views', () => {
  const query = 'status=unresponsive&platform=ios'
  const save = (accountId: string, name: string, asked = query) =>
    list.saveView({ organisationId: ACME, accountId, name, query: asked, now: time.now() })

  test('keep known parameters only, belong to who saved them, and the same name replaces', async () => {
    const [one, other] = [(await makePerson()).account, (await makePerson()).account]
    const saved = await save(one.id, ' Silent ', `?${query}&evil=<script>&after=xyz&sort=newest`)
    expect(saved).toMatchObject({ ok: true, value: { name: 'Silent', query } })
    expect(await save(one.id, 'silent', 'sort=name')).toMatchObject({
      ok: true,
      value: { query: 'sort=name' },
    })
    expect(await list.listViews(one)).toMatchObject([{ name: 'silent', query: 'sort=name' }])
    expect(await list.listViews(other)).toEqual([])
    expect(await list.listViews({ ...one, organisationId: OTHER })).toEqual([])
    const page = await list.list({ organisationId: ACME, accountId: one.id, filter: NO_DEVICE_FILTER })
    expect(page.views).toEqual(await list.listViews(one))
    const [view] = page.views
    const remove = (accountId: string, organisationId = ACME) =>
      list.removeView({ organisationId, accountId, viewId: view?.id ?? '' })
    expect(await remove(other.id)).toMatchObject({ error: 'not_found' })
    expect(await remove(one.id, OTHER)).toMatchObject({ error: 'not_found' })
    expect(await remove(one.id)).toEqual({ ok: true, value: null })
    expect(await list.listViews(one)).toEqual([])
  })

  test('need a name that can be read, and are twenty at most', async () => {
    const { id } = (await makePerson()).account
    for (const name of ['', '   ', 'x'.repeat(61), 'a\u202eb'])
      expect(await save(id, name)).toMatchObject({ ok: false, error: { name: expect.anything() } })
    for (let number = 0; number < VIEWS_MAX; number++) await save(id, `View ${number}`)
    expect(await save(id, 'One more')).toMatchObject({
      error: { name: { code: 'too_many', limit: VIEWS_MAX } },
    })
    expect(await save(id, 'View 3', '')).toMatchObject({ ok: true, value: { query: '' } })
  })
})

test('an export is told in the audit, with its filter', async () => {
  const filter: DeviceFilter = { ...NO_DEVICE_FILTER, platform: 'ios' }
  await list.recordExport({ organisationId: ACME, filter, actor, now: time.now() })
  const [entry] = await inD1("SELECT detail FROM audit WHERE action = 'devices.exported'")
  expect(JSON.parse(String(entry?.detail))).toEqual({ platform: 'ios', sort: 'newest' })
})
