import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { makeId } from '../../src/kernel/ids.ts'
import { randomBytes } from '../../src/kernel/secrets.ts'
import { HOUR, MINUTE } from '../../src/kernel/time.ts'
import { findOffer } from '../../src/provisioning/offers.ts'
import { openDatabase } from '../../src/runtime/database.ts'
import { invite } from '../support/invitations.ts'
import {
  bindings,
  breakDatabase,
  inD1,
  makePerson,
  rowsIn,
  runAlarm,
  seedWorld,
  sessionOf,
  settle,
  time,
} from '../support/world.ts'

/** What a session keeps of an invitation from its making to its end, and what it tells D1. */

beforeAll(seedWorld)
beforeEach(time.start)
afterEach(() => vi.restoreAllMocks())

const actor = { kind: 'manager', id: 'acc_manager' } as const

async function prepare(options: Parameters<typeof invite>[1] = {}) {
  const person = await makePerson()
  const invited = await invite(person, options)
  const { ref } = invited
  await settle(ref)
  const { id } = invited.invitation
  return {
    ...invited,
    person,
    session: sessionOf(ref),
    id,
    kept: async () => (await rowsIn(ref, `SELECT * FROM invitations WHERE id = '${id}'`))[0],
    slots: () =>
      inD1(
        'SELECT id, lifecycle, changed_at, ended_at, ended_reason FROM devices WHERE invitation_id = ? ORDER BY rowid',
        id,
      ),
    async told() {
      await settle(ref)
      const rows = await inD1(
        "SELECT action FROM audit WHERE account_id = ? AND action LIKE 'invitation.%' ORDER BY rowid",
        person.account.id,
      )
      return rows.map(({ action }) => action)
    },
  }
}

describe('an invitation', () => {
  test('begins with a slot of its own, for nobody where nothing is sent; its limits are the account’s from then on', async () => {
    const { ref, kept, slots } = await prepare({ deviceLimit: 3, atLimit: 'replace' })
    const invitation = await kept()
    expect(invitation).toMatchObject({ channel: 'none', recipient: '', valid_until: null, ended_at: null })
    expect(invitation?.slot_device_id).toMatch(/^dev_[\w-]{22}$/)
    expect(await slots()).toMatchObject([{ id: invitation?.slot_device_id, lifecycle: 'invited' }])
    const limits = () => rowsIn(ref, 'SELECT device_limit, at_limit FROM session')
    expect(await limits()).toEqual([{ device_limit: 3, at_limit: 'replace' }])
    const later = await prepare()
    expect(await rowsIn(later.ref, 'SELECT device_limit, at_limit FROM session')).toEqual([
      { device_limit: null, at_limit: 'refuse' },
    ])
  })

  test('that was made while D1 was away is told once D1 knows of it, however often it is asked for', async () => {
    const person = await makePerson()
    const id = makeId('inv', randomBytes(16))
    const broken = breakDatabase()
    await expect(invite(person, { id })).rejects.toThrow('temporarily_unavailable')
    await expect(invite(person, { id })).rejects.toThrow('temporarily_unavailable')
    broken.mend()
    time.pass(HOUR)
    expect((await invite(person, { id })).invitation.id).toBe(id)
    expect(await inD1('SELECT id FROM invitations WHERE account_id = ?', person.account.id)).toEqual([{ id }])
  })

  test('is not made for an account that is off', async () => {
    const person = await makePerson()
    const { organisationId, id: accountId, ref, address, locale } = person.account
    const input = { organisationId, accountId, ref, actor, notify: { address, locale } }
    await sessionOf(ref).setDisabled({ ...input, disabled: true })
    await expect(invite(person)).rejects.toThrow('setup_disabled')
    expect(await rowsIn(ref, 'SELECT id FROM invitations')).toEqual([])
  })

  test('hands its slot on to the next one as it is: it never ends in between', async () => {
    const { ref, person, kept } = await prepare()
    const broken = breakDatabase()
    await invite(person).catch(() => {})
    const events = (await rowsIn(ref, 'SELECT event FROM outbox ORDER BY rev')).map(({ event }) =>
      JSON.parse(String(event)),
    )
    broken.mend()
    const slot = (await kept())?.slot_device_id
    expect(events.map(({ audit, slot: told }) => [audit.action, told?.id, told?.lifecycle])).toEqual([
      ['invitation.superseded', undefined, undefined],
      ['invitation.created', slot, 'invited'],
    ])
  })
})

