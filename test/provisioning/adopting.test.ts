import { describe, expect, test } from 'vitest'
import { hashSecret, makeKeyring } from '../../src/kernel/secrets.ts'
import { credentialOf } from '../../src/provisioning/context.ts'
import { replay } from '../../src/provisioning/replay.ts'
import type { KnownDevice, ReplayInput } from '../../src/referee/index.ts'
import { invitation, known, knownDevice, slot } from './known.ts'
import { KEYS, remember } from './memory.ts'
import { claim, NOW } from './samples.ts'

const former = { id: 'k0', bytes: new Uint8Array(32).fill(9) }

/** A session that was lost hears what D1 knows. */
function adopt(input: Partial<ReplayInput>, keys = makeKeyring(KEYS)) {
  const { memory, context } = remember({}, keys)
  const told = replay(context, { ...known, ...input })
  return { told, ...memory }
}
const adoptOne = (change: Partial<KnownDevice>) => adopt({ devices: [knownDevice(change)] })

test('a session that never told anything does not begin', () => {
  const { told, session } = adopt({ lastRev: 0, devices: [knownDevice()] })
  expect(told).toEqual({ session: 'none', events: 0, unknown: 0, rev: null })
  expect(session).toBeNull()
})

test('a session that was lost goes on behind what D1 has heard, with the limits of today', () => {
  const { told, session, events } = adopt({ deviceLimit: 2, atLimit: 'replace', disabledAt: 5 })
  expect(told).toEqual({ session: 'made_anew', events: 0, unknown: 0, rev: 3 })
  expect(events).toEqual([])
  expect(session).toEqual({
    ...{ ref: 'ref', organisationId: 1, accountId: 'acc_1', address: 'ada@acme.example', locale: 'en' },
    ...{ deviceLimit: 2, atLimit: 'replace', rev: 3, pinFailures: 0, pinLockedAt: null },
    ...{ disabledAt: 5, closedAt: null },
  })
  const { atLimit: _, ...before } = known
  const { context, memory } = remember({})
  replay(context, before)
  expect(memory.session?.atLimit).toBe('refuse')
})

describe('a device', () => {
  test('that lives is held again: by its key, of a code that nobody can use', () => {
    const { grants, claims, told } = adoptOne({ invitationId: 'inv_1', replacesDeviceId: 'dev_0' })
    expect(told).toMatchObject({ session: 'made_anew', events: 0 })
    expect(grants).toEqual([
      {
        ...{
          id: 'grt_1',
          kind: 'provision_code',
          platform: 'agent',
          state: 'exhausted',
          confirmation: 'tap',
        },
        ...{
          ownership: 'company',
          ownershipOpen: false,
          templateId: 'tpl_1',
          templateVersion: 1,
          policies: {},
        },
        ...{ reports: 'agent', certifies: true, checkInSeconds: 3600, secretHash: expect.any(String) },
        ...{ pinMac: null, sealed: null, createdAt: NOW, validUntil: NOW, fetchedAt: null, openedAt: NOW },
        ...{ endedAt: NOW, pinFailures: 0, theftAt: null, invitationId: 'inv_1', device: null },
      },
    ])
    expect(claims).toEqual([
      {
        ...{ id: 'clm_1', grantId: 'grt_1', deviceId: 'dev_1', state: 'claimed', epoch: 1, keyId: '' },
        ...{ holderKind: 'device_key', holder: 'mine', former: [], platform: 'agent', ownership: 'company' },
        ...{
          reports: 'agent',
          facts: {},
          downloads: 0,
          registeredAt: NOW,
          claimedAt: NOW,
          deliveredAt: null,
        },
        ...{ confirmedAt: null, confirmedBy: null, endedAt: null, replaces: 'dev_0' },
      },
    ])
  })

  test('that checked in is confirmed', () => {
    const { claims } = adoptOne({ lifecycle: 'active', confirmedAt: NOW, confirmedBy: 'device' })
    expect(claims).toMatchObject([{ state: 'confirmed', confirmedAt: NOW, confirmedBy: 'device' }])
  })

  test('without a key is held by nobody who could ask for its credential again', () => {
    const { claims } = adopt({
      devices: [
        knownDevice({ keyThumbprint: null }),
        knownDevice({ id: 'dev_2', claimId: 'clm_2', keyThumbprint: null }),
      ],
    })
    expect(claims).toMatchObject([{ holderKind: 'idempotency_key' }, { holderKind: 'idempotency_key' }])
    expect(new Set(claims.map(({ holder }) => holder)).size).toBe(2)
    for (const { holder } of claims) expect(holder).toMatch(/^[\w-]{43}$/)
  })

  test('that does not live, or is a slot, is not held', () => {
    for (const change of [
      ...(['retired', 'wiped', 'replaced', 'deleted', 'invited'] as const).map((lifecycle) => ({
        lifecycle,
      })),
      ...[{ platform: null }, { templateId: null }],
    ])
      expect(adoptOne(change).claims).toEqual([])
  })

  test('keeps its credential by the master key that it was computed with, as long as that is there', () => {
    const both = makeKeyring({ ...KEYS, previous: former })
    const hashWith = (keyId: string, change = {}) => {
      const credential = credentialOf(both, { ...claim, keyId, ...change })
      return hashSecret(credential ?? '')
    }
    const keyIdOf = (credentialHash: string, keys = both) =>
      adopt({ devices: [knownDevice({ credentialHash })] }, keys).claims[0]?.keyId
    expect(keyIdOf(hashWith('k1'))).toBe('k1')
    expect(keyIdOf(hashWith('k0'))).toBe('k0')
    expect(keyIdOf(hashWith('k0'), makeKeyring(KEYS))).toBe('')
    expect(keyIdOf(hashWith('k1', { epoch: 2 }))).toBe('')
  })
})

