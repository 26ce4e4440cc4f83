import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { FAILURE_QUARTER } from '../../src/provisioning/rules.ts'
import { invite } from '../support/invitations.ts'
import {
  inD1,
  issueCode,
  makePerson,
  seedWorld,
  sessionOf,
  settle,
  type TestPerson,
  time,
} from '../support/world.ts'

beforeAll(seedWorld)
beforeEach(time.start)
afterEach(() => vi.restoreAllMocks())

const actor = { kind: 'manager', id: 'acc_manager' } as const
const REFUSED = { ok: false, error: 'invalid_provision_code' }
const wrongFor = (pin: string) => (pin === '11111111' ? '22222222' : '11111111')
const prove = (person: TestPerson, pin: string) => sessionOf(person.account.ref).provePin({ pin })
const type = (person: TestPerson, secret: string, pin: string, holder = 'phone') =>
  sessionOf(person.account.ref).redeem({
    by: { kind: 'url', secret, pin },
    holder: { kind: 'browser', hash: holder.padEnd(43, 'h') },
    facts: {},
    ownership: null,
  })

/** Why the last redemption was refused, as the audit has it. Each in a quarter of an hour of its own. */
async function whyRefused(person: TestPerson) {
  await settle(person.account.ref)
  const rows = await inD1(
    `SELECT detail FROM audit WHERE account_id = ? AND action = 'device.provisioning_failed' ORDER BY rowid`,
    person.account.id,
  )
  time.pass(FAILURE_QUARTER)
  return JSON.parse(String(rows.at(-1)?.detail))
}

test('what a refused PIN was, the audit says; outside there is one answer', async () => {
  const person = await makePerson()
  const { account } = person
  const notify = { address: account.address, locale: account.locale }
  const known = { organisationId: account.organisationId, accountId: account.id, ref: account.ref, notify }
  for (const disabled of [true, false])
    await sessionOf(account.ref).setDisabled({ ...known, actor, disabled })
  expect(await prove(person, '12345678')).toEqual(REFUSED)
  expect(await whyRefused(person)).toEqual({ reason: 'no_living_code', count: 1, grant: null })

  const { invitation, pin } = await invite(person, { validitySeconds: 600 })
  time.pass(FAILURE_QUARTER)
  expect(await prove(person, pin)).toEqual(REFUSED)
  expect(await whyRefused(person)).toEqual({ reason: 'expired', count: 1, grant: invitation.id })

  const code = await issueCode(person)
  expect(await type(person, code.secret, '')).toMatchObject({ ok: true })
  expect(await prove(person, code.pin)).toEqual(REFUSED)
  expect(await whyRefused(person)).toEqual({ reason: 'used', count: 1, grant: code.grant.id })

  for (let tries = 0; tries < 5; tries += 1) expect(await prove(person, wrongFor(code.pin))).toEqual(REFUSED)
  expect(await whyRefused(person)).toEqual({ reason: 'wrong_pin', count: 1, grant: null })
  const next = await issueCode(person)
  expect(await prove(person, next.pin)).toEqual(REFUSED)
  expect(await whyRefused(person)).toEqual({ reason: 'pin_locked', count: 1, grant: null })
})

test('a right one clears the tries behind its URL, also where the code is refused for something else', async () => {
  const person = await makePerson()
  const open = { confirmation: 'pin', deviceLimit: 1 } as const
  const linux = await issueCode(person, { ...open, platform: 'linux' })
  const agent = await issueCode(person, open)
  const live = async () => sessionOf(person.account.ref).showGrant(agent.grant.id)
  expect(await type(person, linux.secret, linux.pin)).toMatchObject({ ok: true })
  for (const wrong of [4, 4]) {
    for (let tries = 0; tries < wrong; tries += 1)
      expect(await type(person, agent.secret, wrongFor(agent.pin), 'other')).toEqual(REFUSED)
    const error = 'device_limit_reached'
    expect(await type(person, agent.secret, agent.pin, 'other')).toEqual({ ok: false, error })
  }
  expect(await live()).toMatchObject({ state: 'issued', pinLocked: false })

  // Closed there, it still counts with the address.
  for (let tries = 0; tries < 5; tries += 1) await type(person, agent.secret, wrongFor(agent.pin), 'other')
  expect(await live()).toMatchObject({ pinLocked: true })
  expect(await prove(person, agent.pin)).toEqual({ ok: true, value: { grantId: agent.grant.id } })
})

test('nobody ever has two codes with the same PIN', async () => {
  const person = await makePerson()
  const { pin } = await issueCode(person)
  const bytes = [...pin].map(Number)
  const real = crypto.getRandomValues.bind(crypto)
  let again = 1
  const spy = vi.spyOn(crypto, 'getRandomValues').mockImplementation((array) => {
    if (!(array instanceof Uint8Array) || array.length !== 8 || again === 0) return real(array)
    again -= 1
    array.set(bytes)
    return array
  })
  const linux = await issueCode(person, { platform: 'linux' })
  expect(again).toBe(0)
  expect(linux.pin).not.toBe(pin)
  again = 1
  const invited = await invite(person)
  expect(again).toBe(0)
  spy.mockRestore()
  expect(invited.pin).not.toBe(pin)
  expect(await prove(person, pin)).toMatchObject({ ok: true })
})
