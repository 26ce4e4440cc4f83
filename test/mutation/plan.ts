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

/**
 * The tests that reach a mutant: those first that killed its neighbours and are quick. The two that reach most come
 * early as well: they tell a whole story and hold it to every word.
 */
export function rank(mutant: Mutant, candidates: readonly Candidate[], kills: readonly Kill[]): Candidate[] {
  const near = new Map<TestId, number>()
  for (const { file, line, test } of kills) {
    if (file !== mutant.file) continue
    const weight = Math.abs(line - mutant.line) < 12 ? 4 : 1
    near.set(test, (near.get(test) ?? 0) + weight)
  }
  const cost = ({ id, milliseconds }: Candidate) => (milliseconds + 150) / (1 + (near.get(id) ?? 0))
  const ranked = candidates.toSorted((a, b) => cost(a) - cost(b))
  const broad = candidates.toSorted((a, b) => b.breadth - a.breadth).slice(0, 2)
  return [...new Set([...ranked.slice(0, 2), ...broad, ...ranked])]
}

/** All tests that reach each mutant, by its key. What only a file's hooks reach, each of its tests may notice. */
export function reachOf(results: Results): { reach: Map<string, Candidate[]>; hits: Map<string, number> } {
  const reach = new Map<string, Candidate[]>()
  const hits = new Map<string, number>()
  const note = (key: string, candidate: Candidate, count: number) => {
    reach.set(key, [...(reach.get(key) ?? []), candidate])
    hits.set(key, Math.max(hits.get(key) ?? 0, count))
  }
  for (const [file, { tests, hooks }] of Object.entries(results.measurements)) {
    for (const [index, { name, passes, milliseconds, reach: own }] of tests.entries()) {
      if (!passes) continue
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
  return { reach, hits }
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
