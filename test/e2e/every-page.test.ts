import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { fillPath, visitorOf } from '../support/staffed/paths.ts'
import { bootStaffedWorld, type Role, type RouteLine, type StaffedWorld } from '../support/staffed/world.ts'
import { findBarriers } from './support/barriers.ts'
import { refuseForms } from './support/every-page-forms.ts'
import { findJumps, findKeyFaults, tabKeyOf } from './support/every-page-keyboard.ts'
import { findLostColours, findMotion, findOverflow, findTwins } from './support/every-page-sight.ts'

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

describe.each(['manager', 'supervisor', 'owner', 'nobody'] as const)('the pages of: %s', (role) => {
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
    const { faults } = await walk(role, context, refuseForms)
    await context.close()
    expect(faults).toEqual({})
  }, 300_000)
})
