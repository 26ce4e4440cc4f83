import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { DAY, HOUR, SECOND } from '../../src/kernel/time.ts'
import { devicesOf } from '../support/devices.ts'
import { invitationsOf, invite } from '../support/invitations.ts'
import {
  inD1,
  makePerson,
  makeTestDevice,
  rowsIn,
  runAlarm,
  seedWorld,
  services,
  settle,
  time,
} from '../support/world.ts'

/** How long an invitation's link and PIN open the door, and what is noted of them. */

beforeAll(async () => {
  time.start()
  await seedWorld()
})
beforeEach(() => time.start())

describe('its end', () => {
  it('a new one supersedes it at once; its devices stay, and an unanswered slot goes on', async () => {
    const ada = await makePerson()
    const first = await invite(ada)
    const second = await invite(ada)
    const [slot, ...more] = await devicesOf(ada.account.id)
    expect(more).toEqual([])
    expect(slot).toMatchObject({ lifecycle: 'invited', invitation_id: second.invitation.id })
    const device = await makeTestDevice()
    expect((await device.redeem({ code: first.code })).body.code).toBe('invalid_provision_code')
    const one = await device.redeem({ code: second.code })
    expect(one.body.device.id).toBe(slot?.id)

    const third = await invite(ada)
    expect((await device.checkIn(one.body.credential.token)).status).toBe(200)
    const another = await makeTestDevice()
    expect((await another.redeem({ code: second.code })).body.code).toBe('invalid_provision_code')
    expect(await devicesOf(ada.account.id)).toMatchObject([
      { lifecycle: 'active' },
      { lifecycle: 'invited', invitation_id: third.invitation.id },
    ])
    expect((await invitationsOf(ada.account.id)).map(({ status }) => status)).toEqual([
      'superseded',
      'superseded',
      'sent',
    ])
  })

  it('sent anew while devices redeem it: each gets in or is refused, and D1 knows of each that did', async () => {
    const ada = await makePerson()
    const { code } = await invite(ada)
    const devices = await Promise.all(Array.from({ length: 8 }, () => makeTestDevice()))
    const [, ...answers] = await Promise.all([
      invite(ada),
      ...devices.map((device) => device.redeem({ code })),
    ])
    const statuses = new Set(answers.map(({ status }) => status))
    expect([...statuses].every((status) => status === 201 || status === 403)).toBe(true)
    await settle(ada.account.ref)
    const living = (await devicesOf(ada.account.id)).filter(({ lifecycle }) => lifecycle === 'pending')
    expect(living).toHaveLength(answers.filter(({ status }) => status === 201).length)
    const late = await makeTestDevice()
    expect((await late.redeem({ code })).body.code).toBe('invalid_provision_code')
  })

  it('deactivated it brings nothing more, its credentials are gone and its slot ends', async () => {
    const ada = await makePerson()
    const { invitation, code } = await invite(ada)
    const session = services.provisioning.sessionOf(ada.account.ref)
    const actor = { kind: 'manager' as const, id: 'acc_manager' }
    const ended = await session.deactivateInvitation({ invitationId: invitation.id, actor })
    expect(ended).toMatchObject({ ok: true, value: { state: 'revoked', credentials: null } })
    const device = await makeTestDevice()
    expect((await device.redeem({ code })).body.code).toBe('invalid_provision_code')
    expect(await devicesOf(ada.account.id)).toMatchObject([
      { lifecycle: 'deleted', ended_reason: 'invitation_deactivated' },
    ])
    expect(await rowsIn(ada.account.ref, 'SELECT sealed FROM invitations')).toEqual([{ sealed: null }])
  })

  it('comes by itself where it has a lifetime, and a clock that jumps back does not prolong it', async () => {
    const ada = await makePerson()
    const { code } = await invite(ada, { validitySeconds: DAY / SECOND })
    const device = await makeTestDevice()
    time.pass(DAY)
    expect((await device.redeem({ code })).body.code).toBe('invalid_provision_code')
    await runAlarm(ada.account.ref)
    time.pass(-2 * DAY)
    expect((await device.redeem({ code })).body.code).toBe('invalid_provision_code')
    await settle(ada.account.ref)
    expect(await invitationsOf(ada.account.id)).toMatchObject([{ status: 'expired' }])
  })

  it('comes with the disabling of its person', async () => {
    const ada = await makePerson()
    const { code } = await invite(ada)
    const actor = { kind: 'manager' as const, id: 'acc_manager' }
    await services.provisioning.setDisabled({ account: ada.account, disabled: true, actor })
    await services.provisioning.setDisabled({ account: ada.account, disabled: false, actor })
    const device = await makeTestDevice()
    expect((await device.redeem({ code })).body.code).toBe('invalid_provision_code')
    expect(await invitationsOf(ada.account.id)).toMatchObject([{ status: 'deactivated' }])
  })
})

