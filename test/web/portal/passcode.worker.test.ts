import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { MINUTE } from '../../../src/kernel/time.ts'
import { setUpDevice } from '../../support/devices.ts'
import { type Visitor, visitorOf } from '../../support/visitor.ts'
import {
  call,
  inD1,
  issueCode,
  makePerson,
  makeTestDevice,
  seedWorld,
  settle,
  type TestPerson,
  time,
} from '../../support/world.ts'

/** The one-time PIN for the passcode of secure apps: got in the portal, used by the device. */

let person: TestPerson
let owner: Visitor
let set: Awaited<ReturnType<typeof setUpDevice>>
let path: string
beforeAll(async () => {
  time.start()
  await seedWorld()
  await inD1(
    `UPDATE account_templates SET permissions = '["register", "reset_passcode"]' WHERE organisation_id = 1`,
  )
})
beforeEach(async () => {
  time.start()
  person = await makePerson()
  owner = visitorOf(person)
  set = await setUpDevice(person)
  path = `/portal/devices/${set.id}/passcode`
})
afterEach(() => vi.restoreAllMocks())

const pinIn = (html: string) =>
  (/data-testid="pin"[^>]*><span>(\d{4})<\/span><span>(\d{4})</.exec(html) ?? []).slice(1).join('')
const otherThan = (pin: string) => String((Number(pin) + 1) % 100_000_000).padStart(8, '0')

async function use(pin: string, username = person.address, by = set) {
  const target = '/device/v1/passcode-reset'
  const headers = {
    dpop: await by.device.proofFor('POST', target, by.token),
    authorization: `DPoP ${by.token}`,
  }
  return call('POST', target, headers, { username, pin })
}

/** Asks for a PIN in the portal; the page that shows it. */
async function get() {
  const asked = await owner.post(path, {})
  expect(asked.location).toBe(path)
  return pinIn((await owner.get(path)).html)
}

test('is shown in the portal, used once by the device, and a lost answer is repeated', async () => {
  expect(pinIn((await owner.get(path)).html)).toBe('')
  const pin = await get()
  expect(pin).toMatch(/^\d{8}$/)
  const used = await use(`${pin.slice(0, 4)} ${pin.slice(4)}`, ` ${person.address.toUpperCase()} `)
  expect([used.status, used.body]).toEqual([200, { reset: true, at: '2050-11-20T12:00:00Z' }])
  time.pass(MINUTE)
  expect((await use(pin)).body).toEqual(used.body)
  const page = await owner.get(path)
  expect(page.html).toContain('The PIN was used')
  expect(page.html).not.toContain('data-testid="pin"')
  time.pass(10 * MINUTE)
  expect((await use(pin)).body).toMatchObject({ status: 403, code: 'invalid_pin' })
  await settle(person.account.ref)
  const audited = await inD1(
    "SELECT action, actor_kind FROM audit WHERE account_id = ? AND action LIKE 'passcode_reset.%' ORDER BY id",
    person.account.id,
  )
  expect(audited).toContainEqual({ action: 'passcode_reset.issued', actor_kind: 'owner' })
  expect(audited.filter(({ action }) => action === 'passcode_reset.used')).toHaveLength(1)
})

test('goes with an address of its owner: with another it is refused like a wrong PIN, and still good', async () => {
  const pin = await get()
  const stranger = await makePerson()
  const wrong = await use(otherThan(pin))
  for (const name of [stranger.address, 'nobody', 'nobody@acme.example']) {
    const refused = await use(pin, name)
    expect({ ...refused.body, request_id: '' }).toEqual({ ...wrong.body, request_id: '' })
  }
  expect((await use(pin, '')).body.code).toBe('user_not_set')
  await inD1(
    'INSERT INTO account_addresses VALUES (1, ?, ?, 0)',
    `alias-${person.address}`,
    person.account.id,
  )
  expect((await use(pin, `alias-${person.address}`)).status).toBe(200)
})

test('is over after five wrong tries, and when the next one is made', async () => {
  const first = await get()
  const second = await get()
  expect((await use(first)).body.code).toBe('invalid_pin')
  for (let tries = 0; tries < 4; tries += 1) expect((await use(otherThan(second))).status).toBe(403)
  expect((await use(second)).body.code).toBe('invalid_pin')
  const page = await owner.get(path)
  expect(page.html).toContain('That PIN is over')
  expect((await use(await get())).status).toBe(200)
})

test('is for one device: another one of the same person cannot use it', async () => {
  const pin = await get()
  const other = await setUpDevice(person)
  expect((await use(pin, person.address, other)).body.code).toBe('invalid_pin')
  const bare = await call('POST', '/device/v1/passcode-reset', {}, { username: person.address, pin })
  expect(bare.body.code).toBe('invalid_credential')
  expect((await use(pin)).status).toBe(200)
})

test('is not made without the permission, for a foreign device, or for one that is not active', async () => {
  expect((await visitorOf(await makePerson()).post(path, {})).status).toBe(404)
  const code = await issueCode(person)
  const { body } = await (await makeTestDevice()).redeem({ code: code.code })
  await settle(person.account.ref)
  const pending = `/portal/devices/${body.device.id}`
  expect((await owner.post(`${pending}/passcode`, {})).location).toBe(pending)

  const [row] = await inD1('SELECT id, permissions FROM account_templates WHERE organisation_id = 1')
  await inD1(`UPDATE account_templates SET permissions = '["register"]' WHERE id = ?`, row?.id)
  for (const method of ['GET', 'POST']) expect((await owner.ask(method, path, {})).status).toBe(403)
  await inD1('UPDATE account_templates SET permissions = ? WHERE id = ?', row?.permissions, row?.id)
  expect(pinIn((await owner.get(path)).html)).toBe('')
  await settle(person.account.ref)
  expect(
    await inD1(
      "SELECT 1 FROM audit WHERE account_id = ? AND action LIKE 'passcode_reset.%'",
      person.account.id,
    ),
  ).toEqual([])
})
