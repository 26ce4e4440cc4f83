import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { copyFor } from '../../src/copy/index.ts'
import { createDevice } from '../../src/tools/device/client.ts'
import { parseProvisionUrl } from '../../src/tools/device/link.ts'
import { launchBrowser } from '../support/browser.ts'
import { findBarriers } from './support/barriers.ts'
import { findJumps, findKeyFaults, tabKeyOf } from './support/every-page-keyboard.ts'
import {
  findLostColours,
  findMotion,
  findOverflow,
  findOverflowSpaced,
  findTwins,
} from './support/every-page-sight.ts'
import { Keyboard } from './support/keyboard.ts'
import { codeIn, freshAddress, waitForMail } from './support/mailbox.ts'
import { invitePerson } from './support/people.ts'
import { rentServer } from './support/server.ts'
import { Wizard } from './support/wizard.ts'

const { baseUrl } = await rentServer()
const copy = await copyFor('en')
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

/** Every barrier of the page as it stands that a machine can find, at a laptop's width and at its 200 and 400 percent. */
async function findAll(page: Page): Promise<string[]> {
  const pressTab = await tabKeyOf(page)
  const found = [
    ...(await findKeyFaults(page, pressTab)),
    ...(await findMotion(page)),
    ...(await findTwins(page)),
    ...(await findLostColours(page)),
    ...(await findBarriers(page)),
  ]
  for (const width of [320, 640, 1280]) {
    await page.setViewportSize({ width, height: 900 })
    const faults = [
      ...(await findOverflow(page)),
      ...(await (width === 320 ? findJumps : findOverflowSpaced)(page)),
    ]
    found.push(...faults.map((fault) => `at ${width}: ${fault}`))
  }
  return found
}

test.each([
  ['light', 'en-GB'],
  ['dark', 'ar'],
] as const)(
  'every step of the wizard is free of barriers that a machine can find: %s, %s',
  async (colorScheme, locale) => {
    const { page, context } = await invitePerson(browser, { colorScheme, locale })
    const found: Record<string, string[]> = {}
    const look = async (step: string) => {
      found[step] = await findAll(page)
    }
    const wizard = new Wizard(page, baseUrl)
    const address = freshAddress('a-person-with-a-rather-long-name')
    await wizard.open()
    expect(await page.getAttribute('html', 'lang')).toBe(locale.slice(0, 2))
    await look('address')
    await wizard.giveEmail('eve@elsewhere.example')
    await wizard.error().first().waitFor()
    await look('address refused')
    await wizard.giveEmail(address)
    await wizard.field('code').waitFor()
    await look('code')
    await wizard.giveCode('no code')
    await wizard.error().first().waitFor()
    await look('code refused')
    await wizard.giveCode(codeIn(await waitForMail(baseUrl, address)))
    await wizard.field('name').waitFor()
    await wizard.submit('name')
    await wizard.error().first().waitFor()
    await look('about refused')
    await wizard.giveName('Ada Lovelace')
    await wizard.step('platform').waitFor()
    await page.locator('main label:has([name="platform"][value="android"])').click()
    await look('device')
    await wizard.choosePlatform('agent')
    await wizard.status('waiting').waitFor()
    await look('result')
    // What is awaited breathes, but not for whom motion is unwelcome.
    await page.emulateMedia({ reducedMotion: 'no-preference' })
    expect((await findMotion(page)).join()).toMatch(/moves: <span/)
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await page.goto(await wizard.provisionUrl())
    await look('link')

    expect(Object.keys(found)).toHaveLength(8)
    expect(Object.entries(found).filter(([, barriers]) => barriers.length > 0)).toEqual([])
    await context.close()
  },
)

test('the search for barriers finds one that is there', async () => {
  const { page, context } = await invitePerson(browser)
  await new Wizard(page, baseUrl).open()
  await page.evaluate(
    `document.querySelector('main [name="email"]').labels.forEach((label) => label.remove())`,
  )
  expect((await findBarriers(page)).join()).toMatch(/label/)
  await context.close()
})

