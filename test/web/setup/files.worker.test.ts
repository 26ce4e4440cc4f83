import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Platform } from '../../../src/kernel/platform.ts'
import { HOUR } from '../../../src/kernel/time.ts'
import type { TemplateSettings } from '../../../src/templates/index.ts'
import { ticketIn } from '../../support/phones.ts'
import { catchMail, makeVisitor, register } from '../../support/visitor.ts'
import { inD1, makeTestDevice, seedWorld, services, settle, time, watchTrips } from '../../support/world.ts'
import { CERTIFICATE } from '../../templates/samples.ts'

beforeAll(seedWorld)
beforeEach(time.start)
afterEach(() => vi.restoreAllMocks())

const network = (ssid: string, security: 'wpa2' | 'none' = 'wpa2') => ({
  ssid,
  security,
  hidden: false,
  autoJoin: true,
  passphrase: security === 'wpa2' ? 'correct horse battery' : null,
})
const settings: TemplateSettings = {
  wifi: [network('Acme Office')],
  certificates: [{ key: 'c1', name: 'Acme Root', pem: CERTIFICATE }],
  identity: { subject: 'CN={{account.email}}', keyUsage: ['digital_signature'] },
  vpn: [],
  mail: [],
  passcode: { required: true, minLength: 6 },
  webLinks: [{ label: 'Help desk', url: 'https://help.acme.example/' }],
  agentApp: null,
  policies: {},
}

/** Acme's template for the platform says so from now on. */
async function retemplate(
  platform: Platform,
  reports: 'none' | 'agent',
  made: Partial<TemplateSettings> = {},
) {
  const template = await services.templates.createTemplate(
    1,
    {
      platform,
      name: `${platform} ${reports}`,
      settings: { ...settings, ...made },
      instructions: { en: 'Do it.' },
      notes: null,
      ownership: { default: 'company', choosable: false },
      reports,
      checkInSeconds: 3600,
    },
    { kind: 'manager', id: 'acc_test' },
    time.now(),
  )
  if (!template.ok) throw new Error(JSON.stringify(template.error))
  await inD1(
    'UPDATE organisation_platforms SET device_template_id = ? WHERE organisation_id = 1 AND platform = ?',
    template.value.id,
    platform,
  )
}

let owners = 0

/** Somebody asks for a code and claims it in a browser on the device. */
async function begin(platform: Platform) {
  owners += 1
  const owner = makeVisitor()
  const address = `files-${owners}@acme.example`
  await register(owner, catchMail(), address)
  const chosen = await owner.post('/setup/acme/device', { platform, ownership: 'company' })
  const { html } = await owner.get(chosen.location ?? '')
  const [link = '', ref = ''] = /\/p\/([\w-]{22})\?k=[\w-]{22}/.exec(html) ?? []
  const browser = makeVisitor({ headers: { 'user-agent': 'Mozilla/5.0' } })
  await browser.get(link)
  const claimed = await browser.post(`/p/${ref}`, { k: link.split('k=')[1] ?? '' })
  const path = claimed.location ?? ''
  const page = async () => (await browser.get(path)).html
  return { browser, path, page, ref, deviceId: path.split('/').at(-1) ?? '' }
}

const filesIn = (html: string) => /href="(\/p\/[^"]+\/files\?k=[\w-]+)"/.exec(html)?.[1] ?? ''
const hrefs = (html: string) =>
  [...html.matchAll(/href="(\/p\/[^"]+\/file\?[^"]+)"/g)].map(([, href = '']) =>
    href.replaceAll('&amp;', '&'),
  )
const named = (html: string, name: string) => hrefs(html).find((href) => href.includes(`n=${name}&`)) ?? ''

