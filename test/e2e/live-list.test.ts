import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'

/** The script of the live lists in a browser, with a server of its own that answers what a test says. */

const ORIGIN = 'http://list.example'
const POLICY = "default-src 'none'; script-src 'self'; connect-src 'self'"
let browser: Browser
let script: string
beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'live-list-'))
  const outfile = join(folder, 'live-list.js')
  await build({ entryPoints: ['src/web/client/live-list.ts'], outfile, bundle: true, format: 'iife' })
  script = await readFile(outfile, 'utf8')
  await rm(folder, { recursive: true })
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const row = (id: string, at: number, words: string) =>
  `<tr data-row="${id}" data-at="${at}"><th><input type="checkbox" name="id" value="${id}"><a href="/${id}">${words}</a></th></tr>`
const PAGE = `<!doctype html><html lang="en"><script src="/live-list.js" defer></script><form><div>
  <p data-said data-one="1 changed" data-many="# changed"></p><div data-empty hidden>Nothing</div>
  <section tabindex="0"><table><tbody data-poll="/changes?status=active" data-since="1000">${row('a', 30, 'Ada')}${row('b', 10, 'Bea')}</tbody></table></section>
</div></form></html>`

type Answer = { status: number } | { since: number; rows: { id: string; html: string | null }[] }

/** The list on a clock that the test turns; `answers` are given one after the other, the last for ever. */
async function openList(answers: Answer[]) {
  const page = await (await browser.newContext()).newPage()
  const asked: string[] = []
  await page.clock.install()
  await page.route(`${ORIGIN}/**`, (route) => {
    const { pathname, search } = new URL(route.request().url())
    if (pathname === '/live-list.js') return route.fulfill({ contentType: 'text/javascript', body: script })
    if (pathname !== '/changes')
      return route.fulfill({
        contentType: 'text/html',
        headers: { 'content-security-policy': POLICY },
        body: PAGE,
      })
    asked.push(search)
    const answer = answers[Math.min(asked.length, answers.length) - 1] ?? { status: 500 }
    return 'rows' in answer
      ? route.fulfill({ contentType: 'application/json', body: JSON.stringify(answer) })
      : route.fulfill({ status: answer.status, body: '' })
  })
  await page.goto(`${ORIGIN}/`)
  return { page, asked }
}

const order = (page: Page) => page.locator('tr').evaluateAll((rows) => rows.map((one) => one.dataset.row))

test('a row is replaced where it stands, and keeps its tick and the focus; a new one finds its place', async () => {
  const { page, asked } = await openList([
    {
      since: 6000,
      rows: [
        { id: 'b', html: row('b', 10, 'Beatrice') },
        { id: 'c', html: row('c', 20, 'Cleo') },
      ],
    },
    { since: 9000, rows: [] },
  ])
  await page.locator('input[value="b"]').check()
  await page.locator('a[href="/b"]').focus()
  await page.clock.runFor(5000)
  await page.getByText('Beatrice').waitFor()
  expect(await order(page)).toEqual(['a', 'c', 'b'])
  expect(await page.locator('input[value="b"]').isChecked()).toBe(true)
  expect(await page.evaluate("document.activeElement.getAttribute('href')")).toBe('/b')
  expect(await page.locator('[data-said]').textContent()).toBe('2 changed')
  await expect.poll(() => page.locator('tbody').getAttribute('data-since')).toBe('6000')
  await page.clock.runFor(5000)
  await expect.poll(() => asked).toEqual(['?status=active&since=1000', '?status=active&since=6000'])
  await page.context().close()
})

test('rows that left go, and the empty list says so', async () => {
  const { page } = await openList([{ since: 6000, rows: ['a', 'b', 'x'].map((id) => ({ id, html: null })) }])
  await page.clock.runFor(5000)
  await page.getByText('Nothing').waitFor()
  expect(await order(page)).toEqual([])
  await page.context().close()
})

test('nothing that stands in a row runs', async () => {
  const evil = row('a', 30, '<img src="x" onerror="window.ran=1"><script>window.ran=1</script>Evil')
  const { page } = await openList([{ since: 6000, rows: [{ id: 'a', html: evil }] }])
  await page.clock.runFor(5000)
  await page.getByText('Evil').waitFor()
  expect(await page.evaluate('window.ran')).toBeUndefined()
  await page.context().close()
})

test('errors make it wait longer, and being signed out ends the asking', async () => {
  const { page, asked } = await openList([{ status: 500 }, { status: 503 }, { status: 403 }])
  const after = async (milliseconds: number, times: number) => {
    await page.clock.runFor(milliseconds)
    await expect.poll(() => asked.length).toBe(times)
    // The answer has to be read before the next wait begins.
    await page.waitForTimeout(250)
  }
  await after(5000, 1)
  await after(9000, 1)
  await after(1000, 2)
  await after(19_000, 2)
  await after(1000, 3)
  await after(600_000, 3)
  await page.context().close()
})
