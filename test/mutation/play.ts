import { expect, inject, test, vi } from 'vitest'
import { emptyStorage } from '../support/empty.ts'
import { namespace } from './namespace.ts'
import type { Measured, Played, Reach, Report, Task } from './protocol.ts'
import { record, type Suite, type Test } from './recorder.ts'

/**
 * The one test of a mutation run. It asks the runner for work and does it, inside of workerd, where service,
 * objects and tests share a global: switching a mutant on is one assignment, and nothing is loaded twice.
 */
const ask = globalThis.fetch.bind(globalThis)

async function next(report: Report | null): Promise<Task | null> {
  const answer = await ask(inject('runner'), { method: 'POST', body: JSON.stringify(report) })
  return answer.json()
}

/** A sign of life: a player that is silent for long is in an endless loop. */
const breathe = () => ask(`${inject('runner')}/alive`, { method: 'POST' })

const recorded = new Map<string, Suite>()

async function suiteOf(file: string): Promise<Suite> {
  const known = recorded.get(file)
  if (known) return known
  const suite = await record(() => import(/* @vite-ignore */ `../../${file}`))
  recorded.set(file, suite)
  return suite
}

const describeError = (error: unknown) =>
  error instanceof Error ? `${error.name}: ${error.message}` : String(error)

class TooLong extends Error {}

async function within(milliseconds: number, run: () => unknown): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const over = new Promise((_resolve, reject) => {
    timer = setTimeout(() => reject(new TooLong(`longer than ${milliseconds} ms`)), milliseconds)
  })
  try {
    await Promise.race([run(), over])
  } finally {
    clearTimeout(timer)
  }
}

type Watch = {
  /** Milliseconds that it may take; `null`: it is left out. */
  limit(test: Test): number | null
  /** Returns whether to go on. */
  done(test: Test, error: unknown, milliseconds: number): boolean
}

const sizeOf = (suite: Suite, watch: Watch): number =>
  suite.children.reduce(
    (sum, child) => sum + ('children' in child ? sizeOf(child, watch) : watch.limit(child) === null ? 0 : 1),
    0,
  )

const HOOK_LIMIT = 60_000

async function attempt(run: () => Promise<void>): Promise<unknown> {
  try {
    await run()
    return null
  } catch (error) {
    return error ?? new Error('failed')
  }
}

async function runTest(test: Test, limit: number, line: Suite[]): Promise<unknown> {
  const { ns } = namespace
  await breathe()
  ns.currentTestId = String(test.index)
  ns.hitCount = 0
  const error = await attempt(() =>
    within(limit, async () => {
      for (const suite of line) for (const hook of suite.hooks.beforeEach) await hook()
      await test.run()
    }),
  )
  const after = await attempt(() =>
    within(HOOK_LIMIT, async () => {
      for (const suite of line.toReversed())
        for (const hook of suite.hooks.afterEach.toReversed()) await hook()
    }),
  )
  ns.currentTestId = 'hooks'
  return error ?? after
}

/** Runs what `watch` asks for, in order; returns whether to go on. */
async function runSuite(suite: Suite, watch: Watch, outer: Suite[] = []): Promise<boolean> {
  if (sizeOf(suite, watch) === 0) return true
  const line = [...outer, suite]
  let goes = true
  const broken = await attempt(() =>
    within(HOOK_LIMIT, async () => {
      for (const hook of suite.hooks.beforeAll) await hook()
    }),
  )
  for (const child of suite.children) {
    if (!goes) break
    if ('children' in child) {
      goes = await runSuite(child, watch, line)
      continue
    }
    const limit = watch.limit(child)
    if (limit === null) continue
    const started = performance.now()
    const error = broken ?? (await runTest(child, limit, line))
    goes = watch.done(child, error, performance.now() - started)
  }
  await attempt(() =>
    within(HOOK_LIMIT, async () => {
      for (const hook of suite.hooks.afterAll.toReversed()) await hook()
    }),
  )
  return goes
}

/** Objects that the tests before have crashed may take the first try down with them. */
async function emptyInTheEnd(): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    const error = await attempt(emptyStorage)
    if (error === null) return
    if (tries === 5) throw error
    await new Promise((resolve) => setTimeout(resolve, 50 * tries))
  }
}

async function runFile(file: string, watch: Watch): Promise<void> {
  const suite = await suiteOf(file)
  const { ns } = namespace
  ns.currentTestId = 'hooks'
  // A test that failed before it mended what it had broken.
  vi.restoreAllMocks()
  // A file of pure tests needs none.
  if (file.includes('.worker.')) await emptyInTheEnd()
  await runSuite(suite, watch)
}

async function measure(file: string): Promise<Measured> {
  const { ns } = namespace
  await suiteOf(file)
  const coverage = ns.mutantCoverage ?? { static: {}, perTest: {} }
  for (const id of Object.keys(coverage.perTest)) delete coverage.perTest[id]
  const tests: Measured['tests'] = []
  await runFile(file, {
    limit: () => HOOK_LIMIT,
    done(one, error, milliseconds) {
      const reach: Reach = { ...coverage.perTest[String(one.index)] }
      tests.push({ name: one.name, milliseconds, error: error === null ? null : describeError(error), reach })
      return true
    },
  })
  return { tests, hooks: { ...coverage.perTest.hooks }, loading: { ...coverage.static } }
}

async function play({ mutant, hitLimit, files }: Task & { kind: 'play' }): Promise<Played> {
  const { ns } = namespace
  const started = performance.now()
  const played: Played = { failed: null, ran: [], milliseconds: 0 }
  for (const { file, turns } of files) {
    if (played.failed) break
    await suiteOf(file)
    ns.hitLimit = hitLimit
    ns.hitCount = 0
    ns.activeMutant = mutant ?? 'none'
    await runFile(file, {
      limit: ({ index }) => turns.find((turn) => turn.index === index)?.limit ?? null,
      done({ index }, error) {
        played.ran.push({ file, index })
        if (error !== null)
          played.failed = { file, index, error: describeError(error), timeout: error instanceof TooLong }
        return error === null
      },
    })
    ns.activeMutant = 'none'
  }
  return { ...played, milliseconds: performance.now() - started }
}

async function work(task: Task): Promise<Report> {
  try {
    return task.kind === 'measure' ? { measured: await measure(task.file) } : { played: await play(task) }
  } catch (error) {
    return { broken: describeError(error) }
  }
}

test('plays what the runner hands out', async () => {
  let report: Report | null = null
  for (;;) {
    const task = await next(report)
    if (task === null) break
    report = await work(task)
  }
  expect(report).not.toBeNull()
})
