import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { quietEnvironment } from '../../src/tools/start/environment.ts'
import { isPortFree } from '../../src/tools/start/ports.ts'
import { makeDueAlarmsRing } from './alarms.ts'
import { buildWorker } from './build.ts'

export type HostOptions = {
  script: string
  /** A file: what the Worker is bound to. */
  worker: string
  state: string
  port: number
  /** Where everything that the Worker fetches goes. */
  sink: string
  /** The database is empty: apply the migrations. */
  fresh: boolean
  vars: Record<string, string>
}

export type LogLine = { level: string; message: string }

export type SoakServer = {
  origin: string
  /** The folder of database and objects. */
  state: string
  /** Milliseconds by which the Worker's clock is ahead of ours. */
  ahead(): number
  /** Resolves while it runs, or as soon as it does again. */
  up(): Promise<void>
  /** Ends the whole process group at once; returns when nothing of it is left. */
  kill(): Promise<void>
  /** Starts it on the state that is there. Returns the milliseconds that it took. */
  start(): Promise<number>
  /** While it is killed: time goes on by so much before it starts again. */
  skip(milliseconds: number): void
  /** What `npm start` calls each minute. */
  runScheduled(): Promise<void>
}

const HOST = join(import.meta.dirname, 'host.ts')
const START_LIMIT = 60_000
const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds))

/** A free port below those that the system gives to outgoing connections: nobody takes it while the server is off. */
async function findLastingPort(): Promise<number> {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 12_000)
    if (await isPortFree(port)) return port
  }
}

/** Builds the Worker and seeds the demonstration; the server then runs on a free port, on state in `folder`. */
export async function makeServer(options: {
  folder: string
  sink: string
  onLog(line: LogLine): void
}): Promise<SoakServer> {
  const { folder, onLog } = options
  const built = await buildWorker(folder)
  const port = await findLastingPort()
  const origin = `http://localhost:${port}`
  const state = join(folder, 'state')
  // What a killed process leaves behind goes with the folder.
  const temporary = join(folder, 'tmp')
  await mkdir(temporary)
  const vars = {
    BASE_URL: origin,
    MASTER_KEY: `k1:${randomBytes(32).toString('base64url')}`,
    NAMING_KEY: randomBytes(32).toString('base64url'),
    // An address that nobody resolves: the host carries what goes there to the sink.
    MAIL_TRANSPORT: 'http',
    MAIL_HTTP_URL: 'https://mail.latchkey.example/emails',
    MAIL_HTTP_KEY: 'soak',
  }
  let child: ChildProcess | null = null
  let fresh = true
  let ahead = 0
  let running = Promise.withResolvers<void>()

  async function start(): Promise<number> {
    const begin = performance.now()
    const host: HostOptions = {
      ...built,
      ...{ state, port, fresh, sink: options.sink },
      vars: { ...vars, CLOCK_AHEAD_MS: String(ahead) },
    }
    const started = spawn(process.execPath, ['--no-warnings', HOST, JSON.stringify(host)], {
      env: {
        ...quietEnvironment(process.env),
        TMPDIR: temporary,
        NODE_COMPILE_CACHE: join(folder, 'compiled'),
      },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      detached: true,
    })
    child = started
    await new Promise<void>((resolve, reject) => {
      let said = ''
      const limit = setTimeout(() => reject(new Error(`no start in time: ${said}`)), START_LIMIT)
      const end = (settle: () => void) => {
        clearTimeout(limit)
        settle()
      }
      started.stderr?.setEncoding('utf8').on('data', (text: string) => {
        said = (said + text).slice(-4000)
      })
      started.on('message', (message: { kind: string } & LogLine) => {
        if (message.kind === 'ready') end(resolve)
        else onLog(message)
      })
      started.once('error', (error) => end(() => reject(error)))
      started.once('exit', (code) => end(() => reject(new Error(`the server ended with ${code}: ${said}`))))
    })
    fresh = false
    running.resolve()
    return performance.now() - begin
  }

  async function kill(): Promise<void> {
    const killed = child
    if (!killed?.pid) return
    child = null
    running = Promise.withResolvers()
    const ended = killed.exitCode !== null || killed.signalCode !== null
    const gone = ended ? null : new Promise((done) => killed.once('close', done))
    try {
      process.kill(-killed.pid, 'SIGKILL')
    } catch (error) {
      // It ended by itself, and nobody of its group is left.
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
    }
    await gone
    while (!(await isPortFree(port))) await pause(20)
  }

  try {
    await start()
    const seeded = await fetch(`${origin}/dev/seed`, { method: 'POST', headers: { origin } })
    if (!seeded.ok) throw new Error(`the demonstration could not be written: ${await seeded.text()}`)
  } catch (error) {
    await kill()
    throw error
  }
  return {
    ...{ origin, state, kill, start },
    ahead: () => ahead,
    up: () => running.promise,
    skip(milliseconds) {
      if (child) throw new Error('time is skipped while the server does not run')
      ahead += milliseconds
      makeDueAlarmsRing(state, Date.now() + ahead)
    },
    async runScheduled() {
      const query = new URLSearchParams({ cron: '* * * * *' })
      const answer = await fetch(`${origin}/cdn-cgi/local/scheduled?${query}`)
      const text = await answer.text()
      if (!answer.ok) throw new Error(`the scheduled run answered ${answer.status}: ${text.slice(0, 300)}`)
    },
  }
}
