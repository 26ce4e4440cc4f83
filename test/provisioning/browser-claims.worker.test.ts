import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { DAY, HOUR } from '../../src/kernel/time.ts'
import { ANDROID, claim, deviceRow, linkOf, phone, prepare, profileIn } from '../support/phones.ts'
import {
  inD1,
  issueCode,
  makePerson,
  makeTestDevice,
  runAlarm,
  seedWorld,
  services,
  settle,
  time,
} from '../support/world.ts'

beforeAll(seedWorld)
beforeEach(time.start)
afterEach(() => vi.restoreAllMocks())

describe('a phone with nothing but a browser', () => {
  test('claims, downloads its profile, and its owner says that it is installed', async () => {
    const { person, code, live } = await prepare()
    const safari = phone()
    const page = (await claim(safari, code)).location ?? ''
    expect(page).toMatch(/^\/p\/[\w-]{22}\/dev_[\w-]{22}$/)
    expect(await live()).toBe('redeemed')
    expect(await deviceRow(person.account.id)).toMatchObject({ lifecycle: 'pending', reports: 'none' })

    const profile = await safari.get(profileIn((await safari.get(page)).html))
    expect(profile.headers.get('content-type')).toBe('application/x-apple-aspen-config')
    expect(profile.html).toContain('<string>com.apple.wifi.managed</string>')
    expect(profile.html).toContain('<string>demonstration only</string>')
    expect(await live()).toBe('delivered')

    expect((await safari.post(`${page}/installed`, {})).location).toBe(page)
    expect(await live()).toBe('active')
    await settle(code.ref)
    expect(await deviceRow(person.account.id)).toMatchObject({
      lifecycle: 'active',
      confirmed_by: 'owner',
      delivered_at: time.now(),
    })
  })

  test("the profile's web clip confirms as well, from a browser without the cookie", async () => {
    const { code, live } = await prepare()
    const safari = phone()
    const page = (await claim(safari, code)).location ?? ''
    const profile = await safari.get(profileIn((await safari.get(page)).html))
    const clip = /<string>([^<]+\/installed\?k=[\w-]+)<\/string>/.exec(profile.html)?.[1] ?? ''
    const { pathname, search, searchParams } = new URL(clip)
    const other = phone()
    expect((await other.get(`${pathname}${search}`)).status).toBe(200)
    expect(await live()).toBe('delivered')
    await other.post(pathname, { k: searchParams.get('k') ?? '' })
    expect(await live()).toBe('active')
  })

  test('its profile is served three times within a day, and no longer', async () => {
    const { code } = await prepare()
    const safari = phone()
    const page = (await claim(safari, code)).location ?? ''
    const href = profileIn((await safari.get(page)).html)
    for (let index = 0; index < 3; index += 1) expect((await safari.get(href)).status).toBe(200)
    expect((await safari.get(href)).status).toBe(410)

    const second = await prepare()
    const late = phone()
    const latePage = (await claim(late, second.code)).location ?? ''
    const lateHref = profileIn((await late.get(latePage)).html)
    time.pass(DAY)
    expect((await late.get(lateHref)).status).toBe(410)
  })

  test('a downloaded profile that nobody confirmed is never abandoned', async () => {
    const { person, code, live } = await prepare()
    const safari = phone()
    const page = (await claim(safari, code)).location ?? ''
    await safari.get(profileIn((await safari.get(page)).html))
    time.pass(30 * DAY)
    await runAlarm(code.ref)
    await settle(code.ref)
    expect(await live()).toBe('delivered')
    expect(await deviceRow(person.account.id)).toMatchObject({ lifecycle: 'pending' })
    expect((await safari.post(`${page}/installed`, {})).location).toBe(page)
    expect(await live()).toBe('active')
  })

  test('a second tap, the back button and a lost answer lead to the same device', async () => {
    const { person, code } = await prepare()
    const safari = phone()
    const page = (await claim(safari, code)).location
    expect((await safari.post(`/p/${code.ref}`, { k: code.secret })).location).toBe(page)
    expect((await safari.get(linkOf(code))).location).toBe(page)
    expect(await inD1('SELECT id FROM devices WHERE account_id = ?', person.account.id)).toHaveLength(1)
  })

  test('a browser with two devices comes by each link to its own', async () => {
    const { person, code } = await prepare()
    const browser = phone()
    const page = (await claim(browser, code)).location
    const second = await issueCode(person, { platform: 'linux' })
    const other = (await claim(browser, second)).location
    expect(other).not.toBe(page)
    expect([
      (await browser.get(linkOf(code))).location,
      (await browser.get(linkOf(second))).location,
    ]).toEqual([page, other])
  })

  test('a forwarded link or a second phone learns that it was used, and the first keeps its device', async () => {
    const { code } = await prepare()
    const safari = phone()
    const page = (await claim(safari, code)).location ?? ''
    const second = phone()
    expect((await second.get(linkOf(code))).status).toBe(410)
    expect((await second.post(`/p/${code.ref}`, { k: code.secret })).status).toBe(410)
    expect((await second.get(page)).status).toBe(404)
    expect((await safari.get(page)).status).toBe(200)
  })

  test('says whose device it is where that is open, and is asked for it', async () => {
    const { person, code } = await prepare({ ownership: null })
    const safari = phone()
    expect((await claim(safari, code)).status).toBe(422)
    expect((await claim(safari, code, { ownership: 'personal' })).status).toBe(303)
    await settle(code.ref)
    expect(await deviceRow(person.account.id)).toMatchObject({ ownership: 'personal' })
  })

  test('without the cookie of the page the button changes nothing', async () => {
    const { code, live } = await prepare()
    const robot = phone()
    expect((await robot.post(`/p/${code.ref}`, { k: code.secret })).location).toBe(linkOf(code))
    expect(await live()).toBe('waiting')
  })

  test('on the wrong platform it is told so, and may go on if the guess is wrong', async () => {
    const { code, live } = await prepare()
    const android = phone(ANDROID)
    const warned = await android.get(linkOf(code))
    expect(warned.html).toContain('Android')
    expect(warned.html).toContain('here=1')
    const page = await android.get(`${linkOf(code)}&here=1`)
    expect(page.html).toContain(`action="/p/${code.ref}"`)
    expect(await live()).toBe('waiting')
  })

  test('the device limit is said on a page of its own and uses nothing up', async () => {
    const person = await makePerson()
    const code = await issueCode(person, { platform: 'ios', deviceLimit: 1 })
    await (await makeTestDevice()).redeem({ code: (await issueCode(person, { deviceLimit: 2 })).code })
    const limited = await issueCode(person, { platform: 'linux', deviceLimit: 2 })
    await (await makeTestDevice()).redeem({ code: limited.code })
    expect((await claim(phone(), code)).status).toBe(409)
    expect((await services.provisioning.showGrant(person.account, code.grant.id))?.state).toBe('issued')
  })
})

