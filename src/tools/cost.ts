/** `npm run cost -- [--people 10000] [--arriving 10000] …`: what a month costs on Cloudflare's published prices. */
import { parseArgs } from 'node:util'
import { type Assumptions, costOf, TYPICAL } from './cost/model.ts'

const names = Object.keys(TYPICAL) as (keyof Assumptions)[]
const { values } = parseArgs({
  options: Object.fromEntries(names.map((name) => [name, { type: 'string' as const }])),
})
const given = Object.fromEntries(
  names.map((name) => [name, Number(values[name] ?? TYPICAL[name])]),
) as Assumptions
const { lines, dollars } = costOf(given)
const number = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 })
const money = (amount: number) => `$${amount.toFixed(2)}`

for (const name of names) process.stdout.write(`${name.padEnd(28)}${given[name]}\n`)
process.stdout.write(`\n| a month | used | included | beyond it |\n|---|---|---|---|\n`)
for (const { unit, used, included, dollars: cost } of lines)
  process.stdout.write(`| ${unit} | ${number.format(used)} | ${number.format(included)} | ${money(cost)} |\n`)
process.stdout.write(`| with the plan | | | ${money(dollars)} |\n`)
