import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { awaitProgress, type Killing, keepKilling, makeAims } from './kills.ts'
import { count, openLedger } from './ledger.ts'
import { playManager, playStranger } from './people.ts'
import { probe } from './probe.ts'
import { makeRandom } from './random.ts'
import { describeCounts } from './report.ts'
import { makeServer } from './server.ts'
import { comeToRest, finish, passMinutes } from './settle.ts'
import { openSink } from './sink.ts'
import { pause, type Soak } from './soak.ts'
import { judge } from './verdict.ts'

export type SoakOptions = Killing & {
  seed: number
  /** Strangers at a time. */
  strangers: number
  /** Milliseconds between two runs of the job of each minute. */
  schedule: number
}

export type SoakReport = {
  /** What does not hold. */
  faults: string[]
  table: string
  counts: { devices: number; mails: number }
}

/** One run: load and kills, then quiet, then the verdict. Leaves no process and no file behind. */
export async function runSoak(options: SoakOptions): Promise<SoakReport> {
  const { seed, say } = options
  const random = makeRandom(seed)
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-soak-'))
  const sink = await openSink(random.fork())
  const logged = new Map<string, number>()
  const onLog = ({ level, message }: { level: string; message: string }) => {
    if (level === 'error' || level === 'warn')
      count(logged, /"event":"([^"]+)"/.exec(message)?.[1] ?? message.slice(0, 80))
  }
  const begin = Date.now()
  let stop = async () => {}
  try {
    const server = await makeServer({ folder, sink: sink.url, onLog })
    stop = server.kill
    const aims = makeAims()
    let over = false
    const ledger = openLedger()
    const soak: Soak = {
      ...{ server, sink, ledger, devices: [], notice: aims.notice },
      random: random.fork(),
      over: () => over,
    }
    say(`${server.origin} runs after ${((Date.now() - begin) / 1000).toFixed(1)} s; seed ${seed}`)
    const guests: Promise<unknown>[] = []
    const strangers = Array.from({ length: options.strangers }, async () => {
      while (!over) await playStranger(soak)
    })
    const load = Promise.all([...strangers, playManager(soak, guests), keepMinutes(soak, options.schedule)])
    // What goes wrong there is told when all is waited for.
    load.catch(() => {})
    await keepKilling(soak, aims, options)
    await awaitProgress(soak, options.progress)
    over = true
    say('no new work; once more it is killed, and what was lost is looked for')
    ledger.kills.push({ how: 'at the end', restart: await passMinutes(soak) })
    await load
    await Promise.all(guests)
    await comeToRest(soak)
    const probes = await probe(soak)
    const { found, skips } = await finish(soak, say)
    const endedAt = Date.now() + server.ahead()
    const evidence = { ledger, probes, found, endedAt, mails: sink.mails }
    const more = {
      'refusals of the mail provider': sink.refused(),
      'pauses of 150 s at the end': 1 + skips,
      'warnings and errors logged':
        [...logged].map(([event, times]) => `${times} ${event}`).join(', ') || 'none',
      seconds: Math.round((Date.now() - begin) / 1000),
      seed,
    }
    const counts = { devices: ledger.checkIns.size, mails: sink.mails.length }
    return { faults: judge(evidence), table: describeCounts(evidence, more), counts }
  } finally {
    await stop()
    await sink.close()
    await rm(folder, { recursive: true, force: true })
  }
}

/** The job of each minute, more often. One that a kill cuts off is lost. */
async function keepMinutes(soak: Soak, schedule: number): Promise<void> {
  while (!soak.over()) {
    await pause(schedule)
    await soak.server.up()
    await soak.server.runScheduled().catch(() => count(soak.ledger.lost, 'schedule'))
  }
}
