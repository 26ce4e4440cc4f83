import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { findOffer } from '../../src/provisioning/offers.ts'
import type { Holder } from '../../src/referee/index.ts'
import { openDatabase } from '../../src/runtime/database.ts'
import { thumbprintOf } from '../../src/tools/device/proof.ts'
import { devicesOf } from '../support/devices.ts'
import { invitationsOf, invite } from '../support/invitations.ts'
import {
  bindings,
  inD1,
  makePerson,
  makeTestDevice,
  rowsIn,
  seedWorld,
  sessionOf,
  settle,
  time,
} from '../support/world.ts'
import { keyOf } from './samples.ts'

/** What an invitation counted for a device is taken back: its key lives elsewhere, as only D1 knew. */

beforeAll(seedWorld)
beforeEach(time.start)

describe('a device key that another account turns out to have', () => {
  type By = Parameters<ReturnType<typeof sessionOf>['redeem']>[0]['by']

  async function prepare() {
    const [ada, bob] = [await makePerson(), await makePerson()]
    const device = await makeTestDevice()
    await device.redeem({ code: (await invite(bob)).code })
    const invited = await invite(ada)
    const offer = await findOffer(openDatabase(bindings.db), invited.ref, 'agent')
    if (!offer.ok) throw new Error(offer.error)
    const redeem = (by: By, holder: Holder) =>
      sessionOf(invited.ref).redeem({ by, holder, facts: {}, ownership: null, offer: offer.value })
    const link: By = { kind: 'url', secret: invited.secret, pin: null }
    return { ada, ...invited, link, redeem, foreign: keyOf(await thumbprintOf(device.key)) }
  }
  const slotsOf = (accountId: string) =>
    inD1("SELECT invitation_id FROM devices WHERE account_id = ? AND lifecycle = 'invited'", accountId)

  it('leaves no slot behind where a second device came meanwhile', async () => {
    const { ada, ref, link, redeem, foreign } = await prepare()
    const [one, two] = await Promise.all([redeem(link, foreign), redeem(link, keyOf())])
    expect([one.ok, two.ok]).toEqual([false, true])
    await settle(ref)
    const [kept] = await rowsIn(ref, 'SELECT devices, accepted_at FROM invitations')
    expect(kept).toEqual({ devices: 1, accepted_at: time.now() })
    expect(await invitationsOf(ada.account.id)).toMatchObject([{ devices: 1 }])
    expect(await slotsOf(ada.account.id)).toEqual([])
    const over = "SELECT count(*) AS count FROM devices WHERE account_id = ? AND lifecycle = 'deleted'"
    expect(await inD1(over, ada.account.id)).toEqual([{ count: 1 }])
  })

  it('is counted for nothing: the invitation waits as before, and so does its slot', async () => {
    const { ada, ref, invitation, link, redeem, foreign } = await prepare()
    expect((await redeem(link, foreign)).ok).toBe(false)
    await settle(ref)
    expect(await rowsIn(ref, 'SELECT devices, accepted_at FROM invitations')).toEqual([
      { devices: 0, accepted_at: null },
    ])
    expect(await slotsOf(ada.account.id)).toEqual([{ invitation_id: invitation.id }])
  })

  it('leaves no slot behind where a new invitation came meanwhile', async () => {
    const { ada, ref, link, redeem, foreign } = await prepare()
    const [one, { invitation }] = await Promise.all([redeem(link, foreign), invite(ada)])
    expect(one.ok).toBe(false)
    await settle(ref)
    expect(await slotsOf(ada.account.id)).toEqual([{ invitation_id: invitation.id }])
    // The device's own code, whose secret nobody knows, is over with it.
    expect(await rowsIn(ref, 'SELECT state FROM grants')).toEqual([{ state: 'revoked' }])
  })

  it('ends no device that came before it', async () => {
    const { ada, ref, link, redeem, foreign } = await prepare()
    const first = await redeem(link, keyOf())
    expect((await redeem(link, foreign)).ok).toBe(false)
    await settle(ref)
    expect(await devicesOf(ada.account.id)).toMatchObject([
      { id: first.ok && first.value.deviceId, lifecycle: 'pending', ended_at: null },
    ])
  })

  it('ends the device whose claim passed to it, in D1 too, and the invitation remembers that it brought it', async () => {
    const { ada, ref, link, redeem, foreign } = await prepare()
    const browser = 'a-browser'
    const claimed = await redeem(link, { kind: 'browser', hash: browser })
    const deviceId = claimed.ok ? claimed.value.deviceId : ''
    const shown = await sessionOf(ref).showClaim({ deviceId, browser })
    const moved = await redeem({ kind: 'ticket', ticket: shown?.ticket ?? '' }, foreign)
    expect(moved).toEqual({ ok: false, error: 'key_in_use' })
    await settle(ref)
    expect(await devicesOf(ada.account.id)).toMatchObject([
      { id: deviceId, lifecycle: 'deleted', ended_reason: 'key in use' },
    ])
    expect(await invitationsOf(ada.account.id)).toMatchObject([{ status: 'accepted', devices: 1 }])
    const next = await redeem(link, { kind: 'browser', hash: 'another' })
    expect(next.ok && next.value.deviceId).not.toBe(deviceId)
  })
})
