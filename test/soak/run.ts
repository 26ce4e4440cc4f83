/** `npm run soak`: the long kill test. Prints its counts and its seed; exit code 1 if anything does not hold. */
import { parseArgs } from 'node:util'
import { runSoak } from './run-soak.ts'

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '9' },
    kills: { type: 'string', default: 'Infinity' },
    most: { type: 'string', default: '9000' },
    strangers: { type: 'string', default: '10' },
    schedule: { type: 'string', default: '5000' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 1_000_000_000)) },
  },
})
const number = (text: string) => {
  const read = Number(text)
  if (Number.isNaN(read) || read < 0) throw new Error(`${text} is no number`)
  return read
}

process.stdout.write(`seed ${values.seed}\n`)
const { faults, table } = await runSoak({
  seed: number(values.seed),
  kills: number(values.kills),
  milliseconds: number(values.minutes) * 60_000,
  most: number(values.most),
  progress: 0,
  strangers: number(values.strangers),
  schedule: number(values.schedule),
  say: (text) => void process.stdout.write(`${text}\n`),
})
process.stdout.write(`\n${table}\n\n`)
if (faults.length === 0) process.stdout.write('All of it holds.\n')
else {
  process.exitCode = 1
  process.stdout.write(`${faults.length} do not hold:\n${faults.map((fault) => `  ${fault}\n`).join('')}`)
}
