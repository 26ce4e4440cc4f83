import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { copyFor } from '../../src/copy/index.ts'
import { createDevice, type Device } from '../../src/tools/device/client.ts'
import { parseProvisionUrl } from '../../src/tools/device/link.ts'
import { launchBrowser } from '../support/browser.ts'
import { Desk } from './support/desk.ts'
import { freshAddress } from './support/mailbox.ts'
import { invitePerson } from './support/people.ts'
import { rentServer } from './support/server.ts'
import { Wizard } from './support/wizard.ts'

/** The portal in a browser and a device beside it: what one does the other shows, without a reload. */

const { baseUrl } = await rentServer()
const copy = await copyFor('en')
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

async function redeem(url: string): Promise<Device> {
  const link = parseProvisionUrl(url)
  if (!link || !('code' in link)) throw new Error(`no provision URL: ${url}`)
  const device = await createDevice({ baseUrl: link.baseUrl, holder: 'dpop' })
  expect((await device.redeem({ code: link.code, device: { name: 'Toaster' } })).status).toBe(201)
  return device
}

const idOf = (device: Device) => device.state.claim?.deviceId ?? ''

/** Somebody with one active device, at its page in the portal. */
async function atMyDevice() {
  const person = await invitePerson(browser)
  const wizard = new Wizard(person.page, baseUrl)
  await wizard.register({ address: freshAddress(), platform: 'agent' })
  const device = await redeem(await wizard.provisionUrl())
  await device.checkIn({ name: 'Toaster', os_version: '1.0' })
  const desk = new Desk(person.page, baseUrl)
  await desk.open(`/portal/devices/${idOf(device)}`)
  return { ...person, desk, device }
}

/** Notes that the page was not loaded again. */
async function stay(page: Awaited<ReturnType<typeof atMyDevice>>['page']) {
  await page.evaluate('globalThis.stayed = true')
  return () => page.evaluate('globalThis.stayed')
}

test('lock is asked for in the portal, delivered at the check-in and done, without a reload', async () => {
  const { page, desk, device, context, complaints } = await atMyDevice()
  await desk.press(copy.commands.acts.lock)
  const state = (word: keyof typeof copy.commands.states) =>
    page.locator('[data-region="commands"] li').getByText(copy.commands.states[word], { exact: true }).first()
  await state('queued').waitFor()
  const stayed = await stay(page)

  const [command] = (await device.checkIn()).body.commands
  expect(command).toMatchObject({ kind: 'lock' })
  await state('delivered').waitFor({ timeout: 10_000 })
  expect((await device.finish(command.id, { status: 'done' })).status).toBe(204)
  await state('done').waitFor({ timeout: 10_000 })

  expect(await stayed()).toBe(true)
  expect(complaints).toEqual([])
  await context.close()
})

test('a device is replaced: the old one goes on until the new one reports, then its page says so', async () => {
  const { page, desk, device, context, complaints } = await atMyDevice()
  const path = `/portal/devices/${idOf(device)}`
  await desk.open(`${path}/replace`)
  await desk.choose('platform', 'agent')
  await page.locator('main form button[type="submit"]').last().click()
  await page.getByTestId('provision-url').waitFor()
  const next = await redeem(await new Wizard(page, baseUrl).provisionUrl())

  await desk.open(path)
  const stayed = await stay(page)
  expect((await device.checkIn()).status).toBe(200)
  expect((await next.checkIn()).status).toBe(200)
  await page
    .locator('[data-region="state"]')
    .getByText(copy.portal.statuses.replaced)
    .first()
    .waitFor({ timeout: 10_000 })
  expect((await device.checkIn()).status).toBe(401)

  expect(await stayed()).toBe(true)
  expect(complaints).toEqual([])
  await context.close()
})
