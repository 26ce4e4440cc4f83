import { describe, expect, test } from 'vitest'
import { makeKeyring } from '../../src/kernel/secrets.ts'
import * as invitationCalls from '../../src/provisioning/invitation-calls.ts'
import { sealContext } from '../../src/provisioning/views.ts'
import { invitation, known } from './known.ts'
import { KEYS } from './memory.ts'
import { sitAt, UNAVAILABLE } from './memory-desk.ts'

const actor = { kind: 'manager', id: 'acc_m' } as const
const { devices: _d, invitations: _i, ...account } = known
const sealed = (pin: string) => {
  const keys = makeKeyring(KEYS)
  return keys.seal(JSON.stringify({ secret: 'secret', pin }), sealContext('ref', 'inv_1'))
}
const open = () => ({ invitations: [invitation({ sealed: sealed('12345678'), pinMac: 'mac' })] })

describe('an invitation', () => {
  const input = {
    ...{
      ...account,
      id: 'inv_2',
      actor,
      confirmation: 'tap',
      validitySeconds: null,
      jobId: null,
      send: null,
    },
    ...{ invitationDeviceLimit: null },
  } as Parameters<typeof invitationCalls.issueInvitation>[1]
  const unknown = { ok: false, error: 'unknown' }

  test('of an account that was deleted is not made', async () => {
    const { desk, at } = sitAt({ state: 'forgotten' })
    const refused = { ok: false, error: 'setup_disabled' }
    expect(await invitationCalls.issueInvitation(at, input)).toEqual(refused)
    expect(desk.store.migrate).not.toHaveBeenCalled()
  })

  test('that exists is answered as it is, once D1 knows', async () => {
    const there = { ...input, id: 'inv_1' }
    const holding = (lands: boolean) => {
      const sitting = sitAt({ holds: open(), lands })
      Object.assign(sitting.desk.store.invitations, { find: () => open().invitations[0] })
      return sitting
    }
    expect(await invitationCalls.issueInvitation(holding(true).at, there)).toEqual({
      ok: true,
      value: { id: 'inv_1' },
    })
    expect(await invitationCalls.issueInvitation(holding(false).at, there)).toEqual(UNAVAILABLE)
    const gone = holding(true)
    gone.desk.viewInvitation.mockReturnValue(null)
    expect(await invitationCalls.issueInvitation(gone.at, there)).toEqual(UNAVAILABLE)
  })

  test('that lives is found, in a session that holds any', async () => {
    expect(await invitationCalls.livingInvitation(sitAt({ holds: open() }).at)).toEqual({ id: 'inv_1' })
    expect(await invitationCalls.livingInvitation(sitAt().at)).toBeNull()
    const empty = sitAt({ state: 'empty', holds: open() })
    expect(await invitationCalls.livingInvitation(empty.at)).toBeNull()
  })

  test('is ended once D1 knows', async () => {
    const end = { invitationId: 'inv_1', actor }
    const holding = (lands = true) => {
      const sitting = sitAt({ holds: open(), lands })
      Object.assign(sitting.desk.store.invitations, {
        find: (id: string) => sitting.memory.invitations.find((one) => one.id === id) ?? null,
      })
      return sitting
    }
    const { desk, at, memory } = holding()
    expect(await invitationCalls.deactivateInvitation(at, end)).toEqual({ ok: true, value: { id: 'inv_1' } })
    expect(memory.invitations).toMatchObject([{ state: 'revoked' }])
    expect(desk.land).toHaveBeenCalledExactlyOnceWith(8)
    expect(await invitationCalls.deactivateInvitation(holding(false).at, end)).toEqual(UNAVAILABLE)
    const other = { ...end, invitationId: 'inv_9' }
    expect(await invitationCalls.deactivateInvitation(holding().at, other)).toEqual(unknown)
    const gone = holding()
    gone.desk.viewInvitation.mockReturnValue(null)
    expect(await invitationCalls.deactivateInvitation(gone.at, end)).toEqual(unknown)
    const empty = sitAt({ state: 'empty' })
    expect(await invitationCalls.deactivateInvitation(empty.at, end)).toEqual(unknown)
  })

  test('of a session that holds nothing has no PIN, no link and is not opened', async () => {
    const { desk, at } = sitAt({ state: 'empty' })
    expect(await invitationCalls.renewInvitationPin(at, { invitationId: 'inv_1', actor })).toBeNull()
    const look = { by: { invitationId: 'inv_1' }, fetched: true, browser: null }
    expect(await invitationCalls.inspectInvitation(at, look)).toBeNull()
    expect(await invitationCalls.openInvitation(at, { secret: 'secret' })).toBeNull()
    expect(await invitationCalls.showInvitation(at, 'inv_1')).toBeNull()
    expect(desk.decide).not.toHaveBeenCalled()
  })

  test('that gets a new PIN is handed over to D1', async () => {
    const { desk, at, memory } = sitAt({ holds: open() })
    Object.assign(desk.store.invitations, { find: () => memory.invitations[0], listWithPin: () => [] })
    Object.assign(desk.store, { listGrantsWithPin: () => [] })
    expect(await invitationCalls.renewInvitationPin(at, { invitationId: 'inv_1', actor })).toEqual({
      id: 'inv_1',
    })
    expect(desk.handOver).toHaveBeenCalledOnce()
  })
})
