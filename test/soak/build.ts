import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'esbuild'

const ROOT = join(import.meta.dirname, '../..')
/** Everything comes from one address here; the shield does its work and lets it pass. */
const SHIELD = 1_000_000_000

/** Two files, of which the child process boots: a bundle, and as JSON what `wrangler.toml` binds it to. */
export type Built = { script: string; worker: string }

/** Bundles the local Worker into `folder`, and reads what it is bound to. */
export async function buildWorker(folder: string): Promise<Built> {
  const script = join(folder, 'worker.js')
  // Wrangler reads this when it is loaded: without it, it says that it found .dev.vars, which count for nothing here.
  process.env.WRANGLER_LOG ??= 'error'
  const [{ unstable_getMiniflareWorkerOptions }] = await Promise.all([
    import('wrangler'),
    build({
      entryPoints: [join(import.meta.dirname, 'worker.ts')],
      outfile: script,
      bundle: true,
      format: 'esm',
      target: 'es2024',
      conditions: ['workerd', 'worker', 'browser'],
      external: ['cloudflare:*', 'node:*'],
      jsx: 'automatic',
      jsxImportSource: 'hono/jsx',
      keepNames: true,
      minifySyntax: true,
      minifyWhitespace: true,
      logLevel: 'error',
    }),
  ])
  const { workerOptions } = unstable_getMiniflareWorkerOptions(join(ROOT, 'wrangler.toml'))
  // No page's look matters here, and each kill starts what serves it again.
  const { modulesRules: _rules, assets: _assets, bindings, ratelimits, ...kept } = workerOptions
  const bound = {
    ...kept,
    bindings,
    ratelimits: Object.fromEntries(
      Object.entries(ratelimits ?? {}).map(([name, shield]) => [
        name,
        { ...shield, simple: { ...shield.simple, limit: SHIELD } },
      ]),
    ),
  }
  const worker = join(folder, 'worker.json')
  await writeFile(worker, JSON.stringify(bound))
  return { script, worker }
}
