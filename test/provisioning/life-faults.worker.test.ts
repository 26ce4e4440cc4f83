import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { PERMISSIONS } from '../../src/accounts/index.ts'
import { DAY, HOUR, MINUTE } from '../../src/kernel/time.ts'
import type { GrantDevice } from '../../src/referee/index.ts'
import { thumbprintOf } from '../../src/tools/device/proof.ts'
import { routeTable } from '../../src/web/http/routes.ts'
import { ask } from '../commands/support.ts'
import { freshCsr } from '../support/csr.ts'
import { devicesOf, REFUSED, refusal } from '../support/devices.ts'
import { copyRows } from '../support/rows.ts'
import {
  type Answer,
  call,
  inD1,
  issueCode,
  makePerson,
  makeTestDevice,
  NOON,
  rowsIn,
  runAlarm,
  seedWorld,
  sessionOf,
  settle,
  time,
} from '../support/world.ts'
import { allowLink, makeAsking } from '../web/linking/support.ts'

beforeAll(async () => {
  await seedWorld()
  await inD1('UPDATE account_templates SET permissions = ?', JSON.stringify(PERMISSIONS))
})
beforeEach(time.start)
afterEach(() => vi.restoreAllMocks())

type Key = Awaited<ReturnType<typeof makeTestDevice>>

type Owner = Awaited<ReturnType<typeof makePerson>>

/** A call of the device, signed with its key. */
async function callBy(key: Key, token: string, path: string, body: Record<string, unknown> = {}) {
  const dpop = await key.proofFor('POST', path, token)
  return call('POST', path, { dpop, authorization: `DPoP ${token}` }, body)
}

async function setUp(owner: Owner) {
  const key = await makeTestDevice()
  const { body } = await key.redeem({ code: (await issueCode(owner)).code })
  const token = String(body.credential.token)
  expect((await key.checkIn(token)).status).toBe(200)
  return { id: String(body.device.id), key, token, checkIn: () => key.checkIn(token) }
}

const codeFor = (owner: Owner, device: GrantDevice, options: Parameters<typeof issueCode>[1] = {}) =>
  issueCode(owner, { ...options, device, ownership: null })
const told = ({ status, body }: Answer) => [status, body.device.id, body.credential.token]
const claimsOf = (owner: Owner, state: string) =>
  rowsIn(owner.account.ref, `SELECT device_id, epoch FROM claims WHERE state = '${state}' ORDER BY epoch`)

async function issuePin(owner: Owner, deviceId: string) {
  const actor = { kind: 'owner' as const, id: owner.account.id }
  const issued = await sessionOf(owner.account.ref).issuePasscodeReset({ deviceId, actor })
  return String(issued.ok && issued.value.pin)
}

/** Copies a row into another organisation, or beside itself. */
const copyRow = (table: string, id: string | number, change: Record<string, unknown>) =>
  copyRows(table, `id = '${id}'`, () => change)

describe('an answer that is lost', () => {
  const [naming, kinds] = [['reprovision', 'replace'] as const, ['lock', 'wipe'] as const]
  test.each(naming)('to %s is given again: the same device and credential, one claim', async (as) => {
    const owner = await makePerson()
    const old = await setUp(owner)
    const { code } = await codeFor(owner, { id: old.id, as })
    const next = await makeTestDevice()
    const first = await next.redeem({ code })
    time.pass(HOUR)
    const again = await next.redeem({ code })
    expect(told(again)).toEqual(told(first))
    expect(again.body.device.id === old.id).toBe(as === 'reprovision')
    expect(await claimsOf(owner, 'claimed')).toEqual([
      { device_id: first.body.device.id, epoch: as === 'reprovision' ? 2 : 1 },
    ])
    expect(refusal(await (await makeTestDevice()).redeem({ code }))).toEqual(REFUSED)
  })

  test.each(kinds)('to the result of %s is given again: it is taken as before, noted once', async (kind) => {
    const owner = await makePerson()
    const { id, key, token, checkIn } = await setUp(owner)
    const { id: command } = await ask(owner.account, id, kind)
    expect((await checkIn()).body.commands).toHaveLength(1)
    const path = `/device/v1/commands/${command}/result`
    const first = await callBy(key, token, path, { status: 'done' })
    expect(first.status).toBeLessThan(300)
    time.pass(MINUTE)
    expect((await callBy(key, token, path, { status: 'done' })).status).toBe(first.status)
    const noted = await inD1(`SELECT 1 FROM audit WHERE device_id = ? AND action = 'command.done'`, id)
    expect(noted).toHaveLength(1)
    expect((await devicesOf(owner.account.id))[0]?.lifecycle).toBe(kind === 'wipe' ? 'wiped' : 'active')
  })
})

const YEARS = 3653 * DAY
const JUMPS = [
  ['an hour ahead', HOUR],
  ['an hour back', -HOUR],
  ['ten years ahead', YEARS],
  ['ten years back', -YEARS],
] as const

