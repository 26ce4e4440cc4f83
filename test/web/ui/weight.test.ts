import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import { themeCss } from '../../../src/web/ui/index.ts'
import { scenes } from '../../pictures/scenes.tsx'

/** What a first visit may cost over the wire, the largest logo included. */
const FIRST_VISIT_BYTES = 60_000
const LARGEST_LOGO_BYTES = 20 * 1024
const LARGEST_SCRIPT_BYTES = 3 * 1024
/** With the WebAuthn library, for pages on which somebody signs in or makes a passkey. */
const PASSKEY_SCRIPT_BYTES = 10 * 1024

const folder = mkdtempSync(join(tmpdir(), 'assets-'))
execFileSync(process.execPath, ['src/tools/build-assets.ts', folder])
afterAll(() => rmSync(folder, { recursive: true }))

const weigh = (body: string | Uint8Array) => gzipSync(body).length
const asset = (name: string) => readFileSync(join(folder, name))

test('a first visit to any page stays under 60 KB', () => {
  const shared =
    weigh(asset('app.css')) + weigh(themeCss('#ffd400')) + weigh(readFileSync('public/favicon.svg'))
  for (const { name, page } of scenes) {
    const html = String(page)
    const scripts = [...html.matchAll(/src="\/assets\/([a-z-]+\.js)"/g)].map(([, script]) =>
      asset(script ?? ''),
    )
    const weight = shared + weigh(html) + scripts.map(weigh).reduce((sum, size) => sum + size, 0)
    expect(weight + LARGEST_LOGO_BYTES, name).toBeLessThan(FIRST_VISIT_BYTES)
  }
})

test('scripts stay small, and every one that a page names is built', () => {
  const built = readdirSync(folder).filter((name) => name.endsWith('.js'))
  const named = scenes.flatMap(({ page }) =>
    [...String(page).matchAll(/src="\/assets\/([a-z-]+\.js)"/g)].map(([, name]) => name),
  )
  expect(new Set(named)).toEqual(new Set(built))
  for (const name of built)
    expect(asset(name).length, name).toBeLessThan(
      name === 'passkey.js' ? PASSKEY_SCRIPT_BYTES : LARGEST_SCRIPT_BYTES,
    )
})
