import { describe, expect, test } from 'vitest'
import { makeKeyring } from '../../src/kernel/secrets.ts'
import { PIN_TRIES } from '../../src/provisioning/rules.ts'
import type { Claim, Grant, Session } from '../../src/provisioning/types.ts'
import {
  listOpenGrants,
  listReplaced,
  sealContext,
  viewGrant,
  viewLink,
} from '../../src/provisioning/views.ts'
import { claim, grant, NOW } from './samples.ts'

/** Who sees what of a code. */

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

test('what one more device would end is none where there is room, or a limit refuses', () => {
  const store = { listClaims: () => [claim] } as never
  expect(listReplaced(store, { deviceLimit: 1, atLimit: 'replace' })).toMatchObject([{ deviceId: 'dev_1' }])
  expect(listReplaced(store, { deviceLimit: 2, atLimit: 'replace' })).toEqual([])
  for (const input of [{ deviceLimit: 1, atLimit: 'refuse' as const }, { deviceLimit: 1 }])
    expect(listReplaced(store, input)).toEqual([])
})
