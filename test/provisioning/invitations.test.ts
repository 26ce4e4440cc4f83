import { describe, expect, test } from 'vitest'
import { makeKeyring } from '../../src/kernel/secrets.ts'
import { issueInvitation } from '../../src/provisioning/invitations.ts'
import type { IssueInvitationInput } from '../../src/referee/index.ts'
import { invitation, known } from './known.ts'
import { itsSession, KEYS, type Memory, remember } from './memory.ts'
import { NOW } from './samples.ts'

const { devices: _d, invitations: _i, atLimit: _a, ...account } = known
const input = {
  ...{ ...account, id: 'inv_2', actor: { kind: 'manager', id: 'acc_m' }, confirmation: 'tap', send: null },
  ...{ validitySeconds: null, jobId: null, invitationDeviceLimit: null },
} as unknown as IssueInvitationInput

function issue(change: Partial<IssueInvitationInput> = {}, holds: Partial<Memory> = { session: itsSession }) {
  const { memory, context } = remember(holds, makeKeyring(KEYS))
  Object.assign(context.store, { listGrantsWithPin: () => [], nextEvent: () => memory.events[0] ?? null })
  Object.assign(context.store.invitations, {
    find: (id: string) => memory.invitations.find((one) => one.id === id) ?? null,
    listWithPin: () => [],
  })
  return { answer: issueInvitation(context, { ...input, ...change }), ...memory, memory }
}

describe('an invitation that is made', () => {
  test('brings the limit of today, which refuses where nothing else is said', () => {
    expect(issue({ deviceLimit: 3 }).memory.session).toMatchObject({ deviceLimit: 3, atLimit: 'refuse' })
    expect(issue({ atLimit: 'replace' }).memory.session).toMatchObject({ atLimit: 'replace' })
  })

  test('without a message has no recipient', () => {
    expect(issue().invitations).toMatchObject([{ channel: 'none', recipient: '', createdBy: 'acc_m' }])
    const send = { channel: 'sms', recipient: '+44 7400 123456' } as const
    const { invitations, memory } = issue({ send })
    expect(invitations).toMatchObject([send])
    expect(memory.events).toMatchObject([{ send: { ...send, locale: 'en' } }])
  })

  test('for an account that is off is not', () => {
    const { answer, memory } = issue({}, { session: { ...itsSession, disabledAt: NOW } })
    expect(answer).toEqual({ ok: false, error: 'setup_disabled' })
    expect([memory.invitations, memory.events]).toEqual([[], []])
  })

  test('once more is the one it was, whatever has become of it', () => {
    const over = invitation({ id: 'inv_2', state: 'revoked' })
    const { answer, memory } = issue({}, { session: itsSession, invitations: [over] })
    expect(answer).toEqual({ ok: true, value: { invitation: over, rev: null } })
    expect(memory.events).toEqual([])
  })

  test('takes over the slot that nobody came by, and no other', () => {
    const brought = invitation({ id: 'inv_0', devices: 1, slotDeviceId: 'dev_taken' })
    const { invitations } = issue({}, { session: itsSession, invitations: [brought, invitation()] })
    expect(invitations.map(({ id, state }) => [id, state])).toEqual([
      ['inv_0', 'superseded'],
      ['inv_1', 'superseded'],
      ['inv_2', 'issued'],
    ])
    expect(invitations[2]?.slotDeviceId).toBe('dev_slot')
    expect(issue({}, { session: itsSession, invitations: [brought] }).invitations[1]?.slotDeviceId).not.toBe(
      'dev_taken',
    )
  })
})
