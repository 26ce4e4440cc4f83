import { describe, expect, test } from 'vitest'
import { PROOF_MEMORY } from '../../src/kernel/proof.ts'
import { DAY, HOUR, MINUTE } from '../../src/kernel/time.ts'
import {
  ABANDON_AFTER,
  decideRedeem,
  FAILURE_QUARTER,
  findReprovisioned,
  formerOf,
  grantStateAt,
  isAbandonable,
  KEEP_ENDED,
  liveStateOf,
  namedBy,
  PIN_TRIES,
  reportsOf,
  retryDelay,
} from '../../src/provisioning/rules.ts'
import { claim, grant, NOW } from './samples.ts'

const mine = { kind: 'device_key', id: 'mine' } as const
const anyNumber = { deviceLimit: null, atLimit: 'refuse', disabledAt: null } as const
const CLAIM = { kind: 'claim', replaces: [] }
const other = { kind: 'device_key', id: 'other' } as const
const decide = (change: Partial<Parameters<typeof decideRedeem>[0]>) =>
  decideRedeem({
    session: anyNumber,
    grant,
    claims: [],
    holder: mine,
    pin: 'absent',
    now: NOW,
    ...change,
  })
const used = { ...grant, state: 'exhausted' as const, endedAt: NOW }

describe('what a grant is at a time', () => {
  test.each([
    ['at its making', NOW, 'issued'],
    ['a moment before its end', grant.validUntil - 1, 'issued'],
    ['at its end', grant.validUntil, 'expired'],
    ['a little before its making, as clocks differ', NOW - MINUTE, 'issued'],
    ['long before its making: the clock jumped', NOW - HOUR, 'expired'],
    ['ten years later', NOW + 3650 * DAY, 'expired'],
  ])('%s', (_name, now, state) => expect(grantStateAt(grant, now)).toBe(state))

  test('what has ended stays ended, whatever the time', () => {
    for (const state of ['exhausted', 'superseded', 'revoked', 'expired'] as const)
      for (const now of [NOW, NOW + HOUR]) expect(grantStateAt({ ...grant, state }, now)).toBe(state)
  })

  test('what was opened ends at the same time, and what has no end never does', () => {
    expect(grantStateAt({ ...grant, state: 'opened' }, grant.validUntil - 1)).toBe('opened')
    expect(grantStateAt({ ...grant, state: 'opened' }, grant.validUntil)).toBe('expired')
    expect(grantStateAt({ ...grant, validUntil: null }, NOW + 3650 * DAY)).toBe('issued')
  })
})

test.each([
  ['issued', null, 'waiting'],
  ['opened', null, 'opened'],
  ['exhausted', 'claimed', 'redeemed'],
  ['exhausted', 'confirmed', 'active'],
  ['exhausted', 'abandoned', 'ended'],
  ['revoked', null, 'ended'],
] as const)('a grant %s with a claim %s is shown as %s', (state, of, live) =>
  expect(liveStateOf(state, of && { ...claim, state: of })).toBe(live),
)

test('a profile that was downloaded is shown as delivered, and is never abandoned for want of a report', () => {
  const profile = { ...claim, reports: 'none' as const, deliveredAt: NOW }
  expect(liveStateOf('exhausted', profile)).toBe('delivered')
  expect(liveStateOf('exhausted', { ...profile, reports: 'agent' })).toBe('redeemed')
  expect(liveStateOf('exhausted', { ...profile, deliveredAt: null })).toBe('redeemed')
  expect([
    isAbandonable(profile),
    isAbandonable({ ...profile, deliveredAt: null }),
    isAbandonable(claim),
    isAbandonable({ ...profile, reports: 'agent' }),
    isAbandonable({ ...claim, state: 'revoked' }),
  ]).toEqual([false, true, true, true, false])
})

describe('a redemption', () => {
  test('of a living code is a claim', () => expect(decide({})).toEqual(CLAIM))

  test('by the same holder gives the same claim for a day, whatever became of the grant', () => {
    for (const state of ['exhausted', 'revoked', 'superseded'] as const)
      expect(decide({ grant: { ...grant, state }, claims: [claim] })).toEqual({ kind: 'repeat', claim })
    expect(decide({ grant: used, claims: [claim], now: NOW + DAY })).toMatchObject({
      reason: 'window_closed',
      theft: false,
    })
    const confirmed = { ...claim, state: 'confirmed' as const, confirmedAt: NOW }
    expect(decide({ grant: used, claims: [confirmed] })).toMatchObject({
      reason: 'window_closed',
      theft: false,
    })
    const revoked = { ...claim, state: 'revoked' as const }
    expect(decide({ grant: used, claims: [revoked] })).toMatchObject({ reason: 'revoked', theft: false })
  })

  test('by another holder of a used code is refused, and told as theft once', () => {
    expect(decide({ grant: used, claims: [claim], holder: other })).toEqual({
      kind: 'refuse',
      reason: 'used',
      theft: true,
    })
    const told = { ...used, theftAt: NOW }
    expect(decide({ grant: told, claims: [claim], holder: other })).toMatchObject({ theft: false })
  })

  test('an idempotency key is never taken for a device key of the same text', () => {
    const holder = { kind: 'idempotency_key', id: 'mine' } as const
    expect(decide({ grant: used, claims: [claim], holder })).toMatchObject({ kind: 'refuse', reason: 'used' })
  })

  test('asks for the PIN only where the grant does, and not at all once five were wrong', () => {
    const pin = { ...grant, confirmation: 'pin' as const }
    expect(decide({ grant: pin })).toEqual({ kind: 'pin_required' })
    expect(decide({ grant: pin, pin: 'given' })).toEqual({ kind: 'check_pin' })
    expect(decide({ grant: pin, pin: 'proved' })).toEqual(CLAIM)
    expect(decide({ grant: { ...pin, pinFailures: PIN_TRIES }, pin: 'given' })).toMatchObject({
      reason: 'pin_closed',
    })
  })

  test('keeps the device limit, counting living claims only and not the device that comes again', () => {
    const session = { ...anyNumber, deviceLimit: 1 }
    const living = { ...claim, grantId: 'grt_0', holder: 'third' }
    expect(decide({ session, claims: [living] })).toMatchObject({ reason: 'device_limit_reached' })
    expect(decide({ session, claims: [{ ...living, state: 'abandoned' }] })).toEqual(CLAIM)
    expect(decide({ session, claims: [{ ...living, holder: 'mine' }] })).toEqual(CLAIM)
  })

  test('is refused while the account is disabled, also to who holds the claim', () => {
    const session = { ...anyNumber, disabledAt: NOW }
    const refused = { kind: 'refuse', reason: 'setup_disabled', theft: false }
    expect(decide({ session })).toEqual(refused)
    expect(decide({ session, grant: used, claims: [claim] })).toEqual(refused)
  })

  test('of a code that is over says how it ended', () => {
    for (const state of ['superseded', 'revoked', 'expired'] as const)
      expect(decide({ grant: { ...grant, state } })).toEqual({ kind: 'refuse', reason: state, theft: false })
  })
})