describe('clocks (fault 11)', () => {
  test.each([HOUR, -HOUR, 3650 * DAY, -3650 * DAY])(
    'a jump of %d ms never prolongs a code, a PIN proof or a profile',
    async (jump) => {
      const { person, code } = await prepare()
      const waiting = await issueCode(person)
      const safari = phone()
      const page = (await claim(safari, code)).location ?? ''
      const href = profileIn((await safari.get(page)).html)
      time.pass(jump)
      expect((await (await makeTestDevice()).redeem({ code: waiting.code })).status).toBe(403)
      if (jump > DAY || jump < 0) expect((await safari.get(href)).status).not.toBe(200)
    },
  )

  test('a device whose clock is ten years off works with our nonce', async () => {
    const { code } = await prepare({ platform: 'linux' })
    const { call } = await import('../support/world.ts')
    const { makeProof, makeDeviceKey } = await import('../../src/tools/device/proof.ts')
    const key = await makeDeviceKey()
    const url = 'http://localhost:8787/device/v1/redeem'
    const issuedAt = Math.floor((time.now() - 3650 * DAY) / 1000)
    const ask = async (nonce?: string) =>
      call(
        'POST',
        '/device/v1/redeem',
        { dpop: await makeProof({ key, method: 'POST', url, issuedAt, nonce }) },
        { code: code.code },
      )
    const asked = await ask()
    expect([asked.status, asked.body.code]).toEqual([401, 'use_dpop_nonce'])
    expect((await ask(asked.headers.get('dpop-nonce') ?? '')).status).toBe(201)
  })
})
