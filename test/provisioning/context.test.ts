import { expect, test } from 'vitest'
import { hashSecret, makeKeyring } from '../../src/kernel/secrets.ts'
import { credentialOf, deviceOf, recordEvent } from '../../src/provisioning/context.ts'
import type { Claim, Session } from '../../src/provisioning/types.ts'
import { claim, grant, NOW } from './samples.ts'

const current = { id: 'k1', bytes: new Uint8Array(32).fill(1) }
const keys = makeKeyring({ current, naming: new Uint8Array(32) })
const session = () =>
  ({
    ...{ ref: 'ref', organisationId: 1, accountId: 'acc_1', address: 'ada@acme.example', locale: 'en' },
    ...{ deviceLimit: null, atLimit: 'refuse', rev: 7, pinFailures: 0, pinLockedAt: null },
    ...{ disabledAt: null, closedAt: null },
  }) as Session

/** What was kept by a store of the test's own. */
function record(decided: Partial<Parameters<typeof recordEvent>[2]>) {
  const kept: unknown[] = []
  const store = {
    saveSession: ({ rev }: Session) => kept.push(['session', rev]),
    addEvent: (event: unknown, at: number) => kept.push(['event', event, at]),
  }
  const actor = { kind: 'owner', id: 'acc_1' } as const
  const context = { store, keys, now: NOW } as never
  const rev = recordEvent(context, session(), { actor, action: 'device.confirmed', ...decided })
  return { rev, kept }
}

test('an event has the next number, which the session keeps with it, and says whose it is', () => {
  const { rev, kept } = record({})
  expect(rev).toBe(8)
  expect(kept).toEqual([
    ['session', 8],
    [
      'event',
      {
        ...{ rev: 8, at: NOW, organisationId: 1, accountId: 'acc_1', ref: 'ref' },
        actor: { kind: 'owner', id: 'acc_1' },
        audit: { action: 'device.confirmed', deviceId: null, detail: {} },
      },
      NOW,
    ],
  ])
})

test('an event carries what it changes, and its device and details to the audit', () => {
  const changes = {
    account: { disabledAt: 5 },
    deleted: true,
    reported: { model: 'Pixel' },
    accepted: true,
    termsVersion: 0,
    send: { channel: 'email', recipient: 'ada@acme.example', locale: 'en' },
    also: [{ action: 'invitation.accepted', detail: {} }],
    theftNotice: { address: 'ada@acme.example', locale: 'en', platform: 'ios', deviceName: null },
    replaced: [],
  } as const
  const { kept } = record({ deviceId: 'dev_1', detail: { by: 'owner' }, ...(changes as object) })
  expect(kept[1]).toMatchObject([
    'event',
    { ...changes, audit: { action: 'device.confirmed', deviceId: 'dev_1', detail: { by: 'owner' } } },
    NOW,
  ])
})

test('a credential is bound to claim and epoch, and gone with the key that it was computed with', () => {
  const one = credentialOf(keys, claim)
  expect(one).toMatch(/^dev_1\.1\.[\w-]{43}$/)
  expect(credentialOf(keys, claim)).toBe(one)
  for (const change of [{ id: 'clm_2' }, { epoch: 2 }] as Partial<Claim>[])
    expect(credentialOf(keys, { ...claim, ...change })?.split('.')[2]).not.toBe(one?.split('.')[2])
  expect(credentialOf(keys, { ...claim, keyId: 'k0' })).toBeNull()
})

test('a device’s row has the hash of its credential, and the thumbprint of a key that is one', () => {
  const row = deviceOf(keys, session(), grant, claim)
  expect(row).toMatchObject({
    lifecycle: 'pending',
    credentialHash: hashSecret(credentialOf(keys, claim) ?? ''),
    keyThumbprint: 'mine',
    endedReason: null,
  })
  expect(deviceOf(keys, session(), grant, { ...claim, keyId: 'k0' }).credentialHash).toBe('')
  for (const holderKind of ['browser', 'idempotency_key'] as const)
    expect(deviceOf(keys, session(), grant, { ...claim, holderKind }).keyThumbprint).toBeNull()
  for (const [state, lifecycle] of [
    ['confirmed', 'active'],
    ['abandoned', 'deleted'],
    ['revoked', 'retired'],
  ] as const)
    expect(deviceOf(keys, session(), grant, { ...claim, state }, 'why')).toMatchObject({
      lifecycle,
      endedReason: 'why',
    })
})