describe('a code that names a device', () => {
  const device = { id: 'dev_1', name: 'Pixel', as: 'reprovision' } as const
  const again = { ...grant, device }
  const living = { ...claim, grantId: 'grt_0', holder: 'third' }
  const same = { ...claim, id: 'clm_2', grantId: 'grt_0', deviceId: 'dev_2' }

  test('is refused once that device has ended', () => {
    const ended = { ...living, state: 'revoked' as const }
    expect(decide({ grant: again, claims: [ended] })).toEqual({
      kind: 'refuse',
      reason: 'revoked',
      theft: false,
    })
    expect(namedBy(again, [ended])).toBeUndefined()
  })

  test('goes on as that device; what its key was before ends', () => {
    expect(decide({ grant: again, claims: [living] })).toEqual(CLAIM)
    expect(decide({ grant: again, claims: [{ ...living, holder: 'mine' }] })).toEqual(CLAIM)
    expect(decide({ grant: again, claims: [living, same] })).toEqual({ kind: 'claim', replaces: [same] })
    expect(formerOf(again, [same, living], mine)).toBe(living)
  })

  test('that replaces it leaves what the key was to go on', () => {
    const instead = { ...grant, device: { ...device, as: 'replace' as const } }
    expect(decide({ grant: instead, claims: [living, same] })).toEqual(CLAIM)
    expect(formerOf(instead, [living, same], mine)).toBe(same)
    expect(formerOf(instead, [living], mine)).toBeUndefined()
  })

  test('keeps its place at the limit, and the place of what ends with it', () => {
    const session = { ...anyNumber, deviceLimit: 2, atLimit: 'replace' as const }
    const third = { ...living, id: 'clm_3', deviceId: 'dev_3', claimedAt: NOW - 1 }
    expect(decide({ session, grant: again, claims: [living, same] })).toMatchObject({ replaces: [same] })
    const fourth = { ...third, id: 'clm_4', deviceId: 'dev_4', claimedAt: NOW - 2 }
    expect(decide({ session, grant: again, claims: [living, third, fourth, same] })).toMatchObject({
      replaces: [fourth, same],
    })
  })
})

test('a browser reports as the code says, a device by what it asks for', () => {
  const browser = { kind: 'browser', id: 'b' } as const
  expect(reportsOf({ reports: 'none' }, browser, { certificate: true })).toBe('none')
  expect(reportsOf({ reports: 'none' }, mine)).toBe('agent')
  expect(reportsOf({ reports: 'agent' }, mine, { certificate: true })).toBe('certificate')
  expect(reportsOf({ reports: 'certificate' }, mine)).toBe('certificate')
})

test('a certificate may be asked for again for the whole day, although it was heard of', () => {
  const certified = { ...claim, state: 'confirmed' as const, reports: 'certificate' as const }
  expect(decide({ grant: used, claims: [certified] })).toEqual({ kind: 'repeat', claim: certified })
  expect(decide({ grant: used, claims: [{ ...certified, state: 'revoked' }] })).toMatchObject({
    reason: 'revoked',
  })
  expect(decide({ grant: used, claims: [{ ...certified, state: 'abandoned' }] })).toMatchObject({
    reason: 'window_closed',
  })
})

test('only a device key is known again on another code', () => {
  const browser = { ...claim, holderKind: 'browser' as const }
  expect(findReprovisioned([browser], { kind: 'browser', id: 'mine' })).toBeUndefined()
  expect(findReprovisioned([{ ...claim, state: 'revoked' }, claim], mine)).toBe(claim)
})

test('times that others rely on', () => {
  expect([ABANDON_AFTER, KEEP_ENDED, FAILURE_QUARTER, PROOF_MEMORY]).toEqual([
    7 * DAY,
    30 * DAY,
    15 * MINUTE,
    10 * MINUTE,
  ])
})

test('events are offered to D1 again after 1 s, doubling, at most every 15 minutes', () => {
  expect([0, 1, 5, 10, 500].map(retryDelay)).toEqual([1000, 2000, 32_000, 900_000, 900_000])
})
