/** The service on this machine, as `npm start` and the browser's tests run it: `wrangler dev src/local.ts`. */
import { resolve } from 'node:path'
import { isPortFree } from './start/ports.ts'
import { runWrangler, startWrangler, type Wrangler } from './start/wrangler.ts'

export type LocalServer = {
  /** Where it listens: `http://localhost:<port>`. */
  url: string
  /** What it builds links on. */
  baseUrl: string
  /** Resolves when wrangler has ended, by itself or by `stop`. */
  ended: Promise<number>
  tail(): string
  /** Calls the Worker's `scheduled`, which nothing does by itself on a laptop. */
  runScheduled(): Promise<void>
  stop(): Promise<void>
}

export type LocalServerOptions = {
  port: number
  /** The folder of the local database and objects; made if it is missing. */
  state: string
  /** The database there has today's schema already. */
  migrated?: boolean
  /** A file of `NAME="value"` lines with the Worker's secrets. */
  secretsFile: string
  baseUrl?: string
  /** The folder of `wrangler.toml`. */
  root?: string
  verbose?: boolean
  onOutput?: (text: string) => void
}

/** The port is somebody else's. */
export class PortTakenError extends Error {}

/** Milliseconds until a server that does not answer is given up: the first build on a slow machine is included. */
const START_LIMIT = 90_000
const PATIENCE = 250

/** Applies the migrations to the local database, starts the server, and waits until it answers and is seeded. */
export async function startLocalServer(options: LocalServerOptions): Promise<LocalServer> {
  const { port } = options
  const root = options.root ?? process.cwd()
  const state = resolve(options.state)
  const url = `http://localhost:${port}`
  const baseUrl = options.baseUrl ?? url
  if (!(await isPortFree(port))) throw new PortTakenError(`Port ${port} is taken.`)

  if (!options.migrated) await applyMigrations(root, state)
  const wrangler = startWrangler({
    root,
    args: [
      ...['dev', 'src/local.ts', '--local', '--ip', '127.0.0.1', '--port', String(port)],
      ...['--inspector-port', '0', '--persist-to', state, '--env-file', resolve(root, options.secretsFile)],
      ...['--var', `BASE_URL:${baseUrl}`, '--show-interactive-dev-session=false'],
      ...['--log-level', options.verbose ? 'log' : 'error'],
    ],
    ...(options.onOutput ? { onOutput: options.onOutput } : {}),
  })
  try {
    await waitUntilItAnswers(url, wrangler)
    await seed({ url, baseUrl, wrangler })
  } catch (error) {
    await wrangler.stop()
    throw error
  }
  return {
    url,
    baseUrl,
    ended: wrangler.ended,
    tail: wrangler.tail,
    stop: wrangler.stop,
    runScheduled: () => runScheduled(url),
  }
}

/** Brings the local database in `state` to today's schema; made if it is missing. */
export async function applyMigrations(root: string, state: string): Promise<void> {
  await runWrangler({ root, args: ['d1', 'migrations', 'apply', 'DB', '--local', '--persist-to', state] })
}

/** Any answer will do, a refusal too: the seed comes next and says what is wrong. */
async function waitUntilItAnswers(url: string, wrangler: Wrangler): Promise<void> {
  const state = { code: null as number | null }
  void wrangler.ended.then((code) => {
    state.code = code
  })
  const deadline = performance.now() + START_LIMIT
  while (performance.now() < deadline) {
    if (state.code !== null) throw new Error(`wrangler dev ended with ${state.code}:\n${wrangler.tail()}`)
    if (wrangler.tail().includes('Build failed')) {
      // Wrangler would wait for the next change of a file. The rest of the message comes in pieces.
      await pause(1000)
      throw new Error(`wrangler dev could not start the Worker:\n${wrangler.tail()}`)
    }
    const answer = await fetch(`${url}/dev/mailbox.json`, { signal: AbortSignal.timeout(5000) }).catch(
      () => null,
    )
    if (answer) return void (await answer.body?.cancel())
    await pause(PATIENCE)
  }
  throw new Error(`${url} did not answer within ${START_LIMIT / 1000} seconds:\n${wrangler.tail()}`)
}

/** Fills an empty database with the demonstration organisation; changes nothing in one that is not empty. */
async function seed(server: { url: string; baseUrl: string; wrangler: Wrangler }): Promise<void> {
  const { url, baseUrl, wrangler } = server
  const answer = await fetch(`${url}/dev/seed`, { method: 'POST', headers: { origin: baseUrl } })
  const text = await answer.text()
  if (!answer.ok)
    throw new Error(
      `The demonstration data could not be written (${answer.status}):\n${text}\n${wrangler.tail()}`,
    )
}

/** `/cdn-cgi/local/scheduled` is Miniflare's own door to the Worker's `scheduled` handler. */
async function runScheduled(url: string): Promise<void> {
  const query = new URLSearchParams({ cron: '* * * * *' })
  const answer = await fetch(`${url}/cdn-cgi/local/scheduled?${query}`)
  const text = await answer.text()
  if (!answer.ok) throw new Error(`the scheduled run answered ${answer.status}: ${text}`)
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds))
}
