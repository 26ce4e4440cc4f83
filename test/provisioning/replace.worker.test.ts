import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { MINUTE, SECOND } from '../../src/kernel/time.ts'
import type { IssueCodeInput } from '../../src/referee/index.ts'
import { devicesOf, refusal } from '../support/devices.ts'
import {
  d1Prototype,
  inD1,
  issueCode,
  makePerson,
  makeTestDevice,
  rowsIn,
  seedWorld,
  services,
  sessionOf,
  settle,
  type TestPerson,
  time,
} from '../support/world.ts'

beforeAll(seedWorld)
beforeEach(time.start)
afterEach(() => vi.restoreAllMocks())

const one = { deviceLimit: 1, atLimit: 'replace' } as const

async function setUp(person: TestPerson, options: Parameters<typeof issueCode>[1] = one) {
  const device = await makeTestDevice()
  const code = await issueCode(person, options)
  const redeemed = await device.redeem({ code: code.code })
  expect(redeemed.status).toBe(201)
  const { id } = redeemed.body.device
  const token = redeemed.body.credential.token as string
  time.pass(MINUTE)
  return { device, id: String(id), token, grant: code.grant, checkIn: () => device.checkIn(token) }
}

const lifecycles = async (person: TestPerson) =>
  (await devicesOf(person.account.id)).map(({ id, lifecycle }) => [id, lifecycle])
const livingIn = (ref: string) =>
  rowsIn(ref, `SELECT device_id FROM claims WHERE state IN ('claimed', 'confirmed')`)

describe('one device per person', () => {
  test('the new one takes the place of the old one, which is refused from then on', async () => {
    const person = await makePerson()
    const old = await setUp(person)
    expect((await old.checkIn()).status).toBe(200)
    const next = await setUp(person)
    expect(refusal(await old.checkIn())).toEqual({ status: 401, code: 'invalid_credential' })
    expect((await next.checkIn()).status).toBe(200)
    expect(await lifecycles(person)).toEqual([
      [old.id, 'replaced'],
      [next.id, 'active'],
    ])
    expect((await services.provisioning.showGrant(person.account, old.grant.id))?.live).toBe('ended')
    expect((await devicesOf(person.account.id))[0]).toMatchObject({ id: old.id, ended_reason: 'replaced' })
  })

  test('the audit says which device took its place', async () => {
    const person = await makePerson()
    const [old, next] = [await setUp(person), await setUp(person)]
    const rows = await inD1(
      `SELECT device_id, actor_id, detail FROM audit WHERE account_id = ? AND action = 'device.replaced'`,
      person.account.id,
    )
    expect(rows).toEqual([
      { device_id: old.id, actor_id: next.id, detail: JSON.stringify({ by: next.id, platform: 'agent' }) },
    ])
  })

  test('the certificate of the old one is revoked, that of another device is not', async () => {
    const person = await makePerson()
    const other = await setUp(await makePerson())
    const old = await setUp(person)
    const organisation = { id: 1, name: 'Acme Robotics' }
    const { id: accountId, address: email } = person.account
    const subject = { subject: 'CN=Ada', email, keyUsage: ['digital_signature' as const] }
    const certify = async (deviceId: string) => {
      const asked = { organisation, accountId, deviceId, subject, now: time.now() }
      const made = await services.certificates.makeIdentity(asked)
      return made.ok ? made.value : { serial: made.error }
    }
    const [ended, kept] = [await certify(old.id), await certify(other.id)]
    await setUp(person)
    const found = (serial: string) => services.certificates.findIssued(1, serial)
    expect(await found(ended.serial)).toMatchObject({ reason: 'cessation_of_operation' })
    expect((await found(kept.serial))?.revokedAt).toBeNull()
  })

  test('a code alone ends nothing: the old device lives until the new one is there', async () => {
    const person = await makePerson()
    const old = await setUp(person)
    await issueCode(person, one)
    expect((await old.checkIn()).status).toBe(200)
  })

  test('the same device again keeps its place and its id', async () => {
    const person = await makePerson()
    const old = await setUp(person)
    const again = await old.device.redeem({ code: (await issueCode(person, one)).code })
    expect(again.body.device.id).toBe(old.id)
    expect(await lifecycles(person)).toEqual([[old.id, 'pending']])
  })

  test('the device that lost its place gets nothing from its old code', async () => {
    const person = await makePerson()
    const device = await makeTestDevice()
    const { code } = await issueCode(person, one)
    await device.redeem({ code })
    await setUp(person)
    expect(refusal(await device.redeem({ code }))).toEqual({ status: 403, code: 'invalid_provision_code' })
  })
})

