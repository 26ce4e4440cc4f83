import { readdir, readFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { runWrangler } from '../../src/tools/start/wrangler.ts'

const ROOT = join(import.meta.dirname, '../..')

/** `name`: below the folder of the upload, `copy/built/de.js`. `gzipBytes`: as the upload limit counts them. */
export type BuiltModule = { name: string; text: string; gzipBytes: number }

export type Bundle = {
  /** The entry that would be uploaded. */
  path: string
  text: string
  gzipBytes: number
  /** What is uploaded beside it: a module for each language but English. */
  modules: BuiltModule[]
}

/** Builds what `wrangler deploy` would upload into `folder`, without an account. */
export async function buildProduction(folder: string): Promise<Bundle> {
  await runWrangler({ root: ROOT, args: ['deploy', '--dry-run', '--outdir', folder] })
  return readBundle(join(folder, 'index.js'))
}

/** The same for reading: every function has its name, and a comment says which module begins. */
export async function buildReadable(folder: string): Promise<Bundle> {
  await runWrangler({ root: ROOT, args: ['deploy', '--dry-run', '--minify=false', '--outdir', folder] })
  return readBundle(join(folder, 'index.js'))
}

/** Builds the entry of a laptop, for comparison. */
export async function buildLocal(folder: string): Promise<Bundle> {
  await runWrangler({ root: ROOT, args: ['deploy', 'src/local.ts', '--dry-run', '--outdir', folder] })
  return readBundle(join(folder, 'local.js'))
}

/** The same Worker, whose questions to D1 are counted where a request asks for it. */
export async function withCounts(bundle: Bundle): Promise<Pick<Bundle, 'text' | 'modules'>> {
  const name = 'measured.js'
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'counting-worker.ts')],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2024',
    plugins: [
      {
        name: 'measured',
        setup({ onResolve }) {
          onResolve({ filter: /\/src\/index\.ts$/ }, () => ({ path: `./${name}`, external: true }))
        },
      },
    ],
    logLevel: 'error',
  })
  const text = outputFiles[0]?.text ?? ''
  return { text, modules: [{ ...bundle, name }, ...bundle.modules] }
}

/** Builds the Worker that does the same storage work and nothing else. */
export async function buildBare(folder: string): Promise<Bundle> {
  const path = join(folder, 'bare.js')
  await build({
    entryPoints: [join(import.meta.dirname, 'bare/worker.ts')],
    outfile: path,
    bundle: true,
    format: 'esm',
    target: 'es2024',
    conditions: ['workerd', 'worker', 'browser'],
    external: ['cloudflare:*', 'node:*'],
    logLevel: 'error',
  })
  return readBundle(path)
}

async function readBundle(path: string): Promise<Bundle> {
  const folder = dirname(path)
  const names = (await readdir(folder, { recursive: true })).filter((name) => /^copy[\\/].*\.js$/.test(name))
  const modules = names.sort().map((name) => readModule(folder, name.replaceAll('\\', '/')))
  const [entry, ...others] = await Promise.all([readModule(folder, basename(path)), ...modules])
  return { path, text: entry.text, gzipBytes: entry.gzipBytes, modules: others }
}

async function readModule(folder: string, name: string): Promise<BuiltModule> {
  const text = await readFile(join(folder, name), 'utf8')
  return { name, text, gzipBytes: gzipSync(text).length }
}
