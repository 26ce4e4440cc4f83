/**
 * The server that is killed: Miniflare and its workerd, in a process group of their own. Started as
 * `node host.ts <options as JSON>` with an IPC channel; says `ready` there. It does not outlive its parent.
 */
import { readdir, readFile } from 'node:fs/promises'
import { flushCompileCache } from 'node:module'
import { join } from 'node:path'
import { convertV4MiniflareOptions, fetch, Log, LogLevel, Miniflare, type V4WorkerOptions } from 'miniflare'
import type { HostOptions } from './server.ts'

const ROOT = join(import.meta.dirname, '../..')
const MIGRATIONS = join(ROOT, 'migrations')

process.on('disconnect', () => process.kill(-process.pid, 'SIGKILL'))

const options = JSON.parse(process.argv[2] ?? '') as HostOptions
const { bindings, ...worker } = JSON.parse(await readFile(options.worker, 'utf8'))
const miniflare = new Miniflare(
  convertV4MiniflareOptions({
    host: '127.0.0.1',
    port: options.port,
    cf: false,
    log: new Log(LogLevel.ERROR),
    handleStructuredLogs: ({ level, message }) => void process.send?.({ kind: 'log', level, message }),
    resourcePersistencePath: options.state,
    unsafeTriggerHandlers: true,
    workers: [
      {
        ...worker,
        name: 'latchkey',
        modules: [
          {
            type: 'ESModule',
            // Modules are named from the root.
            path: join(ROOT, 'index.js'),
            contents: await readFile(options.script, 'utf8'),
          },
        ],
        bindings: { ...bindings, ...options.vars },
        // Everything that the Worker fetches is mail on its way out.
        outboundService: async (request: Request) =>
          fetch(options.sink, {
            method: request.method,
            headers: [...request.headers],
            body: await request.text(),
          }),
      } as unknown as V4WorkerOptions,
    ],
  }),
)
await miniflare.ready
if (options.fresh) await applyMigrations()
// Whoever is killed does not write it: later starts are quicker by it.
flushCompileCache()
process.send?.({ kind: 'ready' })

async function applyMigrations(): Promise<void> {
  const db = await miniflare.getD1Database('DB')
  const files = (await readdir(MIGRATIONS)).filter((name) => name.endsWith('.sql')).sort()
  for (const file of files) {
    const text = await readFile(join(MIGRATIONS, file), 'utf8')
    await db.batch(text.split('--> statement-breakpoint').map((statement) => db.prepare(statement)))
  }
}
