import type { LimitsForm, LimitsView } from '../../challenges/index.ts'
import type { EdgeContext } from './edge.ts'
import { readForm } from './forms.ts'

/** The form of limits, of an organisation's managers or of the service's supervisors. */
export async function readLimitsForm(c: EdgeContext): Promise<LimitsForm> {
  const form = await readForm(c)
  return {
    hourlyCodes: form('hourlyCodes'),
    dailyPeople: form('dailyPeople'),
    throwAway: form('throwAway'),
  }
}

/** What is set, as its form has it. */
export function limitsFormOf({ set }: LimitsView): LimitsForm {
  return {
    hourlyCodes: String(set.hourlyCodes ?? ''),
    dailyPeople: String(set.dailyPeople ?? ''),
    throwAway: set.throwAway,
  }
}
