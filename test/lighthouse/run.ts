/**
 * `npm run lighthouse`: the wizard's pages on Lighthouse's phone, as a person meets them one after the other. Prints
 * a table and what lost points; exit code 1 where a category is under its bound.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { startLocalServer } from '../../src/tools/local-server.ts'
import { buildAssets } from '../../src/tools/start/assets.ts'
import { findFreePort } from '../../src/tools/start/ports.ts'
import { ensureSecretsFile } from '../../src/tools/start/secrets-file.ts'
import { freshAddress } from '../e2e/support/mailbox.ts'
import { Wizard } from '../e2e/support/wizard.ts'
import { launchBrowser } from '../support/browser.ts'

/** Percent that a category must reach. Performance is shown only: it measures the machine as much as the page. */
const BOUNDS: Record<string, number> = { accessibility: 95, 'best-practices': 95, seo: 95, performance: 0 }

const CONFIG = {
  extends: 'lighthouse:default',
  settings: {
    onlyCategories: Object.keys(BOUNDS),
    // No page of the service is for a search engine: `robots.txt` and `x-robots-tag` say so on purpose.
    skipAudits: ['is-crawlable'],
  },
}

/** What of Lighthouse is used. Its own types are installed beside it, where the project's check does not look. */
type Lighthouse = (
  url: string,
  flags: { port: number; logLevel: string; disableStorageReset: boolean },
  config: typeof CONFIG,
) => Promise<{ lhr: Result }>
type Result = {
  finalDisplayedUrl: string
  runtimeError?: { message: string }
  categories: Record<string, { score: number | null; auditRefs: { id: string; weight: number }[] }>
  audits: Record<string, { title: string; score: number | null; details?: { items?: unknown[] } }>
}
type Line = { page: string; scores: Record<string, number>; remarks: string[] }

const entry = join(import.meta.dirname, 'node_modules', 'lighthouse', 'core', 'index.js')
const { default: lighthouse } = (await import(pathToFileURL(entry).href)) as { default: Lighthouse }

const folder = await mkdtemp(join(tmpdir(), 'latchkey-lighthouse-'))
const secretsFile = join(folder, 'secrets')
await ensureSecretsFile(secretsFile)
await buildAssets()
const [serverPort, port] = [await findFreePort(), await findFreePort()]
const server = await startLocalServer({ port: serverPort, state: join(folder, 'state'), secretsFile })
const browser = await launchBrowser({ debuggingPort: port })
const lines: Line[] = []
try {
  await visitWizard()
} finally {
  await Promise.all([browser.close(), server.stop()])
  await rm(folder, { recursive: true, force: true })
}
report()

/** Goes from step to step, and has each looked at in a tab of its own with the same cookies. */
async function visitWizard(): Promise<void> {
  const context = await browser.newContext({ locale: 'en-GB' })
  const page = await context.newPage()
  const devtools = await browser.newBrowserCDPSession()
  const look = async (name: string) => {
    const cookies = (await context.cookies()).map(
      ({ name, value, domain, path, httpOnly, secure, sameSite }) => ({
        name,
        value,
        domain,
        path,
        httpOnly,
        secure,
        sameSite,
      }),
    )
    await devtools.send('Storage.setCookies', { cookies })
    const flags = { port, logLevel: 'error', disableStorageReset: true }
    const { lhr } = await lighthouse(page.url(), flags, CONFIG)
    if (lhr.runtimeError) throw new Error(`${name}: ${lhr.runtimeError.message}`)
    if (lhr.finalDisplayedUrl !== page.url()) throw new Error(`${name} led on to ${lhr.finalDisplayedUrl}`)
    lines.push(readScores(name, lhr))
  }
  const wizard = new Wizard(page, server.baseUrl)
  const address = freshAddress()
  await wizard.open()
  await look('start')
  await wizard.giveEmail(address)
  await wizard.field('code').waitFor()
  await look('code')
  await wizard.giveMailedCode(address)
  await wizard.field('name').waitFor()
  await look('about')
  await wizard.giveName('Ada Lovelace')
  await wizard.step('platform').waitFor()
  await look('device')
  await wizard.choosePlatform('agent')
  await wizard.status('waiting').waitFor()
  await look('result')
}

function readScores(page: string, { categories, audits }: Result): Line {
  const scores: Line['scores'] = {}
  const remarks: string[] = []
  for (const [name, bound] of Object.entries(BOUNDS)) {
    const category = categories[name]
    scores[name] = Math.round((category?.score ?? 0) * 100)
    if (bound === 0) continue
    for (const { id, weight } of category?.auditRefs ?? []) {
      const { score, title, details } = audits[id] ?? { score: null, title: id }
      if (weight > 0 && score !== null && score < 1)
        remarks.push(`${name}: ${title} (${id}) ${JSON.stringify(details?.items ?? []).slice(0, 400)}`)
    }
  }
  return { page, scores, remarks }
}

function report(): void {
  console.table(Object.fromEntries(lines.map(({ page, scores }) => [page, scores])))
  for (const { page, remarks } of lines) for (const remark of remarks) console.log(`${page}: ${remark}`)
  const low = lines.flatMap(({ page, scores }) =>
    Object.entries(BOUNDS)
      .filter(([name, bound]) => (scores[name] ?? 0) < bound)
      .map(([name, bound]) => `${page}: ${name} is ${scores[name]}, under ${bound}`),
  )
  for (const line of low) console.error(line)
  process.exitCode = low.length > 0 ? 1 : 0
}