describe('its end', () => {
  test('is when its time was over, however late that is noticed', async () => {
    const late = await prepare({ validitySeconds: 3600 })
    const end = time.now() + HOUR
    time.pass(5 * HOUR)
    await runAlarm(late.ref)
    expect(await late.kept()).toMatchObject({ state: 'expired', ended_at: end, sealed: null })
    await settle(late.ref)
    expect(await late.slots()).toMatchObject([
      { lifecycle: 'deleted', ended_at: end, ended_reason: 'invitation_expired' },
    ])
  })

  test('is expired, too, where somebody ends it after its time', async () => {
    const { session, id, kept, told } = await prepare({ validitySeconds: 3600 })
    const end = time.now() + HOUR
    time.pass(2 * HOUR)
    await session.deactivateInvitation({ invitationId: id, actor })
    expect(await kept()).toMatchObject({ state: 'expired', ended_at: end, sealed: null })
    expect(await told()).toEqual(['invitation.created', 'invitation.expired'])
  })

  test('is one, however often it is asked for', async () => {
    const { session, id, kept, told, slots } = await prepare()
    const end = time.now()
    for (let times = 0; times < 3; times += 1) {
      await session.deactivateInvitation({ invitationId: id, actor })
      time.pass(MINUTE)
    }
    expect(await kept()).toMatchObject({ state: 'revoked', ended_at: end })
    expect(await told()).toEqual(['invitation.created', 'invitation.revoked'])
    expect(await slots()).toMatchObject([
      { lifecycle: 'deleted', ended_at: end, ended_reason: 'invitation_deactivated' },
    ])
  })
})

describe('its link', () => {
  test('was fetched when it was first fetched, and opened when it was first opened; its slot is new in lists then', async () => {
    const { session, secret, kept, told, slots } = await prepare()
    const times: number[] = []
    for (const fetched of [true, true]) {
      time.pass(MINUTE)
      times.push(time.now())
      await session.inspectInvitation({ by: { secret }, browser: null, fetched })
    }
    await told()
    expect(await slots()).toMatchObject([{ lifecycle: 'invited', changed_at: times[0] }])
    for (let turn = 0; turn < 2; turn += 1) {
      time.pass(MINUTE)
      times.push(time.now())
      await session.openInvitation({ secret })
    }
    expect(await kept()).toMatchObject({ state: 'opened', fetched_at: times[0], opened_at: times[2] })
    expect(await told()).toEqual(['invitation.created', 'invitation.fetched', 'invitation.opened'])
    expect(await slots()).toMatchObject([{ lifecycle: 'invited', changed_at: times[2] }])
  })

  test('is no slot’s matter any more once a device came', async () => {
    const { session, ref, secret, slots } = await prepare()
    const offer = await findOffer(openDatabase(bindings.db), ref, 'agent')
    if (!offer.ok) throw new Error(offer.error)
    const holder = { kind: 'browser', hash: 'a-browser' } as const
    const by = { kind: 'url', secret, pin: null } as const
    await session.redeem({ by, holder, facts: {}, ownership: null, offer: offer.value })
    time.pass(MINUTE)
    await session.inspectInvitation({ by: { secret }, browser: null, fetched: true })
    await settle(ref)
    expect(await slots()).toMatchObject([{ lifecycle: 'pending' }])
  })
})