describe('a computer with nothing but a browser', () => {
  test('opens its files, downloads them, and its owner says that it is installed', async () => {
    await retemplate('windows', 'none')
    const { browser, path, page } = await begin('windows')
    const href = filesIn(await page())
    const set = await browser.get(href)
    expect(set.status).toBe(200)
    expect(set.headers.get('cache-control')).toBe('no-store')
    expect(set.html).toContain('netsh wlan add profile')
    const wifi = await browser.get(named(set.html, 'wifi-w1'))
    expect(wifi.headers.get('content-type')).toBe('application/xml')
    expect(wifi.headers.get('content-disposition')).toMatch(/^attachment; filename="wifi-[a-z0-9-]+\.xml"$/)
    expect(wifi.html).toContain('<keyMaterial>correct horse battery</keyMaterial>')
    expect(await page()).toContain('data-state="delivered"')
    expect((await browser.post(`${path}/installed`, {})).location).toBe(path)
    expect(await page()).toContain('data-state="active"')
  })

  test('is told by name what has no way onto it', async () => {
    await retemplate('windows', 'none')
    const { browser, page } = await begin('windows')
    const { html } = await browser.get(filesIn(await page()))
    expect(/Not on this device.*Passcode/s.test(html)).toBe(true)
    expect(html).toContain('href="https://help.acme.example/"')
  })

  test.each([
    ['chromeos', 'onc', 'application/x-onc'],
    ['linux', 'wifi-w1', 'application/octet-stream'],
    ['android', 'certificate-c1', 'application/x-x509-ca-cert'],
  ] as const)('on %s gets %s', async (platform, name, type) => {
    await retemplate(platform, 'none')
    const { browser, page } = await begin(platform)
    const { html } = await browser.get(filesIn(await page()))
    const file = await browser.get(named(html, name))
    expect([file.status, file.headers.get('content-type')]).toEqual([200, type])
  })

  test('on Android shows codes that scan, never as an address', async () => {
    await retemplate('android', 'none')
    const { browser, page } = await begin('android')
    const { html } = await browser.get(filesIn(await page()))
    expect(html).toContain('data-testid="qr"')
    expect(html).toContain('correct horse battery')
  })
})

describe('the device’s own certificate', () => {
  test('comes in a file whose password stands on the page and nowhere else', async () => {
    await retemplate('windows', 'none')
    const { browser, page, deviceId } = await begin('windows')
    const href = filesIn(await page())
    const { html } = await browser.get(href)
    const password =
      /data-testid="identity-password" value="([A-Z]{4}(?:-[A-Z]{4}){3})"/.exec(html)?.[1] ?? ''
    expect(password).not.toBe('')
    const own = named(html, 'identity')
    const file = await browser.get(own)
    expect([file.status, file.headers.get('content-type')]).toEqual([200, 'application/x-pkcs12'])
    expect(file.headers.get('content-disposition')).toContain('acme-device.p12')
    expect(file.html).not.toContain(password)
    for (const address of [href, ...hrefs(html)]) expect(address).not.toContain(password)
    const list = await services.certificates.listIssued(1, {
      after: null,
      deviceId,
      now: time.now(),
    })
    expect(list.rows.filter(({ revokedAt }) => revokedAt === null)).toHaveLength(1)
    // The audit says what was made, never how it is opened.
    expect(JSON.stringify(await inD1('SELECT * FROM audit'))).not.toContain(password)
  })

  test('of another claim has another password', async () => {
    const words = ['AAAAAAAAAAAAAAAAAAAAAA', 'BBBBBBBBBBBBBBBBBBBBBB'].map((key) =>
      services.devices.identityPasswordOf(key),
    )
    expect(new Set(words).size).toBe(2)
    expect(services.devices.identityPasswordOf('AAAAAAAAAAAAAAAAAAAAAA')).toBe(words[0])
  })
})

