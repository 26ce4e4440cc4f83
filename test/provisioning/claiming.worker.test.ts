import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { DAY, MINUTE } from '../../src/kernel/time.ts'
import type { Holder, RedeemInput } from '../../src/referee/index.ts'
import {
  d1Prototype,
  inD1,
  issueCode,
  makePerson,
  rowsIn,
  seedWorld,
  sessionOf,
  settle,
  type TestPerson,
  time,
} from '../support/world.ts'
import { keyOf } from './samples.ts'

/** What a claim is, in its session and in the audit, and what whoever holds it is answered. */

beforeAll(seedWorld)
beforeEach(time.start)
afterEach(() => vi.restoreAllMocks())

async function issue(person: TestPerson, options: Parameters<typeof issueCode>[1] = {}) {
  const { ref, secret, grant } = await issueCode(person, { deviceLimit: null, ...options })
  const redeem = (holder: Holder, more: Partial<RedeemInput> = {}) =>
    sessionOf(ref).redeem({
      by: { kind: 'url', secret, pin: null },
      holder,
      facts: {},
      ownership: null,
      ...more,
    })
  return { ref, secret, grant, redeem }
}
const provisioned = async (deviceId: string) => {
  const rows = await inD1(
    "SELECT detail FROM audit WHERE device_id = ? AND action = 'device.provisioned' ORDER BY rowid",
    deviceId,
  )
  return rows.map(({ detail }) => JSON.parse(String(detail)))
}

describe('a claim', () => {
  test('is written with its code, which keeps when it was opened; a browser leaves no proof behind', async () => {
    const { ref, secret, grant, redeem } = await issue(await makePerson())
    const openedAt = time.now()
    await sessionOf(ref).openLink({ secret })
    time.pass(MINUTE)
    const redeemed = await redeem({ kind: 'browser', hash: 'a-browser' })
    if (!redeemed.ok) throw new Error(redeemed.error)
    expect(await rowsIn(ref, 'SELECT * FROM claims')).toMatchObject([
      {
        id: expect.stringMatching(/^clm_[\w-]{22}$/),
        device_id: redeemed.value.deviceId,
        grant_id: grant.id,
        state: 'claimed',
        epoch: 1,
        former: '[]',
        replaces: null,
        claimed_at: time.now(),
        registered_at: time.now(),
      },
    ])
    expect(await rowsIn(ref, 'SELECT kind, state, opened_at, ended_at FROM grants')).toEqual([
      { kind: 'provision_code', state: 'exhausted', opened_at: openedAt, ended_at: time.now() },
    ])
    expect(await rowsIn(ref, 'SELECT * FROM proofs')).toEqual([])
  })

  test('stands in the audit with what it is, and with facts only where the service wants them', async () => {
    const facts = { name: 'Ada’s phone', model: 'Pixel 9', os_version: '16' }
    const said = { platform: 'agent', ownership: 'company', by: 'url', holder: 'device_key' }
    for (const [logFacts, given, told] of [
      [false, facts, {}],
      [true, facts, { model: 'Pixel 9', osVersion: '16' }],
      [true, { model: 'Pixel 9' }, { model: 'Pixel 9' }],
      [true, { os_version: '16' }, { osVersion: '16' }],
    ] as const) {
      const { grant, redeem } = await issue(await makePerson())
      const redeemed = await redeem(keyOf(), { facts: given, logFacts })
      expect(redeemed.ok && (await provisioned(redeemed.value.deviceId))).toEqual([
        { grant: grant.id, ...said, reprovisioned: false, ...told },
      ])
    }
  })

  test('says whose device it is as its person chose, where that was open', async () => {
    for (const [ownership, is] of [
      [null, 'personal'],
      ['company', 'company'],
    ] as const) {
      const { redeem } = await issue(await makePerson(), { ownership })
      expect(await redeem(keyOf(), { ownership: 'personal' })).toMatchObject({
        ok: true,
        value: { ownership: is },
      })
    }
  })
})

