import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { HOUR } from '../../src/kernel/time.ts'
import { devicesOf } from '../support/devices.ts'
import { invitationsOf, invite } from '../support/invitations.ts'
import {
  breakDatabase,
  call,
  d1Prototype,
  inD1,
  issueCode,
  makePerson,
  makeTestDevice,
  rowsIn,
  seedWorld,
  services,
  sessionOf,
  time,
  watchTrips,
} from '../support/world.ts'

/** The devices that an invitation brings, also where something breaks meanwhile. */

beforeAll(async () => {
  time.start()
  await seedWorld()
})
beforeEach(() => time.start())

describe('an invitation', () => {
  it('brings any number of devices; its slot turns into the first of them', async () => {
    const ada = await makePerson()
    const { invitation, code } = await invite(ada)
    const [slot] = await devicesOf(ada.account.id)
    expect(slot).toMatchObject({ lifecycle: 'invited', platform: null, invitation_id: invitation.id })

    const [first, second] = [await makeTestDevice(), await makeTestDevice()]
    const one = await first.redeem({ code, device: { name: 'Tablet' } })
    const two = await second.redeem({ code })
    expect([one.status, two.status]).toEqual([201, 201])
    expect(one.body.device.id).toBe(slot?.id)
    expect(two.body.device.id).not.toBe(slot?.id)
    expect(await devicesOf(ada.account.id)).toMatchObject([
      { id: slot?.id, lifecycle: 'pending', platform: 'agent', name: 'Tablet', invitation_id: invitation.id },
      { lifecycle: 'pending', platform: 'agent', invitation_id: invitation.id },
    ])
    expect(await invitationsOf(ada.account.id)).toMatchObject([{ status: 'accepted', devices: 2 }])
    expect((await first.checkIn(one.body.credential.token)).body.status).toBe('active')
  })

  it('gives the same device to the same holder again, and asks D1 at most three times for each', async () => {
    const ada = await makePerson()
    const { code } = await invite(ada)
    const device = await makeTestDevice()
    const trips = watchTrips()
    const one = await device.redeem({ code })
    expect(trips.count()).toBeLessThanOrEqual(3)
    trips.stop()
    const again = await device.redeem({ code })
    expect(again.body).toEqual(one.body)
    expect(await devicesOf(ada.account.id)).toHaveLength(1)
  })

  it('sets a device up anew that it set up before: same id, and the former credential is dead', async () => {
    const ada = await makePerson()
    const { code } = await invite(ada)
    const device = await makeTestDevice()
    const one = await device.redeem({ code })
    await device.checkIn(one.body.credential.token)
    const anew = await device.redeem({ code })
    expect(anew.body.device.id).toBe(one.body.device.id)
    expect(anew.body.credential.token).not.toBe(one.body.credential.token)
    expect((await device.checkIn(one.body.credential.token)).status).toBe(401)
    expect((await device.checkIn(anew.body.credential.token)).status).toBe(200)
  })

  it('is one, however often it is asked for with the same id, and its message is one', async () => {
    const ada = await makePerson()
    const send = { channel: 'email' as const, recipient: ada.address }
    const { invitation } = await invite(ada, { send, confirmation: 'pin' })
    const again = await services.provisioning.sessionOf(ada.account.ref).issueInvitation({
      id: invitation.id,
      organisationId: ada.account.organisationId,
      accountId: ada.account.id,
      ref: ada.account.ref,
      actor: { kind: 'manager', id: 'acc_manager' },
      notify: { address: ada.address, locale: 'en' },
      confirmation: 'pin',
      deviceLimit: null,
      send,
      jobId: null,
      validitySeconds: null,
      invitationDeviceLimit: null,
    })
    expect(again).toEqual({ ok: true, value: invitation })
    const messages = await inD1('SELECT id, kind FROM messages WHERE invitation_id = ?', invitation.id)
    expect(messages).toMatchObject([{ kind: 'invitation' }])
  })

  it('lets somebody take part who was only invited', async () => {
    const ada = await makePerson()
    await inD1(`UPDATE accounts SET state = 'invited' WHERE id = ?`, ada.account.id)
    const { code } = await invite(ada)
    const device = await makeTestDevice()
    expect((await device.redeem({ code })).status).toBe(201)
    expect(await inD1('SELECT state FROM accounts WHERE id = ?', ada.account.id)).toEqual([
      { state: 'active' },
    ])
  })

  it('proves no address by that: the first code that is mailed there does', async () => {
    const ada = await makePerson()
    await inD1(`UPDATE accounts SET state = 'invited' WHERE id = ?`, ada.account.id)
    await inD1('UPDATE account_addresses SET proved_at = 0 WHERE account_id = ?', ada.account.id)
    const { code } = await invite(ada)
    await (await makeTestDevice()).redeem({ code })
    const proved = () => inD1('SELECT proved_at FROM account_addresses WHERE account_id = ?', ada.account.id)
    expect(await proved()).toEqual([{ proved_at: 0 }])
    const door = await services.organisations.openDoor('acme')
    if (!door.ok) throw new Error('acme is closed')
    const { organisation } = door.value
    await services.accounts.enter({ organisation, address: ada.address, locale: 'en', now: time.now() })
    expect(await proved()).toEqual([{ proved_at: time.now() }])
  })

  it('brings no more devices than it may; an ended one frees its place', async () => {
    const ada = await makePerson()
    const { code } = await invite(ada, { invitationDeviceLimit: 1 })
    const [first, second] = [await makeTestDevice(), await makeTestDevice()]
    const one = await first.redeem({ code })
    expect((await second.redeem({ code })).body.code).toBe('device_limit_reached')
    const session = services.provisioning.sessionOf(ada.account.ref)
    const actor = { kind: 'manager' as const, id: 'acc_manager' }
    expect(await session.endDevice({ deviceId: one.body.device.id, actor, as: 'deleted' })).toEqual({
      ok: true,
      value: null,
    })
    expect((await first.checkIn(one.body.credential.token)).status).toBe(401)
    expect((await second.redeem({ code })).status).toBe(201)
  })

  it('says who has nothing for a platform, before anything is written', async () => {
    const ada = await makePerson()
    const { code } = await invite(ada)
    await inD1(`DELETE FROM organisation_platforms WHERE platform = 'chromeos'`)
    const device = await makeTestDevice()
    const refused = await device.redeem({ code, device: { platform: 'chromeos' } })
    expect([refused.status, refused.body.code]).toEqual([403, 'not_entitled'])
    expect(await rowsIn(ada.account.ref, 'SELECT id FROM claims')).toEqual([])
    expect((await device.redeem({ code })).status).toBe(201)
  })
})

