import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from '../../support/browser.ts'
import { fillPath, visitorOf } from '../../support/staffed/paths.ts'
import {
  bootStaffedWorld,
  type Role,
  type RouteLine,
  type StaffedWorld,
} from '../../support/staffed/world.ts'
import { findBarriers } from './barriers.ts'
import { findJumps, findKeyFaults, tabKeyOf } from './every-page-keyboard.ts'
import { findLostColours, findMotion, findOverflow, findTwins } from './every-page-sight.ts'

/** Every page of those who work here, found in the app's route table: nobody can forget to test a new one. */

let browser: Browser
let world: StaffedWorld
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'latchkey-pages-'))
  ;[browser, world] = await Promise.all([launchBrowser(), bootStaffedWorld(folder)])
}, 120_000)
afterAll(async () => {
  await Promise.all([browser.close(), world.stop()])
  await rm(folder, { recursive: true, force: true })
})

/** What opens only for whom something was sent: here, what it says to everybody else. */
const REFUSED: Record<string, number> = {
  '/sign-in/oidc/:slug': 404,
  '/sign-in/oidc/callback': 400,
  '/sign-in/recover': 410,
}

/** 320 and 640 are a laptop's 1280 at 400 and 200 percent. Ends at the laptop's own. */
const WIDTHS = [320, 390, 640, 1280]

function pagesOf(role: Role): RouteLine[] {
  return world.routes.filter((route) => route.method === 'GET' && visitorOf(route) === role)
}

async function contextOf(role: Role, options: { javaScriptEnabled?: boolean } = {}): Promise<BrowserContext> {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options })
  await context.addCookies(world.cookiesOf(role))
  return context
}

/** In the dark only what rests on colours differs. */
const RULES = { light: undefined, dark: ['color-contrast', 'link-in-text-block'] }

/** Goes through the role's pages; `look` says what is wrong with each. What is no page (a file) is left out. */
async function walk(
  role: Role,
  context: BrowserContext,
  look: (page: Page, route: RouteLine) => Promise<string[]>,
): Promise<{ seen: number; faults: Record<string, string[]> }> {
  const page = await context.newPage()
  const faults: Record<string, string[]> = {}
  let seen = 0
  for (const route of pagesOf(role)) {
    const path = fillPath(route.path, world.places)
    const head = await context.request.get(world.origin + path, { maxRedirects: 0 })
    if (!head.headers()['content-type']?.startsWith('text/html')) continue
    await page.goto(world.origin + path)
    seen += 1
    const found = await look(page, route)
    if (head.status() !== (REFUSED[route.path] ?? 200)) found.push(`answers ${head.status()}`)
    if (found.length > 0) faults[route.path] = found
  }
  await page.close()
  return { seen, faults }
}

/** Walks every page of these roles, twice. A file of tests each, so that two cores share them. */
export function describePagesOf(...roles: Role[]): void {
  describe.each(roles)('the pages of: %s', (role) => {
    test('have no barrier that a machine can find: by keyboard, in any window, light, dark and forced colours', async () => {
      const context = await contextOf(role)
      let pressTab: Awaited<ReturnType<typeof tabKeyOf>> | null = null
      const { seen, faults } = await walk(role, context, async (page) => {
        pressTab ??= await tabKeyOf(page)
        const found: string[] = []
        await page.evaluate('document.querySelectorAll("details").forEach((part) => { part.open = true })')
        found.push(...(await findKeyFaults(page, pressTab)), ...(await findMotion(page)))
        found.push(...(await findTwins(page)))
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme })
          found.push(
            ...(await findBarriers(page, RULES[colorScheme])).map((fault) => `${colorScheme}: ${fault}`),
          )
        }
        found.push(...(await findLostColours(page)).map((fault) => `forced colours: ${fault}`))
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: 800 })
          found.push(...(await findOverflow(page)).map((fault) => `at ${width}: ${fault}`))
          if (width === 390) found.push(...(await findJumps(page)).map((fault) => `at ${width}: ${fault}`))
        }
        return found
      })
      await context.close()
      expect(faults).toEqual({})
      expect(seen).toBeGreaterThan(0)
    }, 300_000)

    test('say everything without script, and keep what was typed when it is refused', async () => {
      const context = await contextOf(role, { javaScriptEnabled: false })
      const { faults } = await walk(role, context, (page) => refuseForms(page, context))
      await context.close()
      expect(faults).toEqual({})
    }, 300_000)
  })
}

