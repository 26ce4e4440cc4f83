import { runInDurableObject } from 'cloudflare:test'
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { MINUTE } from '../../src/kernel/time.ts'
import type { SessionDesk } from '../../src/provisioning/desk.ts'
import type { Holder } from '../../src/referee/index.ts'
import {
  breakDatabase,
  inD1,
  issueCode,
  makePerson,
  rowsIn,
  runAlarm,
  seedWorld,
  sessionOf,
  settle,
  time,
} from '../support/world.ts'
import { keyOf } from './samples.ts'

/** What the calls of a session answer while D1 is away or another browser asks, and when it wakes up next. */

beforeAll(seedWorld)
beforeEach(time.start)
afterEach(() => vi.restoreAllMocks())

const AWAY = { ok: false, error: 'temporarily_unavailable' }

async function prepare(options: Parameters<typeof issueCode>[1] = {}) {
  const person = await makePerson()
  const code = await issueCode(person, options)
  await settle(code.ref)
  const session = sessionOf(code.ref)
  return {
    person,
    ...code,
    session,
    redeem: (holder: Holder, by: Parameters<typeof session.redeem>[0]['by'] | null = null) =>
      session.redeem({
        by: by ?? { kind: 'url', secret: code.secret, pin: null },
        holder,
        facts: {},
        ownership: null,
      }),
    alarm: () => runInDurableObject(session, (_session, state) => state.storage.getAlarm()),
    told: async (action: string) =>
      inD1('SELECT id FROM audit WHERE account_id = ? AND action = ?', person.account.id, action),
  }
}

test('a page that asks whether it is still heard is answered without waking the object', async () => {
  const { session } = await prepare()
  const answer = await runInDurableObject(session, (_session, state) => state.getWebSocketAutoResponse())
  expect([answer?.request, answer?.response]).toEqual(['ping', 'pong'])
})

test('codes that the current key sealed are left as they are', async () => {
  const { session, ref } = await prepare()
  const read = () => rowsIn(ref, 'SELECT sealed, pin_mac FROM grants')
  const before = await read()
  expect(await session.resealCodes()).toEqual({ resealed: 0, unreadable: 0 })
  expect(await read()).toEqual(before)
})

describe('a ticket', () => {
  const browser = (hash: string): Holder => ({ kind: 'browser', hash })

  test('shows what it would take over, without its secrets; taken, only to the browser that has it', async () => {
    const { session, ref, redeem } = await prepare({ platform: 'ios' })
    const redeemed = await redeem(browser('safari'))
    const deviceId = redeemed.ok ? redeemed.value.deviceId : 'dev_none'
    const ticket = (await session.showClaim({ deviceId, browser: 'safari' }))?.ticket ?? ''
    const before = await session.inspectTicket({ ticket, browser: null })
    expect(before).toMatchObject({
      ...{ deviceId, platform: 'ios', state: 'claimed', live: 'redeemed', moved: true },
      ...{ artefactKey: null, confirmKey: null, ticket: null },
    })
    const [kept] = await rowsIn(ref, 'SELECT template_id, template_version FROM grants')
    expect(before?.template).toEqual({ id: kept?.template_id, version: kept?.template_version })
    expect((await redeem(browser('chrome'), { kind: 'ticket', ticket })).ok).toBe(true)
    expect(await session.inspectTicket({ ticket, browser: 'chrome' })).toMatchObject({ deviceId })
    expect(await session.inspectTicket({ ticket, browser: 'safari' })).toBeNull()
    expect(await session.inspectTicket({ ticket, browser: null })).toBeNull()
  })
})

describe('while D1 is away', () => {
  test('a device is not told that it is confirmed until D1 knows', async () => {
    const { session, ref, redeem } = await prepare()
    const redeemed = await redeem(keyOf())
    const [claim] = await rowsIn(ref, 'SELECT id, device_id, epoch FROM claims')
    const input = {
      claimId: String(claim?.id),
      deviceId: redeemed.ok ? redeemed.value.deviceId : ('dev_none' as const),
      epoch: Number(claim?.epoch),
    }
    const broken = breakDatabase()
    expect(await session.confirm(input)).toEqual(AWAY)
    broken.mend()
    time.pass(MINUTE)
    await runAlarm(ref)
    expect(await session.confirm(input)).toMatchObject({ ok: true })
  })
})

test('an owner is not told that a device is installed until D1 knows', async () => {
  const { session, ref, redeem } = await prepare({ platform: 'ios' })
  const redeemed = await redeem({ kind: 'browser', hash: 'safari' })
  const deviceId = redeemed.ok ? redeemed.value.deviceId : ('dev_none' as const)
  const key = (await session.showClaim({ deviceId, browser: 'safari' }))?.artefactKey ?? ''
  await session.takeArtefact({ deviceId, key })
  await settle(ref)
  const broken = breakDatabase()
  expect(await session.sayInstalled({ deviceId, by: { browser: 'safari' } })).toEqual(AWAY)
  broken.mend()
  time.pass(MINUTE)
  await runAlarm(ref)
  expect(await session.sayInstalled({ deviceId, by: { browser: 'safari' } })).toMatchObject({ ok: true })
})

describe('while an event is on its way to D1', () => {
  /** What else happens to the session before the hand-over comes back. */
  const meanwhile = (session: ReturnType<typeof sessionOf>, happen: (desk: SessionDesk) => unknown) =>
    runInDurableObject(session, (instance) => {
      const { desk } = instance as unknown as { desk: SessionDesk }
      const land = desk.land.bind(desk)
      vi.spyOn(desk, 'land').mockImplementation(async (rev) => {
        const landed = await land(rev)
        await happen(desk)
        return landed
      })
    })

  test('the account is deleted: a device that was redeeming hears that setup is over', async () => {
    const { session, redeem } = await prepare()
    await meanwhile(session, (desk) => desk.store.forget())
    expect(await redeem(keyOf())).toEqual({ ok: false, error: 'setup_disabled' })
  })

  test('another account turns out to hold the key: the claim is undone and the device hears so', async () => {
    const { session, redeem } = await prepare()
    await meanwhile(session, (desk) => {
      for (const claim of desk.store.listClaims()) desk.store.saveClaim({ ...claim, state: 'abandoned' })
    })
    expect(await redeem(keyOf())).toEqual({ ok: false, error: 'key_in_use' })
  })
})

describe('what nobody waits for reaches D1 by itself', () => {
  test('a PIN that was made anew, a wrong challenge, and a wrong PIN', async () => {
    const { session, grant, pin, told } = await prepare()
    await session.renewPin({ grantId: grant.id, actor: { kind: 'manager', id: 'acc_manager' } })
    await vi.waitFor(async () => expect(await told('pin.renewed')).toHaveLength(1))
    const report = {
      deviceId: 'dev_none',
      challenge: 'K'.repeat(22),
      facts: { udid: 'one' },
      logFacts: false,
    }
    await session.reportOta(report)
    await vi.waitFor(async () => expect(await told('device.provisioning_failed')).toHaveLength(1))
    time.pass(16 * MINUTE)
    await session.provePin({ pin: pin === '00000000' ? '11111111' : '00000000' })
    await vi.waitFor(async () => expect(await told('device.provisioning_failed')).toHaveLength(2))
  })
})
