import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { TURNSTILE_ORIGIN } from '../../src/web/http/page-policy.ts'
import { launchBrowser } from '../support/browser.ts'
import { fillPath, visitorOf } from '../support/staffed/paths.ts'
import { bootStaffedWorld, type Role, type StaffedWorld } from '../support/staffed/world.ts'
import { loadScenes, serveScenes } from './scene-server.ts'

/**
 * `node test/pictures/run.ts [part of a name]`: every page in every state, and every mail, as a picture under `pictures/`, on a
 * phone and a laptop, light and dark. Fails where a page is wider than its window (also at 320 pixels), where
 * axe-core finds something, or where the content security policy had to stop something. Expects built assets.
 */

type View = { name: string; url: string; role: Role }

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const WIDTHS = { phone: { width: 390, height: 844 }, laptop: { width: 1280, height: 860 } }

/** The pages of those who work here, from a service in use: each is named after its route. */
async function listPages(world: StaffedWorld): Promise<View[]> {
  const views: View[] = []
  for (const route of world.routes) {
    const role = visitorOf(route)
    if (route.method !== 'GET' || !role) continue
    const url = world.origin + fillPath(route.path, world.places)
    const cookie = world
      .cookiesOf(role)
      .map(({ name, value }) => `${name}=${value}`)
      .join('; ')
    const answer = await fetch(url, { headers: { cookie, accept: 'text/html' }, redirect: 'manual' })
    if (answer.status === 200 && answer.headers.get('content-type')?.startsWith('text/html'))
      views.push({ name: route.path.slice(1).replaceAll(':', '').replaceAll('/', '-'), url, role })
    await answer.body?.cancel()
  }
  return views
}

type Visit = { browser: Browser; world: StaffedWorld; axe: string; views: View[]; faults: string[] }

async function visitAll(visit: Visit, size: keyof typeof WIDTHS, scheme: 'light' | 'dark'): Promise<void> {
  const { browser, faults } = visit
  const context = await browser.newContext({
    viewport: WIDTHS[size],
    colorScheme: scheme,
    reducedMotion: 'reduce',
  })
  // Pictures need no network: the human check stays empty.
  await context.route(`${TURNSTILE_ORIGIN}/**`, (route) => route.fulfill({ body: '' }))
  const page = await context.newPage()
  let name = ''
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) faults.push(`${name}: ${message.text()}`)
  })
  for (const view of visit.views) {
    name = view.name
    const where = `${name} ${size} ${scheme}`
    await context.clearCookies()
    await context.addCookies(visit.world.cookiesOf(view.role))
    await page.goto(view.url)
    await page.screenshot({ path: join(root, 'pictures', `${name}-${size}-${scheme}.png`), fullPage: true })
    if (await isTooWide(page)) faults.push(`${where}: wider than its window`)
    for (const fault of await findBarriers(page, visit.axe, name.startsWith('mail-')))
      faults.push(`${where}: ${fault}`)
    if (size === 'phone' && scheme === 'light') {
      await page.setViewportSize({ width: 320, height: 640 })
      if (await isTooWide(page)) faults.push(`${name} at 320: wider than its window`)
      await page.setViewportSize(WIDTHS.phone)
    }
  }
  await context.close()
}

function isTooWide(page: Page): Promise<boolean> {
  return page.evaluate('document.documentElement.scrollWidth > window.innerWidth') as Promise<boolean>
}

/** A mail is shown inside another document, which has the landmarks. */
const MAIL_RULES = '{ rules: { region: { enabled: false }, "landmark-one-main": { enabled: false } } }'

async function findBarriers(page: Page, axe: string, isMail: boolean): Promise<string[]> {
  await page.evaluate(axe)
  return (await page.evaluate(`axe.run(${isMail ? MAIL_RULES : ''}).then(({ violations }) => violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => id + ': ' + node.html.slice(0, 160) + ' ' + node.failureSummary)))`)) as string[]
}

const asked = process.argv[2] ?? ''
const folder = await mkdtemp(join(tmpdir(), 'latchkey-pictures-'))
const scenes = await loadScenes()
const [{ origin, server }, world, browser] = await Promise.all([
  serveScenes(scenes),
  bootStaffedWorld(folder),
  launchBrowser(),
])
const drawn = scenes.map(({ name }): View => ({ name, url: `${origin}/${name}`, role: 'nobody' }))
const views = [...drawn, ...(await listPages(world))].filter(({ name }) => name.includes(asked))
if (!asked) await rm(join(root, 'pictures'), { recursive: true, force: true })
await mkdir(join(root, 'pictures'), { recursive: true })
const visit: Visit = {
  browser,
  world,
  axe: await readFile(join(root, 'node_modules', 'axe-core', 'axe.min.js'), 'utf8'),
  views,
  faults: [],
}
for (const scheme of ['light', 'dark'] as const) {
  await Promise.all([visitAll(visit, 'phone', scheme), visitAll(visit, 'laptop', scheme)])
}
await Promise.all([browser.close(), world.stop()])
server.close()
await rm(folder, { recursive: true, force: true })
for (const fault of visit.faults) console.error(fault)
console.log(`${views.length} pages, ${views.length * 4} pictures, ${visit.faults.length} faults`)
process.exitCode = visit.faults.length > 0 ? 1 : 0
