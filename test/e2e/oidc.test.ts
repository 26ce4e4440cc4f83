import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { startOidcProvider, type TestProvider } from '../support/oidc-provider.ts'
import { bootStaffedWorld, type StaffedWorld } from '../support/staffed/world.ts'
import { invitePerson } from './support/people.ts'

/** Signing in against a real provider: a manager enters it in the page, then people use it. */

let browser: Browser
let world: StaffedWorld
let provider: TestProvider
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'latchkey-oidc-'))
  ;[browser, world] = await Promise.all([launchBrowser(), bootStaffedWorld(folder)])
  provider = await startOidcProvider(`${world.origin}/sign-in/oidc/callback`)
  await configure({ forOwners: true })
}, 120_000)
afterAll(async () => {
  await Promise.all([browser?.close(), world?.stop(), provider?.stop()])
  await rm(folder, { recursive: true, force: true })
})

/** Set as by https: the browser's protocol takes `Secure` from nowhere else, though it sends it to localhost. */
const managerCookies = () =>
  world.cookiesOf('manager').map((cookie) => ({ ...cookie, url: cookie.url.replace(/^http:/, 'https:') }))

/** The manager's page, as they fill it in. */
async function configure(options: { forOwners: boolean; secret?: string }): Promise<void> {
  const context = await browser.newContext()
  await context.addCookies(managerCookies())
  const page = await context.newPage()
  await page.goto(`${world.origin}/manage/sign-in`)
  expect(await page.getByTestId('redirect-uri').inputValue()).toBe(`${world.origin}/sign-in/oidc/callback`)
  await page.locator('[name="issuer"]').fill(provider.issuer)
  await page.locator('[name="clientId"]').fill(provider.client.id)
  await page.locator('[name="clientSecret"]').fill(options.secret ?? provider.client.secret)
  await page.locator('[name="forOwners"]').setChecked(options.forOwners)
  await page.locator('main form button').first().click()
  await page.waitForURL(/done=saved/)
  expect(await page.content()).not.toContain('with "signs"')
  await context.close()
}

async function signInAtProvider(page: Page, login: string): Promise<void> {
  await page.waitForURL(`${provider.issuer}/**`)
  await page.locator('[name="login"]').fill(login)
  await page.getByText('Sign in', { exact: true }).click()
  await page.waitForURL(`${world.origin}/**`)
}

async function visit(work: (page: Page, context: BrowserContext) => Promise<void>): Promise<void> {
  const { page, context, complaints } = await invitePerson(browser)
  await work(page, context)
  expect(complaints.filter((complaint) => !/status of (4|5)\d\d/.test(complaint))).toEqual([])
  await context.close()
}

const cookiesOf = async (context: BrowserContext) =>
  (await context.cookies(world.origin)).map(({ name }) => name.replace('__Host-latchkey', ''))

test('a manager signs in at the provider by the short name of the organisation, and works', () =>
  visit(async (page, context) => {
    await page.goto(`${world.origin}/sign-in/organisation?to=/manage/sign-in`)
    await page.locator('[name="organisation"]').fill('acme')
    await page.locator('main form button').click()
    await signInAtProvider(page, 'margaret')
    expect(new URL(page.url()).pathname).toBe('/manage/sign-in')
    expect(await cookiesOf(context)).toContain('-staff')
    const known = await world.db.prepare('SELECT issuer, subject FROM account_identities').all()
    expect(known.results).toContainEqual({ issuer: provider.issuer, subject: 'margaret' })
  }))

test('a person registers at /setup through the provider, without a code by e-mail', () =>
  visit(async (page, context) => {
    await page.goto(`${world.origin}/setup/acme`)
    await page.locator('main a[href="/sign-in/oidc/acme?for=setup"]').click()
    await signInAtProvider(page, 'new.person')
    await page.locator('main [name="name"]').fill('New Person')
    await page.locator('main [name="terms"]').check()
    await page.locator('main form button').first().click()
    await page.locator('main [name="platform"]').first().waitFor({ state: 'attached' })
    expect(await cookiesOf(context)).not.toContain('-staff')
  }))

test('whoever stops at the provider finds the next step, and can begin again', () =>
  visit(async (page) => {
    await page.goto(`${world.origin}/sign-in/oidc/acme`)
    await page.getByText('Cancel').click()
    await page.waitForURL(`${world.origin}/**`)
    expect(await page.locator('main').innerText()).toContain('access_denied')
    await page.locator('main a').first().click()
    await signInAtProvider(page, 'margaret')
    expect(new URL(page.url()).pathname).toBe('/manage')
  }))

test('an address that the rule refuses: the provider lets the person choose another account', () =>
  visit(async (page) => {
    provider.addresses.set('eve', { email: 'eve@elsewhere.example', verified: true })
    await page.goto(`${world.origin}/sign-in/oidc/acme?for=setup`)
    await signInAtProvider(page, 'eve')
    expect(await page.locator('main').innerText()).toContain('eve@elsewhere.example')
    await page.locator('main a').first().click()
    // The provider remembers eve, and asks nevertheless.
    await signInAtProvider(page, 'adam')
    expect(new URL(page.url()).pathname).toBe('/setup/acme/about')
  }))

test('an address that the provider has not verified opens nothing', () =>
  visit(async (page, context) => {
    provider.addresses.set('mallory', { email: 'katherine.manager@acme.example', verified: false })
    await page.goto(`${world.origin}/sign-in/oidc/acme`)
    await signInAtProvider(page, 'mallory')
    expect(await page.locator('h1').innerText()).toMatch(/not verified/)
    expect(await cookiesOf(context)).not.toContain('-staff')
  }))

test('going back after signing in uses nothing twice', () =>
  visit(async (page) => {
    let answer = ''
    page.on('request', (request) => {
      if (request.url().includes('/sign-in/oidc/callback')) answer = request.url()
    })
    await page.goto(`${world.origin}/sign-in/oidc/acme`)
    await signInAtProvider(page, 'margaret')
    const again = await page.goto(answer)
    expect(again?.status()).toBe(400)
    expect(provider.errors.filter((error) => error.startsWith('grant'))).toEqual([])
  }))

test('a wrong client secret is told as what a manager can mend', async () => {
  await configure({ forOwners: true, secret: 'wrong' })
  await visit(async (page) => {
    await page.goto(`${world.origin}/sign-in/oidc/acme`)
    await signInAtProvider(page, 'margaret')
    expect(await page.locator('main').innerText()).toMatch(/client secret/)
  })
  await configure({ forOwners: true })
})

// The last one: signing in anew ends the session that `configure` works with.
test('the button "Try it" goes all the way round', async () => {
  const context = await browser.newContext()
  await context.addCookies(managerCookies())
  const page = await context.newPage()
  await page.goto(`${world.origin}/manage/sign-in`)
  await page.locator('main a[href^="/sign-in/oidc/acme"]').click()
  await signInAtProvider(page, 'margaret')
  expect(page.url()).toContain('done=worked')
  await context.close()
})
