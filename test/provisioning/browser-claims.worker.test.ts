import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { DAY, HOUR, MINUTE } from '../../src/kernel/time.ts'
import { makeVisitor, type Visitor } from '../support/visitor.ts'
import {
  bindings,
  inD1,
  issueCode,
  makePerson,
  makeTestDevice,
  runAlarm,
  seedWorld,
  services,
  settle,
  time,
  watchTrips,
} from '../support/world.ts'

beforeAll(seedWorld)
beforeEach(time.start)
afterEach(() => vi.restoreAllMocks())

const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1'
const IPHONE_CHROME =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/140.0 Mobile/15E148 Safari/604.1'
const ANDROID =
  'Mozilla/5.0 (Linux; Android 16; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile Safari/537.36'

const phone = (userAgent = IPHONE) => makeVisitor({ headers: { 'user-agent': userAgent } })
const deviceRow = async (accountId: string) =>
  (await inD1('SELECT * FROM devices WHERE account_id = ?', accountId))[0]

type Code = Awaited<ReturnType<typeof issueCode>>
const linkOf = (code: Code) => `/p/${code.ref}?k=${code.secret}`

/** Opens the link and presses the button. */
async function claim(visitor: Visitor, code: Code, form: Record<string, string> = {}) {
  await visitor.get(linkOf(code))
  return visitor.post(`/p/${code.ref}`, { k: code.secret, ...form })
}

async function prepare(options: Parameters<typeof issueCode>[1] = {}) {
  const person = await makePerson()
  const code = await issueCode(person, { platform: 'ios', ...options })
  const live = async () => (await services.provisioning.showGrant(person.account, code.grant.id))?.live
  return { person, code, live }
}

const profileIn = (html: string) => /href="(\/p\/[^"]+\/profile\?k=[\w-]+)"/.exec(html)?.[1] ?? ''
const ticketIn = (html: string) => /\/p\/[\w-]{22}\?t=([\w-]{22})/.exec(html)?.[1] ?? ''

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

describe('where the code asks for a PIN', () => {
  test('a mail with link and PIN: the link alone does not do', async () => {
    const { code, live } = await prepare({ confirmation: 'pin' })
    const safari = phone()
    expect((await safari.get(linkOf(code))).html).toContain('name="pin"')
    expect((await safari.post(`/p/${code.ref}`, { k: code.secret })).status).toBe(422)
    const wrong = code.pin === '00000000' ? '11111111' : '00000000'
    expect((await safari.post(`/p/${code.ref}`, { k: code.secret, pin: wrong })).status).toBe(422)
    expect(await live()).toBe('waiting')
    const spaced = `${code.pin.slice(0, 4)} ${code.pin.slice(4)}`
    expect((await safari.post(`/p/${code.ref}`, { k: code.secret, pin: spaced })).status).toBe(303)
    expect(await live()).toBe('redeemed')
  })

  test('five wrong ones close it there until its owner asks for a new PIN, on the same link', async () => {
    const { person, code } = await prepare({ confirmation: 'pin' })
    const safari = phone()
    await safari.get(linkOf(code))
    const wrong = code.pin === '00000000' ? '11111111' : '00000000'
    const type = (pin: string) => safari.post(`/p/${code.ref}`, { k: code.secret, pin })
    for (let index = 0; index < 5; index += 1) await type(wrong)
    expect((await type(code.pin)).status).toBe(422)
    expect((await services.provisioning.showGrant(person.account, code.grant.id))?.pinLocked).toBe(true)

    const renewed = await services.provisioning
      .sessionOf(code.ref)
      .renewPin({ grantId: code.grant.id, actor: { kind: 'owner', id: person.account.id } })
    expect(renewed?.credentials?.secret).toBe(code.secret)
    expect(renewed?.credentials?.pin).not.toBe(code.pin)
    expect(renewed?.pinLocked).toBe(false)
    expect((await type(code.pin)).status).toBe(422)
    expect((await type(renewed?.credentials?.pin ?? '')).status).toBe(303)
  })
})

