import { join } from 'node:path'
import { convertV4MiniflareOptions, Log, LogLevel, Miniflare } from 'miniflare'
import type { Bundle } from './build.ts'

const ROOT = join(import.meta.dirname, '../..')
const CONFIGURATION = join(ROOT, 'wrangler.toml')
/** Everything comes from one address here; the shield does its work and lets it pass. */
const LIMIT = 1_000_000_000

export type Booted = {
  /** The Worker's own socket: the front door is a Worker on the same thread and would be measured too. */
  origin: string
  miniflare: Miniflare
  stop(): Promise<void>
}

/**
 * Boots what was built with the bindings of `wrangler.toml`, in a workerd of its own. `vars` replace what
 * `.dev.vars` of this checkout says; state is kept in `state` and nowhere else.
 */
export async function bootWorker(options: {
  bundle: Pick<Bundle, 'text' | 'modules'>
  state: string
  vars: Record<string, string>
  /** Of the front door, which serves the assets too; any free one if absent. */
  port?: number
  /** Opens workerd's inspector, at `miniflare.getInspectorURL()`. */
  inspected?: boolean
}): Promise<Booted> {
  // Wrangler reads this when it is loaded: without it, it says that it found .dev.vars, whose values are replaced.
  process.env.WRANGLER_LOG ??= 'error'
  const { unstable_getMiniflareWorkerOptions } = await import('wrangler')
  const { workerOptions, externalWorkers } = unstable_getMiniflareWorkerOptions(CONFIGURATION)
  const { modulesRules: _rules, ratelimits, bindings, ...kept } = workerOptions
  const unlimited = Object.entries(ratelimits ?? {}).map(([name, shield]) => [
    name,
    { ...shield, simple: { ...shield.simple, limit: LIMIT } },
  ])
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      host: '127.0.0.1',
      port: options.port ?? 0,
      cf: false,
      ...(options.inspected && { inspectorPort: 0 }),
      log: new Log(LogLevel.ERROR),
      // Node's end of a call that prepares a sample is not disposed of by hand; workerd warns of that.
      handleStructuredLogs: ({ level, message }) => void (level === 'error' && console.error(message)),
      resourcePersistencePath: options.state,
      workers: [
        {
          ...kept,
          name: 'measured',
          modules: [
            { type: 'ESModule', path: join(ROOT, 'index.js'), contents: options.bundle.text },
            ...options.bundle.modules.map(({ name, text }) => ({
              type: 'ESModule' as const,
              path: join(ROOT, name),
              contents: text,
            })),
          ],
          bindings: { ...(bindings as Record<string, string>), ...options.vars },
          ratelimits: Object.fromEntries(unlimited),
          unsafeDirectSockets: [{ host: '127.0.0.1', port: 0 }],
        },
        ...externalWorkers,
      ],
    }),
  )
  await miniflare.ready
  const url = await miniflare.unsafeGetDirectURL('measured')
  return { origin: url.origin, miniflare, stop: () => miniflare.dispose() }
}
