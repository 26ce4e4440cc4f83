import { type ChildProcess, spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { quietEnvironment } from './environment.ts'

const COMMAND = join(
  dirname(createRequire(import.meta.url).resolve('wrangler/package.json')),
  'wrangler-dist/cli.js',
)
const GUARD = join(import.meta.dirname, 'guard.ts')

/** Lines of output that are kept to explain a failure. */
const KEPT_LINES = 80

export type Wrangler = {
  /** Resolves with the exit code, 0 when it was asked to end. */
  ended: Promise<number>
  /** The last lines it said, both streams, without colours. */
  tail(): string
  /** Ends it and everything it started. May be called twice. */
  stop(): Promise<void>
}

/**
 * Starts wrangler in `root` under the guard, in a process group of its own. `onOutput` gets every chunk of
 * both streams as it comes.
 */
export function startWrangler(options: {
  root: string
  args: string[]
  onOutput?: (text: string) => void
}): Wrangler {
  const child: ChildProcess = spawn(process.execPath, ['--no-warnings', GUARD, COMMAND, ...options.args], {
    cwd: options.root,
    env: quietEnvironment(process.env),
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true,
  })
  let kept: string[] = []
  const keep = (text: string) => {
    kept = [
      ...kept,
      ...stripVTControlCharacters(text)
        .split('\n')
        .filter((line) => line.trim() !== ''),
    ].slice(-KEPT_LINES)
    options.onOutput?.(text)
  }
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', keep)
  child.stdin?.on('error', () => {})

  const ended = new Promise<number>((resolve) => {
    child.once('error', (error) => {
      keep(error.message)
      resolve(1)
    })
    child.once('close', (code) => resolve(code ?? 0))
  })
  return {
    ended,
    tail: () => kept.join('\n'),
    async stop() {
      child.stdin?.end()
      await ended
    },
  }
}

/** Runs wrangler to its end. Returns what it said; throws with that when it failed. */
export async function runWrangler(options: { root: string; args: string[] }): Promise<string> {
  let output = ''
  const wrangler = startWrangler({
    ...options,
    onOutput(text) {
      output += text
    },
  })
  const code = await wrangler.ended
  if (code !== 0) throw new Error(`wrangler ${options.args.slice(0, 3).join(' ')} failed:\n${output.trim()}`)
  return output
}
