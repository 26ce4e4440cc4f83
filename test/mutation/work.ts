import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Mutant } from './instrument.ts'
import { type Candidate, type Depth, type Kill, rank, taskOf } from './plan.ts'
import type { Played, Report, Task } from './protocol.ts'
import type { Results, TestId } from './results.ts'

/** Work for players: handed out over HTTP, the next piece for the report on the one before. */
export type Job = { task: Task; done(report: Report): void }

export type Office = {
  url(slot: number): string
  /** When a player was last heard of, and how it was started anew: what it did then is lost. */
  idleSince(slot: number): number
  drop(slot: number): Job | null
  /** Whether the player was sent away after something broke, which is taken back: the next one starts anew. */
  wasSentAway(slot: number): boolean
  close(): void
}

/** `next` gives the next job of a player, or nothing: then the player ends. */
export async function openOffice(next: () => Job | null): Promise<Office> {
  const current = new Map<number, Job>()
  const heard = new Map<number, number>()
  const sentAway = new Set<number>()
  const server = createServer((request, response) => {
    const [, slotText = '', alive] = (request.url ?? '').split('/')
    const slot = Number(slotText)
    heard.set(slot, Date.now())
    if (alive) return void response.end()
    let body = ''
    request.on('data', (piece) => {
      body += piece
    })
    request.on('end', () => {
      const report = JSON.parse(body) as Report | null
      const before = current.get(slot)
      current.delete(slot)
      if (report && before) before.done(report)
      // What broke may be its workerd, and then everything after it.
      const isBroken = report !== null && 'broken' in report
      if (isBroken) sentAway.add(slot)
      const job = isBroken ? null : next()
      if (job) current.set(slot, job)
      response.end(JSON.stringify(job?.task ?? null))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: (slot) => `http://127.0.0.1:${port}/${slot}`,
    idleSince: (slot) => heard.get(slot) ?? Number.POSITIVE_INFINITY,
    drop(slot) {
      const job = current.get(slot) ?? null
      current.delete(slot)
      heard.delete(slot)
      return job
    },
    wasSentAway: (slot) => sentAway.delete(slot),
    close: () => server.close(),
  }
}

/** By what a mutant was killed that made its player hang, whatever tests there are. */
const SILENT = 'silence'

type Plan = {
  mutants: readonly Mutant[]
  results: Results
  reach: Map<string, Candidate[]>
  hits: Map<string, number>
  depth: Depth
  /** How many tests a mutant meets in this run, at most. */
  budget: number
  hashes: Map<string, string>
  /** Whose killers are confirmed; what is known of them is taken back where one turns out to prove nothing. */
  all: readonly Mutant[]
  /** The mutant is at work from the start and cannot be switched off: nothing can be tried without it. */
  alwaysOn?: boolean
  say(text: string): void
}

/**
 * Plays each mutant against the tests that reach it until one fails. A test that kills for the first time must
 * pass alone without any mutant; else it needs those before it, and the mutant is played again.
 */
export function planPlay({
  mutants,
  results,
  reach,
  hits,
  depth,
  budget,
  hashes,
  all,
  alwaysOn,
  say,
}: Plan): () => Job | null {
  const queue = [...mutants]
  const checks: Job[] = []
  const broken = new Set<Mutant>()
  const kills: Kill[] = []
  const byId = new Map<TestId, Candidate>()
  for (const candidates of reach.values()) for (const one of candidates) byId.set(one.id, one)
  const byName = new Map([...byId.values()].map((one) => [one.name, one]))
  for (const mutant of mutants) {
    const verdict = results.verdicts[mutant.key]
    const killer = verdict && verdict.state !== 'open' ? byName.get(verdict.by) : undefined
    if (killer) kills.push({ file: mutant.file, line: mutant.line, test: killer.id })
  }
  const stamp = (test: Candidate) => `${hashes.get(test.file)} ${test.name}`
  const needsOthers = (test: Candidate) => results.alone[stamp(test)] === false

  function judge(mutant: Mutant, tests: Candidate[], played: Played): void {
    const { verdicts } = results
    const old = verdicts[mutant.key]
    if (!played.failed) {
      const passed = old?.state === 'open' ? old.passed : []
      verdicts[mutant.key] = { state: 'open', passed: [...new Set([...passed, ...tests.map(stamp)])] }
      return
    }
    const { file, index, error, timeout } = played.failed
    const killer = byId.get(`${file}#${index}`)
    if (!killer) return
    const kill = () => {
      verdicts[mutant.key] = {
        state: timeout ? 'timeout' : 'killed',
        by: killer.name,
        byHash: hashes.get(file) ?? '',
        error: error.slice(0, 200),
      }
      kills.push({ file: mutant.file, line: mutant.line, test: killer.id })
    }
    if (alwaysOn || results.alone[stamp(killer)] !== undefined) kill()
    else check(mutant, killer, kill)
  }

  function check(mutant: Mutant, killer: Candidate, kill: () => void): void {
    checks.push({
      task: taskOf(null, 0, [killer], () => false),
      done(report) {
        const passes = 'played' in report && report.played.failed === null
        results.alone[stamp(killer)] = passes
        if (passes) kill()
        else {
          const why = 'played' in report ? report.played.failed?.error : 'it could not be played'
          say(`does not pass alone: ${killer.name}: ${why}`)
          queue.unshift(mutant)
        }
      },
    })
  }

  function jobOf(mutant: Mutant): Job | null {
    const old = results.verdicts[mutant.key]
    const passed = new Set(old?.state === 'open' ? old.passed : [])
    const candidates = reach.get(mutant.key) ?? []
    const killer = old && old.state !== 'open' ? candidates.find(({ name }) => name === old.by) : undefined
    const ranked = rank(mutant, candidates, kills, depth).filter((test) => !passed.has(stamp(test)))
    const tests = (killer ? [killer, ...ranked.filter((one) => one !== killer)] : ranked).slice(0, budget)
    if (tests.length === 0) return null
    const hitLimit = 100 * (hits.get(mutant.key) ?? 0) + 1000
    return {
      task: taskOf(mutant.id, hitLimit, tests, needsOthers),
      done(report) {
        if ('played' in report) judge(mutant, tests, report.played)
        else if ('silent' in report)
          results.verdicts[mutant.key] = { state: 'timeout', by: SILENT, byHash: '', error: '' }
        else if ('broken' in report) {
          say(`${mutant.file}:${mutant.line}: ${report.broken}`)
          // Not the mutant's doing, as far as anybody knows: once more, at the end.
          if (!broken.has(mutant)) queue.push(mutant)
          broken.add(mutant)
        }
      },
    }
  }

  const asked = new Set<Candidate>()
  /** Those that killed, once more without any mutant: much was played since, and what fails now proves nothing. */
  function confirmations(): Job[] {
    const verdicts = all.map(({ key }) => results.verdicts[key])
    const names = new Set(verdicts.flatMap((one) => (one && one.state !== 'open' ? [one.by] : [])))
    const killers = [...names].flatMap((name) => byName.get(name) ?? [])
    const open = killers.filter((killer) => !asked.has(killer) && !results.confirmed[stamp(killer)])
    for (const killer of open) asked.add(killer)
    return alwaysOn ? [] : open.map((killer) => confirmation(killer, true))
  }

  function confirmation(killer: Candidate, first: boolean): Job {
    return {
      task: taskOf(null, 0, [killer], needsOthers),
      done(report) {
        if ('played' in report && report.played.failed === null) {
          results.confirmed[stamp(killer)] = true
          return
        }
        if (first) return void checks.push(confirmation(killer, false))
        say(`does not always pass: ${killer.name}`)
        results.unreliable[stamp(killer)] = true
        for (const { key } of all) {
          const verdict = results.verdicts[key]
          if (verdict && verdict.state !== 'open' && verdict.by === killer.name) delete results.verdicts[key]
        }
      },
    }
  }

  return () => {
    const check = checks.shift()
    if (check) return check
    for (let mutant = queue.shift(); mutant; mutant = queue.shift()) {
      const job = jobOf(mutant)
      if (job) return job
    }
    checks.push(...confirmations())
    return checks.shift() ?? null
  }
}

/** Whether what is known of a mutant still holds: no test that could tell has changed. */
export function isSettled(
  mutant: Mutant,
  results: Results,
  candidates: readonly Candidate[],
  hashes: Map<string, string>,
): boolean {
  const verdict = results.verdicts[mutant.key]
  if (!verdict) return candidates.length === 0
  if (verdict.state !== 'open') {
    if (verdict.by === SILENT) return true
    const file = verdict.by.slice(0, verdict.by.indexOf(' > '))
    return verdict.byHash !== '' && hashes.get(file) === verdict.byHash
  }
  const passed = new Set(verdict.passed)
  return candidates.every((one) => passed.has(`${hashes.get(one.file)} ${one.name}`))
}