describe.each(JUMPS)('a clock that jumps %s ends', (_, jump) => {
  test('codes that name a device and PINs for its passcode; new ones work, and end in their time', async () => {
    const owner = await makePerson()
    const old = await setUp(owner)
    const session = sessionOf(owner.account.ref)
    const use = (pin: string) => session.usePasscodeReset({ deviceId: old.id, pin })
    const { code, grant } = await codeFor(owner, { id: old.id, as: 'reprovision' })
    const pin = await issuePin(owner, old.id)
    time.pass(jump)
    expect(refusal(await (await makeTestDevice()).redeem({ code }))).toEqual(REFUSED)
    expect((await session.showGrant(grant.id))?.credentials).toBeNull()
    expect((await session.showPasscodeReset({ deviceId: old.id }))?.pin).toBeNull()
    expect((await use(pin)).ok).toBe(false)
    const fresh = await codeFor(owner, { id: old.id, as: 'reprovision' })
    expect(fresh.grant.validUntil).toBe(time.now() + 10 * MINUTE)
    const next = await makeTestDevice()
    const { token } = (await next.redeem({ code: fresh.code })).body.credential
    expect((await next.checkIn(token)).status).toBe(200)
    const second = await issuePin(owner, old.id)
    expect((await use(second)).ok).toBe(true)
    // And back again: what was over then stays over, what lives then goes on.
    time.pass(-jump)
    expect(refusal(await (await makeTestDevice()).redeem({ code }))).toEqual(REFUSED)
    expect((await next.checkIn(token)).status).toBe(200)
    expect(await claimsOf(owner, 'confirmed')).toEqual([{ device_id: old.id, epoch: 2 }])
    time.pass(11 * MINUTE)
    expect((await use(second)).ok).toBe(false)
  })

  test('what a device was asked within the hour; asked again, it does it. Strings are there in a day at most', async () => {
    const owner = await makePerson()
    const { id, key, token, checkIn } = await setUp(owner)
    const over = await ask(owner.account, id, 'locate')
    time.pass(jump)
    expect((await checkIn()).body.commands).toEqual([])
    const asked = await ask(owner.account, id, 'locate')
    const brought = (await checkIn()).body.commands as { id: string }[]
    expect(brought.map((one) => one.id)).toEqual([asked.id])
    const answer = (command: string) =>
      callBy(key, token, `/device/v1/commands/${command}/result`, { status: 'failed' })
    expect((await answer(over.id)).status).toBe(404)
    expect((await answer(asked.id)).status).toBeLessThan(300)

    const fetchStrings = () => callBy(key, token, '/device/v1/security-strings')
    const { batch } = (await fetchStrings()).body
    const voided = { voided_at: time.now(), void_reason: 'superseded' }
    for (let index = 1; index < 10; index++)
      await copyRow('security_batches', batch, { ...voided, id: `${batch}${index}` })
    expect((await fetchStrings()).status).toBe(429)
    time.pass(-jump + DAY + 2 * HOUR)
    expect((await fetchStrings()).status).toBe(201)
    const living = await inD1('SELECT 1 FROM security_batches WHERE device_id = ? AND voided_at IS NULL', id)
    expect(living).toHaveLength(1)
  })

  test('requests to be linked; asked again, somebody can allow it', async () => {
    const old = await makeAsking()
    time.pass(jump)
    const owner = await makePerson()
    expect((await old.poll()).body.error).toMatch(/^(expired_token|invalid_grant)$/)
    expect(await allowLink(owner, old.userCode)).toBeNull()
    const fresh = await makeAsking()
    expect((await allowLink(owner, fresh.userCode))?.ok).toBe(true)
    expect((await fresh.poll()).status).toBe(200)
  })
})

test('a stolen device token opens no call of a device without its key, changes nothing, and is told of once', async () => {
  const owner = await makePerson()
  const { id, key, token, checkIn } = await setUp(owner)
  const command = await ask(owner.account, id, 'ring')
  await checkIn()
  const pin = await issuePin(owner, id)
  const thief = await makeTestDevice()
  const bodies: Record<string, Record<string, unknown> | undefined> = {
    'GET /device/v1/configuration': undefined,
    'POST /device/v1/check-in': { facts: { name: 'Mine now' } },
    'POST /device/v1/certificates': { csr: (await freshCsr()).base64 },
    'POST /device/v1/commands/:command/result': { status: 'done' },
    'POST /device/v1/passcode-reset': { username: owner.address, pin },
    'POST /device/v1/security-strings': {},
  }
  // These present no token.
  const open = ['POST /device/v1/redeem', 'POST /device/v1/ota/:device', 'GET /device/v1/sites/:site']
  const walked = routeTable.filter(({ path }) => path.startsWith('/device/v1/'))
  const names = walked.map(({ method, path }) => `${method} ${path}`)
  expect(names.toSorted()).toEqual([...Object.keys(bodies), ...open].toSorted())
  const before = JSON.stringify(await devicesOf(owner.account.id))
  for (const { method, path } of walked.filter((one) => !open.includes(`${one.method} ${one.path}`))) {
    const target = path.replace(':command', command.id)
    const body = bodies[`${method} ${path}`]
    const proof = { dpop: await thief.proofFor(method, target, token) }
    const dpop = { authorization: `DPoP ${token}` }
    const bearer = { authorization: `Bearer ${token}` }
    for (const headers of [{ ...proof, ...dpop }, dpop, bearer, { ...proof, ...bearer }]) {
      const answer = await call(method, target, headers, body)
      expect([target, answer.status, answer.body.code]).toEqual([target, 401, 'invalid_credential'])
    }
  }
  expect(JSON.stringify(await devicesOf(owner.account.id))).toBe(before)
  const thefts = `SELECT actor_id FROM audit WHERE device_id = ? AND action = 'theft.suspected'`
  expect(await inD1(thefts, id)).toEqual([{ actor_id: 'unknown' }])
  // The device itself, with the same words, is heard.
  const path = '/device/v1/passcode-reset'
  expect((await callBy(key, token, path, { username: owner.address, pin })).status).toBe(200)
})

