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
 * Interleaved pairs: in each round ours, the bare Worker, and the bare Worker again. A round is made of `slices`:
 * short samples in an order that turns from slice to slice, whose times are added up, so that a burst of work
 * elsewhere on the machine falls upon all three. One slice before the first round warms up.
 */
export async function compare(options: {
  rounds: number
  slices: number
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
    const elapsed: [number, number, number] = [0, 0, 0]
    for (let step = 0; step < options.slices * measures.length; step++) {
      const turn = round + Math.floor(step / measures.length)
      const who = ((turn + step) % measures.length) as 0 | 1 | 2
      const load = await (measures[who] as Measure)()
      elapsed[who] += load.elapsed
      clientShare = Math.max(clientShare, load.clientShare)
    }
    const [mine, first, second] = elapsed
    ratios.push((first + second) / 2 / mine)
    noise.push(first / second)
  }
  return { ours: summarise(ratios), noise: summarise(noise), clientShare }
}
