import { expect, test } from 'vitest'
import { runSoak } from '../soak/run-soak.ts'

const SEED = 20_261_121

test('a server that is killed under load loses nothing that anybody saw, and sends nothing under two ids', async () => {
  const said: string[] = []
  const { faults, table, counts } = await runSoak({
    seed: SEED,
    // And one at the end.
    kills: 2,
    milliseconds: 60_000,
    most: 1500,
    progress: 3,
    strangers: 6,
    schedule: 1000,
    say: (text) => void said.push(text),
  })
  expect(faults, [...said, table].join('\n')).toEqual([])
  // Nothing can be lost where nothing happened.
  expect(counts.devices).toBeGreaterThan(0)
  expect(counts.mails).toBeGreaterThan(0)
}, 300_000)
