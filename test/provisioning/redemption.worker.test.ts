import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { makeRedemption, type Presented } from '../../src/provisioning/redemption.ts'
import type { Holder } from '../../src/referee/index.ts'
import { openDatabase } from '../../src/runtime/database.ts'
import { fakeSessions } from '../support/fake-sessions.ts'
import { invite } from '../support/invitations.ts'
import {
  bindings,
  breakDatabase,
  inD1,
  issueCode,
  makePerson,
  rowsIn,
  seedWorld,
  time,
} from '../support/world.ts'

/** What is asked before a session decides, and what becomes of it where something does not answer. */

beforeAll(seedWorld)
beforeEach(() => {
  time.start()
  vi.spyOn(console, 'error').mockReturnValue()
})
afterEach(() => vi.restoreAllMocks())

const AWAY = { ok: false, error: 'temporarily_unavailable' }
const { db, keys, provisionSessions } = bindings
const make = (sessions = provisionSessions) =>
  makeRedemption({ database: openDatabase(db), provisionSessions: sessions, keys })
const redemption = make()
const holder = (): Holder => ({
  kind: 'device_key',
  thumbprint: crypto.randomUUID(),
  jti: crypto.randomUUID(),
})
const redeem = (presented: Presented, by = redemption) =>
  by.redeem({ presented, holder: holder(), facts: {}, ownership: null })
const logged = () => vi.mocked(console.error).mock.calls.map(([line]) => JSON.parse(String(line)).event)

/** Sessions that answer nothing but this. */
function sessionsThat(answer: () => Promise<unknown>) {
  const calls = vi.fn((_ask: unknown) => answer())
  const stub = { redeem: calls, provePin: calls }
  return {
    calls,
    by: make(fakeSessions(() => stub)),
  }
}

async function prepare() {
  const person = await makePerson()
  const { ref, secret, pin } = await issueCode(person)
  const typed = { siteId: '4711', address: person.address, pin }
  return { person, ref, pin, typed, link: { ref, secret, pin: null } as Presented }
}

describe('a code and a PIN', () => {
  test('are refused for a while where D1 is away, and stay usable', async () => {
    const { ref, typed, link } = await prepare()
    const broken = breakDatabase()
    expect([await redeem(link), await redemption.provePin(typed)]).toEqual([AWAY, AWAY])
    expect(logged()).toEqual(['redeem.database_down', 'redeem.database_down'])
    broken.mend()
    expect(await rowsIn(ref, 'SELECT state, pin_failures FROM grants')).toEqual([
      { state: 'issued', pin_failures: 0 },
    ])
    expect((await redemption.provePin(typed)).ok).toBe(true)
    expect((await redeem(link)).ok).toBe(true)
  })

  test('are refused for a while where the session does not answer', async () => {
    const { typed, link } = await prepare()
    const { by } = sessionsThat(() => Promise.reject(new Error('away')))
    expect([await redeem(link, by), await by.provePin(typed)]).toEqual([AWAY, AWAY])
    expect(logged()).toEqual(['redeem.session_down'])
  })

  test('are of no use where their organisation is off, unknown, or their account is off by then', async () => {
    const { person, typed, link } = await prepare()
    const unknown = { ...typed, siteId: '0000' }
    const REFUSED = { ok: false, error: 'unknown_site' }
    expect([await redeem(unknown), await redemption.provePin(unknown)]).toEqual([REFUSED, REFUSED])
    const OFF = { ok: false, error: 'setup_disabled' }
    await inD1("UPDATE organisations SET enabled = 0 WHERE site_id = '4711'")
    expect([await redeem(typed), await redemption.provePin(typed), await redeem(link)]).toEqual([
      OFF,
      OFF,
      OFF,
    ])
    await inD1("UPDATE organisations SET enabled = 1 WHERE site_id = '4711'")
    await inD1('UPDATE service SET enabled = 0')
    expect([await redeem(typed), await redemption.provePin(typed), await redeem(link)]).toEqual([
      OFF,
      OFF,
      OFF,
    ])
    await inD1('UPDATE service SET enabled = 1')
    // Whether an address has an account, and one that is off, is told only to whoever has the link.
    await inD1('UPDATE accounts SET disabled_at = 1 WHERE id = ?', person.account.id)
    const NOBODY = { ok: false, error: 'invalid_provision_code' }
    expect([await redeem(typed), await redemption.provePin(typed), await redeem(link)]).toEqual([
      NOBODY,
      NOBODY,
      OFF,
    ])
    await inD1("UPDATE accounts SET disabled_at = NULL, state = 'unapproved' WHERE id = ?", person.account.id)
    expect([await redeem(typed), await redeem(link)]).toEqual([NOBODY, OFF])
  })
})

