import type { Load } from './load.ts'
import { type Ratios, summarise } from './statistics.ts'

export type Comparison = {
  /** Throughput of ours by that of the bare Worker. */
  ours: Ratios
  /** The bare Worker by itself. */
  noise: Ratios
  clientShare: number
}

type Measure = () => Promise<Load>

/**
 * Interleaved pairs: in each round ours, the bare Worker, and the bare Worker again, in an order that
 * turns from round to round so that nobody always comes first. One round before them warms up.
 */
export async function compare(options: {
  rounds: number
  ours: Measure
  bare: Measure
}): Promise<Comparison> {
  const { ours, bare } = options
  const measures = [ours, bare, bare]
  await ours()
  await bare()
  const ratios: number[] = []
  const noise: number[] = []
  let clientShare = 0
  for (let round = 0; round < options.rounds; round++) {
    const elapsed: number[] = []
    for (let step = 0; step < measures.length; step++) {
      const who = (round + step) % measures.length
      const load = await (measures[who] as Measure)()
      elapsed[who] = load.elapsed
      clientShare = Math.max(clientShare, load.clientShare)
    }
    const [mine = 0, first = 0, second = 0] = elapsed
    ratios.push((first + second) / 2 / mine)
    noise.push(first / second)
  }
  return { ours: summarise(ratios), noise: summarise(noise), clientShare }
}
