import { mkdir, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import type { Browser, Page } from 'playwright-core'
import { themeCss } from '../../src/web/ui/theme.ts'
import { launchBrowser } from '../support/browser.ts'
import { acme, sunny } from './fixtures.ts'
import { mailScenes } from './mail-scenes.ts'

/**
 * `node test/pictures/run.ts [part of a name]`: every page in every state, and every mail, as a picture under `pictures/`, on a
 * phone and a laptop, light and dark. Fails where a page is wider than its window (also at 320 pixels), where
 * axe-core finds something, or where the content security policy had to stop something. Expects built assets.
 */

type Scene = { name: string; page: unknown }

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const WIDTHS = { phone: { width: 390, height: 844 }, laptop: { width: 1280, height: 860 } }
const POLICY =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; " +
  "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
/** Programs that show mails allow the styles in them, and nothing else. */
const MAIL_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
const LOGO =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" rx="9" fill="#17559a"/>' +
  '<path d="M11 29 20 10l9 19M14.5 23h11" fill="none" stroke="#fff" stroke-width="3.4" stroke-linejoin="round"/></svg>'

/** Node does not read JSX: the scenes are bundled first. */
async function loadScenes(): Promise<Scene[]> {
  const outfile = join(root, 'node_modules', '.cache', 'pictures', 'scenes.mjs')
  await build({
    absWorkingDir: root,
    entryPoints: ['test/pictures/scenes.tsx'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
  })
  const built = (await import(pathToFileURL(outfile).href)) as { scenes: Scene[] }
  return [...built.scenes, ...mailScenes]
}

function serve(scenes: Scene[]) {
  return createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname
    const scene = scenes.find(({ name }) => path === `/${name}`)
    const organisation = [acme, sunny].find(({ slug }) => path === `/setup/${slug}/theme.css`)
    const policy = scene?.name.startsWith('mail-') ? MAIL_POLICY : POLICY
    const send = (type: string, body: string | Uint8Array) =>
      response.writeHead(200, { 'content-type': type, 'content-security-policy': policy }).end(body)
    if (scene) send('text/html; charset=utf-8', String(await scene.page))
    else if (organisation) send('text/css', themeCss(organisation.accent))
    else if (path.endsWith('/logo')) send('image/svg+xml', LOGO)
    else if (/^\/(?:assets\/[a-z]+\.(?:css|js)|favicon\.svg)$/.test(path)) {
      const type = path.endsWith('.css')
        ? 'text/css'
        : path.endsWith('.js')
          ? 'text/javascript'
          : 'image/svg+xml'
      send(type, await readFile(join(root, 'public', path)))
    } else response.writeHead(503).end()
  })
}

type Visit = { browser: Browser; base: string; axe: string; names: string[]; faults: string[] }

async function visitAll(visit: Visit, size: keyof typeof WIDTHS, scheme: 'light' | 'dark'): Promise<void> {
  const { browser, base, faults } = visit
  const context = await browser.newContext({
    viewport: WIDTHS[size],
    colorScheme: scheme,
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  let name = ''
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) faults.push(`${name}: ${message.text()}`)
  })
  for (name of visit.names) {
    const where = `${name} ${size} ${scheme}`
    await page.goto(`${base}/${name}`)
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

const scenes = await loadScenes()
const names = scenes.map(({ name }) => name).filter((name) => name.includes(process.argv[2] ?? ''))
if (!process.argv[2]) await rm(join(root, 'pictures'), { recursive: true, force: true })
await mkdir(join(root, 'pictures'), { recursive: true })
const server = serve(scenes)
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
const browser = await launchBrowser()
const visit: Visit = {
  browser,
  base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
  axe: await readFile(join(root, 'node_modules', 'axe-core', 'axe.min.js'), 'utf8'),
  names,
  faults: [],
}
for (const scheme of ['light', 'dark'] as const) {
  await Promise.all([visitAll(visit, 'phone', scheme), visitAll(visit, 'laptop', scheme)])
}
await browser.close()
server.close()
for (const fault of visit.faults) console.error(fault)
console.log(`${names.length} pages, ${names.length * 4} pictures, ${visit.faults.length} faults`)
process.exitCode = visit.faults.length > 0 ? 1 : 0
