import { describe, expect, test } from 'vitest'
import { MINUTE } from '../../src/kernel/time.ts'
import { replay } from '../../src/provisioning/replay.ts'
import type { Claim, Grant, Invitation } from '../../src/provisioning/types.ts'
import type { KnownDevice, ReplayInput } from '../../src/referee/index.ts'
import { invitation, known, knownDevice, slot } from './known.ts'
import { itsSession, type Memory, remember } from './memory.ts'
import { claim, grant, NOW } from './samples.ts'

const exhausted: Grant = { ...grant, state: 'exhausted' }
const claimed = (change: Partial<Claim> = {}): Claim => ({
  ...claim,
  claimedAt: NOW - 10 * MINUTE,
  ...change,
})

function compare(held: Partial<Memory>, input: Partial<ReplayInput>) {
  const { memory, context } = remember({ session: { ...itsSession }, ...held })
  const told = replay(context, { ...known, ...input })
  expect(told).toMatchObject({ session: 'compared', rev: memory.session?.rev, events: memory.events.length })
  return { told, events: memory.events, memory }
}
const withDevice = (change: Partial<Claim>, devices: KnownDevice[], held: Partial<Memory> = {}) =>
  compare({ grants: [exhausted], claims: [claimed(change)], ...held }, { devices })

describe('the account', () => {
  test('where D1 knows it as it is, nothing is told', () => {
    expect(compare({}, {}).events).toEqual([])
    const disabledAt = NOW - MINUTE
    expect(compare({ session: { ...itsSession, disabledAt } }, { disabledAt: 5 }).events).toEqual([])
    const accepted = [invitation({ acceptedAt: NOW })]
    const its = { invitations: [invitation({ acceptedAt: NOW })], devices: [slot()] }
    expect(compare({ invitations: accepted }, its).events).toEqual([])
    expect(
      compare({ invitations: [invitation()] }, { ...its, invited: true, invitations: [invitation()] }).events,
    ).toEqual([])
  })

  test.each([
    [NOW - MINUTE, null],
    [null, NOW - MINUTE],
  ])('disabled %s, where D1 says %s, is told', (disabledAt, was) => {
    const { events } = compare({ session: { ...itsSession, disabledAt } }, { disabledAt: was })
    expect(events).toEqual([
      {
        ...{ rev: 8, at: NOW, organisationId: 1, accountId: 'acc_1', ref: 'ref' },
        actor: { kind: 'system', id: 'replay' },
        audit: { action: 'session.replayed', deviceId: null, detail: { what: 'account' } },
        account: { disabledAt },
      },
    ])
  })

  test('who came by an invitation is told to take part, and nothing else of the account', () => {
    const invitations = [invitation({ id: 'inv_0' }), invitation({ acceptedAt: NOW, devices: 1 })]
    const { events } = compare({ invitations }, { invited: true, invitations, devices: [slot()] })
    expect(events[0]).toMatchObject({ accepted: true, audit: { detail: { what: 'account' } } })
    expect(events[0]).not.toHaveProperty('account')
  })

  test('of an account that is being deleted nothing is told, for what waits tells all of it', () => {
    const { told } = compare(
      {
        session: { ...itsSession, closedAt: NOW, disabledAt: NOW },
        grants: [exhausted],
        claims: [claimed()],
      },
      { devices: [knownDevice({ id: 'dev_2' })] },
    )
    expect(told).toEqual({ session: 'compared', events: 0, unknown: 1, rev: 7 })
  })
})

