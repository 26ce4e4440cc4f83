import { spawn } from 'node:child_process'
import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const GUARD = join(import.meta.dirname, '../../src/tools/start/guard.ts')

/** Like wrangler with its workerd: a process that starts another and says both ids. `deaf` ignores SIGTERM. */
const PROGRAM = `
import { spawn } from 'node:child_process'
const [mode] = process.argv.slice(2)
if (mode === 'deaf') process.on('SIGTERM', () => {})
const worker = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
console.log(process.pid, worker.pid)
if (mode === 'crash') setTimeout(() => process.exit(3), 100)
setInterval(() => {}, 1000)`

async function startGuarded(mode: string) {
  const script = join(await mkdtemp(join(tmpdir(), 'latchkey-')), 'program.mjs')
  await writeFile(script, PROGRAM)
  const guard = spawn(process.execPath, ['--no-warnings', GUARD, script, mode], {
    stdio: ['pipe', 'pipe', 'inherit'],
    detached: true,
  })
  const ended = new Promise<number | null>((resolve) => guard.once('exit', resolve))
  const said = await new Promise<string>((resolve) =>
    guard.stdout.once('data', (data) => resolve(String(data))),
  )
  return { guard, ended, pids: said.trim().split(' ').map(Number) }
}

/** A process that ended but was not yet collected by its parent counts as gone. */
async function waitUntilGone(pid: number): Promise<void> {
  for (;;) {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null)
    if (stat === null || /\) [ZX] /.test(stat)) return
    await new Promise((done) => setTimeout(done, 25))
  }
}

const onLinux = process.platform === 'linux'

test.runIf(onLinux)('when the tool is gone, everything that wrangler started is gone', async () => {
  const { guard, ended, pids } = await startGuarded('plain')
  expect(pids).toHaveLength(2)
  guard.stdin.end()
  await ended
  await Promise.all(pids.map(waitUntilGone))
})

test.runIf(onLinux)('a child that does not listen is ended after a while', { timeout: 15_000 }, async () => {
  const { guard, ended, pids } = await startGuarded('deaf')
  guard.stdin.destroy()
  await ended
  await Promise.all(pids.map(waitUntilGone))
})

test.runIf(onLinux)('a crash is passed on and leaves nothing behind', async () => {
  const { ended, pids } = await startGuarded('crash')
  expect(await ended).toBe(3)
  await Promise.all(pids.map(waitUntilGone))
})