/** Longer than any field takes, with signs that HTML would read. */
const TOO_LONG = { line: `"><b>${'kept '.repeat(500)}`, text: `"><b>${'kept '.repeat(4500)}` }
/** What is shown again never includes these. */
const SECRET = /password|secret|passphrase|psk/i

type PageForm = { action: string; fields: { name: string; type: string; value: string }[] }

/** The forms of a page as a browser would send them; files and buttons left out. */
const READ_FORMS = `[...document.querySelectorAll('main form[method=post]')].map((form) => ({
  action: form.action,
  fields: [...form.elements]
    .filter(({ name, type, checked }) => name && !/^(file|submit)$/.test(type) && (!/^(checkbox|radio)$/.test(type) || checked))
    .map(({ name, type, value }) => ({ name, type, value })),
}))`

/** Posts each form of the page with texts that are too long, and looks for what was typed in the answer. */
async function refuseForms(page: Page, context: BrowserContext): Promise<string[]> {
  const found: string[] = []
  if ((await page.locator('main h1').count()) !== 1) found.push('has not one heading')
  const forms = (await page.evaluate(READ_FORMS)) as PageForm[]
  for (const { action, fields } of forms) {
    const typed = fields.filter(({ type }) => /^(text|email|tel|url|textarea|number)$/.test(type))
    if (typed.length === 0) continue
    const form: Record<string, string> = {}
    for (const { name, type, value } of fields)
      form[name] = typed.some((field) => field.name === name && field.type === type)
        ? TOO_LONG[type === 'textarea' ? 'text' : 'line']
        : value
    const { status, text } = await post(context, action, form)
    if (status !== 422) found.push(`${action} answers ${status} to texts that are too long`)
    else
      for (const { name } of typed)
        if (!SECRET.test(name) && !keeps(text, name))
          found.push(`${action} forgets what was typed in ${name}`)
    const untied = (await page.evaluate(`(${FIND_UNTIED})(${JSON.stringify(text)})`)) as string[]
    found.push(...untied.map((fault) => `${action}, refused: ${fault}`))
  }
  return found
}

/** In the page: fields of a refused form whose error is not tied to them, and names that stand twice. */
const FIND_UNTIED = `(html) => {
  const refused = new DOMParser().parseFromString(html, 'text/html')
  const wrong = [...refused.querySelectorAll('[aria-invalid=true]')]
  const told = [...refused.querySelectorAll('[data-testid=error], [data-testid=row-error], [role=alert]')]
  const ids = [...refused.querySelectorAll('[id]')].map(({ id }) => id)
  const isTied = (field) => [field, field.closest('fieldset')].some((part) =>
    (part?.getAttribute('aria-describedby') ?? '').split(' ').some((id) => id.endsWith('-error') && ids.includes(id)))
  return [
    ...(told.length === 0 ? ['does not say what was wrong'] : []),
    ...wrong.filter((field) => !isTied(field)).map(({ name }) => name + ' does not say what was wrong with it'),
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => id + ' is the name of two'),
  ]
}`

/** A list says what was wrong at its own address, where its filters are: that counts as a refusal. */
async function post(context: BrowserContext, action: string, form: Record<string, string>) {
  const headers = { 'sec-fetch-site': 'same-origin', origin: world.origin }
  const answer = await context.request.post(action, { form, maxRedirects: 0, headers })
  const { location } = answer.headers()
  if (answer.status() !== 303 || !location?.includes('trouble='))
    return { status: answer.status(), text: await answer.text() }
  const page = await context.request.get(new URL(location, world.origin).href)
  return { status: 422, text: await page.text() }
}

/** Whether the field of that name shows what was typed, with its signs escaped. */
function keeps(html: string, name: string): boolean {
  const field = new RegExp(`<(?:input|textarea)[^>]*name="${name.replaceAll('.', '\\.')}"[^>]*>[^<]{0,40}`)
  const shown = field.exec(html)?.[0] ?? ''
  return shown.includes('&quot;&gt;&lt;b&gt;kept') || /&#34;&gt;&lt;b&gt;kept/.test(shown)
}