describe('what a download counts', () => {
  test('opening the set three times within a day; its files count nothing, for an hour', async () => {
    await retemplate('windows', 'none')
    const { browser, page } = await begin('windows')
    const href = filesIn(await page())
    const { html } = await browser.get(href)
    for (let index = 0; index < 5; index += 1)
      expect((await browser.get(named(html, 'wifi-w1'))).status).toBe(200)
    expect(await page()).toContain('2 left')
    await browser.get(href)
    expect((await browser.get(href)).status).toBe(200)
    expect((await browser.get(href)).status).toBe(410)
    time.pass(HOUR - 1)
    expect((await browser.get(named(html, 'wifi-w1'))).status).toBe(200)
    time.pass(1)
    expect((await browser.get(named(html, 'wifi-w1'))).status).toBe(410)
  })

  test('a refusal counts nothing: organisation off, wrong key, somebody else’s place', async () => {
    await retemplate('windows', 'none')
    const { browser, page, path } = await begin('windows')
    const href = filesIn(await page())
    const other = await begin('windows')
    await inD1('UPDATE organisations SET enabled = 0 WHERE id = 1')
    expect((await browser.get(href)).status).toBe(503)
    await inD1('UPDATE organisations SET enabled = 1 WHERE id = 1')
    expect((await browser.get(`${path}/files?k=${'A'.repeat(22)}`)).status).toBe(404)
    expect((await browser.get(href.replace(path, other.path))).status).toBe(404)
    expect((await browser.get(`${path}/files`)).status).toBe(404)
    expect((await browser.get(href)).status).toBe(200)
    expect(await page()).toContain('2 left')
  })

  test('a pass opens the files of its own claim only, and dies when the claim goes on elsewhere', async () => {
    await retemplate('linux', 'none')
    const one = await begin('linux')
    const two = await begin('linux')
    const { html } = await one.browser.get(filesIn(await one.page()))
    const file = named(html, 'wifi-w1')
    expect((await one.browser.get(file.replace(one.path, two.path))).status).toBe(404)
    expect((await one.browser.get(file.replace(/s=[^&]+/, 's=k1.AAAA.BBBB'))).status).toBe(404)
    expect((await one.browser.get(file.replace('n=wifi-w1', 'n=wifi-w9'))).status).toBe(404)
    expect((await one.browser.get(file.replace('n=wifi-w1', 'n=../x'))).status).toBe(404)
    const script = (await one.browser.get(named(html, 'script'))).html
    const [, ref = '', ticket = ''] = /^ticket='([\w-]{22})\.([\w-]{22})'$/m.exec(script) ?? []
    const taken = await (await makeTestDevice()).redeem({ ticket: `${ref}.${ticket}` })
    expect(taken.status).toBe(201)
    await settle(ref)
    expect((await one.browser.get(file)).status).toBe(404)
  })

  test('asks D1 at most three times', async () => {
    await retemplate('windows', 'none')
    const { browser, page } = await begin('windows')
    const href = filesIn(await page())
    const counts: number[] = []
    const count = async (path: string) => {
      const trips = watchTrips()
      const answer = await browser.get(path)
      counts.push(trips.count())
      trips.stop()
      return answer
    }
    const { html } = await count(href)
    await count(named(html, 'wifi-w1'))
    expect(Math.max(...counts)).toBeLessThanOrEqual(3)
  })
})

describe('where an agent reports', () => {
  test('the page leads to the script on Linux and to the link as before', async () => {
    await retemplate('linux', 'agent')
    const { browser, page } = await begin('linux')
    const html = await page()
    expect(html).toContain('Get the script')
    expect(ticketIn(html)).not.toBe('')
    const set = await browser.get(filesIn(html))
    expect(hrefs(set.html)).toHaveLength(1)
    expect(set.html).not.toContain('It is installed')
  })

  test('Windows is led to a named management server, ChromeOS to nothing', async () => {
    const agent = { 'ms-device-enrollment': { servername: 'https://mdm.acme.example/x' } }
    await retemplate('windows', 'agent', { extras: { agent } })
    const windows = await begin('windows')
    const { html } = await windows.browser.get(filesIn(await windows.page()))
    expect(html).toContain('href="ms-device-enrollment:?mode=mdm&amp;username=')
    await retemplate('chromeos', 'agent')
    expect(filesIn(await (await begin('chromeos')).page())).toBe('')
  })
})
