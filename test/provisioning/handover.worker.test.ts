import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { DAY } from '../../src/kernel/time.ts'
import {
  ANDROID,
  claim,
  deviceRow,
  IPHONE_CHROME,
  linkOf,
  phone,
  prepare,
  profileIn,
  ticketIn,
} from '../support/phones.ts'
import {
  inD1,
  issueCode,
  makeTestDevice,
  rowsIn,
  seedWorld,
  sessionOf,
  settle,
  time,
} from '../support/world.ts'

beforeAll(seedWorld)
beforeEach(time.start)
afterEach(() => vi.restoreAllMocks())

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

  test('opened in the browser that has the claim already changes nothing, and still leads elsewhere', async () => {
    const { person, code } = await prepare()
    const chrome = phone(IPHONE_CHROME)
    const page = (await claim(chrome, code)).location ?? ''
    const t = ticketIn((await chrome.get(page)).html)
    expect((await chrome.post(`/p/${code.ref}`, { t })).location).toBe(page)
    await settle(code.ref)
    expect(await deviceRow(person.account.id)).toMatchObject({ epoch: 1 })
    expect(ticketIn((await chrome.get(page)).html)).toBe(t)
    const safari = phone()
    await safari.get(`/p/${code.ref}?t=${t}`)
    expect((await safari.post(`/p/${code.ref}`, { t })).location).toBe(page)
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

  test('taken over with the key of a device that lives in the same account, it replaces that device', async () => {
    const { person, code } = await prepare({ platform: 'linux' })
    const app = await makeTestDevice()
    const former = await app.redeem({ code: (await issueCode(person)).code })
    await app.checkIn(former.body.credential.token)
    const firefox = phone('Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Firefox/140.0')
    const page = (await claim(firefox, code)).location ?? ''
    const taken = await app.redeem({ ticket: `${code.ref}.${ticketIn((await firefox.get(page)).html)}` })
    expect(taken.status).toBe(201)
    expect((await app.checkIn(taken.body.credential.token)).body.status).toBe('active')
    expect((await app.checkIn(former.body.credential.token)).status).toBe(401)
    expect(await rowsIn(code.ref, 'SELECT device_id, state FROM claims ORDER BY state')).toEqual([
      { device_id: taken.body.device.id, state: 'confirmed' },
      { device_id: former.body.device.id, state: 'revoked' },
    ])
    const rows = await inD1(
      'SELECT id, lifecycle FROM devices WHERE account_id = ? ORDER BY lifecycle',
      person.account.id,
    )
    expect(rows).toEqual([
      { id: taken.body.device.id, lifecycle: 'active' },
      { id: former.body.device.id, lifecycle: 'replaced' },
    ])
  })

  test('after its owner said that it is installed: the device is heard for itself, and its ticket gives nothing again', async () => {
    const { person, code } = await prepare()
    const safari = phone()
    const page = (await claim(safari, code)).location ?? ''
    await safari.get(profileIn((await safari.get(page)).html))
    await safari.post(`${page}/installed`, {})
    const { ticket } = (await sessionOf(code.ref).showClaim({
      deviceId: page.split('/').at(-1) as never,
      browser: String((await rowsIn(code.ref, 'SELECT holder FROM claims'))[0]?.holder),
    })) ?? { ticket: null }
    const app = await makeTestDevice()
    const ask = { ticket: `${code.ref}.${ticket}`, device: { model: 'iPhone 17' } }
    const taken = await app.redeem(ask)
    expect([taken.status, taken.body.device.status]).toEqual([201, 'pending'])
    const stored = 'SELECT state, confirmed_at, confirmed_by, facts FROM claims'
    const [held] = await rowsIn(code.ref, stored)
    expect(held).toMatchObject({ state: 'claimed', confirmed_at: null, confirmed_by: null })
    expect(JSON.parse(String(held?.facts))).toMatchObject({ model: 'iPhone 17' })
    expect((await app.checkIn(taken.body.credential.token)).body.status).toBe('active')
    expect(await deviceRow(person.account.id)).toMatchObject({ confirmed_by: 'device' })
    expect((await app.redeem(ask)).status).toBe(403)
  })

  test('to another browser it stays what its owner said of it', async () => {
    const { code, live } = await prepare()
    const safari = phone()
    const page = (await claim(safari, code)).location ?? ''
    await safari.get(profileIn((await safari.get(page)).html))
    await safari.post(`${page}/installed`, {})
    const deviceId = page.split('/').at(-1) as never
    const [held] = await rowsIn(code.ref, 'SELECT holder FROM claims')
    const shown = await sessionOf(code.ref).showClaim({ deviceId, browser: String(held?.holder) })
    const other = phone()
    await other.get(`/p/${code.ref}?t=${shown?.ticket}`)
    expect((await other.post(`/p/${code.ref}`, { t: shown?.ticket ?? '' })).location).toBe(page)
    expect(await rowsIn(code.ref, 'SELECT epoch, state, confirmed_by FROM claims')).toEqual([
      { epoch: 2, state: 'confirmed', confirmed_by: 'owner' },
    ])
    expect(await live()).toBe('active')
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