describe('a device key that lives in another organisation', () => {
  beforeAll(() => copyRow('organisations', 1, { id: 2, slug: 'other', site_id: '9999', name: 'Other' }))

  /** A key, and what brings it to life over there. */
  async function makeForeign() {
    const [{ id }, key] = [await setUp(await makePerson()), await makeTestDevice()]
    const thumbprint = await thumbprintOf(key.key)
    const there = { organisation_id: 2, key_thumbprint: thumbprint, id: `${id.slice(0, -2)}zz` }
    return { key, thumbprint, live: () => copyRow('devices', id, there) }
  }

  test('is refused before anything is counted, for codes that name a device and for linked devices', async () => {
    const owner = await makePerson()
    const old = await setUp(owner)
    const { key, live } = await makeForeign()
    await live()
    const { code, ref } = await codeFor(owner, { id: old.id, as: 'reprovision' })
    await settle(ref)
    const tables = ['grants', 'claims', 'proofs', 'failures']
    const stored = () => Promise.all(tables.map((table) => rowsIn(ref, `SELECT * FROM ${table}`)))
    const before = await stored()
    expect(refusal(await key.redeem({ code }))).toEqual({ status: 409, code: 'key_in_use' })
    expect(await stored()).toEqual(before)
    expect((await old.checkIn()).status).toBe(200)

    const { userCode, poll } = await makeAsking()
    expect((await allowLink(owner, userCode))?.ok).toBe(true)
    await settle(ref)
    const allowed = await stored()
    const polled = await poll(key)
    expect([polled.status, polled.body.error]).toEqual([400, 'access_denied'])
    expect(await stored()).toEqual(allowed)
  })

  test('and comes to life there in this moment: the former device goes on, and the code brings another', async () => {
    const owner = await makePerson()
    const old = await setUp(owner)
    const { thumbprint, live } = await makeForeign()
    const { code, ref, secret } = await codeFor(owner, { id: old.id, as: 'reprovision' })
    await live()
    const redeemed = await sessionOf(ref).redeem({
      by: { kind: 'url', secret, pin: null },
      holder: { kind: 'device_key', thumbprint, jti: crypto.randomUUID() },
      facts: {},
      ownership: null,
    })
    expect(redeemed).toEqual({ ok: false, error: 'key_in_use' })
    expect((await old.checkIn()).status).toBe(200)
    expect(await claimsOf(owner, 'confirmed')).toEqual([{ device_id: old.id, epoch: 1 }])
    expect((await (await makeTestDevice()).redeem({ code })).body.device.id).toBe(old.id)
  })
})

test('a template that is archived after a code that names a device: the code is honoured, its policies go on', async () => {
  const owner = await makePerson()
  const old = await setUp(owner)
  const { code } = await codeFor(owner, { id: old.id, as: 'reprovision' }, { policies: { snapshot: 7 } })
  const template = String((await devicesOf(owner.account.id))[0]?.template_id)
  await copyRow('device_templates', template, { id: 'tpl_next', name: 'Next' })
  await inD1(`UPDATE organisation_platforms SET device_template_id = 'tpl_next' WHERE platform = 'agent'`)
  await inD1('UPDATE device_templates SET archived_at = ? WHERE id = ?', NOON, template)
  const next = await makeTestDevice()
  const { status, body } = await next.redeem({ code })
  expect([status, body.device.id, body.policies]).toEqual([201, old.id, { snapshot: 7 }])
  const { policies } = (await next.checkIn(body.credential.token)).body
  expect(policies).toEqual({ agent_pin_required: true, offline_days: 7 })
  expect((await next.configuration(body.credential.token)).status).toBe(200)
  expect(await devicesOf(owner.account.id)).toMatchObject([{ template_id: template, epoch: 2 }])
  await runAlarm(owner.account.ref)
  expect((await next.checkIn(body.credential.token)).status).toBe(200)
})
