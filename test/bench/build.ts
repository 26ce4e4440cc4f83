import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { runWrangler } from '../../src/tools/start/wrangler.ts'

const ROOT = join(import.meta.dirname, '../..')

export type Bundle = {
  /** The one module that would be uploaded. */
  path: string
  text: string
  /** Bytes after gzip, as the upload limit counts them. */
  gzipBytes: number
}

/** Builds what `wrangler deploy` would upload into `folder`, without an account. */
export async function buildProduction(folder: string): Promise<Bundle> {
  await runWrangler({ root: ROOT, args: ['deploy', '--dry-run', '--outdir', folder] })
  return readBundle(join(folder, 'index.js'))
}

/** Builds the entry of a laptop, for comparison. */
export async function buildLocal(folder: string): Promise<Bundle> {
  await runWrangler({ root: ROOT, args: ['deploy', 'src/local.ts', '--dry-run', '--outdir', folder] })
  return readBundle(join(folder, 'local.js'))
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
  const text = await readFile(path, 'utf8')
  return { path, text, gzipBytes: gzipSync(text).length }
}