describe('its PIN', () => {
  const typed = (address: string, code: string) => ({ organisation: 'acme', username: address, code })

  it('redeems with the address, for one device after the other', async () => {
    const ada = await makePerson()
    const { pin } = await invite(ada)
    for (let count = 0; count < 2; count += 1) {
      const device = await makeTestDevice()
      expect((await device.redeem(typed(ada.address, pin))).status).toBe(201)
    }
  })

  it('guessed until it is locked it denies nothing: the URL works, and a new PIN opens the door again', async () => {
    const ada = await makePerson()
    const { pin, code, invitation } = await invite(ada)
    const wrong = pin === '00000000' ? '11111111' : '00000000'
    for (let tries = 0; tries < 6; tries += 1) {
      const guess = await makeTestDevice()
      expect((await guess.redeem(typed(ada.address, wrong))).body.code).toBe('invalid_provision_code')
    }
    const device = await makeTestDevice()
    expect((await device.redeem(typed(ada.address, pin))).body.code).toBe('invalid_provision_code')
    expect((await device.redeem({ code })).status).toBe(201)
    const session = services.provisioning.sessionOf(ada.account.ref)
    const actor = { kind: 'manager' as const, id: 'acc_manager' }
    const renewed = await session.renewInvitationPin({ invitationId: invitation.id, actor })
    expect(renewed?.credentials?.secret).toBe(code.split('.')[1])
    const another = await makeTestDevice()
    const fresh = renewed?.credentials?.pin ?? ''
    expect((await another.redeem(typed(ada.address, fresh))).status).toBe(201)
  })

  it('is asked for behind a link that was mailed, counted before it is compared, and once for each try', async () => {
    const ada = await makePerson()
    const { pin, code } = await invite(ada, { confirmation: 'pin' })
    const device = await makeTestDevice()
    expect((await device.redeem({ code })).body.code).toBe('pin_required')
    const wrong = pin === '00000000' ? '11111111' : '00000000'
    expect((await device.redeem({ code, pin: wrong })).body.code).toBe('invalid_provision_code')
    expect(await rowsIn(ada.account.ref, 'SELECT pin_failures FROM invitations')).toEqual([
      { pin_failures: 1 },
    ])
    expect((await device.redeem({ code, pin })).status).toBe(201)
    for (let tries = 0; tries < 5; tries += 1) await (await makeTestDevice()).redeem({ code, pin: wrong })
    expect((await (await makeTestDevice()).redeem({ code, pin })).body.code).toBe('invalid_provision_code')
    expect((await device.redeem({ code })).status).toBe(201)
  })
})

describe('its link', () => {
  it('is noted as fetched once, and opened only by a person; both reach the list', async () => {
    const ada = await makePerson()
    const { secret, ref } = await invite(ada)
    const session = services.provisioning.sessionOf(ref)
    const look = () => session.inspectInvitation({ by: { secret }, fetched: true, browser: null })
    for (let count = 0; count < 3; count += 1) expect((await look())?.state).toBe('issued')
    time.pass(HOUR)
    expect((await session.openInvitation({ secret }))?.state).toBe('opened')
    await settle(ref)
    const rows = await inD1(
      'SELECT status, opened_at - fetched_at AS later FROM invitations WHERE ref = ?',
      ref,
    )
    expect(rows).toEqual([{ status: 'opened', later: HOUR }])
    const audit = await inD1(
      `SELECT action FROM audit WHERE account_id = ? AND action LIKE 'invitation.%'`,
      ada.account.id,
    )
    expect(audit.map(({ action }) => action)).toEqual([
      'invitation.created',
      'invitation.fetched',
      'invitation.opened',
    ])
  })
})
