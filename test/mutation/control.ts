import type { Mutant } from './instrument.ts'
import type { Results } from './results.ts'

/** Mutants whose end is known: a run in which they end otherwise proves nothing. */
export const CONTROL_SUBJECT = 'test/mutation/control/subject.ts'
export const CONTROL_TESTS = 'test/mutation/control/tests.ts'

/** By original and replacement. An endless loop is stopped by the limit of hits: a test that fails. */
const EXPECTED: Record<string, 'killed' | 'open'> = {
  'a >= b => a < b': 'killed',
  'a >= b => a > b': 'open',
  'left > 0 => left >= 0': 'killed',
  'left -= 1 => left += 1': 'killed',
  'a + 1 => a - 1': 'open',
}

/** What is wrong with the run itself, one line each. */
export function checkControl(mutants: readonly Mutant[], results: Results): string[] {
  const own = mutants.filter(({ file }) => file === CONTROL_SUBJECT)
  return Object.entries(EXPECTED).flatMap(([change, expected]) => {
    const mutant = own.find(({ original, replacement }) => `${original} => ${replacement}` === change)
    const state = mutant ? (results.verdicts[mutant.key]?.state ?? 'open') : 'missing'
    return state === expected ? [] : [`the control "${change}" is ${state}, not ${expected}`]
  })
}