describe('when things break', () => {
  it('D1 away before the claim consumes nothing; away after it, the retry heals and there is one device', async () => {
    const ada = await makePerson()
    const { code } = await invite(ada)
    const device = await makeTestDevice()
    const broken = breakDatabase()
    expect((await device.redeem({ code })).status).toBe(503)
    broken.mend()
    expect(await rowsIn(ada.account.ref, 'SELECT id FROM claims')).toEqual([])

    const lost = new Error('D1_ERROR: network connection lost')
    const batch = vi.spyOn(d1Prototype, 'batch').mockRejectedValueOnce(lost)
    expect((await device.redeem({ code })).status).toBe(503)
    batch.mockRestore()
    expect(await devicesOf(ada.account.id)).toMatchObject([{ lifecycle: 'invited' }])
    expect((await device.redeem({ code })).status).toBe(201)
    expect(await devicesOf(ada.account.id)).toHaveLength(1)
  })

  it('a key that lives in another account takes nothing: the slot waits for the next device', async () => {
    const [ada, bob] = [await makePerson(), await makePerson()]
    const theirs = await invite(bob)
    const device = await makeTestDevice()
    await device.redeem({ code: theirs.code })
    const { code } = await invite(ada)
    expect((await device.redeem({ code })).body.code).toBe('key_in_use')
    const [slot] = await devicesOf(ada.account.id)
    const own = await makeTestDevice()
    expect((await own.redeem({ code })).body.device.id).toBe(slot?.id)
  })

  it('a proof that brought the device brings its answer no second time', async () => {
    const { code } = await invite(await makePerson())
    const device = await makeTestDevice()
    const dpop = await device.proofFor('POST', '/device/v1/redeem')
    const ask = () => call('POST', '/device/v1/redeem', { dpop }, { code })
    expect([(await ask()).status, (await ask()).status]).toEqual([201, 401])
    expect((await device.redeem({ code })).status).toBe(201)
  })
})

describe('a device that was there before', () => {
  it('sets up anew and is counted once', async () => {
    const ada = await makePerson()
    const { code } = await invite(ada)
    const device = await makeTestDevice()
    for (let count = 0; count < 3; count += 1) {
      const one = await device.redeem({ code })
      await device.checkIn(one.body.credential.token)
    }
    expect(await invitationsOf(ada.account.id)).toMatchObject([{ devices: 1 }])
  })

  it('ends when it is deleted, although a clock jumped back before it was set up anew', async () => {
    const ada = await makePerson()
    const { code, ref } = await invite(ada)
    const device = await makeTestDevice()
    const one = await device.redeem({ code })
    await device.checkIn(one.body.credential.token)
    time.pass(-HOUR)
    const anew = await device.redeem({ code })
    const actor = { kind: 'manager' as const, id: 'acc_manager' }
    const deviceId = anew.body.device.id
    expect((await sessionOf(ref).endDevice({ deviceId, actor, as: 'deleted' })).ok).toBe(true)
    expect((await device.checkIn(anew.body.credential.token)).status).toBe(401)
    expect(await devicesOf(ada.account.id)).toMatchObject([{ lifecycle: 'deleted' }])
  })

  it('and came by a code takes a place of the invitation like any other', async () => {
    const ada = await makePerson()
    const { code } = await invite(ada, { invitationDeviceLimit: 1 })
    const [first, second] = [await makeTestDevice(), await makeTestDevice()]
    const own = await issueCode(ada)
    const two = await second.redeem({ code: own.code })
    await second.checkIn(two.body.credential.token)
    const one = await first.redeem({ code })
    await first.checkIn(one.body.credential.token)
    expect((await second.redeem({ code })).body.code).toBe('device_limit_reached')
    expect((await first.redeem({ code })).status).toBe(201)
  })
})
