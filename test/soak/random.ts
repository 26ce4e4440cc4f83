/** Repeatable chances: the same seed brings the same sequence (mulberry32). */
export type Random = {
  /** From 0 up to but not including 1. */
  next(): number
  chance(part: number): boolean
  between(least: number, most: number): number
  pick<Value>(from: readonly Value[]): Value
  /** Another sequence, for somebody who acts beside the others. */
  fork(): Random
}

export function makeRandom(seed: number): Random {
  let state = seed >>> 0
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  return {
    next,
    chance: (part) => next() < part,
    between: (least, most) => least + next() * (most - least),
    pick(from) {
      const found = from[Math.floor(next() * from.length)]
      if (found === undefined) throw new Error('there is nothing to pick from')
      return found
    },
    fork: () => makeRandom(Math.floor(next() * 4_294_967_296)),
  }
}
