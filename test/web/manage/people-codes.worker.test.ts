import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { makeManager, type TestStaff } from '../../support/staff.ts'
import { catchMail, visitorOf } from '../../support/visitor.ts'
import {
  bindings,
  inD1,
  issueCode,
  makePerson,
  makeTestDevice,
  seedWorld,
  services,
  settle,
  type TestPerson,
  time,
  watchTrips,
} from '../../support/world.ts'

let manager: TestStaff
let everybody: Record<string, unknown>
beforeAll(async () => {
  time.start()
  await seedWorld()
  const [row] = await inD1('SELECT * FROM account_templates WHERE organisation_id = 1')
  everybody = row ?? {}
})
beforeEach(async () => {
  time.start()
  manager = await makeManager()
})
afterEach(async () => {
  vi.restoreAllMocks()
  const { permissions, device_limit, at_limit, id } = everybody
  const columns = 'permissions = ?, device_limit = ?, at_limit = ?'
  await inD1(`UPDATE account_templates SET ${columns} WHERE id = ?`, permissions, device_limit, at_limit, id)
})

const withoutPin = () =>
  inD1(`UPDATE account_templates SET permissions = '["register"]' WHERE id = ?`, everybody.id)
const replaceAt = (limit: number) =>
  inD1(
    "UPDATE account_templates SET device_limit = ?, at_limit = 'replace' WHERE id = ?",
    limit,
    everybody.id,
  )
const pathOf = ({ account }: TestPerson) => `/manage/accounts/${account.id}`
const pinIn = (html = '') =>
  (/data-testid="pin"[^>]*><span>(\d{4})<\/span><span>(\d{4})</.exec(html) ?? []).slice(1).join('')

describe('somebody who may not see PINs', () => {
  test('gets the link alone; the manager sees the PIN, and both together work', async () => {
    await withoutPin()
    const mail = catchMail()
    const person = await makePerson()
    const asked = await manager.visitor.get(`${pathOf(person)}/reprovision`)
    expect(asked.html).toContain('tell the person yourself')
    const sent = await manager.visitor.post(`${pathOf(person)}/reprovision`, { platform: 'agent' })
    expect(sent.location).toMatch(new RegExp(`^${pathOf(person)}/codes/grt_[\\w-]+\\?done=sent$`))
    const page = await manager.visitor.get(sent.location ?? '')
    expect(page.html).toContain('never by e-mail')
    expect(page.html).not.toContain('/p/')
    const pin = pinIn(page.html)
    expect(pin).toMatch(/^\d{8}$/)

    const { text } = await mail.mailTo(person.address)
    expect(text).toContain('the helpdesk tells it to you')
    expect(text.replaceAll(' ', '')).not.toContain(pin)
    const secret = /\?k=([\w-]{22})/.exec(text)?.[1]
    const code = `${person.account.ref}.${secret}`
    const device = await makeTestDevice()
    expect((await device.redeem({ code })).body).toMatchObject({ code: 'pin_required' })
    expect((await device.redeem({ code, pin })).status).toBe(201)
    const after = await manager.visitor.get((sent.location ?? '').replace(/\?.*/, ''))
    expect(after.html).toContain('it has no PIN any more')
    expect(after.html).not.toContain(pin.slice(0, 4))
  })

  test('who got a code by themselves is told to ask, and the manager finds the PIN on their page', async () => {
    await withoutPin()
    const person = await makePerson()
    const code = await issueCode(person, { confirmation: 'pin' })
    const own = await visitorOf(person).get(`/setup/acme/ready/${code.grant.id}`)
    expect(own.html).toContain('The helpdesk tells you yours')
    expect(own.html).not.toContain(code.pin.slice(0, 4))
    const path = `${pathOf(person)}/codes/${code.grant.id}`
    expect((await manager.visitor.get(pathOf(person))).html).toContain(`href="${path}"`)
    expect(pinIn((await manager.visitor.get(path)).html)).toBe(code.pin)
  })
})

