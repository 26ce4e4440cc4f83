/**
 * `npm run mutation`: changes `src/provisioning` in every place, one at a time, and plays the tests that reach
 * the place until one of them fails. Exits with 1 where a change is noticed by no test and not explained.
 *
 *   --files rules,pins   only these files of the room
 *   --sample 200         only so many mutants, chosen by --seed (1)
 *   --budget 20          at most so many tests for each mutant in this run
 *   --players 2          how many at once
 *   --static             also what runs only as modules are loaded: a workerd for each, slow
 *   --report             plays nothing, says what is known
 *   --json path          writes the survivors
 *
 * What was found is kept in `.state/mutation/results.json`: a run can be stopped and taken up.
 */
import { writeFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { CONTROL_SUBJECT, CONTROL_TESTS, checkControl } from './control.ts'
import { EXPLAINED } from './explained.ts'
import { EXPLAINED_IN_INVITATIONS } from './explained-invitations.ts'
import { EXPLAINED_IN_OPERATION } from './explained-operation.ts'
import { EXPLAINED_IN_SESSION } from './explained-session.ts'
import { hashOf, instrument, type Mutant } from './instrument.ts'
import { type Candidate, reachOf } from './plan.ts'
import { runPlayers } from './players.ts'
import { describeMutant, isExplained, judge, type State, table } from './report.ts'
import { type Measurement, readResults, writeResults } from './results.ts'
import { hashFiles, layTree, listSources, listTests } from './tree.ts'
import { isSettled, type Job, planPlay } from './work.ts'

/** More tests than there are. */
const WHOLE_BUDGET = 100_000

const { values: options } = parseArgs({
  options: {
    files: { type: 'string' },
    sample: { type: 'string' },
    seed: { type: 'string', default: '1' },
    budget: { type: 'string', default: String(WHOLE_BUDGET) },
    players: { type: 'string', default: String(Math.max(1, availableParallelism() - 1)) },
    static: { type: 'boolean', default: false },
    report: { type: 'boolean', default: false },
    json: { type: 'string' },
  },
})

/** A mutant of which nothing is left to say. */
const DONE: State[] = ['killed', 'timeout', 'explained']

const root = process.cwd()
const folder = `${root}/.state/mutation`
const tree = `${folder}/tree`
const resultsPath = `${folder}/results.json`
const say = (text: string) => void process.stdout.write(`${text}\n`)

const sources = await listSources(root, CONTROL_SUBJECT)
const tests = await listTests(root, CONTROL_TESTS)
const { mutants: all, subsumed } = options.report
  ? await instrument(root, sources)
  : await layTree(root, tree, sources, tests)
const results = await readResults(resultsPath)
const hashes = await hashFiles(root, tests)
const roomHash = hashOf(...(await hashFiles(root, sources)).values())
const keyOf = new Map(all.map(({ id, key }) => [id, key]))
const players = Number(options.players)

// So that players end with the run.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130))

let saved = Promise.resolve()
const save = () => {
  saved = saved.then(() => writeResults(resultsPath, results))
}

/** Measures what each file of tests reaches, where that may have changed. */
async function measureAll(): Promise<void> {
  for (const file of Object.keys(results.measurements))
    if (!hashes.has(file)) delete results.measurements[file]
  const queue = tests.filter((file) => results.measurements[file]?.hash !== `${roomHash} ${hashes.get(file)}`)
  if (queue.length === 0 || options.report) return
  say(`${queue.length} files of tests are measured`)
  const again = new Set<string>()
  const byKey = (reach: Record<string, number>) =>
    Object.fromEntries(
      Object.entries(reach).flatMap(([id, count]) => (keyOf.has(id) ? [[keyOf.get(id) ?? '', count]] : [])),
    )
  const next = (): Job | null => {
    const file = queue.shift()
    if (file === undefined) return null
    return {
      task: { kind: 'measure', file },
      done(report) {
        if (!('measured' in report)) {
          say(`${file} could not be measured: ${'broken' in report ? report.broken : 'no answer'}`)
          if (!again.has(file)) queue.push(file)
          again.add(file)
          return
        }
        const { tests: own, hooks, loading } = report.measured
        const measurement: Measurement = {
          hash: `${roomHash} ${hashes.get(file)}`,
          tests: own.map(({ name, milliseconds, error, reach }) => {
            if (error !== null) say(`fails without any change: ${file} > ${name}: ${error}`)
            return { name, passes: error === null, milliseconds, reach: byKey(reach) }
          }),
          hooks: byKey(hooks),
          loading: byKey(loading),
        }
        results.measurements[file] = measurement
        save()
      },
    }
  }
  await runPlayers({ tree, players, next, say })
}

/** The same choice for the same seed. */
function sample(mutants: Mutant[]): Mutant[] {
  if (options.sample === undefined) return mutants
  const weight = ({ key }: Mutant) => hashOf(options.seed, key)
  return mutants.toSorted((a, b) => weight(a).localeCompare(weight(b))).slice(0, Number(options.sample))
}

const named = options.files?.split(',').map((name) => `src/provisioning/${name.replace(/\.ts$/, '')}.ts`)
const isNamed = ({ file }: Mutant) => !named || named.includes(file)
const order = ({ file }: Mutant) => (named ? named.indexOf(file) : sources.indexOf(file))
const control = all.filter(({ file }) => file === CONTROL_SUBJECT)
const chosen = sample(all.filter((mutant) => mutant.file !== CONTROL_SUBJECT && isNamed(mutant)))
const mutants = chosen.toSorted((a, b) => order(a) - order(b) || a.line - b.line)

await measureAll()
const { reach, hits, depth } = reachOf(results)
const loading = new Set(Object.values(results.measurements).flatMap((one) => Object.keys(one.loading)))

/** What runs only as modules are loaded can be noticed by any test that reaches the file. */
const ofFile = (file: string): Candidate[] => {
  const found = new Map<string, Candidate>()
  for (const mutant of all)
    if (mutant.file === file) for (const one of reach.get(mutant.key) ?? []) found.set(one.id, one)
  return [...found.values()]
}
const onLoading = mutants.filter(({ key }) => loading.has(key) && !reach.has(key))
for (const mutant of options.static ? onLoading : []) reach.set(mutant.key, ofFile(mutant.file))

const settled = (mutant: Mutant) => isSettled(mutant, results, reach.get(mutant.key) ?? [], hashes)
const budget = Number(options.budget)
const explanations = [
  ...EXPLAINED,
  ...EXPLAINED_IN_SESSION,
  ...EXPLAINED_IN_INVITATIONS,
  ...EXPLAINED_IN_OPERATION,
]
const plan = { results, reach, hits, depth, budget, hashes, say }

async function playAll(): Promise<void> {
  const isKnown = (mutant: Mutant) => explanations.some((one) => isExplained(mutant, one))
  // With a budget, what is explained is played once.
  const isEnough = (mutant: Mutant) =>
    budget < WHOLE_BUDGET && results.verdicts[mutant.key]?.state === 'open' && isKnown(mutant)
  const waiting = [...control, ...mutants].filter((mutant) => !settled(mutant) && !isEnough(mutant))
  // Those last that no test is known to notice.
  const open = waiting.toSorted((one, other) => Number(isKnown(one)) - Number(isKnown(other)))
  say(`${mutants.length} mutants (${subsumed} more fall with others), ${open.length} to be played`)
  const ordinary = open.filter((mutant) => !onLoading.includes(mutant))
  const started = Date.now()
  let played = 0
  const watched = (next: () => Job | null) => () => {
    const job = next()
    if (!job) return null
    return {
      task: job.task,
      done(report: Parameters<Job['done']>[0]) {
        job.done(report)
        played += 1
        if (played % 20 !== 0) return
        save()
        say(`${played} played in ${Math.round((Date.now() - started) / 1000)} s`)
      },
    }
  }
  const play = planPlay({ ...plan, mutants: ordinary, all: mutants })
  // Also with nothing to be judged: killers of a run that was stopped may wait to be confirmed.
  let first = play()
  const next = () => {
    const job = first ?? play()
    first = null
    return job
  }
  if (first) await runPlayers({ tree, players, next: watched(next), say })
  const fromTheStart = open.filter((one) => onLoading.includes(one))
  const playFromTheStart = async (slot: number) => {
    for (let mutant = fromTheStart.shift(); mutant; mutant = fromTheStart.shift())
      await runPlayers({
        ...{ tree, players: 1, slot, mutant: mutant.id, say },
        next: watched(planPlay({ ...plan, mutants: [mutant], all: mutants, alwaysOn: true })),
      })
  }
  await Promise.all(Array.from({ length: players }, (_none, slot) => playFromTheStart(slot)))
  save()
  await saved
}

if (!options.report) await playAll()
const { judged, stale } = judge(mutants, results, reach, settled, explanations)
const survivors = judged.filter(({ state }) => !DONE.includes(state))
for (const { mutant, state } of survivors) say(`${state}: ${describeMutant(mutant)}`)
for (const one of stale)
  say(`explained, but no such survivor: ${one.file}: ${one.line}: ${one.original} => ${one.replacement}`)
if (mutants.length > 0) say(table(judged))
const broken = checkControl(control, results)
for (const line of broken) say(line)
if (options.json)
  await writeFile(
    options.json,
    JSON.stringify(
      survivors.map(({ mutant, state }) => ({ ...mutant, state })),
      null,
      1,
    ),
  )
if (survivors.length + stale.length + broken.length > 0) process.exitCode = 1
