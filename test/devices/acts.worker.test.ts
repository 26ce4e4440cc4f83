import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
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
  time,
  watchTrips,
} from '../support/world.ts'
import { ACME, act, actor, auditOf, OTHER, setUp } from './support.ts'

/** What managers do to devices, one or several: delete and renew them. */

const list = services.deviceList

beforeAll(async () => {
  time.start()
  await seedWorld()
})
beforeEach(() => time.start())
afterEach(() => vi.restoreAllMocks())

const mailsOf = (accountId: string) =>
  inD1("SELECT * FROM messages WHERE account_id = ? AND kind = 'renewal' ORDER BY rowid", accountId)

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