describe('the page of a code', () => {
  test('makes a new PIN for the same link, in the name of the manager', async () => {
    const person = await makePerson()
    const code = await issueCode(person)
    const path = `${pathOf(person)}/codes/${code.grant.id}`
    const renewed = await manager.visitor.post(`${path}/pin`, {})
    expect(renewed.location).toBe(`${path}?done=renewed`)
    const pin = pinIn((await manager.visitor.get(renewed.location ?? '')).html)
    expect(pin).toMatch(/^\d{8}$/)
    expect(pin).not.toBe(code.pin)
    await settle(person.account.ref)
    const [entry] = await inD1(
      "SELECT actor_kind, actor_id FROM audit WHERE action = 'pin.renewed' AND account_id = ?",
      person.account.id,
    )
    expect(entry).toEqual({ actor_kind: 'manager', actor_id: manager.account.id })
  })

  test("is not found with somebody else's code, and nothing changes", async () => {
    const [one, other] = [await makePerson(), await makePerson()]
    const code = await issueCode(one)
    await issueCode(other)
    const path = `${pathOf(other)}/codes/${code.grant.id}`
    expect((await manager.visitor.get(path)).status).toBe(404)
    expect((await manager.visitor.post(`${path}/pin`, {})).status).toBe(404)
    expect((await services.provisioning.showGrant(one.account, code.grant.id))?.credentials?.pin).toBe(
      code.pin,
    )
  })

  test('is for managers: its owner is led to the door', async () => {
    const person = await makePerson()
    const code = await issueCode(person)
    const answer = await visitorOf(person).get(`${pathOf(person)}/codes/${code.grant.id}`)
    expect(answer.status).toBe(303)
  })
})

test("an owner's own *New PIN* with a code that is not theirs is not found; with one that ended, its page", async () => {
  const [one, other] = [await makePerson(), await makePerson()]
  const [theirs, own] = [await issueCode(one), await issueCode(other)]
  const owner = visitorOf(other)
  for (const id of [theirs.grant.id, 'grt_unknown'])
    for (const [method, path] of [
      ['GET', ''],
      ['GET', '/status'],
      ['POST', '/pin'],
    ] as const)
      expect((await owner.ask(method, `/setup/acme/ready/${id}${path}`, {})).status, path).toBe(404)
  await services.provisioning
    .sessionOf(other.account.ref)
    .revokeGrant({ grantId: own.grant.id, actor: { kind: 'owner', id: other.account.id } })
  expect((await owner.post(`/setup/acme/ready/${own.grant.id}/pin`, {})).location).toBe(
    `/setup/acme/ready/${own.grant.id}`,
  )
})

describe('where the limit replaces', () => {
  test('owner and manager read before whose place the new device takes; nothing while there is room', async () => {
    const person = await makePerson()
    const pages = async () => [
      (await visitorOf(person).get('/setup/acme/device')).html,
      (await manager.visitor.get(`${pathOf(person)}/reprovision`)).html,
    ]
    await replaceAt(2)
    const set = async (name: string) => {
      const code = await issueCode(person, { deviceLimit: 2, atLimit: 'replace' })
      await (await makeTestDevice()).redeem({ code: code.code, device: { name } })
      await settle(person.account.ref)
      time.pass(1000)
    }
    await set('First phone')
    for (const html of await pages()) expect(html).not.toContain('takes the place')
    await set('Second phone')
    for (const html of await pages()) {
      expect(html).toContain('takes the place of an old one')
      expect(html).toContain('First phone')
      expect(html).not.toMatch(/Second phone \(set up/)
    }
    await replaceAt(1)
    for (const html of await pages()) expect(html).toMatch(/First phone \(.*\) and Second phone \(/)
    await inD1("UPDATE account_templates SET at_limit = 'refuse' WHERE id = ?", everybody.id)
    for (const html of await pages()) expect(html).not.toContain('takes the place')
  })
})

test('sending a code asks D1 three times: session, recipient with template, message', async () => {
  vi.spyOn(bindings.messages, 'sendBatch').mockResolvedValue(undefined as never)
  const person = await makePerson()
  await issueCode(person, { platform: 'linux' })
  await settle(person.account.ref)
  const trips = watchTrips()
  const sent = await manager.visitor.post(`${pathOf(person)}/reprovision`, { platform: 'agent' })
  const count = trips.count()
  trips.stop()
  expect(sent.status).toBe(303)
  // The session's own hand-over of the new code is on its way beside the request.
  expect(count).toBeLessThanOrEqual(4)
  const refused = watchTrips()
  expect((await manager.visitor.post(`${pathOf(person)}/reprovision`, {})).status).toBe(422)
  expect(refused.count()).toBeLessThanOrEqual(3)
  refused.stop()
})