describe('whoever holds a claim', () => {
  test('is answered alike, however often it asks', async () => {
    const { redeem } = await issue(await makePerson())
    const holder = keyOf()
    const first = await redeem(holder, { facts: { name: 'Ada’s phone' } })
    expect(first).toMatchObject({
      ok: true,
      value: { status: 'pending', deviceName: 'Ada’s phone', tokenType: 'DPoP' },
    })
    expect(await redeem(keyOf(holder.thumbprint), { facts: { name: 'Another' } })).toEqual(first)
    const browser = await (await issue(await makePerson())).redeem({ kind: 'browser', hash: 'a-browser' })
    expect(browser).toMatchObject({ ok: true, value: { deviceName: null, tokenType: 'Bearer' } })
  })

  test('is told that its device is active, where its owner said so in the browser that passes it on', async () => {
    const { ref, redeem } = await issue(await makePerson(), { platform: 'ios' })
    const session = sessionOf(ref)
    const redeemed = await redeem({ kind: 'browser', hash: 'safari' })
    const deviceId = redeemed.ok ? redeemed.value.deviceId : 'dev_none'
    const key = (await session.showClaim({ deviceId, browser: 'safari' }))?.artefactKey ?? ''
    await session.takeArtefact({ deviceId, key })
    expect((await session.sayInstalled({ deviceId, by: { browser: 'safari' } })).ok).toBe(true)
    const ticket = (await session.showClaim({ deviceId, browser: 'safari' }))?.ticket ?? ''
    const moved = await redeem({ kind: 'browser', hash: 'chrome' }, { by: { kind: 'ticket', ticket } })
    expect(moved).toMatchObject({ ok: true, value: { deviceId, status: 'active' } })
  })

  test('is told nothing before D1 knows of it', async () => {
    const { ref, redeem } = await issue(await makePerson())
    await settle(ref)
    const spy = vi.spyOn(d1Prototype, 'batch').mockRejectedValue(new Error('D1_ERROR: connection lost'))
    const holder = keyOf()
    expect(await redeem(holder)).toEqual({ ok: false, error: 'temporarily_unavailable' })
    spy.mockRestore()
    time.pass(MINUTE)
    expect((await redeem(keyOf(holder.thumbprint))).ok).toBe(true)
  })
})

describe('a device that another one replaces', () => {
  const replacesOf = async (ref: string) =>
    (await rowsIn(ref, 'SELECT replaces FROM claims ORDER BY claimed_at')).map(({ replaces }) => replaces)

  test('waits in the claim of the other, also where that one is set up again before it spoke', async () => {
    const person = await makePerson()
    const old = await (await issue(person)).redeem(keyOf())
    const id = old.ok ? old.value.deviceId : 'dev_none'
    time.pass(MINUTE)
    const holder = keyOf()
    const device = { id, as: 'replace' } as const
    const { ref, redeem } = await issue(person, { device })
    expect((await redeem(holder)).ok).toBe(true)
    expect(await replacesOf(ref)).toEqual([null, id])
    time.pass(2 * DAY)
    expect((await (await issue(person)).redeem(keyOf(holder.thumbprint))).ok).toBe(true)
    expect(await replacesOf(ref)).toEqual([null, id, id])
  })

  test('is forgotten by the claim of one that spoke: it ended then', async () => {
    const person = await makePerson()
    const old = await (await issue(person)).redeem(keyOf())
    const id = old.ok ? old.value.deviceId : 'dev_none'
    time.pass(MINUTE)
    const holder = keyOf()
    const { ref, redeem } = await issue(person, { device: { id, as: 'replace' } })
    const next = await redeem(holder)
    const [claim] = await rowsIn(ref, 'SELECT id FROM claims WHERE replaces IS NOT NULL')
    const deviceId = next.ok ? next.value.deviceId : 'dev_none'
    await sessionOf(ref).confirm({ claimId: String(claim?.id), deviceId, epoch: 1 })
    time.pass(2 * DAY)
    await (await issue(person)).redeem(keyOf(holder.thumbprint))
    expect(await replacesOf(ref)).toEqual([null, id, null])
  })
})