test('a session that asks what a platform gets, although it was told, is not asked a third time', async () => {
  const { link } = await prepare()
  const { by, calls } = sessionsThat(async () => ({ ok: false, error: 'offer_required' }))
  expect(await redeem(link, by)).toEqual(AWAY)
  expect(calls).toHaveBeenCalledTimes(2)
})

test('a session that was told what a platform gets is asked once', async () => {
  const { link } = await prepare()
  const { by, calls } = sessionsThat(async () => ({ ok: false, error: 'invalid_provision_code' }))
  const offer = { platform: 'linux' } as never
  await by.redeem({ presented: link, holder: holder(), facts: {}, ownership: null, offer, termsVersion: 7 })
  expect(calls.mock.calls).toMatchObject([[{ offer: { platform: 'linux' }, termsVersion: 7 }]])
  await redeem(link, by)
  expect(calls.mock.lastCall).not.toMatchObject([{ offer: expect.anything() }])
  expect(Object.keys((calls.mock.lastCall as unknown[])[0] as object)).not.toContain('termsVersion')
})

test('an invitation brings what the platform gets that the device names, and says for whom it is', async () => {
  const person = await makePerson()
  const { ref, secret } = await invite(person)
  const presented = { ref, secret, pin: null } as Presented
  const facts = { name: 'Ada’s laptop', platform: 'linux' as const }
  const redeemed = await redemption.redeem({ presented, holder: holder(), facts, ownership: null })
  expect(redeemed).toMatchObject({
    ok: true,
    value: {
      platform: 'linux',
      organisation: { name: 'Acme Robotics', siteId: '4711' },
      account: { address: person.address, name: person.account.name },
    },
  })
})

test('somebody unknown is answered by an object of no account, which differs by site and address', async () => {
  const asked: string[] = []
  const stub = { provePin: async () => ({ ok: false, error: 'invalid_provision_code' }) }
  const by = make({ get: () => stub, idFromName: (name: string) => void asked.push(name) } as never)
  await by.provePin({ siteId: '4711', address: 'nobody@acme.example', pin: '1' })
  expect(asked).toEqual([keys.nameOf('unknown', '1', 'nobody@acme.example')])
})

test('a key that lives in another account is refused before its session is asked; a browser brings none', async () => {
  const { link } = await prepare()
  const other = await prepare()
  const taken = holder()
  expect(
    (await redemption.redeem({ presented: other.link, holder: taken, facts: {}, ownership: null })).ok,
  ).toBe(true)
  const { by, calls } = sessionsThat(async () => ({ ok: false, error: 'invalid_provision_code' }))
  const ask = (who: Holder, presented = link) =>
    by.redeem({ presented, holder: who, facts: {}, ownership: null })
  expect(await ask(taken)).toEqual({ ok: false, error: 'key_in_use' })
  expect(calls).not.toHaveBeenCalled()
  await ask(taken, other.link)
  await ask({ kind: 'browser', hash: 'thumbprint' in taken ? taken.thumbprint : '' })
  expect(calls).toHaveBeenCalledTimes(2)
})

test('a session hears whether the service wants to know what devices are', async () => {
  const { link } = await prepare()
  const { by, calls } = sessionsThat(async () => ({ ok: false, error: 'invalid_provision_code' }))
  for (const wanted of [0, 1]) {
    await inD1('UPDATE service SET log_device_facts = ?', wanted)
    await redeem(link, by)
  }
  expect(calls.mock.calls).toMatchObject([[{ logFacts: false }], [{ logFacts: true }]])
})

test('a session of the version before, which says no name, is answered with the one that the device gave', async () => {
  const { link } = await prepare()
  const redeemed = {
    deviceId: 'dev_1',
    platform: 'agent',
    ownership: 'company',
    policies: { n: '{{device.name}}' },
  }
  const { by } = sessionsThat(async () => ({ ok: true, value: redeemed }))
  const ask = (facts: object) => by.redeem({ presented: link, holder: holder(), facts, ownership: null })
  expect(await ask({ name: 'Ada’s laptop' })).toMatchObject({ value: { policies: { n: 'Ada’s laptop' } } })
  expect(await ask({})).toMatchObject({ value: { policies: { n: '' } } })
})
