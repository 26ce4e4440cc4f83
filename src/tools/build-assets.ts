import { execFile } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { build } from 'esbuild'

/**
 * Builds `public/assets` (or the folder that is named): the one stylesheet, and the scripts of the pages that
 * have one. Quiet when all is well.
 */

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const assets = process.argv[2] ?? join(root, 'public', 'assets')

async function buildStyles(): Promise<void> {
  const cli = join(root, 'node_modules', '@tailwindcss', 'cli', 'dist', 'index.mjs')
  const output = join(assets, 'app.css')
  const options = ['--input', 'src/web/ui/app.css', '--output', output, '--minify']
  await promisify(execFile)(process.execPath, [cli, ...options], { cwd: root })
}

async function buildScripts(): Promise<void> {
  await build({
    absWorkingDir: root,
    entryPoints: [
      'ready',
      'link',
      'copy',
      'passkey',
      'rule-tester',
      'template-preview',
      'live-list',
      'portal',
    ].map((name) => `src/web/client/${name}.ts`),
    outdir: assets,
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    logLevel: 'error',
  })
}

await mkdir(assets, { recursive: true })
await Promise.all([buildStyles(), buildScripts()])
