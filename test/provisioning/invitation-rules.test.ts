import { describe, expect, test } from 'vitest'
import { DAY, MINUTE } from '../../src/kernel/time.ts'
import { decideInvitation, PIN_TRIES } from '../../src/provisioning/rules.ts'
import type { Claim, Invitation } from '../../src/provisioning/types.ts'

const NOW = 1_000 * DAY
const invitation = {
  id: 'inv_1',
  state: 'issued',
  confirmation: 'tap',
  createdAt: NOW,
  validUntil: NOW + 10 * MINUTE,
  pinFailures: 0,
} as Invitation
const claim = (change: Partial<Claim> = {}) =>
  ({
    id: 'clm_1',
    grantId: 'grt_1',
    state: 'claimed',
    holderKind: 'device_key',
    holder: 'mine',
    reports: 'agent',
    claimedAt: NOW,
    ...change,
  }) as Claim
const session = { deviceLimit: null, atLimit: 'refuse', disabledAt: null } as const
const disabled = { ...session, disabledAt: NOW }
const decide = (change: Partial<Parameters<typeof decideInvitation>[0]>) =>
  decideInvitation({
    session,
    invitation,
    claims: [],
    devicesLeft: null,
    own: null,
    holder: { kind: 'device_key', id: 'mine' },
    pin: 'absent',
    now: NOW,
    ...change,
  })
const CLAIM = { kind: 'claim', replaces: [] }
const refusal = (reason: string) => ({ kind: 'refuse', reason, theft: false })

describe('a redemption by an invitation', () => {
  test('is a claim while it lives, refused as it ended after that', () => {
    expect(decide({})).toEqual(CLAIM)
    expect(decide({ invitation: { ...invitation, state: 'opened' } })).toEqual(CLAIM)
    expect(decide({ now: NOW + 10 * MINUTE })).toEqual(refusal('expired'))
    for (const state of ['superseded', 'revoked', 'expired'] as const)
      expect(decide({ invitation: { ...invitation, state } })).toEqual(refusal(state))
  })

  test('by the same holder gives the same claim for a day, after that a new one', () => {
    const own = claim()
    expect(decide({ own, invitation: { ...invitation, state: 'revoked' } })).toEqual({
      kind: 'repeat',
      claim: own,
    })
    expect(decide({ own: claim({ state: 'confirmed' }) })).toEqual(CLAIM)
    expect(decide({ own, invitation: { ...invitation, validUntil: null }, now: NOW + DAY })).toEqual(CLAIM)
  })

  test('is refused while the account is disabled, also to who holds a claim', () => {
    expect(decide({ session: disabled })).toEqual(refusal('setup_disabled'))
    expect(decide({ session: disabled, own: claim() })).toEqual(refusal('setup_disabled'))
  })

  test('asks for the PIN only where the invitation does, and not at all once five were wrong', () => {
    const pin = { ...invitation, confirmation: 'pin' as const }
    expect(decide({ invitation: pin })).toEqual({ kind: 'pin_required' })
    expect(decide({ invitation: pin, pin: 'given' })).toEqual({ kind: 'check_pin' })
    expect(decide({ invitation: pin, pin: 'proved' })).toEqual(CLAIM)
    const closed = { ...pin, pinFailures: PIN_TRIES }
    expect(decide({ invitation: closed, pin: 'given' })).toEqual(refusal('pin_closed'))
    expect(decide({ invitation: closed, pin: 'absent' })).toEqual({ kind: 'pin_required' })
  })

  test('keeps its own limit and the account’s; the same key again needs no place', () => {
    expect(decide({ devicesLeft: 0 })).toEqual(refusal('device_limit_reached'))
    expect(decide({ devicesLeft: 1 })).toEqual(CLAIM)
    const one = { ...session, deviceLimit: 1 }
    const other = claim({ holder: 'other', state: 'confirmed' })
    expect(decide({ session: one, claims: [other] })).toEqual(refusal('device_limit_reached'))
    expect(decide({ session: one, claims: [claim({ state: 'confirmed' })] })).toEqual(CLAIM)
    const replace = { ...one, atLimit: 'replace' as const }
    expect(decide({ session: replace, claims: [other] })).toEqual({ kind: 'claim', replaces: [other] })
  })
})
