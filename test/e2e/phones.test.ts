import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createDevice } from '../../src/tools/device/client.ts'
import { parseProvisionUrl } from '../../src/tools/device/link.ts'
import { launchBrowser } from '../support/browser.ts'
import { Hand } from './support/hand.ts'
import { freshAddress } from './support/mailbox.ts'
import { invitePerson, PHONES, type Phone } from './support/people.ts'
import { rentServer } from './support/server.ts'
import { Wizard } from './support/wizard.ts'

const { baseUrl } = await rentServer()
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

/** Somebody at a desk who registers a device and has the page with the code before them. */
async function registerAtDesk(platform: string) {
  const person = await invitePerson(browser)
  const wizard = new Wizard(person.page, baseUrl)
  const address = freshAddress('desk')
  await wizard.register({ address, platform })
  return { ...person, wizard, address, url: await wizard.provisionUrl() }
}

async function pickUp(phone: Phone, options: { script?: boolean } = {}) {
  const person = await invitePerson(browser, { phone, ...options })
  return { ...person, hand: new Hand(person.page) }
}

test('an iPhone claims in Safari, downloads its profile and says so; the desk follows without a reload', async () => {
  const desk = await registerAtDesk('ios')
  await desk.page.evaluate('globalThis.stayed = true')
  const { hand, page, complaints } = await pickUp(PHONES.iphoneSafari)
  await page.goto(desk.url)
  await hand.press()
  await hand.deviceId()
  await desk.wizard.status('redeemed').waitFor()

  const profile = await hand.download()
  expect(profile).toContain('com.apple.wifi.managed')
  await desk.wizard.status('delivered').waitFor()
  await hand.status('delivered').waitFor()

  await hand.sayInstalled()
  await hand.status('active').waitFor()
  await desk.wizard.status('active').waitFor()
  expect(await desk.page.evaluate('globalThis.stayed')).toBe(true)
  expect([...complaints, ...desk.complaints]).toEqual([])
})

test('the same with script off on the phone, by links and buttons alone', async () => {
  const desk = await registerAtDesk('ios')
  const { hand, page } = await pickUp(PHONES.iphoneSafari, { script: false })
  await page.goto(desk.url)
  await hand.press()
  const deviceId = await hand.deviceId()
  await hand.download()
  await page.reload()
  await hand.sayInstalled()
  await hand.status('active').waitFor()
  expect(await hand.deviceId()).toBe(deviceId)
  await desk.wizard.status('active').waitFor()
})

test.each([
  ['Chrome on an iPhone', PHONES.iphoneChrome],
  ['the view inside an app', PHONES.iphoneInApp],
])(
  'from %s it goes on in Safari by a ticket: same device, and the first browser lets go',
  async (_name, phone) => {
    const desk = await registerAtDesk('ios')
    const first = await pickUp(phone)
    await first.page.goto(desk.url)
    await first.hand.press()
    const deviceId = await first.hand.deviceId()
    expect(await first.page.locator('main').innerText()).toContain('Safari')
    expect(await first.page.locator('a[href*="/profile?k="]').count()).toBe(0)

    const safari = await pickUp(PHONES.iphoneSafari)
    const ticket = await first.hand.ticketUrl()
    await safari.page.goto(ticket)
    await safari.hand.press()
    expect(await safari.hand.deviceId()).toBe(deviceId)
    await first.page.getByText('went on elsewhere').first().waitFor()

    await safari.hand.download()
    await safari.hand.sayInstalled()
    await desk.wizard.status('active').waitFor()

    const third = await pickUp(PHONES.iphoneSafari)
    expect((await third.page.goto(ticket))?.status()).toBe(410)
  },
)

test('an Android phone hands its claim to the app, which reports', async () => {
  const desk = await registerAtDesk('android')
  const { hand, page } = await pickUp(PHONES.android)
  await page.goto(desk.url)
  await hand.press()
  const deviceId = await hand.deviceId()
  const store = await page.locator('a[href^="https://play.google.com/"]').getAttribute('href')
  const ticket = new URL(store ?? '').searchParams.get('referrer') ?? ''

  const app = await createDevice({ baseUrl, holder: 'dpop' })
  const taken = await app.redeem({ ticket, device: { name: 'Pixel', model: 'Pixel 9' } })
  expect([taken.status, taken.body.device?.id]).toEqual([201, deviceId])
  await page.getByText('went on elsewhere').first().waitFor()
  expect((await app.checkIn()).body).toMatchObject({ status: 'active' })
  await desk.wizard.status('active').waitFor()
})