test('the walk by keyboard finds what cannot be reached, what is not seen, and what is out of order', async () => {
  const page = await browser.newPage()
  await page.setContent(`
    <style>
      .dull:focus { outline: none }
      .turned { display: flex; flex-direction: row-reverse }
    </style>
    <a href="#main">skip</a>
    <button id="dull" class="dull">dull</button>
    <div class="turned"><button id="one">one</button><button id="two">two</button></div>
    <button id="apart" tabindex="-1">apart</button>
    <div id="stray" tabindex="0">stray</div>
    <button id="trap" onkeydown="event.preventDefault()">trap</button>
    <button id="behind">behind</button>`)
  expect(await findKeyFaults(page, await tabKeyOf(page))).toEqual([
    'Tab goes back on the screen from button "one" to button "two"',
    'button "apart" is left out by Tab',
    'button "dull" does not show its focus',
    'Tab does not reach button "behind"',
  ])
  await page.close()
})

test('the looks at motion, forced colours and wide text find what is wrong there', async () => {
  const { page, context } = await invitePerson(browser)
  await page.setContent(`
    <style>
      body { background: white }
      @keyframes turn { to { rotate: 1turn } }
      i { display: block; animation: turn 9s infinite }
      u { transition: color 1s }
      .btn { border: 0; background: #123456 }
      .cut { overflow: hidden; height: 1.3rem; line-height: 1.2 }
    </style>
    <i>turns</i><u>fades</u><span class="btn">edgeless</span>
    <div data-testid="qr"><svg viewBox="0 0 2 1"><path fill="#fff" d="M0 0h1v1z"/><path fill="#0000fe" d="M0 0h1v1z"/></svg></div>
    <p class="cut">Words as many as fit</p>`)
  expect((await findMotion(page)).map((fault) => fault.slice(0, 16))).toEqual([
    'moves: <i>turns<',
    'would move: <i>t',
    'would move: <u>f',
  ])
  expect((await findLostColours(page)).map((fault) => fault.slice(0, 22))).toEqual([
    'the edge is lost: <spa',
    'black on white is lost',
  ])
  expect(await findOverflow(page)).toEqual([])
  expect(await findOverflowSpaced(page)).toHaveLength(1)
  await context.close()
})

test('somebody registers, and locks the device, with the keyboard alone', async () => {
  const { page, context } = await invitePerson(browser)
  const wizard = new Wizard(page, baseUrl)
  const keys = new Keyboard(page)
  const address = freshAddress()
  await wizard.open()
  await keys.toWords(copy.ui.skip)
  await keys.press('Enter')
  await keys.press('Tab')
  expect(await keys.is('closest("main") !== null')).toBe(true)
  await keys.fill('email', address)
  await keys.press('Enter')
  await wizard.field('code').waitFor()
  await keys.fill('code', codeIn(await waitForMail(baseUrl, address)))
  await keys.press('Enter')
  await wizard.field('name').waitFor()
  await keys.fill('name', 'Ada Lovelace')
  if ((await page.locator('main [name="terms"]').count()) > 0) {
    await keys.toField('terms')
    await keys.press('Space')
  }
  await keys.toSubmit()
  await keys.press('Enter')
  await wizard.step('platform').waitFor()
  await keys.choose('platform', 'agent')
  if (await page.locator('main [name="ownership"]').first().isVisible())
    await keys.choose('ownership', 'personal')
  await keys.toSubmit()
  await keys.press('Enter')
  await wizard.status('waiting').waitFor()

  const link = parseProvisionUrl(await wizard.provisionUrl())
  if (!link || !('code' in link)) throw new Error('no provision URL')
  const device = await createDevice({ baseUrl, holder: 'dpop' })
  expect((await device.redeem({ code: link.code, device: { name: 'Toaster' } })).status).toBe(201)
  await device.checkIn()
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(`${baseUrl}/account`)
  // The menu of a phone: opens, closes and keeps the focus.
  const isOpen = () => page.evaluate('document.activeElement.closest("details")?.open')
  await keys.toWords(copy.staff.menu)
  await keys.press('Enter')
  expect(await isOpen()).toBe(true)
  await keys.press('Enter')
  expect(await isOpen()).toBe(false)
  await keys.press('Space')
  await keys.toWords(copy.staff.sections.myDevices)
  await keys.press('Enter')
  await page.waitForURL(`${baseUrl}/portal`)
  await keys.toWords('Toaster')
  await keys.press('Enter')
  await page.waitForURL(/\/portal\/devices\//)
  await keys.toWords(copy.commands.acts.lock)
  await keys.press('Enter')
  await page.locator('[data-region="commands"] li').first().waitFor()
  expect((await device.checkIn()).body.commands).toMatchObject([{ kind: 'lock' }])
  await context.close()
})
