/** `npm start`: the whole service on one machine, without an account and without a network. */
import { type LocalServer, PortTakenError, startLocalServer } from './local-server.ts'
import { buildAssets } from './start/assets.ts'
import { describeDoors, findClaim } from './start/doors.ts'
import { readStartOptions, START_HELP, type StartOptions } from './start/options.ts'
import { ensureSecretsFile, readSecret } from './start/secrets-file.ts'

/** Milliseconds between two runs of what production does each minute. */
const SCHEDULE = 60_000
const SECRETS_FILE = '.dev.vars'

async function start(options: StartOptions): Promise<void> {
  const added = await ensureSecretsFile(SECRETS_FILE)
  if (added.length > 0) say(`Made ${added.join(' and ')} in ${SECRETS_FILE}.`)
  await buildAssets((text) => void (options.verbose && process.stderr.write(text)))

  say(`Starting on port ${options.port} …`)
  let ready = false
  const server = await startLocalServer({
    port: options.port,
    state: options.state,
    baseUrl: options.baseUrl,
    secretsFile: SECRETS_FILE,
    verbose: options.verbose,
    // What is said before the server is ready comes with the error that ends the start.
    onOutput: (text) => void ((ready || options.verbose) && process.stderr.write(text)),
  })
  ready = true
  const secret = await readSecret(SECRETS_FILE, 'BOOTSTRAP_SECRET')
  const claim = await findClaim({ url: server.url, baseUrl: server.baseUrl, secret })
  say(describeDoors({ url: server.baseUrl, state: options.state, claim }))
  await keepRunning(server)
}

/** Until somebody ends it (0) or wrangler ends by itself (its code). */
async function keepRunning(server: LocalServer): Promise<void> {
  const timer = setInterval(() => {
    server.runScheduled().catch((error: Error) => say(`The job of each minute failed: ${error.message}`))
  }, SCHEDULE)
  let asked = false
  for (const signal of SIGNALS) {
    process.removeAllListeners(signal)
    process.on(signal, () => {
      if (asked) return
      asked = true
      say('Stopping …')
      void server.stop()
    })
  }
  const code = await server.ended
  clearInterval(timer)
  if (!asked) throw new Error(`wrangler dev ended by itself (${code}):\n${server.tail()}`)
}

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

// Until the server runs there is nothing to tidy up: the guard notices that this process is gone.
for (const signal of SIGNALS) process.on(signal, () => process.exit(130))

try {
  const options = readStartOptions(process.argv.slice(2), process.env)
  if (options.help) say(START_HELP)
  else await start(options)
} catch (error) {
  const text = error instanceof Error ? error.message : String(error)
  const advice =
    error instanceof PortTakenError ? ' Choose another: npm start -- --port 8788 (or PORT=8788).' : ''
  process.stderr.write(`${text}${advice}\n`)
  process.exitCode = 1
}
