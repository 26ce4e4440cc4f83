import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findTestViolations, findViolations, type Violation } from './rules.ts'
import { readImports, type Source } from './source.ts'

/** Made by `wrangler types`, not written by anybody. */
const GENERATED = 'runtime/worker-configuration.d.ts'

async function readHouse(folder: 'src' | 'test'): Promise<Source[]> {
  const root = join(import.meta.dirname, '../..', folder)
  const entries = await readdir(root, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter((path) => path !== GENERATED && !path.includes('node_modules/'))
  return Promise.all(paths.map(async (path) => ({ path, text: await readFile(join(root, path), 'utf8') })))
}

const tell =
  (folder: string) =>
  ({ path, rule, detail }: Violation) =>
    `${folder}/${path}: ${rule}: ${detail}`

test('the house keeps its rules', async () => {
  const sources = await readHouse('src')
  // A reader that finds no files or no imports would find no violations either.
  expect(sources.length).toBeGreaterThan(20)
  expect(sources.flatMap(readImports).length).toBeGreaterThan(sources.length)
  expect(findViolations(sources).map(tell('src'))).toEqual([])
})

test('a file of tests is no longer than one of the service', async () => {
  const sources = await readHouse('test')
  expect(sources.length).toBeGreaterThan(200)
  expect(findTestViolations(sources).map(tell('test'))).toEqual([])
})

/** The rules that one made-up file breaks. */
function rulesBroken(path: string, text: string): string[] {
  return [...new Set(findViolations([{ path, text }]).map(({ rule }) => rule))].sort()
}

test.each<[string, string, string[]]>([
  ['accounts/rules.ts', "import { Hono } from 'hono'", ['hono', 'pure']],
  ['accounts/types.ts', "import type { Context } from 'hono'", ['hono', 'pure']],
  ['accounts/problems.ts', "import { eq } from 'drizzle-orm'", ['drizzle', 'pure']],
  ['accounts/types.ts', "import { env } from 'cloudflare:workers'", ['pure']],
  ['accounts/rules.ts', "import { clock } from '../runtime/clock.ts'", ['pure']],
  ['accounts/rules.ts', 'const id = crypto.randomUUID()', ['pure']],
  ['accounts/rules.ts', "import {\n  equalText,\n  makeSecret,\n} from '../kernel/secrets.ts'", ['pure']],
  ['accounts/service.ts', "import { findOrganisation } from '../organisations/service.ts'", ['index']],
  ['accounts/service.ts', "import type { Organisation } from '../organisations/types.ts'", ['index']],
  ['accounts/service.ts', "import { issue } from '../provisioning/index.ts'", ['order']],
  ['accounts/service.ts', "export type { Device } from '../devices/index.ts'", ['order']],
  ['accounts/service.ts', "const later = await import('../devices/index.ts')", ['order']],
  ['accounts/service.ts', "type Later = import('../devices/index.ts').Device", ['order']],
  ['accounts/store.ts', "import { devices } from '../devices/schema.ts'", ['order']],
  ['accounts/service.ts', "import { organisations } from '../organisations/schema.ts'", ['index']],
  ['accounts/index.ts', "export * from './schema.ts'", ['schema']],
  ['accounts/service.ts', "import { Hono } from 'hono'", ['hono']],
  ['accounts/page.tsx', 'export const page = 1', ['hono']],
  ['accounts/fields.ts', "import { z } from 'zod'", ['zod']],
  ['accounts/fields.ts', "import * as z from 'zod'", []],
  ['accounts/service.ts', "import { sql } from 'drizzle-orm'", ['drizzle']],
  ['challenges/gate.ts', "import { sql } from 'drizzle-orm'", ['drizzle']],
  ['web/setup/routes.tsx', "import { accounts } from '../../accounts/schema.ts'", ['web']],
  ['web/setup/routes.tsx', "import { findAccount } from '../../accounts/store.ts'", ['web']],
  ['web/setup/routes.tsx', "import { gate } from '../../challenges/gate-store.ts'", ['web']],
  ['web/setup/routes.tsx', "import { eq } from 'drizzle-orm'", ['drizzle']],
  ['registration/service.ts', "import { page } from '../web/ui/index.ts'", ['index', 'order']],
  ['accounts/service.ts', "import { app } from '../app.ts'", ['entry']],
  ['app.ts', "import worker from './index.ts'", ['entry']],
  ['app.ts', "import { store } from './accounts/store.ts'", ['index']],
  ['index.ts', "import { mailbox } from './local/mailbox.ts'", ['outside']],
  ['accounts/service.ts', "import { createDevice } from '../tools/device/client.ts'", ['outside']],
  ['accounts/service.ts', 'const at = Date.now()', ['clock']],
  ['accounts/service.ts', 'const at = new Date( )', ['clock']],
  ['accounts/service.ts', 'const at = new Date', ['clock']],
  ['web/setup/routes.tsx', 'const at = performance.now()', ['clock']],
  ['accounts/service.ts', "import { x } from './store'", ['extension']],
  ['accounts/service.ts', "import { x } from '../../test/x.ts'", ['place']],
  ['helpers/misc.ts', 'export const x = 1', ['place']],
  ['misc.ts', 'export const x = 1', ['place']],
])('src/%s with %j breaks a rule', (path, text, rules) => {
  expect(rulesBroken(path, text)).toEqual(rules)
})

test.each<[string, string]>([
  ['accounts/rules.ts', "import { equalText } from '../kernel/secrets.ts'"],
  ['accounts/rules.ts', "import { RE2JS } from 're2js'"],
  ['accounts/service.ts', "import { findOrganisation } from '../organisations/index.ts'"],
  ['accounts/service.ts', "import type { Statement } from '../runtime/database.ts'"],
  ['accounts/schema.ts', "import { devices } from '../devices/schema.ts'"],
  ['accounts/store.ts', "import { organisations } from '../organisations/schema.ts'\nimport 'drizzle-orm'"],
  ['accounts/names-store.ts', "import { organisations } from '../organisations/schema.ts'"],
  ['accounts/service.ts', "// import { Hono } from 'hono'\n/* Date.now() */ const text = 'Date.now()'"],
  ['accounts/service.ts', 'const at = new Date(now)'],
  ['accounts/service.ts', "const link = 'https://a.example/' // Date.now()"],
  ['runtime/clock.ts', 'Date.now()'],
  ['web/client/countdown.ts', 'Date.now()'],
  ['tools/device/client.ts', 'Date.now()'],
  ['web/setup/routes.tsx', "import { Hono } from 'hono'\nimport { page } from '../ui/layout.tsx'"],
  ['app.ts', "import { Hono } from 'hono'\nimport { setup } from './web/setup/routes.tsx'"],
  ['index.ts', "import { app } from './app.ts'\nexport { Gate } from './challenges/gate-object.ts'"],
  ['local.ts', "import { makeServices } from './wiring.ts'\nimport worker from './index.ts'"],
  ['local.ts', "import { mailbox } from './local/mailbox.ts'"],
])('src/%s with %j keeps them', (path, text) => {
  expect(rulesBroken(path, text)).toEqual([])
})

test('a file of 300 lines is long enough', () => {
  expect(rulesBroken('accounts/service.ts', 'x\n'.repeat(300))).toEqual([])
  expect(rulesBroken('accounts/service.ts', 'x\n'.repeat(301))).toEqual(['length'])
  const tooLong = (lines: number) =>
    findTestViolations([{ path: 'accounts/service.test.ts', text: 'x\n'.repeat(lines) }])
  expect([tooLong(300), tooLong(301)]).toMatchObject([[], [{ rule: 'length' }]])
})