test('an iPad that says it is a Mac may claim as either', async () => {
  const asMac = await registerAtDesk('macos')
  const mac = await pickUp(PHONES.ipadAsMac)
  await mac.page.goto(asMac.url)
  await mac.hand.press()
  await mac.hand.deviceId()

  const asPad = await registerAtDesk('ios')
  const pad = await pickUp(PHONES.ipadAsMac)
  await pad.page.goto(asPad.url)
  await pad.hand.press()
  await pad.hand.deviceId()
  expect(await pad.hand.download()).toContain('Configuration')
})

test('a link for an iPhone on an Android phone says so, and nothing is used up', async () => {
  const desk = await registerAtDesk('ios')
  const { page, hand } = await pickUp(PHONES.android)
  await page.goto(desk.url)
  const text = await page.locator('main').innerText()
  expect(text).toContain('Android')
  expect(await desk.wizard.status('redeemed').count()).toBe(0)
  await page.locator('main a[href*="here=1"]').click()
  await hand.press()
  await hand.deviceId()
})

test('a forwarded link, a second tap, the back button and a second phone', async () => {
  const desk = await registerAtDesk('ios')
  const { page, hand } = await pickUp(PHONES.iphoneSafari)
  await page.goto(desk.url)
  await hand.press()
  const deviceId = await hand.deviceId()
  await page.goBack()
  await page.goto(desk.url)
  expect(await hand.deviceId()).toBe(deviceId)

  const second = await pickUp(PHONES.iphoneSafari)
  expect((await second.page.goto(desk.url))?.status()).toBe(410)
  expect(await second.page.locator('main form[method="post"]').count()).toBe(0)
  await page.reload()
  expect(await hand.deviceId()).toBe(deviceId)
})

test('a lost answer: the request reached us, the phone asks again and has the same device', async () => {
  const desk = await registerAtDesk('ios')
  const { page, hand, context } = await pickUp(PHONES.iphoneSafari)
  await page.goto(desk.url)
  let lost = ''
  await page.route('**/p/*', async (route) => {
    if (route.request().method() !== 'POST' || lost) return route.fallback()
    const answer = await route.fetch({ maxRedirects: 0 })
    lost = answer.headers().location ?? ''
    await route.abort('connectionreset')
  })
  await hand.press().catch(() => {})
  await expect.poll(() => lost).not.toBe('')
  const again = await context.newPage()
  await again.goto(desk.url)
  expect(await new Hand(again).deviceId()).toBe(lost.split('/').at(-1))
})

test('without a link: site, address and PIN at /go lead to the same', async () => {
  const desk = await registerAtDesk('ios')
  const pin = (await desk.page.getByTestId('pin').innerText()).replaceAll(/\s/g, '')
  const { page, hand } = await pickUp(PHONES.iphoneSafari)
  await page.goto(`${baseUrl}/go`)
  await page.locator('[name="site"]').fill('4711')
  await page.locator('[name="email"]').fill(desk.address)
  await page.locator('[name="pin"]').fill(pin === '00000000' ? '11111111' : '00000000')
  await hand.press()
  await page.getByTestId('error').first().waitFor()
  expect(await page.locator('[name="email"]').inputValue()).toBe(desk.address)
  await page.locator('[name="pin"]').fill(`${pin.slice(0, 4)} ${pin.slice(4)}`)
  await hand.press()
  await page.waitForURL(/\/go\/continue$/)
  await hand.press()
  await hand.deviceId()
  await desk.wizard.status('redeemed').waitFor()
})

test('New PIN keeps link and QR and changes the PIN', async () => {
  const desk = await registerAtDesk('ios')
  const before = await desk.page.getByTestId('pin').innerText()
  await desk.page.locator('main form[action$="/pin"] button').click()
  await desk.page.waitForURL(/pin=new$/)
  expect(await desk.page.getByTestId('pin').innerText()).not.toBe(before)
  expect(await desk.wizard.provisionUrl()).toBe(desk.url)
})

test('a scanner that runs script and presses every button, but lacks the opening cookie, burns nothing', async () => {
  const desk = await registerAtDesk('ios')
  const scanner = await pickUp(PHONES.iphoneSafari)
  await scanner.page.goto(desk.url)
  const forms = await scanner.page.locator('main form').count()
  expect(forms).toBeGreaterThan(0)
  for (let index = 0; index < forms; index += 1) {
    await scanner.page.goto(desk.url)
    await scanner.context.clearCookies()
    await scanner.page.locator('main form button').nth(index).click()
    await scanner.page.waitForLoadState()
    await scanner.context.clearCookies()
  }
  expect(await desk.wizard.status('waiting').count()).toBe(1)

  const link = parseProvisionUrl(desk.url)
  if (!link || !('code' in link)) throw new Error('no provision URL')
  const device = await createDevice({ baseUrl, holder: 'dpop' })
  expect((await device.redeem({ code: link.code })).status).toBe(201)
})
