import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'

/** `file#index` of the tests. */
export type TestId = string

/** What is known of a mutant; `passed` are the tests, with their files' hashes, that it got through. */
export type Verdict =
  | { state: 'killed' | 'timeout'; by: string; byHash: string; error: string }
  | { state: 'open'; passed: string[] }

/** One that fails without any change kills nothing. */
export type MeasuredTest = {
  name: string
  passes: boolean
  milliseconds: number
  reach: Record<string, number>
}

/** What one test file reaches: kept as long as it and the room are the same. By key of the mutant. */
export type Measurement = {
  hash: string
  tests: MeasuredTest[]
  hooks: Record<string, number>
  loading: Record<string, number>
}

export type Results = {
  verdicts: Record<string, Verdict>
  measurements: Record<string, Measurement>
  /** Whether a test passes alone, without those before it; by name and hash of its file. */
  alone: Record<string, boolean>
  /** Tests that failed without any change when much had been played before them: they prove nothing. */
  unreliable: Record<string, true>
  /** Those that passed then. */
  confirmed: Record<string, true>
}

const nothing = (): Results => ({ verdicts: {}, measurements: {}, alone: {}, unreliable: {}, confirmed: {} })

/** Kept between runs, so that a run can be stopped and taken up. */
export async function readResults(path: string): Promise<Results> {
  try {
    return { ...nothing(), ...(JSON.parse(await readFile(path, 'utf8')) as Partial<Results>) }
  } catch {
    return nothing()
  }
}

export async function writeResults(path: string, results: Results): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(`${path}.new`, JSON.stringify(results))
  await rename(`${path}.new`, path)
}
