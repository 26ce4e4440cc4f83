import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Bundle, buildLocal, buildProduction } from '../bench/build.ts'
import { launchBrowser } from '../support/browser.ts'
import { freshAddress } from './support/mailbox.ts'
import { invitePerson } from './support/people.ts'
import { rentServer } from './support/server.ts'
import { weighPage } from './support/weight.ts'
import { Wizard } from './support/wizard.ts'

const { baseUrl } = await rentServer()

/** What only a laptop may have: the mailbox that shows every code, the demonstration data, signing in at once. */
const LAPTOP_ONLY = ['/dev/mailbox', '/dev/seed', '/dev/sign-in', 'Only on this laptop']
const KIB = 1024

let folder: string
let production: Bundle
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'latchkey-bundle-'))
  production = await buildProduction(join(folder, 'production'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test('the production bundle has neither mailbox nor seed, the one of a laptop has both', async () => {
  expect(LAPTOP_ONLY.filter((mark) => production.text.includes(mark))).toEqual([])
  const local = await buildLocal(join(folder, 'local'))
  expect(LAPTOP_ONLY.filter((mark) => local.text.includes(mark))).toEqual(LAPTOP_ONLY)
})

test('the production bundle stays within 900 KB after gzip', () => {
  expect(production.gzipBytes).toBeGreaterThan(10 * KIB)
  expect(production.gzipBytes).toBeLessThanOrEqual(900 * KIB)
})

test('a first visit of a page of the wizard costs at most 60 KB over the wire, and nothing on it jumps', async () => {
  const browser = await launchBrowser()
  try {
    const { page, context } = await invitePerson(browser)
    await new Wizard(page, baseUrl).register({ address: freshAddress() })
    const owner = await context.storageState()
    const visits = [[`${baseUrl}/setup/acme`, undefined] as const, [page.url(), owner] as const]
    for (const [url, visitor] of visits) {
      const { total, parts, layoutShift } = await weighPage(browser, url, visitor)
      expect(parts.map((part) => new URL(part.url).origin)).toEqual(parts.map(() => baseUrl))
      expect(parts.length).toBeGreaterThan(1)
      expect(total, JSON.stringify(parts)).toBeLessThanOrEqual(60 * KIB)
      expect(layoutShift, url).toBe(0)
    }
  } finally {
    await browser.close()
  }
})
