import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, relative } from 'node:path'
import { hashOf, type Instrumented, instrument } from './instrument.ts'

const ROOM = 'src/provisioning'

/** What says only how things are called: types, tables, the SQL that makes them, and the list of exports. */
const WORDS = /\/(types|schema|index|provision-session-migrations)\.ts$/

/** Tests that reach the room, by the beginning of their path. */
const TESTS = [
  'test/provisioning/',
  'test/commands/lifecycle',
  'test/devices/acts',
  'test/invitations/clock',
  'test/invitations/session',
  'test/operating/',
  'test/web/device/',
  'test/web/est/',
  'test/web/manage/devices',
  'test/web/manage/people-codes',
  'test/web/portal/',
  'test/web/setup/',
  'test/web/supervise/',
]

const PLAYABLE = /\.test\.ts$/
/** What needs more of Node than workerd has. */
const NOT_PLAYABLE = /\/invitation-command\.test\.ts$/

async function listFiles(root: string, folder: string): Promise<string[]> {
  const entries = await readdir(`${root}/${folder}`, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, `${entry.parentPath}/${entry.name}`))
    .toSorted()
}

export async function listSources(root: string, control: string): Promise<string[]> {
  const files = await listFiles(root, ROOM)
  return [...files.filter((file) => file.endsWith('.ts') && !WORDS.test(file)), control]
}

export async function listTests(root: string, control: string): Promise<string[]> {
  const files = await listFiles(root, 'test')
  const playable = files.filter((file) => PLAYABLE.test(file) && !NOT_PLAYABLE.test(file))
  return [control, ...playable.filter((file) => TESTS.some((start) => file.startsWith(start)))]
}

/** A file's hash stands for what a test says; it changes with what it says, not with who says it when. */
export async function hashFiles(root: string, files: readonly string[]): Promise<Map<string, string>> {
  const hashes = new Map<string, string>()
  for (const file of files) hashes.set(file, hashOf(await readFile(`${root}/${file}`, 'utf8')))
  return hashes
}

/** Lays a copy of the repository at `tree`, with every mutant in its sources and its tests recorded, not run. */
export async function layTree(
  root: string,
  tree: string,
  sources: string[],
  tests: string[],
): Promise<Instrumented> {
  await rm(tree, { recursive: true, force: true })
  await mkdir(tree, { recursive: true })
  for (const name of [
    'src',
    'test',
    'migrations',
    'public',
    'package.json',
    'tsconfig.json',
    'vitest.config.ts',
    'wrangler.toml',
  ])
    await cp(`${root}/${name}`, `${tree}/${name}`, {
      recursive: true,
      filter: (path) => !path.includes('node_modules'),
    })
  await forgetQueries(`${tree}/src/runtime/database.ts`)
  const instrumented = await instrument(root, sources)
  for (const { name, content } of instrumented.files) await writeFile(`${tree}/${name}`, content)
  for (const file of tests) {
    const text = await readFile(`${tree}/${file}`, 'utf8')
    const recorder = relative(dirname(file), 'test/mutation/recorder.ts')
    const path = recorder.startsWith('.') ? recorder : `./${recorder}`
    await writeFile(`${tree}/${file}`, text.replaceAll(/from 'vitest'/g, `from '${path}'`))
  }
  return instrumented
}

/** A query that is built once would be the one of before the change. */
async function forgetQueries(path: string): Promise<void> {
  const text = await readFile(path, 'utf8')
  const kept = 'prepared.get(database) ?? build(database)'
  if (!text.includes(kept)) throw new Error(`${path} keeps its queries in a way that is not known here`)
  await writeFile(path, text.replace(kept, 'build(database)'))
}
