import { expect, test } from 'vitest'
import { makeKeyring } from '../../src/kernel/secrets.ts'
import { issueCode, openSession } from '../../src/provisioning/issue.ts'
import type { IssueCodeInput } from '../../src/referee/index.ts'
import { known } from './known.ts'
import { itsSession, KEYS, remember } from './memory.ts'
import { claim, grant } from './samples.ts'

const { devices: _d, invitations: _i, ...account } = known
const input = {
  ...{ ...account, actor: { kind: 'manager', id: 'acc_m' }, platform: 'agent', ownership: 'personal' },
  ...{ ownershipOpen: true, confirmation: 'tap', reports: 'agent', validitySeconds: 600, checkInSeconds: 60 },
  template: { id: 'tpl_1', version: 1, policies: {}, identity: false },
} as unknown as IssueCodeInput

function issue(change: Partial<IssueCodeInput>) {
  const holds = { session: itsSession, claims: [claim], grants: [{ ...grant, state: 'exhausted' as const }] }
  const { memory, context } = remember(holds, makeKeyring(KEYS))
  Object.assign(context.store, { listGrantsWithPin: () => [] })
  Object.assign(context.store.invitations, { listWithPin: () => [] })
  return { answer: issueCode(context, { ...input, ...change }), made: memory.grants.at(-1), memory }
}

test('a code for a device that is not there is refused, and nothing is made', () => {
  const { answer, memory } = issue({ device: { id: 'dev_9', as: 'reprovision' } })
  expect(answer).toEqual({ ok: false, error: { code: 'unknown_device' } })
  expect(memory.grants).toHaveLength(1)
})

test('a code for a device leaves it whose it is; any other as it was asked for', () => {
  const device = { id: 'dev_1', as: 'reprovision' } as const
  expect(issue({ device }).made).toMatchObject({ ownership: 'company', ownershipOpen: false, device })
  expect(issue({}).made).toMatchObject({ ownership: 'personal', ownershipOpen: true, device: null })
  expect(issue({ ownershipOpen: false }).made).toMatchObject({ ownershipOpen: false })
})

test('a session that begins refuses at a limit until it is told otherwise', () => {
  const { context } = remember({})
  expect(openSession(context, input)).toMatchObject({
    rev: 0,
    deviceLimit: null,
    atLimit: 'refuse',
    disabledAt: null,
  })
})
