import { describe, expect, test } from 'vitest'
import { makeKeyring } from '../../src/kernel/secrets.ts'
import { MINUTE } from '../../src/kernel/time.ts'
import { redeemInvitation } from '../../src/provisioning/invitation-redeem.ts'
import type { Claim, Invitation } from '../../src/provisioning/types.ts'
import type { DeviceOffer, RedeemInput } from '../../src/referee/index.ts'
import { invitation } from './known.ts'
import { itsSession, KEYS, type Memory, remember } from './memory.ts'
import { claim, grant, NOW } from './samples.ts'

const offer: DeviceOffer = {
  ...{ platform: 'agent', ownership: 'company', ownershipOpen: false, reports: 'agent', checkInSeconds: 60 },
  template: { id: 'tpl_1', version: 1, policies: {}, identity: false },
}
const key = { kind: 'device_key', id: 'mine' } as const

function redeem(
  change: Partial<Invitation> = {},
  input: Partial<RedeemInput> = {},
  holds: Partial<Memory> = {},
) {
  const held = invitation(change)
  const { memory, context } = remember(
    { session: itsSession, invitations: [held], ...holds },
    makeKeyring(KEYS),
  )
  Object.assign(context.store, { rememberProof: () => true })
  const asked: RedeemInput = {
    ...{ by: { kind: 'url', secret: 'secret', pin: null }, facts: {}, ownership: null, offer },
    holder: { kind: 'device_key', thumbprint: 'mine', jti: '1' },
    ...input,
  }
  const { result } = redeemInvitation(context, { ...itsSession }, held, asked, key, 'absent')
  return { result, event: memory.events.at(-1), ...memory }
}

describe('a device that comes by an invitation', () => {
  test('opens and accepts it, takes its slot, and says what was accepted', () => {
    const { result, event, invitations, grants } = redeem({}, { termsVersion: 7 })
    expect(result).toMatchObject({ ok: true, value: { deviceId: 'dev_slot' } })
    expect(invitations).toMatchObject([{ state: 'opened', openedAt: NOW, acceptedAt: NOW, devices: 1 }])
    expect(grants).toMatchObject([{ invitationId: 'inv_1', state: 'exhausted', createdAt: NOW }])
    expect(event).toMatchObject({
      ...{ accepted: true, termsVersion: 7, invitation: { id: 'inv_1', devices: 1 } },
      also: [{ action: 'invitation.accepted' }, { action: 'account.completed', detail: { termsVersion: 7 } }],
    })
    expect(event).not.toHaveProperty('slot')
  })

  test('later leaves when it was opened and accepted, and says of terms only where they were', () => {
    const before = { state: 'opened', openedAt: 5, acceptedAt: 6, devices: 1 } as const
    const { event, invitations } = redeem(before)
    expect(invitations).toMatchObject([{ openedAt: 5, acceptedAt: 6, devices: 2 }])
    expect(event?.also).toEqual([])
    for (const absent of ['termsVersion', 'slot']) expect(event).not.toHaveProperty(absent)
  })

  test('and was there before leaves the slot empty', () => {
    const there: Claim = { ...claim, state: 'confirmed', claimedAt: NOW - 10 * MINUTE }
    const holds = { claims: [there], grants: [{ ...grant, state: 'exhausted' as const }] }
    const { result, event } = redeem({}, {}, holds)
    expect(result).toMatchObject({ ok: true, value: { deviceId: 'dev_1' } })
    expect(event?.slot).toMatchObject({ id: 'dev_slot', lifecycle: 'deleted', endedAt: NOW })
    const sameSlot = redeem({ slotDeviceId: 'dev_1' }, {}, holds)
    expect(sameSlot.event).not.toHaveProperty('slot')
  })

  test('for a certificate, by a template that brings none, leaves everything as it is', () => {
    const { result, invitations, claims } = redeem({}, { certificate: true })
    expect(result).toEqual({ ok: false, error: 'not_entitled' })
    expect([invitations, claims]).toEqual([[invitation()], []])
    const certifying = { ...offer, template: { ...offer.template, identity: true } }
    expect(redeem({}, { certificate: true, offer: certifying }).result.ok).toBe(true)
  })
})
