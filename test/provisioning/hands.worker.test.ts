import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { devicesOf, refusal } from '../support/devices.ts'
import {
  issueCode,
  makePerson,
  makeTestDevice,
  seedWorld,
  sessionOf,
  type TestPerson,
  time,
} from '../support/world.ts'

beforeAll(seedWorld)
beforeEach(time.start)
afterEach(() => vi.restoreAllMocks())

type TestDevice = Awaited<ReturnType<typeof makeTestDevice>>
const redeem = async (person: TestPerson, device: TestDevice, facts = {}) =>
  device.redeem({ code: (await issueCode(person)).code, device: facts })
const retire = (person: TestPerson, deviceId: string) =>
  sessionOf(person.account.ref).endDevice({
    deviceId,
    actor: { kind: 'owner', id: person.account.id },
    as: 'retired',
  })

test('several people on one device: a key for each of them is a device for each, none sees the other’s', async () => {
  const [ada, bob] = [await makePerson(), await makePerson()]
  const [hers, his] = [await makeTestDevice(), await makeTestDevice()]
  const serial = { serial: 'SHARED-1' }
  const [first, second] = [await redeem(ada, hers, serial), await redeem(bob, his, serial)]
  expect([first.status, second.status]).toEqual([201, 201])
  expect(first.body.device.id).not.toBe(second.body.device.id)
  expect((await hers.checkIn(first.body.credential.token)).status).toBe(200)
  expect(refusal(await his.checkIn(first.body.credential.token)).code).toBe('invalid_credential')
  expect((await retire(bob, first.body.device.id)).ok).toBe(false)
})

test('one person on many devices: ending one leaves the others as they are', async () => {
  const ada = await makePerson()
  const keys = await Promise.all([makeTestDevice(), makeTestDevice(), makeTestDevice()])
  const set: Awaited<ReturnType<typeof redeem>>['body'][] = []
  for (const key of keys) set.push((await redeem(ada, key)).body)
  await retire(ada, set[1].device.id)
  const answers = await Promise.all(keys.map((key, index) => key.checkIn(set[index].credential.token)))
  expect(answers.map(({ status }) => status)).toEqual([200, 401, 200])
})

test('a device that changes hands: refused while it lives in the other account, taken once it was retired there', async () => {
  const [ada, bob] = [await makePerson(), await makePerson()]
  const device = await makeTestDevice()
  const { body } = await redeem(ada, device, { name: 'Ada’s' })
  const code = await issueCode(bob)
  expect(refusal(await device.redeem({ code: code.code }))).toEqual({ status: 409, code: 'key_in_use' })
  await retire(ada, body.device.id)
  const taken = await device.redeem({ code: code.code, device: { name: 'Bob’s' } })
  expect(taken.status).toBe(201)
  expect(taken.body.device.id).not.toBe(body.device.id)
  expect(refusal(await device.checkIn(body.credential.token)).code).toBe('invalid_credential')
  expect((await devicesOf(ada.account.id)).map(({ lifecycle, name }) => [lifecycle, name])).toEqual([
    ['retired', 'Ada’s'],
  ])
})

test('a device whose former owner never retired it goes on with a new key as another device', async () => {
  const [ada, bob] = [await makePerson(), await makePerson()]
  const first = await redeem(ada, await makeTestDevice(), { serial: 'HANDED-ON' })
  const second = await redeem(bob, await makeTestDevice(), { serial: 'HANDED-ON' })
  expect(second.status).toBe(201)
  expect(second.body.device.id).not.toBe(first.body.device.id)
})
