import { count, type Ledger } from './ledger.ts'
import type { Evidence } from './verdict.ts'
import { countRepeats } from './verdict-mails.ts'

/** The counts of a run, as a table. */
export function describeCounts(evidence: Evidence, more: Record<string, number | string>): string {
  const { ledger, mails, found, probes } = evidence
  const devices = new Set(ledger.redeemed.map(({ device }) => device))
  const rows: [string, number | string][] = [
    ['kills', `${ledger.kills.length}: ${describeHow(ledger)}`],
    ['answers that never came', `${sum(ledger.lost)}: ${describe(ledger.lost)}`],
    ['people who asked for a code by mail', ledger.challenges.length],
    ['provision codes seen', ledger.codes.length],
    ['201 seen', `${ledger.redeemed.length}, of ${devices.size} devices`],
    ['redemptions refused', `${ledger.refused.length}: ${describe(byProblem(ledger))}`],
    ['devices in D1', found.devices.filter(({ slot }) => !slot).length],
    ['check-ins', sum(ledger.checkIns)],
    ['commands asked for, answered', `${ledger.asked.length}, ${ledger.answered.length}`],
    ['people invited', ledger.jobs.reduce((all, { addresses }) => all + addresses.length, 0)],
    [
      'mails',
      `${mails.length}, ${new Set(mails.map(({ id }) => id)).size} different, ${countRepeats(mails)} repeats under their id`,
    ],
    ['messages in D1', describe(byState(found.messages.map(({ state }) => state)))],
    [
      'codes tried again by strangers',
      `${new Set(ledger.redeemed.filter(({ kind }) => kind === 'code').map(({ code }) => code)).size}, ${probes.takenAgain.length} taken`,
    ],
    ['holders who asked again', probes.repeats.length],
    ...Object.entries(more),
  ]
  const width = Math.max(...rows.map(([name]) => name.length))
  return rows.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`).join('\n')
}

function byProblem(ledger: Ledger): Map<string, number> {
  return byState(ledger.refused.map(({ problem }) => problem))
}

function byState(names: string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const name of names) count(counts, name)
  return counts
}

const describeHow = (ledger: Ledger) => describe(byState(ledger.kills.map(({ how }) => how)))
const sum = (counts: Map<string, number>) => [...counts.values()].reduce((all, one) => all + one, 0)
const describe = (counts: Map<string, number>) =>
  [...counts].map(([name, times]) => `${times} ${name}`).join(', ') || 'none'