describe('an invitation', () => {
  test.each(['issued', 'opened'] as const)('that was %s is lost with its link, which D1 is told', (state) => {
    const { told, events, invitations } = adopt({ invitations: [invitation({ state })], devices: [slot()] })
    expect(told).toEqual({ session: 'made_anew', events: 1, unknown: 0, rev: 4 })
    expect(events).toEqual([
      {
        ...{ rev: 4, at: NOW, organisationId: 1, accountId: 'acc_1', ref: 'ref' },
        actor: { kind: 'system', id: 'replay' },
        audit: {
          action: 'session.replayed',
          deviceId: null,
          detail: { what: 'invitation', invitation: 'inv_1', lost: true },
        },
        invitation: expect.objectContaining({ id: 'inv_1', state: 'revoked', endedAt: NOW }),
        slot: expect.objectContaining({
          id: 'dev_slot',
          lifecycle: 'deleted',
          endedReason: 'invitation_deactivated',
        }),
      },
    ])
    expect(invitations).toMatchObject([
      { id: 'inv_1', state: 'revoked', endedAt: NOW, confirmation: 'tap', pinMac: null, sealed: null },
    ])
    expect(invitations[0]?.secretHash).not.toBe('hash')
  })

  test('that had ended stays as it is', () => {
    for (const state of ['revoked', 'expired', 'superseded', 'exhausted'] as const)
      expect(adopt({ invitations: [invitation({ state })] })).toMatchObject({ events: [], invitations: [] })
  })

  test('whose slot does not wait any more leaves it alone', () => {
    for (const devices of [
      [],
      [slot({ id: 'dev_other' }), slot({ lifecycle: 'deleted' })],
      [slot({ lifecycle: 'active' }), slot({ id: 'dev_other' })],
    ]) {
      const { events } = adopt({ invitations: [invitation()], devices })
      expect(events).toHaveLength(1)
      expect(events[0]).not.toHaveProperty('slot')
    }
    const { events } = adopt({ invitations: [invitation()], devices: [slot(), slot({ id: 'dev_other' })] })
    expect(events[0]).toHaveProperty('slot')
  })
})