describe('/go', () => {
  const go = (visitor: Visitor, person: { address: string }, pin: string, site = '4711') =>
    visitor.post('/go', { site, email: person.address, pin })

  test('site, address and PIN lead to the same claim as the link', async () => {
    const { person, code, live } = await prepare()
    const safari = phone()
    expect((await go(safari, person, code.pin, 'acme')).location).toBe('/go/continue')
    expect(await live()).toBe('waiting')
    expect((await safari.get('/go/continue')).html).toContain('Acme Robotics')
    const page = (await safari.post('/go/continue', {})).location ?? ''
    expect(page).toMatch(/^\/p\//)
    expect(await live()).toBe('redeemed')
    expect((await safari.get(linkOf(code))).location).toBe(page)
  })

  test('an unknown person and a wrong PIN get the same answer', async () => {
    const { person, code } = await prepare()
    const wrong = code.pin === '00000000' ? '11111111' : '00000000'
    const known = await go(phone(), person, wrong)
    const unknown = await go(phone(), { address: 'nobody-here@acme.example' }, wrong)
    expect(known.status).toBe(unknown.status)
    expect(known.html.replaceAll(person.address, 'X')).toBe(
      unknown.html.replaceAll('nobody-here@acme.example', 'X'),
    )
  })

  test('an unknown person causes the same work as a known one without a code', async () => {
    const known = await makePerson()
    const work = async (address: string) => {
      const trips = watchTrips()
      const get = vi.spyOn(bindings.provisionSessions, 'get')
      const { status } = await go(phone(), { address }, '12345678')
      const calls = { status, trips: trips.count(), objects: get.mock.calls.length }
      trips.stop()
      get.mockRestore()
      return calls
    }
    const one = await work(known.address)
    expect(await work('nobody-at-all@acme.example')).toEqual(one)
    expect(one).toEqual({ status: 422, trips: 1, objects: 1 })
  })

  test('guessing there locks PINs like everywhere; New PIN opens them again', async () => {
    const { person, code, live } = await prepare()
    const wrong = code.pin === '00000000' ? '11111111' : '00000000'
    for (let index = 0; index < 5; index += 1) await go(phone(), person, wrong)
    expect((await go(phone(), person, code.pin)).status).toBe(422)
    expect(await live()).toBe('waiting')
    const renewed = await services.provisioning
      .sessionOf(code.ref)
      .renewPin({ grantId: code.grant.id, actor: { kind: 'owner', id: person.account.id } })
    expect((await go(phone(), person, renewed?.credentials?.pin ?? '')).location).toBe('/go/continue')
  })

  test('what was proved is for that browser and for ten minutes', async () => {
    const { person, code } = await prepare()
    const safari = phone()
    await go(safari, person, code.pin)
    const other = phone()
    await other.get(`/p/${code.ref}?k=${'Z'.repeat(22)}`)
    other.cookies.set('__Host-latchkey-proved', safari.cookies.get('__Host-latchkey-proved') ?? '')
    expect((await other.post('/go/continue', {})).location).toBe('/go')
    time.pass(10 * MINUTE)
    expect((await safari.post('/go/continue', {})).location).toBe('/go')
  })
})

describe('a handover ticket', () => {
  test('from Chrome to Safari keeps the device id, works once, and Chrome learns of it', async () => {
    const { person, code } = await prepare()
    const chrome = phone(IPHONE_CHROME)
    const page = (await claim(chrome, code)).location ?? ''
    const shown = (await chrome.get(page)).html
    expect(shown).toContain('Safari')
    const t = ticketIn(shown)
    const before = await deviceRow(person.account.id)

    const safari = phone()
    expect((await safari.get(`/p/${code.ref}?t=${t}`)).status).toBe(200)
    expect((await deviceRow(person.account.id))?.epoch).toBe(1)
    expect((await safari.post(`/p/${code.ref}`, { t })).location).toBe(page)
    expect((await safari.post(`/p/${code.ref}`, { t })).location).toBe(page)
    expect(profileIn((await safari.get(page)).html)).toMatch(/profile/)
    await settle(code.ref)
    expect(await deviceRow(person.account.id)).toMatchObject({ id: before?.id, epoch: 2 })

    const third = phone()
    await third.get(linkOf(code))
    expect((await third.post(`/p/${code.ref}`, { t })).status).toBe(410)
    const old = (await chrome.get(page)).html
    expect(ticketIn(old)).toBe('')
    expect(profileIn(old)).toBe('')
  })

  test('an app takes over by the device API: same device, its own credential, then it reports', async () => {
    const { person, code, live } = await prepare({ platform: 'android' })
    const chrome = phone(ANDROID)
    const page = (await claim(chrome, code)).location ?? ''
    const html = (await chrome.get(page)).html
    const store = /https:\/\/play\.google\.com\/store\/apps\/details\?([^"]+)"/.exec(html)?.[1] ?? ''
    const referrer = new URLSearchParams(store.replaceAll('&amp;', '&')).get('referrer') ?? ''
    const ticket = `${code.ref}.${ticketIn(html) || referrer.split('.')[1]}`
    expect(referrer).toBe(ticket)

    const app = await makeTestDevice()
    const taken = await app.redeem({ ticket: referrer, device: { model: 'Pixel 9' } })
    expect(taken.status).toBe(201)
    expect(taken.body.device.id).toBe(page.split('/').at(-1))
    expect((await app.redeem({ ticket: referrer })).body).toEqual(taken.body)
    expect((await (await makeTestDevice()).redeem({ ticket: referrer })).body.code).toBe(
      'invalid_provision_code',
    )
    expect((await app.checkIn(taken.body.credential.token)).body.status).toBe('active')
    expect(await live()).toBe('active')
    expect(await deviceRow(person.account.id)).toMatchObject({ reports: 'agent', confirmed_by: 'device' })
    expect((await chrome.get(page)).html).not.toContain(ticketIn(html))
  })

  test('is dead a day after the claim, and a device key never passes its claim on', async () => {
    const { code } = await prepare({ platform: 'linux' })
    const firefox = phone('Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Firefox/140.0')
    const page = (await claim(firefox, code)).location ?? ''
    const t = ticketIn((await firefox.get(page)).html)
    time.pass(DAY)
    expect((await (await makeTestDevice()).redeem({ ticket: `${code.ref}.${t}` })).status).toBe(403)
    expect(ticketIn((await firefox.get(page)).html)).toBe('')
  })

  test('two that want it at once: one gets it', async () => {
    const { code } = await prepare({ platform: 'linux' })
    const firefox = phone('Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Firefox/140.0')
    const page = (await claim(firefox, code)).location ?? ''
    const ticket = `${code.ref}.${ticketIn((await firefox.get(page)).html)}`
    const devices = await Promise.all(Array.from({ length: 10 }, makeTestDevice))
    const answers = await Promise.all(devices.map((device) => device.redeem({ ticket })))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
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
