import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type Bundle, buildLocal, buildProduction } from '../bench/build.ts'
import { launchBrowser } from '../support/browser.ts'
import { weighPage } from './support/weight.ts'

/** What only a laptop may have: the mailbox that shows every code, and the demonstration data. */
const LAPTOP_ONLY = ['/dev/mailbox', '/dev/seed', 'src/local/']
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

test('a first visit of the start page costs at most 60 KB over the wire', async () => {
  const browser = await launchBrowser()
  try {
    const { total, parts } = await weighPage(browser, `${inject('baseUrl')}/setup/acme`)
    expect(parts.map(({ url }) => new URL(url).origin)).toEqual(parts.map(() => inject('baseUrl')))
    expect(parts.length).toBeGreaterThan(1)
    expect(total, JSON.stringify(parts)).toBeLessThanOrEqual(60 * KIB)
  } finally {
    await browser.close()
  }
})
