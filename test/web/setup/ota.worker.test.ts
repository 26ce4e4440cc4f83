import { exports } from 'cloudflare:workers'
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { DAY, HOUR } from '../../../src/kernel/time.ts'
import { answer, audited, begin, download, REFUSED, reportByOta, UDID } from '../../support/ota.ts'
import { deviceRow, profileIn } from '../../support/phones.ts'
import { BASE, inD1, seedWorld, services, settle, time, watchTrips } from '../../support/world.ts'

beforeAll(async () => {
  await seedWorld()
  await reportByOta()
})
beforeEach(time.start)
afterEach(() => vi.restoreAllMocks())

describe('an iPhone that says what it is', () => {
  test('gets its settings in return, and is active without an app or a word of its owner', async () => {
    const { person, code, live, safari, page, phaseOne } = await begin()
    expect(phaseOne.contentType).toBe('application/x-apple-aspen-config')
    expect(phaseOne.text).toContain('<string>Profile Service</string>')
    expect(phaseOne.text).not.toContain('com.apple.wifi.managed')
    expect(await live()).toBe('delivered')
    const waiting = (await safari.get(page)).html
    expect(waiting).toContain('asks the second time')
    expect(waiting).not.toContain('/installed')

    const profile = await answer(phaseOne)
    expect([profile.status, profile.contentType]).toEqual([200, 'application/x-apple-aspen-config'])
    expect([phaseOne.signed, profile.signed]).toEqual([true, true])
    expect(profile.text).toContain('<string>com.apple.wifi.managed</string>')
    expect(profile.text).not.toContain('/installed')
    expect(await live()).toBe('active')
    expect(await deviceRow(person.account.id)).toMatchObject({
      lifecycle: 'active',
      reports: 'ota',
      confirmed_by: 'device',
      confirmed_at: time.now(),
      last_seen_at: time.now(),
      name: "Ada's iPhone",
      model: 'iPhone 16 Pro',
      manufacturer: 'Apple',
      os_version: '18 (22B83)',
      serial: 'F2LXYZ123ABC',
      imei: '352099001761481',
      udid: UDID,
    })
    expect((await safari.get(page)).html).toContain('iPhone 16 Pro is set up')
    const shown = await services.provisioning.showGrant(person.account, code.grant.id)
    expect(shown?.claim).toMatchObject({ model: 'iPhone 16 Pro', confirmedBy: 'device' })
  })

  test('is seen to come alive by the page that watches', async () => {
    const { safari, page, phaseOne } = await begin()
    const cookie = [...safari.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const opened = await exports.default.fetch(`${BASE}${page}/live`, {
      headers: { upgrade: 'websocket', origin: BASE, cookie },
    })
    const socket = opened.webSocket
    if (!socket) throw new Error(`no socket: ${opened.status}`)
    socket.accept()
    const told: string[] = []
    socket.addEventListener('message', ({ data }) => {
      told.push(String(data))
    })
    await answer(phaseOne)
    await vi.waitFor(() => expect(told.at(-1)).toBe('{"state":"active"}'))
    socket.close()
  })

  test('is the same for a Mac', async () => {
    const { live, phaseOne } = await begin({ platform: 'macos' })
    expect((await answer(phaseOne, { PRODUCT: 'Mac14,2' })).status).toBe(200)
    expect(await live()).toBe('active')
  })

  test('whose answer was lost asks again for a day and gets the same, and is told of once', async () => {
    const { person, code, phaseOne } = await begin()
    const first = await answer(phaseOne)
    time.pass(HOUR)
    const second = await answer(phaseOne)
    expect([second.status, second.text]).toEqual([200, first.text])
    await settle(code.ref)
    expect(await audited(person.account.id, 'device.confirmed')).toHaveLength(1)
    expect(await inD1('SELECT id FROM devices WHERE account_id = ?', person.account.id)).toHaveLength(1)
    time.pass(DAY)
    expect(await answer(phaseOne)).toMatchObject(REFUSED)
  })

  test('may download its first profile again when the settings did not arrive', async () => {
    const { safari, page, phaseOne } = await begin()
    await answer(phaseOne)
    const again = await download(profileIn((await safari.get(page)).html))
    expect(again.text).toContain('<string>Profile Service</string>')
    expect((await answer(again)).status).toBe(200)
    time.pass(DAY)
    expect(profileIn((await safari.get(page)).html)).toBe('')
  })

  test('gets a certificate of its own with them, and its page the password', async () => {
    const change = (identity: string) =>
      inD1(
        `UPDATE device_templates SET settings = json_set(settings, '$.identity', json(?)) WHERE platform = 'ios'`,
        identity,
      )
    await change('{"subject":"CN={{device.id}}","keyUsage":["digital_signature"]}')
    try {
      const { safari, page, phaseOne } = await begin()
      expect(phaseOne.text).not.toContain('pkcs12')
      const passwordOf = async () =>
        /id="identity-password"[^>]*value="([^"]+)"/.exec((await safari.get(page)).html)?.[1] ?? ''
      const password = await passwordOf()
      expect(password).toMatch(/^[A-Z-]{19}$/)
      for (const profile of [await answer(phaseOne), await answer(phaseOne)]) {
        expect(profile.text).toContain('<string>com.apple.security.pkcs12</string>')
        expect(profile.text).not.toContain(password)
      }
      expect(await passwordOf()).toBe(password)
      const issued = await inD1(
        'SELECT revoked_at FROM issued_certificates WHERE device_id = ? ORDER BY revoked_at',
        page.split('/').at(-1),
      )
      expect(issued).toEqual([{ revoked_at: null }, { revoked_at: time.now() + DAY }])
    } finally {
      await change('null')
    }
  })

  test('asks D1 three times', async () => {
    await answer((await begin()).phaseOne)
    const { code, phaseOne } = await begin()
    await settle(code.ref)
    const trips = watchTrips()
    expect((await answer(phaseOne)).status).toBe(200)
    expect(trips.count()).toBeLessThanOrEqual(3)
    trips.stop()
  })

  test('leaves no word of itself in the audit where the service says so', async () => {
    const { person, code, phaseOne } = await begin()
    const silent = await begin()
    await answer(phaseOne)
    await inD1('UPDATE service SET log_device_facts = 0')
    await answer(silent.phaseOne, { UDID: '00008140-FFFFFFFFFFFFFFFF' })
    await inD1('UPDATE service SET log_device_facts = 1')
    for (const { ref } of [code, silent.code]) await settle(ref)
    const [told] = await audited(person.account.id, 'device.confirmed')
    expect(told).toEqual({
      platform: 'ios',
      by: 'ota',
      model: 'iPhone 16 Pro',
      osVersion: '18 (22B83)',
    })
    const [untold] = await audited(silent.person.account.id, 'device.confirmed')
    expect(untold).toEqual({ platform: 'ios', by: 'ota' })
    expect(await deviceRow(silent.person.account.id)).toMatchObject({ model: 'iPhone 16 Pro' })
  })

  test('is never said to be installed by its owner', async () => {
    const { live, safari, page } = await begin()
    expect((await safari.post(`${page}/installed`, {})).status).toBe(404)
    expect(await live()).toBe('delivered')
  })
})
