import { expect, test } from 'vitest'
import { setDisabled } from '../../src/provisioning/disabling.ts'
import { invitation, known } from './known.ts'
import { itsSession, type Memory, remember } from './memory.ts'
import { grant, NOW } from './samples.ts'

const { organisationId, accountId, ref, notify } = known
const actor = { kind: 'manager', id: 'acc_m' } as const
const open = { grants: [grant], invitations: [invitation()] }

function set(disabled: boolean, holds: Partial<Memory>) {
  const { memory, context } = remember(holds)
  Object.assign(context.store, { nextEvent: () => memory.events[0] ?? null })
  return { told: setDisabled(context, { organisationId, accountId, ref, notify, actor, disabled }), memory }
}
const actionsOf = ({ events }: Memory) => events.map(({ audit }) => audit.action)

test('an account that is disabled ends what could still be claimed', () => {
  const { told, memory } = set(true, { session: itsSession, ...open })
  expect(actionsOf(memory)).toEqual(['account.disabled', 'provision_code.revoked', 'invitation.revoked'])
  expect(memory.events[0]).toMatchObject({ account: { disabledAt: NOW } })
  expect(told).toEqual({ rev: 8 })
})

test('an account that is enabled again gets nothing back and loses nothing', () => {
  const { memory } = set(false, { session: { ...itsSession, disabledAt: 5 }, ...open })
  expect(actionsOf(memory)).toEqual(['account.enabled'])
  expect(memory.events[0]).toMatchObject({ account: { disabledAt: null } })
  expect(memory).toMatchObject(open)
})

test('what is so already, or is being deleted, changes nothing', () => {
  for (const [disabled, session] of [
    [true, { ...itsSession, disabledAt: 5 }],
    [false, itsSession],
    [false, { ...itsSession, disabledAt: 5, closedAt: 5 }],
  ] as const) {
    const { told, memory } = set(disabled, { session, ...open })
    expect([told, actionsOf(memory)]).toEqual([{ rev: null }, []])
  }
})
