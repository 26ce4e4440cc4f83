import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { codeIn, freshAddress, linkIn, readMails, waitForMail } from './support/mailbox.ts'
import { invitePerson } from './support/people.ts'
import { rentServer } from './support/server.ts'
import { Wizard } from './support/wizard.ts'

const { baseUrl } = await rentServer()
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

test('an address that the organisation does not accept: said at the field, what was typed is kept', async () => {
  const { page, context } = await invitePerson(browser)
  const wizard = new Wizard(page, baseUrl)
  const address = freshAddress('eve', 'elsewhere.example')
  await wizard.open()
  await wizard.giveEmail(address)
  await wizard.error().first().waitFor()
  const field = wizard.field('email')
  expect(await field.inputValue()).toBe(address)
  expect(await field.getAttribute('aria-invalid')).toBe('true')
  const describedBy = (await field.getAttribute('aria-describedby')) ?? ''
  const described = describedBy.split(' ').map((id) => page.locator(`[id="${id}"]`))
  const texts = await Promise.all(described.map((element) => element.innerText()))
  expect(texts.join(' ')).toContain('acme.example')
  expect(await readMails(baseUrl, address)).toEqual([])
  await context.close()
})

test('a wrong code is refused in words, and the right one still works', async () => {
  const { page, context } = await invitePerson(browser)
  const wizard = new Wizard(page, baseUrl)
  const address = freshAddress()
  await wizard.open()
  await wizard.giveEmail(address)
  const code = codeIn(await waitForMail(baseUrl, address))
  const wrong = code === '000000' ? '000001' : '000000'
  await wizard.giveCode(wrong)
  await wizard.error().first().waitFor()
  expect(await wizard.error().first().innerText()).toMatch(/4/)
  await wizard.giveCode(code)
  await wizard.field('name').waitFor()
  await context.close()
})

test('coming back to /setup while signed in goes straight to the choice of a device', async () => {
  const { page, context } = await invitePerson(browser)
  const wizard = new Wizard(page, baseUrl)
  await wizard.register({ address: freshAddress() })
  const first = await wizard.provisionUrl()
  await wizard.open('/setup/acme')
  await wizard.choosePlatform('agent')
  await page.getByTestId('status').waitFor()
  expect(await wizard.provisionUrl()).not.toBe(first)
  await wizard.open('/setup')
  await wizard.step('platform').waitFor()
  await context.close()
})

test('someone who comes back with an account skips what is known already', async () => {
  const address = freshAddress('joan')
  const first = await invitePerson(browser)
  await new Wizard(first.page, baseUrl).register({ address, name: 'Joan Clarke' })
  await first.context.close()

  const second = await invitePerson(browser)
  const wizard = new Wizard(second.page, baseUrl)
  await wizard.open()
  await wizard.giveEmail(address)
  await wizard.giveCode(codeIn(await waitForMail(baseUrl, address, 2)))
  await wizard.step('platform').waitFor()
  await second.context.close()
})

test('reload, back and a second tab lose nothing', async () => {
  const { page, context } = await invitePerson(browser)
  const wizard = new Wizard(page, baseUrl)
  const address = freshAddress()
  await wizard.open()
  await wizard.giveEmail(address)
  await wizard.field('code').waitFor()
  await page.reload()
  await wizard.field('code').waitFor()

  await wizard.giveMailedCode(address)
  await wizard.field('name').waitFor()
  await page.reload()
  await wizard.field('name').waitFor()

  const tab = new Wizard(await context.newPage(), baseUrl)
  await tab.open()
  await tab.giveName('Ada Lovelace')
  await tab.step('platform').waitFor()

  await page.reload()
  await wizard.choosePlatform('agent')
  await page.getByTestId('status').waitFor()
  const provisionUrl = await wizard.provisionUrl()
  await page.reload()
  expect(await wizard.provisionUrl()).toBe(provisionUrl)
  await page.goBack()
  await page.goForward()
  expect(await wizard.provisionUrl()).toBe(provisionUrl)
  await context.close()
})

test('the mailed link, opened elsewhere, shows the code and uses nothing up', async () => {
  const { page, context } = await invitePerson(browser)
  const wizard = new Wizard(page, baseUrl)
  const address = freshAddress()
  await wizard.open()
  await wizard.giveEmail(address)
  const mail = await waitForMail(baseUrl, address)
  const code = codeIn(mail)

  const scanner = await invitePerson(browser)
  await scanner.page.goto(linkIn(mail, baseUrl))
  expect((await scanner.page.locator('main').innerText()).replaceAll(/\s/g, '')).toContain(code)
  await scanner.page.reload()
  await scanner.context.close()

  await wizard.giveCode(code)
  await wizard.field('name').waitFor()
  await context.close()
})

test('the mailed link, opened in the browser that asked, fills the code in and waits for its person', async () => {
  const { page, context } = await invitePerson(browser)
  const wizard = new Wizard(page, baseUrl)
  const address = freshAddress()
  await wizard.open()
  await wizard.giveEmail(address)
  const mail = await waitForMail(baseUrl, address)
  await page.goto(linkIn(mail, baseUrl))
  expect(await wizard.field('code').inputValue()).toBe(codeIn(mail))
  await wizard.submit('code')
  await wizard.field('name').waitFor()
  await context.close()
})
