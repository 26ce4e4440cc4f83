import { describe, expect, test } from 'vitest'
import { makeKeyring } from '../../src/kernel/secrets.ts'
import { answer, claimGrant } from '../../src/provisioning/claiming.ts'
import type { Claim, Grant } from '../../src/provisioning/types.ts'
import type { RedeemInput } from '../../src/referee/index.ts'
import { itsSession, KEYS, remember } from './memory.ts'
import { claim, grant, NOW } from './samples.ts'

const keys = makeKeyring(KEYS)
const key = { kind: 'device_key', id: 'mine' } as const
const asked: RedeemInput = {
  ...{
    by: { kind: 'url', secret: 'secret', pin: null },
    holder: { kind: 'device_key', thumbprint: 'mine', jti: '1' },
  },
  ...{ facts: {}, ownership: null },
}

function claimBy(
  change: Partial<Grant> = {},
  claims: Claim[] = [],
  input: Partial<RedeemInput> = {},
  replaces: Claim[] = [],
) {
  const code = { ...grant, ...change }
  const { memory, context } = remember({ session: itsSession, grants: [code], claims }, keys)
  const outcome = claimGrant(
    context,
    { ...itsSession },
    code,
    { claims, replaces },
    { ...asked, ...input },
    key,
  )
  const event = memory.events.at(-1)
  return { outcome, memory, event, detail: event?.audit.detail ?? {}, made: memory.claims.at(-1) }
}

describe('a device that claims a code', () => {
  test('is told of in its own name, with how it came', () => {
    const { outcome, event, detail, made, memory } = claimBy()
    expect(event?.actor).toEqual({ kind: 'device', id: made?.deviceId })
    expect(detail).toEqual({
      ...{ grant: 'grt_1', platform: 'agent', ownership: 'company', by: 'url', holder: 'device_key' },
      reprovisioned: false,
    })
    expect(outcome).toMatchObject({ othersEnded: false, rev: 8, grantId: 'grt_1', claimId: made?.id })
    expect(memory.grants).toMatchObject([{ state: 'exhausted', openedAt: NOW, endedAt: NOW }])
    expect(claimBy({ openedAt: 5 }).memory.grants).toMatchObject([{ openedAt: 5 }])
  })

  test('by an invitation says which', () => {
    expect(claimBy({ invitationId: 'inv_1' }).detail).toMatchObject({ invitation: 'inv_1' })
    expect(claimBy().detail).not.toHaveProperty('invitation')
  })

  test('is logged with what it is, where the service wants to know and it says so', () => {
    const told = (facts: object, logFacts = true) =>
      Object.keys(claimBy({}, [], { facts, logFacts }).detail).slice(6)
    expect(told({ model: 'Pixel', os_version: '17' })).toEqual(['model', 'osVersion'])
    expect(told({ model: 'Pixel' })).toEqual(['model'])
    expect(told({ os_version: '17' })).toEqual(['osVersion'])
    expect(told({ model: 'Pixel' }, false)).toEqual([])
  })

  test('and brings a request for a certificate reports by using it', () => {
    expect(claimBy({}, [], { certificate: true }).made?.reports).toBe('certificate')
    expect(claimBy().made?.reports).toBe('agent')
  })

  test('with a key that was there before is the same device, and its former claim is over', () => {
    const before = { ...claim, epoch: 3, registeredAt: 5, state: 'confirmed' as const }
    const { memory, made, detail } = claimBy({ id: 'grt_2' }, [before])
    expect(memory.claims[0]).toMatchObject({ id: 'clm_1', state: 'revoked', endedAt: NOW })
    expect(made).toMatchObject({
      deviceId: 'dev_1',
      epoch: 4,
      registeredAt: 5,
      claimedAt: NOW,
      state: 'claimed',
    })
    expect(detail.reprovisioned).toBe(true)
  })
})

test('who asks again is answered as of now, and not at all once the master key is gone', () => {
  const { context } = remember({ session: itsSession }, keys)
  expect(answer(context, itsSession, claim, grant, null)).toMatchObject({ rev: 7, claimId: 'clm_1' })
  expect(answer(context, itsSession, claim, grant, 3)).toMatchObject({ rev: 3 })
  expect(answer(context, itsSession, { ...claim, keyId: 'gone' }, grant, 3)).toMatchObject({
    result: { ok: false, error: 'temporarily_unavailable' },
  })
})
