import { parseArgs } from 'node:util'
import type { Environment } from './environment.ts'

export type StartOptions = {
  port: number
  /** The folder of the local database and objects. */
  state: string
  /** What links are built on, as the outside sees it: scheme, host and port. */
  baseUrl: string
  verbose: boolean
  help: boolean
}

export const START_HELP = `npm start -- [options]

  --port <number>     the port to listen on (PORT, 8787)
  --state <folder>    where database and objects are kept (STATE, .wrangler/state)
  --base-url <url>    what links are built on, for a tunnel to a real phone: https://…
  --verbose           show everything that wrangler says
`

/** Reads command line and environment; the command line wins. Throws an `Error` fit to be shown. */
export function readStartOptions(args: string[], environment: Environment): StartOptions {
  const { values } = parseArgs({
    args,
    options: {
      port: { type: 'string' },
      state: { type: 'string' },
      'base-url': { type: 'string' },
      verbose: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  const port = readPort(values.port ?? (environment.PORT || '8787'))
  return {
    port,
    state: values.state ?? (environment.STATE || '.wrangler/state'),
    baseUrl: readBaseUrl(values['base-url'] ?? `http://localhost:${port}`),
    verbose: values.verbose,
    help: values.help,
  }
}

function readPort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0
  if (port < 1 || port > 65_535) throw new Error(`The port must be a number from 1 to 65535, not "${text}".`)
  return port
}

/** Browsers keep secure cookies for https and for localhost only, so anything else could not be signed in to. */
function readBaseUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null
  const local = url?.hostname === 'localhost' || url?.hostname === '127.0.0.1'
  const bare = url?.pathname === '/' && !url.search && !url.hash
  if (!url || !bare || !(url.protocol === 'https:' || (url.protocol === 'http:' && local)))
    throw new Error(`--base-url must look like https://name.example, without a path, not "${text}".`)
  return url.origin
}
