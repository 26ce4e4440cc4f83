import { describe, expect, test } from 'vitest'
import { makeKeyring } from '../../src/kernel/secrets.ts'
import {
  claimsOf,
  devicesLeft,
  slotOf,
  viewInvitation,
  viewInvitationLink,
} from '../../src/provisioning/invitation-views.ts'
import { PIN_TRIES } from '../../src/provisioning/rules.ts'
import type { Claim, Grant, Invitation, Session } from '../../src/provisioning/types.ts'
import { listOpenGrants, sealContext, viewGrant, viewLink } from '../../src/provisioning/views.ts'
import { claim, grant, NOW } from './samples.ts'

/** Who sees what of a code and of an invitation. */

const current = { id: 'k1', bytes: new Uint8Array(32).fill(1) }
const keys = makeKeyring({ current, naming: new Uint8Array(32) })
const session = { ref: 'ref', organisationId: 1, accountId: 'acc_1', pinLockedAt: null } as Session
const secrets = { secret: 'S', pin: '12345678' }
const sealed = (id: string) => keys.seal(JSON.stringify(secrets), sealContext('ref', id))
const living: Grant = { ...grant, sealed: sealed('grt_1') }
const show = (change: Partial<Grant> = {}, claims: Claim[] = [], of: Partial<Session> = {}) =>
  viewGrant({ keys, session: { ...session, ...of }, grant: { ...living, ...change }, claims, now: NOW })

describe('the owner of a code', () => {
  test('sees its secrets while it lives, and not after', () => {
    expect(show()).toMatchObject({
      kind: 'provision_code',
      state: 'issued',
      live: 'waiting',
      credentials: secrets,
    })
    expect(show({ state: 'revoked' }).credentials).toBeNull()
    expect(show({ validUntil: NOW }).credentials).toBeNull()
    expect(show({ sealed: null }).credentials).toBeNull()
    // A seal is of one code of one account.
    expect(show({ id: 'grt_2' }).credentials).toBeNull()
    expect(show({}, [], { ref: 'another' }).credentials).toBeNull()
  })

  test('sees its last claim, and none of another code', () => {
    expect(show().claim).toBeNull()
    expect(show({}, [{ ...claim, grantId: 'grt_2' }]).claim).toBeNull()
    const later = { ...claim, deviceId: 'dev_2', facts: { name: 'Pad', model: 'Tab' } } as Claim
    expect(show({}, [claim, later]).claim).toMatchObject({ deviceId: 'dev_2', name: 'Pad', model: 'Tab' })
    expect(show({}, [claim]).claim).toMatchObject({ deviceId: 'dev_1', name: null, model: null })
  })

  test('sees that its PIN is locked: this one, or all of the account', () => {
    expect(show().pinLocked).toBe(false)
    expect(show({ pinFailures: PIN_TRIES - 1 }).pinLocked).toBe(false)
    expect(show({ pinFailures: PIN_TRIES }).pinLocked).toBe(true)
    expect(show({}, [], { pinLockedAt: NOW }).pinLocked).toBe(true)
  })
})

test('whoever has the link sees that its PIN is closed, and by what it was claimed', () => {
  const link = (change: Partial<Grant> = {}, claims: Claim[] = []) =>
    viewLink({ grant: { ...grant, ...change }, claims, now: NOW, own: null })
  expect(link()).toMatchObject({ pinClosed: false, claim: null, own: null })
  expect(link({ pinFailures: PIN_TRIES - 1 }).pinClosed).toBe(false)
  expect(link({ pinFailures: PIN_TRIES }).pinClosed).toBe(true)
  const named = (facts: Claim['facts']) => link({}, [{ ...claim, facts }]).claim?.name
  expect([named({ name: 'Pad', model: 'Tab' }), named({ model: 'Tab' }), named({})]).toEqual([
    'Pad',
    'Tab',
    null,
  ])
})

test('open are codes that live and claims that have not spoken, each with its own', () => {
  const grants = [
    grant,
    { ...grant, id: 'grt_2', state: 'exhausted' },
    { ...grant, id: 'grt_3', state: 'exhausted' },
    { ...grant, id: 'grt_4', state: 'revoked' },
  ]
  const claims = [
    { ...claim, grantId: 'grt_2' },
    { ...claim, grantId: 'grt_3', state: 'confirmed' },
  ]
  const open = listOpenGrants({ listGrants: () => grants, listClaims: () => claims } as never, NOW)
  expect(open.map((one) => [one.id, one.live, one.claim?.deviceId])).toEqual([
    ['grt_1', 'waiting', undefined],
    ['grt_2', 'redeemed', 'dev_1'],
  ])
})