describe('at a limit of several', () => {
  test('the oldest goes first', async () => {
    const person = await makePerson()
    const two = { deviceLimit: 2, atLimit: 'replace' } as const
    const devices = [await setUp(person, two), await setUp(person, two), await setUp(person, two)]
    expect((await lifecycles(person)).map(([, lifecycle]) => lifecycle)).toEqual([
      'replaced',
      'pending',
      'pending',
    ])
    expect((await devices[1]?.checkIn())?.status).toBe(200)
  })

  test('a limit that was lowered is kept by the next device, however many must go', async () => {
    const person = await makePerson()
    for (let count = 0; count < 24; count += 1) await setUp(person, { deviceLimit: null })
    const code = await issueCode(person, one)
    const revOf = async () => Number((await rowsIn(person.account.ref, 'SELECT rev FROM session'))[0]?.rev)
    const before = await revOf()
    const { body } = await (await makeTestDevice()).redeem({ code: code.code })
    const last = { id: body.device.id }
    // Twenty end in the new one's own event, the four oldest by their own before it.
    expect((await revOf()) - before).toBe(5)
    expect(await livingIn(person.account.ref)).toEqual([{ device_id: last.id }])
    await settle(person.account.ref)
    const rows = await lifecycles(person)
    expect(rows.filter(([, lifecycle]) => lifecycle === 'replaced')).toHaveLength(24)
    const told = await inD1(
      `SELECT device_id, actor_kind, actor_id, detail FROM audit WHERE account_id = ? AND action = 'device.replaced'`,
      person.account.id,
    )
    expect(new Set(told.map(({ device_id }) => device_id)).size).toBe(24)
    for (const { actor_kind, actor_id, detail } of told)
      expect({ actor_kind, actor_id, ...JSON.parse(String(detail)) }).toEqual({
        ...{ actor_kind: 'device', actor_id: last.id },
        ...{ by: last.id, platform: 'agent' },
      })
  })

  test('fifty devices at once: never more than the limit live', async () => {
    const person = await makePerson()
    const limit = { deviceLimit: 3, atLimit: 'replace' } as const
    const platforms = ['agent', 'linux', 'windows', 'chromeos', 'android'] as const
    for (let count = 0; count < 3; count += 1) await setUp(person, limit)
    const codes = await Promise.all(platforms.map((platform) => issueCode(person, { ...limit, platform })))
    const devices = await Promise.all(Array.from({ length: 50 }, makeTestDevice))
    const counts: number[] = []
    const answers = await Promise.all(
      devices.map(async (device, index) => {
        const answer = await device.redeem({ code: codes[index % codes.length]?.code })
        const [row] = await inD1(
          `SELECT count(*) AS living FROM devices WHERE account_id = ? AND lifecycle IN ('pending', 'active')`,
          person.account.id,
        )
        counts.push(Number(row?.living), (await livingIn(person.account.ref)).length)
        return answer
      }),
    )
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(5)
    expect(Math.max(...counts)).toBe(3)
    expect((await lifecycles(person)).filter(([, lifecycle]) => lifecycle === 'replaced')).toHaveLength(5)
  })
})

describe('when things go wrong', () => {
  test('D1 fails after the claim: old and new change together when it is back', async () => {
    const person = await makePerson()
    const old = await setUp(person)
    const { code } = await issueCode(person, one)
    await settle(person.account.ref)
    const device = await makeTestDevice()
    const spy = vi.spyOn(d1Prototype, 'batch').mockRejectedValue(new Error('D1_ERROR: connection lost'))
    expect((await device.redeem({ code })).status).toBe(503)
    expect(await lifecycles(person)).toEqual([[old.id, 'pending']])
    // The old device was not told in D1 yet, but its session confirms it no more.
    expect((await old.checkIn()).status).toBe(401)
    spy.mockRestore()
    time.pass(2 * SECOND)
    const healed = await device.redeem({ code })
    expect(await lifecycles(person)).toEqual([
      [old.id, 'replaced'],
      [healed.body.device.id, 'pending'],
    ])
  })

  test('a Worker one version back says nothing of it: at the limit a code is refused', async () => {
    const person = await makePerson()
    const old = await setUp(person)
    const { account } = person
    const input: IssueCodeInput = {
      organisationId: account.organisationId,
      accountId: account.id,
      ref: account.ref,
      actor: { kind: 'owner', id: account.id },
      notify: { address: account.address, locale: 'en' },
      platform: 'agent',
      ownership: 'company',
      ownershipOpen: false,
      template: { id: 'tpl', version: 1, policies: {}, identity: false },
      reports: 'agent',
      confirmation: 'tap',
      validitySeconds: 600,
      deviceLimit: 1,
      checkInSeconds: 3600,
    }
    const issued = await sessionOf(account.ref).issueCode(input)
    expect(issued).toEqual({ ok: false, error: { code: 'device_limit_reached', limit: 1 } })
    expect((await old.checkIn()).status).toBe(200)
  })
})