describe('an invitation', () => {
  const told = (held: Invitation[], devices: KnownDevice[], was: Invitation[], claims: Claim[] = []) =>
    compare({ invitations: held, claims, grants: [exhausted] }, { devices, invitations: was }).events

  test('that D1 knows, slot and all, is not told', () => {
    expect(
      told([invitation()], [knownDevice(), slot()], [invitation({ id: 'inv_0' }), invitation()]),
    ).toEqual([])
  })

  test('that D1 does not know is told with its slot', () => {
    const [event, ...others] = told([invitation()], [knownDevice()], [])
    expect(others).toEqual([])
    expect(event).toMatchObject({
      audit: { deviceId: 'dev_slot', detail: { what: 'invitation', invitation: 'inv_1' } },
      invitation: { id: 'inv_1', state: 'issued' },
      slot: { id: 'dev_slot', lifecycle: 'invited' },
    })
  })

  test.each<Partial<Invitation>>([
    { state: 'opened' },
    { fetchedAt: NOW },
    { openedAt: NOW },
    { acceptedAt: NOW },
    { endedAt: NOW },
  ])('of which D1 knows otherwise than %j is told, its slot left alone', (change) => {
    const [event] = told([invitation(change)], [slot()], [invitation()])
    expect(event).toMatchObject({ invitation: change, audit: { deviceId: null } })
    expect(event).not.toHaveProperty('slot')
  })

  test('whose slot ended in D1 alone gets it back, and one that ended here ends there', () => {
    expect(told([invitation()], [slot({ lifecycle: 'deleted' })], [invitation()])).toMatchObject([
      { slot: { lifecycle: 'invited' } },
    ])
    const over = invitation({ state: 'revoked', endedAt: NOW })
    expect(told([over], [slot()], [over])).toMatchObject([
      { slot: { lifecycle: 'deleted', endedReason: 'invitation_deactivated' } },
    ])
    for (const devices of [
      [],
      [slot({ lifecycle: 'deleted' })],
      [slot({ lifecycle: 'active', platform: 'ios' })],
    ])
      expect(told([over], devices, [over])).toEqual([])
  })

  test('whose slot was taken by a device leaves it to that one', () => {
    const taken = [claimed({ deviceId: 'dev_slot' })]
    const both = [knownDevice({ id: 'dev_slot' })]
    expect(told([invitation()], both, [invitation()], taken)).toEqual([])
    const over = invitation({ state: 'revoked' })
    expect(told([over], [slot()], [over], taken)).toMatchObject([{ device: { id: 'dev_slot' } }])
    expect(told([over], [slot()], [over], [claimed({ deviceId: 'dev_9' })])).toMatchObject([
      { slot: { lifecycle: 'deleted' } },
      { device: { id: 'dev_9' } },
    ])
  })

  test('that brought a device already waits for none in its slot', () => {
    const brought = invitation({ devices: 1 })
    expect(told([brought], [], [brought])).toEqual([])
    // That one is forgotten, or never told: the slot waits for nobody.
    expect(told([brought], [slot()], [brought])).toMatchObject([{ slot: { lifecycle: 'deleted' } }])
    const [event] = told([brought], [], [invitation()])
    expect(event).toMatchObject({ invitation: { devices: 1 } })
    expect(event).not.toHaveProperty('slot')
  })

  test('that a later one follows in its slot does not end the slot, whichever is told first', () => {
    const over = invitation({ state: 'superseded' })
    const next = invitation({ id: 'inv_2' })
    for (const held of [
      [over, next],
      [next, over],
    ]) {
      expect(told(held, [slot()], [over, next])).toEqual([])
      // The one that lives comes last: what is told of the slot is what it says.
      expect(told(held, [], []).map((event) => event.invitation?.id)).toEqual(['inv_1', 'inv_2'])
    }
    const elsewhere = invitation({ id: 'inv_2', slotDeviceId: 'dev_other' })
    expect(told([over, elsewhere], [slot(), slot({ id: 'dev_other' })], [over, elsewhere])).toMatchObject([
      { slot: { id: 'dev_slot', lifecycle: 'deleted' } },
    ])
    const alsoOver = invitation({ id: 'inv_2', state: 'revoked' })
    expect(told([over, alsoOver], [slot()], [over, alsoOver])).toHaveLength(2)
  })
})