const invitation = {
  ...{ id: 'inv_1', state: 'issued', confirmation: 'tap', createdAt: 1, validUntil: null, deviceLimit: null },
  ...{
    devices: 0,
    slotDeviceId: 'dev_slot',
    fetchedAt: null,
    openedAt: null,
    acceptedAt: null,
    endedAt: null,
  },
  ...{ pinFailures: 0, sealed: sealed('inv_1') },
} as unknown as Invitation
const storeOf = (grants: Partial<Grant>[], claims: Claim[]) =>
  ({ store: { listGrants: () => grants, listClaims: () => claims }, keys, now: NOW }) as never

describe('of an invitation', () => {
  const view = (change: Partial<Invitation> = {}, of: Partial<Session> = {}) =>
    viewInvitation({ keys, now: NOW }, { ...session, ...of }, { ...invitation, ...change })

  test('managers see its secrets while it lives, and whether its PIN is locked', () => {
    expect(view()).toMatchObject({ state: 'issued', credentials: secrets, pinLocked: false })
    expect([view({ state: 'revoked' }).credentials, view({ sealed: null }).credentials]).toEqual([null, null])
    expect(view({ pinFailures: PIN_TRIES - 1 }).pinLocked).toBe(false)
    expect(view({ pinFailures: PIN_TRIES }).pinLocked).toBe(true)
    expect(view({}, { pinLockedAt: NOW }).pinLocked).toBe(true)
  })

  const brought = { ...claim, holderKind: 'browser', holder: 'a-browser' } as Claim
  const grants = [
    { id: 'grt_1', invitationId: 'inv_1' },
    { id: 'grt_2', invitationId: 'inv_2' },
    { id: 'grt_3', invitationId: null },
  ]

  test('only what came by it counts, as long as it lives', () => {
    const others = ['grt_2', 'grt_3'].map((grantId) => ({ ...brought, grantId }))
    expect(claimsOf(storeOf(grants, [brought, ...others]), invitation)).toEqual([brought])
    const limited = { ...invitation, deviceLimit: 2 }
    const over = { ...brought, state: 'revoked', endedAt: NOW } as Claim
    expect(devicesLeft(invitation, [brought])).toBeNull()
    expect(devicesLeft(limited, [brought, over])).toBe(1)
    expect(devicesLeft(limited, [brought, brought, brought])).toBe(0)
  })

  test('whoever has the link sees what this browser set up, the newest first, and nothing of others', () => {
    const later = { ...brought, deviceId: 'dev_2', state: 'confirmed' } as Claim
    const other = { ...brought, deviceId: 'dev_3', holder: 'another' } as Claim
    const over = { ...brought, deviceId: 'dev_4', state: 'revoked', endedAt: NOW } as Claim
    const context = storeOf(grants, [brought, later, other, over])
    const link = viewInvitationLink(context, invitation, 'a-browser')
    expect(link.own).toEqual([
      { deviceId: 'dev_2', platform: 'agent', live: 'active' },
      { deviceId: 'dev_1', platform: 'agent', live: 'redeemed' },
    ])
    expect(viewInvitationLink(context, invitation, null).own).toEqual([])
    expect(link.pinClosed).toBe(false)
    const closed = (pinFailures: number) =>
      viewInvitationLink(context, { ...invitation, pinFailures }, null).pinClosed
    expect([closed(PIN_TRIES - 1), closed(PIN_TRIES)]).toEqual([false, true])
  })

  test('its slot is no device: it has no platform, credential or claim, and says how it ended', () => {
    expect(slotOf(session, { ...invitation, endedAt: NOW }, 'invited')).toMatchObject({
      ...{ id: 'dev_slot', lifecycle: 'invited', platform: null, ownership: 'personal', reports: 'none' },
      ...{ claimId: '', grantId: '', credentialHash: '', endedAt: null, endedReason: null },
    })
    const ended = (state: Invitation['state']) =>
      slotOf(session, { ...invitation, state, endedAt: NOW }, 'deleted')
    expect(ended('revoked')).toMatchObject({ endedAt: NOW, endedReason: 'invitation_deactivated' })
    expect(ended('expired').endedReason).toBe('invitation_expired')
  })
})
