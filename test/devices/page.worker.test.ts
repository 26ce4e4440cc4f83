import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { type DeviceFilter, NO_DEVICE_FILTER, NOTE_MAX, VIEWS_MAX } from '../../src/devices/index.ts'
import { invite } from '../support/invitations.ts'
import { inD1, makePerson, seedWorld, services, time, watchTrips } from '../support/world.ts'
import { ACME, act, actor, auditOf, OTHER, setUp } from './support.ts'

/** What managers read of a device, and what they keep beside it: notes, views, exports. */

const list = services.deviceList

beforeAll(async () => {
  time.start()
  await seedWorld()
})
beforeEach(() => time.start())
afterEach(() => vi.restoreAllMocks())

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
