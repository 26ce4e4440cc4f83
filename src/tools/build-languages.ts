import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { DEFAULT_LOCALE, LOCALES } from '../kernel/locale.ts'

/**
 * Builds `src/copy/built`: one module for each language but English, with nothing left to import. Wrangler runs
 * this before it bundles (`[build]` in `wrangler.toml`) and uploads what it finds. Quiet when all is well.
 */

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const folder = join(root, 'src', 'copy', 'built')

async function buildLanguage(locale: string): Promise<[name: string, text: string]> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    stdin: {
      contents: `export { ${locale} as copy } from './src/copy/${locale}/index.ts'`,
      resolveDir: root,
    },
    write: false,
    bundle: true,
    minify: true,
    // Letters as they are: escaped, Arabic would be three times as long.
    charset: 'utf8',
    format: 'esm',
    target: 'es2024',
    logLevel: 'error',
  })
  return [`${locale}.js`, outputFiles[0]?.text ?? '']
}

/** Whole or not at all, and only what changed: several programs may build, and watch, at the same time. */
async function keep(name: string, text: string): Promise<void> {
  const path = join(folder, name)
  if ((await readFile(path, 'utf8').catch(() => null)) === text) return
  const part = `${path}.${process.pid}`
  await writeFile(part, text)
  await rename(part, path)
}

await mkdir(folder, { recursive: true })
const built = await Promise.all(LOCALES.filter((locale) => locale !== DEFAULT_LOCALE).map(buildLanguage))
await Promise.all(built.map(([name, text]) => keep(name, text)))
const names = new Set(built.map(([name]) => name))
const gone = (await readdir(folder)).filter((name) => name.endsWith('.js') && !names.has(name))
await Promise.all(gone.map((name) => rm(join(folder, name), { force: true })))
