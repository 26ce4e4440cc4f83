import type { Explanation } from './explained.ts'
import type { Mutant } from './instrument.ts'
import type { Candidate } from './plan.ts'
import type { Results } from './results.ts'

export type State = 'killed' | 'timeout' | 'explained' | 'survived' | 'so far' | 'not reached' | 'not judged'

export const isExplained = (mutant: Mutant, one: Explanation) =>
  mutant.file === `src/provisioning/${one.file}` &&
  mutant.context === one.line &&
  mutant.original === one.original &&
  mutant.replacement === one.replacement

export type Judged = { mutant: Mutant; state: State }

/** What became of each mutant, and which explanations explain nothing any more. */
export function judge(
  mutants: readonly Mutant[],
  results: Results,
  reach: Map<string, Candidate[]>,
  settled: (mutant: Mutant) => boolean,
  explanations: readonly Explanation[],
): { judged: Judged[]; stale: Explanation[] } {
  const used = new Set<Explanation>()
  const judged = mutants.map((mutant): Judged => {
    const verdict = results.verdicts[mutant.key]
    if (verdict && verdict.state !== 'open') return { mutant, state: verdict.state }
    const explanation = explanations.find((one) => isExplained(mutant, one))
    if (explanation) used.add(explanation)
    if (explanation) return { mutant, state: 'explained' }
    if (!reach.has(mutant.key)) return { mutant, state: 'not reached' }
    if (!verdict) return { mutant, state: 'not judged' }
    return { mutant, state: settled(mutant) ? 'survived' : 'so far' }
  })
  const files = new Set(mutants.map(({ file }) => file))
  const stale = explanations.filter((one) => files.has(`src/provisioning/${one.file}`) && !used.has(one))
  return { judged, stale }
}

const STATES: State[] = ['killed', 'timeout', 'explained', 'survived', 'so far', 'not reached', 'not judged']

/** A line for each file and one for all: how many mutants, what became of them, killed of those that differ. */
export function table(judged: readonly Judged[]): string {
  const files = [...new Set(judged.map(({ mutant }) => mutant.file))]
  const width = Math.max(...files.map((file) => file.length))
  const row = (name: string, cells: string[]) =>
    [name.padEnd(width), ...cells.map((cell) => cell.padStart(11))].join(' ')
  const count = (name: string, own: readonly Judged[]) => {
    const counts = STATES.map((state) => own.filter((one) => one.state === state).length)
    const [killed = 0, timeout = 0, explained = 0] = counts
    const differ = own.length - explained
    const score = differ === 0 ? 100 : (100 * (killed + timeout)) / differ
    return row(name, [own.length, ...counts, `${score.toFixed(1)} %`].map(String))
  }
  return [
    row('file', ['mutants', ...STATES, 'score']),
    ...files.map((file) =>
      count(
        file,
        judged.filter(({ mutant }) => mutant.file === file),
      ),
    ),
    count('all', judged),
  ].join('\n')
}

export function describeMutant({ file, line, mutator, original, replacement }: Mutant): string {
  return `${file}:${line} ${mutator}: ${original} => ${replacement || '(nothing)'}`
}
