import { expect, test } from 'vitest'
import { makeKeyring } from '../../src/kernel/secrets.ts'
import { DAY } from '../../src/kernel/time.ts'
import { isPassable, isServable, matchesClaimSecret } from '../../src/provisioning/handover.ts'
import type { Claim } from '../../src/provisioning/types.ts'

const AT = 1_000_000
const claimed = {
  ...{ holderKind: 'browser', state: 'claimed', confirmedBy: null, confirmedAt: null },
  ...{ claimedAt: AT, reports: 'none' },
} as Claim
const ended = { state: 'revoked', endedAt: AT } as const
const byOwner = { state: 'confirmed', confirmedBy: 'owner', confirmedAt: AT } as const
const byDevice = { state: 'confirmed', confirmedBy: 'device', confirmedAt: AT } as const

test.each<[string, Partial<Claim>, passable: boolean, servable: boolean]>([
  ['not finished', {}, true, true],
  ['which its owner said is installed', byOwner, true, true],
  ['that reported by itself', byDevice, false, false],
  ['that reported by itself, over the air', { ...byDevice, reports: 'ota' }, false, true],
  ['that reported over the air and has ended', { ...byDevice, ...ended, reports: 'ota' }, false, false],
  ['that has ended', ended, false, false],
  ['that its owner said is installed, and that has ended', { ...byOwner, ...ended }, false, false],
  ['of a device key', { holderKind: 'device_key' }, false, false],
  ['of a device key, over the air', { ...byDevice, holderKind: 'device_key', reports: 'ota' }, false, false],
])('a claim %s: passed on and served as it may be, for a day', (_name, change, passable, servable) => {
  const claim = { ...claimed, ...change }
  expect([isPassable(claim, AT + DAY - 1), isServable(claim, AT + DAY - 1)]).toEqual([passable, servable])
  expect([isPassable(claim, AT + DAY), isServable(claim, AT + DAY)]).toEqual([false, false])
})

test('a claim whose key is gone has no secrets: whatever is given opens nothing', () => {
  const current = { id: 'k2', bytes: new Uint8Array(32) }
  const keys = makeKeyring({ current, naming: new Uint8Array(32) })
  const claim = { ...claimed, id: 'clm_1', epoch: 1, keyId: 'k1' } as Claim
  for (const given of ['', 'null', 'K'.repeat(22)])
    expect(matchesClaimSecret(keys, 'ticket', claim, given)).toBe(false)
})
