import { exports } from 'cloudflare:workers'
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { SECOND } from '../../../src/kernel/time.ts'
import { createDevice } from '../../../src/tools/device/client.ts'
import { parseProvisionUrl } from '../../../src/tools/device/link.ts'
import { devicesOf, REFUSED, refusal } from '../../support/devices.ts'
import { invite } from '../../support/invitations.ts'
import { phone } from '../../support/phones.ts'
import {
  BASE,
  call,
  inD1,
  makePerson,
  makeTestDevice,
  seedWorld,
  services,
  settle,
  time,
} from '../../support/world.ts'

beforeAll(seedWorld)
beforeEach(time.start)
afterEach(() => vi.restoreAllMocks())

const actor = { kind: 'manager', id: 'acc_manager' } as const
const living = async (accountId: string) =>
  (await devicesOf(accountId)).filter(({ lifecycle }) => lifecycle === 'pending' || lifecycle === 'active')

/** The reference client talks to this Worker, with the clock of the test. */
function connect() {
  vi.spyOn(globalThis, 'fetch').mockImplementation((input, init) =>
    exports.default.fetch(input as string, init),
  )
  return Math.floor((time.now() - Date.now()) / SECOND)
}

describe('an invitation at the device API', () => {
  test('brings what the organisation has for the platform that the device names', async () => {
    const ada = await makePerson()
    const { code } = await invite(ada)
    const phoneApp = await makeTestDevice()
    const answer = await phoneApp.redeem({ code, device: { platform: 'android', name: 'Pixel' } })
    expect(answer.body.device).toMatchObject({ platform: 'android' })
    const plain = await makeTestDevice()
    expect((await plain.redeem({ code })).body.device.platform).toBe('agent')
    expect(await living(ada.account.id)).toMatchObject([{ platform: 'android' }, { platform: 'agent' }])
  })

  test('says in words what is wrong where nothing is prepared for a platform', async () => {
    const { code } = await invite(await makePerson())
    await inD1("DELETE FROM organisation_platforms WHERE platform = 'chromeos'")
    const refused = await (await makeTestDevice()).redeem({ code, device: { platform: 'chromeos' } })
    expect(refusal(refused)).toEqual({ status: 403, code: 'not_entitled' })
    expect(refused.body.detail).toContain('nothing for this platform')
  })

  test('is exactly one device for each holder, however often and with whichever holder it asks', async () => {
    const ada = await makePerson()
    const { code } = await invite(ada)
    const keyed = await makeTestDevice()
    const repeated = await Promise.all(Array.from({ length: 10 }, () => keyed.redeem({ code })))
    expect(new Set(repeated.map(({ body }) => body.device.id)).size).toBe(1)
    const byKey = (key: string) => call('POST', '/device/v1/redeem', { 'idempotency-key': key }, { code })
    const [one, again, other] = await Promise.all(['a', 'a', 'b'].map((letter) => byKey(letter.repeat(32))))
    expect(one?.body.device.id).toBe(again?.body.device.id)
    expect(other?.body.device.id).not.toBe(one?.body.device.id)
    expect(await living(ada.account.id)).toHaveLength(3)
  })

  test('lets in no more than its limit, however many ask at once', async () => {
    const ada = await makePerson()
    const { code } = await invite(ada, { invitationDeviceLimit: 3 })
    const devices = await Promise.all(Array.from({ length: 12 }, () => makeTestDevice()))
    const answers = await Promise.all(devices.map((device) => device.redeem({ code })))
    const statuses = answers.map(({ status }) => status).toSorted()
    expect(statuses).toEqual([...Array(3).fill(201), ...Array(9).fill(409)])
    await settle(ada.account.ref)
    expect(await living(ada.account.id)).toHaveLength(3)
  })

  test('control: without a limit all twelve come in', async () => {
    const ada = await makePerson()
    const { code } = await invite(ada)
    const devices = await Promise.all(Array.from({ length: 12 }, () => makeTestDevice()))
    const answers = await Promise.all(devices.map((device) => device.redeem({ code })))
    expect(answers.map(({ status }) => status)).toEqual(Array(12).fill(201))
  })

  test('sent anew while devices and browsers redeem it: who got in stays, the old one is dead at once', async () => {
    const ada = await makePerson()
    const first = await invite(ada)
    const devices = await Promise.all(Array.from({ length: 6 }, () => makeTestDevice()))
    const browsers = await Promise.all(
      Array.from({ length: 3 }, async () => {
        const visitor = phone()
        await visitor.get(`/i/${first.ref}?k=${first.secret}`)
        return visitor
      }),
    )
    const form = { k: first.secret, platform: 'ios', ownership: 'personal' }
    const [early, second, ...raced] = await Promise.all([
      devices[0]?.redeem({ code: first.code }),
      invite(ada),
      ...devices.slice(1).map((device) => device.redeem({ code: first.code })),
    ])
    const pages = await Promise.all(browsers.map((visitor) => visitor.post(`/i/${first.ref}`, form)))
    expect(pages.every(({ status }) => status === 410)).toBe(true)
    const answers = [early, ...raced].filter((answer) => answer !== undefined)
    expect(answers.every(({ status }) => status === 201 || status === 403)).toBe(true)
    await settle(first.ref)
    const inside = answers.filter(({ status }) => status === 201)
    expect(await living(ada.account.id)).toHaveLength(inside.length)
    const [claimed] = inside
    const holder = claimed && devices[answers.indexOf(claimed)]
    if (claimed) expect((await holder?.checkIn(claimed.body.credential.token))?.status).toBe(200)
    expect(refusal(await (await makeTestDevice()).redeem({ code: first.code }))).toEqual(REFUSED)
    expect((await (await makeTestDevice()).redeem({ code: second.code })).status).toBe(201)
  })

  test('deactivated: refused like any other, and what it brought goes on', async () => {
    const ada = await makePerson()
    const { code, ref, invitation } = await invite(ada)
    const device = await makeTestDevice()
    const { token } = (await device.redeem({ code })).body.credential
    await services.provisioning.sessionOf(ref).deactivateInvitation({ invitationId: invitation.id, actor })
    expect(refusal(await (await makeTestDevice()).redeem({ code }))).toEqual(REFUSED)
    expect((await device.checkIn(token)).status).toBe(200)
    // The same holder within its day, whatever became of the invitation.
    expect((await device.redeem({ code })).status).toBe(403)
  })

  test('its PIN burned by a stranger denies nothing: link and PIN together still work, on both doors', async () => {
    const ada = await makePerson()
    const { code, pin, ref, secret } = await invite(ada, { confirmation: 'pin' })
    const wrong = pin === '00000000' ? '11111111' : '00000000'
    for (let tries = 0; tries < 6; tries += 1)
      await (await makeTestDevice()).redeem({ site: '4711', username: ada.address, code: wrong })
    const typed = { site: '4711', username: ada.address, code: pin }
    expect(refusal(await (await makeTestDevice()).redeem(typed))).toEqual(REFUSED)
    expect(refusal(await (await makeTestDevice()).redeem({ code }))).toMatchObject({ code: 'pin_required' })
    expect((await (await makeTestDevice()).redeem({ code, pin })).status).toBe(201)
    const visitor = phone()
    await visitor.get(`/i/${ref}?k=${secret}`)
    const form = { k: secret, pin, platform: 'ios', ownership: 'personal' }
    expect((await visitor.post(`/i/${ref}`, form)).status).toBe(303)
  })

  test('its PIN guessed behind the link is closed there; with the address it still opens', async () => {
    const ada = await makePerson()
    const { code, pin } = await invite(ada, { confirmation: 'pin' })
    const wrong = pin === '00000000' ? '11111111' : '00000000'
    for (let tries = 0; tries < 5; tries += 1) await (await makeTestDevice()).redeem({ code, pin: wrong })
    expect(refusal(await (await makeTestDevice()).redeem({ code, pin }))).toEqual(REFUSED)
    const typed = { site: '4711', username: ada.address, code: pin }
    expect((await (await makeTestDevice()).redeem(typed)).status).toBe(201)
  })
})

test('the reference client goes from the mailed link to an active device, twice with one invitation', async () => {
  const ada = await makePerson()
  const { ref, secret, pin } = await invite(ada, { confirmation: 'pin' })
  const url = `${BASE}/i/${ref}?k=${secret}`
  const link = parseProvisionUrl(url)
  if (!link || !('code' in link)) throw new Error('the link was not understood')
  const { baseUrl, code } = link
  const clockOffset = connect()
  for (const platform of ['linux', 'agent']) {
    const device = await createDevice({ baseUrl, holder: 'dpop', clockOffset })
    expect((await device.redeem({ code, device: { platform } })).body.code).toBe('pin_required')
    const facts = { name: 'Bench', platform }
    const redeemed = await device.redeem({ code, pin, ownership: 'personal', device: facts })
    expect([redeemed.status, redeemed.body.device?.platform]).toEqual([201, platform])
    expect((await device.configuration()).status).toBe(200)
    expect((await device.checkIn({ os_version: '1' })).body.status).toBe('active')
  }
  expect(await living(ada.account.id)).toMatchObject([
    { platform: 'linux', lifecycle: 'active' },
    { platform: 'agent', lifecycle: 'active' },
  ])
})
