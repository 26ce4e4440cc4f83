import { describe, expect, test } from 'vitest'
import { confirm, endDevice, keepHouse } from '../../src/provisioning/lifecycle.ts'
import { itsSession, type Memory, remember } from './memory.ts'
import { claim, grant, NOW } from './samples.ts'

const held = { session: itsSession, grants: [{ ...grant, state: 'exhausted' as const }], claims: [claim] }

describe('a device that speaks', () => {
  const speak = (holds: Partial<Memory> = {}, input: object = {}) => {
    const { memory, context } = remember({ ...held, ...holds })
    Object.assign(context.store, {
      findClaim: (id: string) => memory.claims.find((one) => one.id === id) ?? null,
    })
    const said = { claimId: 'clm_1', deviceId: 'dev_1' as const, epoch: 1, ...input }
    return { answer: confirm(context, said), events: memory.events }
  }
  const refused = (error: string) => ({ ok: false, error })

  test('is confirmed, and again without a word', () => {
    const { answer, events } = speak()
    expect(answer).toMatchObject({ ok: true, value: { confirmedAt: NOW, rev: 8, grantId: 'grt_1' } })
    expect(events).toHaveLength(1)
    const again = speak({ claims: [{ ...claim, state: 'confirmed', confirmedAt: 5 }] })
    expect(again).toMatchObject({ answer: { value: { confirmedAt: 5, rev: null } }, events: [] })
  })

  test.each<[string, Partial<Memory>, object]>([
    ['of a session without a row', { session: null }, {}],
    ['that nothing claims', { claims: [] }, {}],
    ['whose code is forgotten', { grants: [] }, {}],
    ['that ended', { claims: [{ ...claim, state: 'revoked' }] }, {}],
    ['that says another id', {}, { deviceId: 'dev_2' }],
    ['that was set up again since', {}, { epoch: 2 }],
  ])('%s is none', (_, holds, input) => {
    expect(speak(holds, input)).toEqual({ answer: refused('invalid_credential'), events: [] })
  })

  test('for an account that is off hears so', () => {
    const session = { ...itsSession, disabledAt: NOW }
    expect(speak({ session })).toEqual({ answer: refused('setup_disabled'), events: [] })
  })
})

test('a device of a session without a row cannot be ended', () => {
  const { memory, context } = remember({ ...held, session: null })
  const actor = { kind: 'manager', id: 'acc_m' } as const
  expect(endDevice(context, { deviceId: 'dev_1', actor, as: 'retired' })).toBeNull()
  expect(memory.claims).toEqual([claim])
})

test('a session without a row has nothing that time could end', () => {
  const { memory, context } = remember({ grants: [{ ...grant, validUntil: NOW - 1, createdAt: NOW - 2 }] })
  expect(keepHouse(context)).toEqual({ changedGrants: [] })
  expect(memory.events).toEqual([])
})

test('what time ends is told in the session’s own name', () => {
  const over = { ...grant, createdAt: NOW - 2, validUntil: NOW - 1 }
  const { memory, context } = remember({ session: itsSession, grants: [over] })
  Object.assign(context.store, {
    takeFailures: () => [],
    prune: () => {},
    passcodeResets: { forgetSeals: () => {} },
  })
  expect(keepHouse(context)).toEqual({ changedGrants: ['grt_1'] })
  expect(memory.events).toMatchObject([
    { actor: { kind: 'system', id: 'session' }, audit: { action: 'provision_code.expired' } },
  ])
})
