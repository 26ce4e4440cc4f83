import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DEFAULT_LOCALE, LOCALES } from '../../src/kernel/locale.ts'
import { bootWorker } from '../bench/boot.ts'
import { type Bundle, buildLocal, buildProduction } from '../bench/build.ts'
import { launchBrowser } from '../support/browser.ts'
import { COPIES } from '../support/copies.ts'
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

test('the entry stays within 900 KB after gzip, and with every language beside it within half of what may be uploaded', () => {
  expect(production.gzipBytes).toBeGreaterThan(10 * KIB)
  expect(production.gzipBytes).toBeLessThanOrEqual(900 * KIB)
  const languages = LOCALES.filter((locale) => locale !== DEFAULT_LOCALE)
  expect(production.modules.map(({ name }) => name)).toEqual(
    languages.map((locale) => `copy/built/${locale}.js`).sort(),
  )
  // The smallest plan takes 3 MB (developers.cloudflare.com/workers/platform/limits); a new language takes 70 KB.
  const whole = production.modules.reduce((sum, { gzipBytes }) => sum + gzipBytes, production.gzipBytes)
  expect(whole).toBeLessThanOrEqual(1500 * KIB)
})

/** As the minifier writes it: plain ASCII. */
const written = (text: string) =>
  text.replaceAll(/[^\x20-\x7e]/g, (letter) => {
    const code = letter.charCodeAt(0).toString(16).toUpperCase()
    return code.length > 2 ? `\\u${code.padStart(4, '0')}` : `\\x${code.padStart(2, '0')}`
  })

test('languages but English are no part of the entry, and import nothing', () => {
  const within = LOCALES.filter((locale) =>
    production.text.includes(written(COPIES[locale].setup.start.title)),
  )
  expect(within).toEqual([DEFAULT_LOCALE])
  for (const { name, text, gzipBytes } of production.modules) {
    expect(gzipBytes, name).toBeGreaterThan(10 * KIB)
    expect(gzipBytes, name).toBeLessThanOrEqual(100 * KIB)
    expect(text, name).not.toMatch(/\bimport\s*["'({*]|\brequire\s*\(/)
  }
})

test('a language is read when somebody asks for it, and one that cannot be read leaves the page in English', async () => {
  const broken = production.modules.map((module) =>
    module.name.endsWith('/de.js') ? { ...module, text: "throw new Error('read')" } : module,
  )
  const { origin, stop } = await bootWorker({
    bundle: { text: production.text, modules: broken },
    state: join(folder, 'state'),
    vars: {
      BASE_URL: 'http://localhost:8787',
      MASTER_KEY: `k1:${'A'.repeat(43)}`,
      NAMING_KEY: `${'B'.repeat(42)}A`,
    },
  })
  const pageIn = async (language: string) => {
    const answer = await fetch(`${origin}/nowhere`, { headers: { 'accept-language': language } })
    return (await answer.text()).match(/<html [^>]*>/)?.[0]
  }
  try {
    expect(await pageIn('en')).toBe('<html lang="en" dir="ltr">')
    expect(await pageIn('ar')).toBe('<html lang="ar" dir="rtl">')
    expect(await pageIn('de')).toBe('<html lang="en" dir="ltr">')
  } finally {
    await stop()
  }
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
