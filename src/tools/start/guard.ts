/**
 * Stands between a tool and wrangler so that nothing outlives the tool: when standard input closes (the tool
 * asks for an end, or is gone, however it went), wrangler is asked to end, and then its whole process group.
 * Run as `node guard.ts <script> [argument …]`, detached, as the leader of a group of its own.
 */
import { spawn } from 'node:child_process'

/** Milliseconds wrangler gets to end by itself and take workerd with it. */
const GRACE = 4000

const child = spawn(process.execPath, ['--no-warnings', ...process.argv.slice(2)], {
  stdio: ['ignore', 'inherit', 'inherit'],
})

let ending = false
function end(): void {
  if (ending) return
  ending = true
  child.kill('SIGTERM')
  setTimeout(endGroup, GRACE).unref()
}

/** Ends every process of the group, this one included. */
function endGroup(): void {
  process.kill(-process.pid, 'SIGKILL')
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end)
process.stdin.on('end', end).on('error', end).resume()
child.on('error', () => process.exit(1))
child.on('exit', (code) => {
  process.exitCode = ending ? 0 : (code ?? 1)
  // What wrangler left behind is in this group; with nobody left, the signal reaches this process alone.
  process.on('SIGTERM', () => {})
  process.kill(-process.pid, 'SIGTERM')
  setTimeout(() => process.exit(), 50)
})
