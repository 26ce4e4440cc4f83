import { execFile } from 'node:child_process'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { copyFor } from '../../src/copy/index.ts'
import { createDevice } from '../../src/tools/device/client.ts'
import { parseProvisionUrl } from '../../src/tools/device/link.ts'
import { launchBrowser } from '../support/browser.ts'
import { freshAddress } from './support/mailbox.ts'
import { invitePerson } from './support/people.ts'
import { readQrFrom } from './support/qr.ts'
import { rentServer } from './support/server.ts'
import { Wizard } from './support/wizard.ts'

const { baseUrl } = await rentServer()
const copy = await copyFor('en')
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

/** A device that knows nothing but what the QR code says. */
async function redeemWithReferenceDevice(url: string) {
  const link = parseProvisionUrl(url)
  if (!link || !('code' in link)) throw new Error(`no provision URL: ${url}`)
  const device = await createDevice({ baseUrl: link.baseUrl, holder: 'dpop' })
  const answer = await device.redeem({ code: link.code, device: { name: 'Toaster', os_version: '1.0' } })
  return { device, answer }
}

/** `npm run device -- …`; what it says. */
async function playDevice(...args: string[]): Promise<string> {
  const script = join(import.meta.dirname, '../../src/tools/device.ts')
  const { stdout } = await promisify(execFile)(process.execPath, ['--no-warnings', script, ...args])
  return stdout
}

test('a person registers, a device redeems the QR code and comes alive without a reload', async () => {
  const { page, context, complaints } = await invitePerson(browser)
  const told: string[] = []
  page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => told.push(String(payload))))
  const wizard = new Wizard(page, baseUrl)
  const address = freshAddress()
  await wizard.register({ address, platform: 'agent' })
  await wizard.status('waiting').waitFor()
  const provisionUrl = await wizard.provisionUrl()
  expect(provisionUrl).toMatch(new RegExp(`^${baseUrl}/p/[\\w-]{22}\\?k=[\\w-]{22}$`))
  expect(await page.getByTestId('pin').innerText()).toMatch(/^\d{4}\s?\d{4}$/)

  const scanned = await readQrFrom(page)
  expect(scanned).toBe(provisionUrl)

  const visits: string[] = []
  page.on('framenavigated', (frame) => visits.push(frame.url()))
  await page.evaluate('globalThis.stayed = true')

  const { device, answer } = await redeemWithReferenceDevice(scanned ?? '')
  expect(answer.status).toBe(201)
  expect(answer.body).toMatchObject({
    device: { status: 'pending', platform: 'agent' },
    credential: { token_type: 'DPoP' },
    account: { username: address, name: 'Ada Lovelace' },
  })
  await wizard.status('redeemed').waitFor({ timeout: 10_000 })
  expect((await device.configuration()).status).toBe(200)
  expect((await device.checkIn({ name: 'Toaster' })).body).toMatchObject({ status: 'active' })
  await wizard.status('active').waitFor({ timeout: 10_000 })

  expect(told.some((text) => text.includes('active'))).toBe(true)
  expect(visits).toEqual([])
  expect(await page.evaluate('globalThis.stayed')).toBe(true)
  expect(complaints).toEqual([])
  await context.close()
})

test('the same without script, the device played on the command line: a link brings the state up to date', async () => {
  const { page, context, complaints } = await invitePerson(browser, { script: false })
  const wizard = new Wizard(page, baseUrl)
  await wizard.register({ address: freshAddress('grace'), name: 'Grace Hopper', platform: 'agent' })
  await wizard.status('waiting').waitFor()
  const provisionUrl = await wizard.provisionUrl()
  expect(await readQrFrom(page)).toBe(provisionUrl)

  const state = join(await mkdtemp(join(tmpdir(), 'latchkey-')), 'device.json')
  expect(await playDevice('redeem', provisionUrl, '--state', state)).toMatch(/^This is now dev_\S+ \(agent/)
  const refresh = page.getByRole('link', { name: copy.ready.refresh })
  await refresh.click()
  await wizard.status('redeemed').waitFor()
  expect(await playDevice('check-in', '--state', state)).toMatch(
    /is active; the next check-in is due in \d+ s/,
  )
  await refresh.click()
  await wizard.status('active').waitFor()
  expect(complaints).toEqual([])
  await context.close()
})

test('a device that types site, address and PIN is the same device to the person who watches', async () => {
  const { page, context } = await invitePerson(browser)
  const wizard = new Wizard(page, baseUrl)
  const address = freshAddress('edith')
  await wizard.register({ address, name: 'Edith Clarke' })
  const pin = (await page.getByTestId('pin').innerText()).replaceAll(/\s/g, '')
  const device = await createDevice({ baseUrl, holder: 'idempotency' })
  const request = { organisation: 'acme', username: address, code: pin }
  const answer = await device.redeem(request)
  expect(answer.status).toBe(201)
  expect(answer.body.credential.token_type).toBe('Bearer')
  await wizard.status('redeemed').waitFor({ timeout: 10_000 })
  // The answer was lost on the way: asking again finds the same device.
  const again = await device.redeem(request)
  expect(again.status).toBe(201)
  expect(again.body.device.id).toBe(answer.body.device.id)
  expect((await device.checkIn()).status).toBe(200)
  await wizard.status('active').waitFor({ timeout: 10_000 })
  await context.close()
})