describe('a device', () => {
  test('that D1 knows as it is held is not told', () => {
    expect(withDevice({}, [knownDevice({ id: 'dev_0' }), knownDevice()]).events).toEqual([])
    const confirmed = { state: 'confirmed', confirmedAt: NOW, deliveredAt: NOW } as const
    const was = knownDevice({ lifecycle: 'active', confirmedAt: NOW, deliveredAt: NOW })
    expect(withDevice(confirmed, [was]).events).toEqual([])
    expect(withDevice({ holderKind: 'browser' }, [knownDevice({ keyThumbprint: null })]).events).toEqual([])
  })

  test.each<[string, Partial<Claim>, Partial<KnownDevice>]>([
    ['another life', { state: 'confirmed' }, {}],
    ['another life here', {}, { lifecycle: 'active' }],
    ['another claim', {}, { claimId: 'clm_0' }],
    ['another epoch', {}, { epoch: 2 }],
    ['another owner', {}, { ownership: 'personal' }],
    ['another key', {}, { keyThumbprint: 'theirs' }],
    ['a key where a browser holds it', { holderKind: 'browser' }, {}],
    ['no delivery', { deliveredAt: NOW }, {}],
    ['no confirmation', { confirmedAt: NOW }, {}],
    ['its end', {}, { lifecycle: 'retired' }],
    ['its slot only', {}, { lifecycle: 'invited' }],
  ])('of which D1 knows %s is told', (_, change, was) => {
    const { events } = withDevice(change, [knownDevice(was)])
    expect(events).toMatchObject([
      {
        audit: { deviceId: 'dev_1', detail: { what: 'device', platform: 'agent' } },
        device: { id: 'dev_1', claimId: 'clm_1' },
      },
    ])
  })

  test('that D1 has never heard of is told as new', () => {
    expect(withDevice({}, []).events).toMatchObject([
      { audit: { detail: { renewed: false, confirmed: false } } },
    ])
  })

  test('whose code is forgotten is not told', () => {
    expect(compare({ claims: [claimed()] }, {}).events).toEqual([])
  })

  test('that ended here ends there, and only where it lives there', () => {
    for (const lifecycle of ['pending', 'active', 'invited'] as const)
      expect(withDevice({ state: 'revoked' }, [knownDevice({ lifecycle })]).events).toMatchObject([
        { device: { lifecycle: 'retired' } },
      ])
    for (const lifecycle of ['retired', 'wiped', 'replaced', 'deleted'] as const)
      expect(withDevice({ state: 'revoked' }, [knownDevice({ lifecycle })]).events).toEqual([])
  })

  test('that was set up again a while ago is told as renewed', () => {
    const renewed = (change: Partial<Claim>, was: Partial<KnownDevice>) =>
      withDevice(change, [knownDevice(was)]).events[0]?.audit.detail.renewed
    expect(renewed({ epoch: 2 }, {})).toBe(true)
    expect(renewed({ epoch: 2 }, { epoch: 0 })).toBe(false)
    expect(renewed({ epoch: 2 }, { epoch: 2, claimId: 'clm_0' })).toBe(false)
    expect(renewed({ epoch: 1 }, { epoch: 2 })).toBe(false)
    expect(renewed({ epoch: 2, claimedAt: NOW - 5 * MINUTE - 1 }, {})).toBe(true)
    expect(renewed({ epoch: 2, claimedAt: NOW - 5 * MINUTE }, {})).toBe(false)
  })

  test('that was confirmed since is told as confirmed now', () => {
    const confirmed = (change: Partial<Claim>, was: KnownDevice[]) =>
      withDevice(change, was).events[0]?.audit.detail.confirmed
    const state = 'confirmed' as const
    expect(confirmed({ state, confirmedAt: NOW }, [knownDevice()])).toBe(true)
    expect(confirmed({ state, confirmedAt: NOW }, [])).toBe(true)
    expect(confirmed({ state, confirmedAt: NOW }, [knownDevice({ confirmedAt: NOW - 1 })])).toBe(false)
    expect(confirmed({}, [knownDevice({ epoch: 2 })])).toBe(false)
  })

  test('that another one replaced is told as replaced, once that one is confirmed', () => {
    const other = (change: Partial<Claim>) => [
      claimed({ state: 'revoked' }),
      claimed({ id: 'clm_2', deviceId: 'dev_2', replaces: 'dev_1', state: 'confirmed', ...change }),
      claimed({ id: 'clm_3', deviceId: 'dev_3', state: 'confirmed' }),
    ]
    const lifecycleAfter = (claims: Claim[]) =>
      compare({ grants: [exhausted], claims }, { devices: [knownDevice()] }).events.find(
        ({ device: told }) => told?.id === 'dev_1',
      )?.device?.lifecycle
    expect(lifecycleAfter(other({}))).toBe('replaced')
    expect(lifecycleAfter(other({ replaces: null }))).toBe('retired')
    expect(lifecycleAfter(other({ state: 'claimed' }))).toBe('retired')
    const [first, ...rest] = other({})
    expect(lifecycleAfter([{ ...(first as Claim), state: 'abandoned' }, ...rest])).toBe('deleted')
  })

  test('those that ended are told before those that live, for their keys may live on', () => {
    const claims = [
      claimed({ id: 'clm_2', deviceId: 'dev_2' }),
      claimed({ state: 'revoked' }),
      claimed({ id: 'clm_3', deviceId: 'dev_3' }),
    ]
    const { events } = compare({ grants: [exhausted], claims }, { devices: [knownDevice()] })
    expect(events.map(({ device: told }) => told?.id)).toEqual(['dev_1', 'dev_2', 'dev_3'])
  })

  test('of which nothing is held counts as unknown while D1 takes it for living', () => {
    const devices = [
      ...[knownDevice({ id: 'dev_2' }), knownDevice({ id: 'dev_3', lifecycle: 'active' })],
      ...[knownDevice({ id: 'dev_4', lifecycle: 'retired' }), slot(), knownDevice()],
    ]
    expect(withDevice({}, devices).told.unknown).toBe(2)
  })
})
