import { basename } from 'node:path'
import type { Mutant } from './instrument.ts'
import type { Task, Turn } from './protocol.ts'
import type { Results, TestId } from './results.ts'

/** A test that may kill. `name` is the same as long as nobody renames it: `file > name`. */
export type Candidate = {
  id: TestId
  file: string
  index: number
  name: string
  milliseconds: number
  breadth: number
}

export type Kill = { file: string; line: number; test: TestId }

/** A test alone may take a while on a busy machine: a mutant that makes it hang should not. */
export const limitOf = (milliseconds: number) => 5_000 + 6 * milliseconds

export const nameOf = (file: string, name: string, index: number) => `${file} > ${index} ${name}`

/** How many mutants of each file a test reaches. */
export type Depth = Map<TestId, Map<string, number>>

/**
 * The tests that reach a mutant: those first that killed its neighbours, are quick, and are about its file: they are
 * named after it, or reach much of it. The one that reaches most of everything comes early as well: it tells a whole
 * story and holds it to every word.
 */
export function rank(
  { file, line }: Mutant,
  candidates: readonly Candidate[],
  kills: readonly Kill[],
  depth: Depth,
): Candidate[] {
  const near = new Map<TestId, number>()
  for (const kill of kills) {
    if (kill.file !== file) continue
    const weight = Math.abs(kill.line - line) < 12 ? 4 : 1
    near.set(kill.test, (near.get(kill.test) ?? 0) + weight)
  }
  const depthOf = ({ id }: Candidate) => depth.get(id)?.get(file) ?? 0
  const deepest = Math.max(1, ...candidates.map(depthOf))
  // The root, because those that kill much are tried anyway, and others could kill what they let live.
  const cost = (test: Candidate) =>
    (test.milliseconds + 150) /
    Math.sqrt(1 + (near.get(test.id) ?? 0)) /
    (0.05 + (depthOf(test) / deepest) ** 2)
  const ranked = candidates.toSorted((a, b) => cost(a) - cost(b))
  const subject = basename(file, '.ts')
  const own = ranked.filter((test) => basename(test.file).startsWith(`${subject}.`))
  const broadest = candidates.toSorted((a, b) => b.breadth - a.breadth).slice(0, 1)
  return [...new Set([...ranked.slice(0, 3), ...own, ...broadest, ...ranked])]
}

/** All tests that reach each mutant, by its key. What only a file's hooks reach, each of its tests may notice. */
export function reachOf(results: Results) {
  const depth: Depth = new Map()
  const reach = new Map<string, Candidate[]>()
  const hits = new Map<string, number>()
  const note = (key: string, candidate: Candidate, count: number) => {
    reach.set(key, [...(reach.get(key) ?? []), candidate])
    hits.set(key, Math.max(hits.get(key) ?? 0, count))
    const file = key.slice(0, key.indexOf(':'))
    const own = depth.get(candidate.id) ?? new Map<string, number>()
    depth.set(candidate.id, own.set(file, (own.get(file) ?? 0) + 1))
  }
  for (const [file, { hash, tests, hooks }] of Object.entries(results.measurements)) {
    const fileHash = hash.slice(hash.indexOf(' ') + 1)
    for (const [index, { name, passes, milliseconds, reach: own }] of tests.entries()) {
      if (!passes || results.unreliable[`${fileHash} ${nameOf(file, name, index)}`]) continue
      const breadth = Object.keys(own).length
      const candidate = {
        id: `${file}#${index}`,
        file,
        index,
        name: nameOf(file, name, index),
        milliseconds,
        breadth,
      }
      for (const [key, count] of Object.entries(own)) note(key, candidate, count)
      for (const [key, count] of Object.entries(hooks)) if (!(key in own)) note(key, candidate, count)
    }
  }
  return { reach, hits, depth }
}

/** Tests in an order, as files to play: each file once, where its first test stands. */
export function taskOf(
  mutant: string | null,
  hitLimit: number,
  tests: readonly Candidate[],
  needsOthers: (test: Candidate) => boolean,
): Task {
  const files = new Map<string, Map<number, Turn>>()
  for (const test of tests) {
    const turns = files.get(test.file) ?? new Map<number, Turn>()
    files.set(test.file, turns)
    for (let index = needsOthers(test) ? 0 : test.index; index <= test.index; index += 1)
      turns.set(index, { index, limit: limitOf(test.milliseconds) })
  }
  return {
    kind: 'play',
    mutant,
    hitLimit,
    files: [...files].map(([file, turns]) => ({ file, turns: [...turns.values()] })),
  }
}
