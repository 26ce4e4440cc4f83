import { describe, expect, test } from 'vitest'
import { makeKeyring } from '../../src/kernel/secrets.ts'
import { MINUTE } from '../../src/kernel/time.ts'
import {
  claimsOf,
  decisionOf,
  devicesLeft,
  slotOf,
  viewInvitation,
  viewInvitationLink,
} from '../../src/provisioning/invitation-views.ts'
import { PIN_TRIES } from '../../src/provisioning/rules.ts'
import type { Claim, Grant } from '../../src/provisioning/types.ts'
import { sealContext } from '../../src/provisioning/views.ts'
import { invitation } from './known.ts'
import { itsSession, KEYS, remember } from './memory.ts'
import { claim, grant, NOW } from './samples.ts'

const keys = makeKeyring(KEYS)
const credentials = { secret: 'secret', pin: '12345678' }
const sealed = keys.seal(JSON.stringify(credentials), sealContext('ref', 'inv_1'))

describe('what a manager sees of an invitation', () => {
  const view = (change = {}, session = {}) =>
    viewInvitation({ keys, now: NOW }, { ...itsSession, ...session }, invitation({ sealed, ...change }))

  test('are its credentials, while it lives', () => {
    expect(view()).toMatchObject({ id: 'inv_1', state: 'issued', credentials, pinLocked: false })
    expect(view({ state: 'revoked' }).credentials).toBeNull()
    expect(view({ validUntil: NOW - 1 })).toMatchObject({ state: 'expired', credentials: null })
    expect(view({ sealed: null }).credentials).toBeNull()
    const elsewhere = keys.seal(JSON.stringify(credentials), sealContext('ref', 'inv_2'))
    expect(view({ sealed: elsewhere }).credentials).toBeNull()
  })

  test('is that its PIN is locked, by its own tries or by the account’s', () => {
    expect(view({ pinFailures: PIN_TRIES - 1 }).pinLocked).toBe(false)
    expect(view({ pinFailures: PIN_TRIES }).pinLocked).toBe(true)
    expect(view({}, { pinLockedAt: NOW }).pinLocked).toBe(true)
  })
})

/** Two devices came by it, and one by something else. */
const brought = (id: string, invitationId: string | null): [Grant, Claim] => [
  { ...grant, id: `grt_${id}`, invitationId, state: 'exhausted' },
  {
    ...claim,
    ...{ id: `clm_${id}`, grantId: `grt_${id}`, deviceId: `dev_${id}` },
    ...{ holderKind: 'browser', holder: 'safari' },
  },
]
const three = [brought('a', 'inv_1'), brought('b', 'inv_1'), brought('c', 'inv_2')]
const holding = (claims: Claim[] = three.map(([, one]) => one)) =>
  remember({ session: itsSession, grants: three.map(([one]) => one), claims }, keys).context

test('what came by it is known by the codes it came with', () => {
  expect(claimsOf(holding(), invitation()).map(({ id }) => id)).toEqual(['clm_a', 'clm_b'])
})

test('how many may come is what living devices leave, and never less than none', () => {
  const living = three.map(([, one]) => one)
  expect(devicesLeft(invitation(), living)).toBeNull()
  expect(devicesLeft(invitation({ deviceLimit: 5 }), living)).toBe(2)
  expect(devicesLeft(invitation({ deviceLimit: 5 }), [{ ...claim, state: 'revoked' }, claim])).toBe(4)
  expect(devicesLeft(invitation({ deviceLimit: 2 }), living)).toBe(0)
})

describe('what whoever holds its link sees', () => {
  const look = (browser: string | null, change = {}, context = holding()) =>
    viewInvitationLink(context, invitation({ sealed, deviceLimit: 3, ...change }), browser)

  test('is nothing of the account, and no credentials', () => {
    expect(look(null, { openedAt: NOW - MINUTE, acceptedAt: NOW })).toEqual({
      ...{ id: 'inv_1', state: 'issued', confirmation: 'tap', validUntil: null, openedAt: NOW - MINUTE },
      ...{ acceptedAt: NOW, pinClosed: false, devicesLeft: 1, own: [] },
    })
    expect(look(null, { validUntil: NOW - 1 }).state).toBe('expired')
    expect(look(null, { pinFailures: PIN_TRIES }).pinClosed).toBe(true)
    expect(look(null, { pinFailures: PIN_TRIES - 1 }).pinClosed).toBe(false)
  })

  test('are the devices that it set up itself and that live, the newest first', () => {
    const [a, b] = three.map(([, one]) => one) as [Claim, Claim]
    const own = (claims: Claim[], browser = 'safari') => look(browser, {}, holding(claims)).own
    expect(own([a, b])).toEqual([
      { deviceId: 'dev_b', platform: 'agent', live: 'redeemed' },
      { deviceId: 'dev_a', platform: 'agent', live: 'redeemed' },
    ])
    expect(own([a, { ...b, state: 'revoked' }])).toHaveLength(1)
    expect(own([a, { ...b, state: 'confirmed' }])).toMatchObject([{ live: 'active' }, { live: 'redeemed' }])
    expect(own([a, { ...b, holderKind: 'device_key' }])).toHaveLength(1)
    expect(own([a, b], 'chrome')).toEqual([])
  })
})

test('its row in D1 has nothing that opens it', () => {
  const row = decisionOf(itsSession, invitation({ sealed, pinMac: 'mac', devices: 2 }))
  expect(row).toMatchObject({ id: 'inv_1', organisationId: 1, accountId: 'acc_1', ref: 'ref', devices: 2 })
  for (const name of ['secretHash', 'pinMac', 'sealed', 'pinFailures', 'confirmation'])
    expect(row).not.toHaveProperty(name)
})

test('its slot is a device that is nobody’s yet, and says why it went', () => {
  const waiting = slotOf(itsSession, invitation({ endedAt: NOW }), 'invited')
  expect(waiting).toEqual({
    ...{ id: 'dev_slot', organisationId: 1, accountId: 'acc_1', ref: 'ref', lifecycle: 'invited' },
    ...{ platform: null, ownership: 'personal', templateId: null, templateVersion: 0, reports: 'none' },
    ...{ checkInSeconds: 0, claimId: '', grantId: '', invitationId: 'inv_1', epoch: 0, credentialHash: '' },
    ...{ keyThumbprint: null, registeredAt: NOW - MINUTE, deliveredAt: null, confirmedAt: null },
    ...{ confirmedBy: null, endedAt: null, endedReason: null, facts: {} },
  })
  const gone = (state: 'revoked' | 'expired') =>
    slotOf(itsSession, invitation({ state, endedAt: NOW }), 'deleted')
  expect(gone('revoked')).toMatchObject({ endedAt: NOW, endedReason: 'invitation_deactivated' })
  expect(gone('expired')).toMatchObject({ endedAt: NOW, endedReason: 'invitation_expired' })
})
