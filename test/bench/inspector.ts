import { setTimeout as wait } from 'node:timers/promises'
import type { Miniflare } from 'miniflare'
import type { CpuProfile } from './cpu-summary.ts'

/** Microseconds between two samples. */
const INTERVAL = 250

export type Profiler = {
  start(): Promise<void>
  stop(): Promise<CpuProfile>
  close(): void
}

type Answer = { id?: number; result?: { profile?: CpuProfile }; error?: { message: string } }

/** The CPU profiler of a Worker that was booted `inspected`, by the Chrome DevTools protocol. */
export async function attachProfiler(miniflare: Miniflare, worker: string): Promise<Profiler> {
  const socket = await connect(await findTarget(miniflare, worker))
  const waiting = new Map<number, { resolve(answer: Answer): void; reject(error: Error): void }>()
  socket.addEventListener('message', ({ data }) => {
    const answer = JSON.parse(String(data)) as Answer
    const asked = waiting.get(answer.id ?? -1)
    waiting.delete(answer.id ?? -1)
    if (answer.error) asked?.reject(new Error(answer.error.message))
    else asked?.resolve(answer)
  })
  socket.addEventListener('close', () => {
    for (const { reject } of waiting.values()) reject(new Error('the inspector went away'))
  })
  let count = 0
  const send = (method: string, params: object = {}) =>
    new Promise<Answer>((resolve, reject) => {
      count += 1
      waiting.set(count, { resolve, reject })
      socket.send(JSON.stringify({ id: count, method, params }))
    })
  return {
    async start() {
      await send('Profiler.enable')
      await send('Profiler.setSamplingInterval', { interval: INTERVAL })
      await send('Profiler.start')
    },
    async stop() {
      const { result } = await send('Profiler.stop')
      if (!result?.profile) throw new Error('the inspector gave no profile')
      return result.profile
    },
    close: () => socket.close(),
  }
}

/** Workerd lists an isolate some time after it has begun to listen. */
async function findTarget(miniflare: Miniflare, worker: string): Promise<URL> {
  const { host } = await miniflare.getInspectorURL()
  for (let turn = 0; turn < 50; turn++) {
    const targets = (await (await fetch(`http://${host}/json`)).json()) as { id: string }[]
    const found = targets.find(({ id }) => id === `core:user:${worker}`)
    if (found) return new URL(`ws://${host}/${found.id}`)
    await wait(100)
  }
  throw new Error('the inspector does not know the Worker')
}

async function connect(url: URL): Promise<WebSocket> {
  const socket = new WebSocket(url.href)
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve, { once: true })
    socket.addEventListener('error', () => reject(new Error(`no inspector at ${url}`)), { once: true })
  })
  return socket
}
