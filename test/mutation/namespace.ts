import type { Reach } from './protocol.ts'

/** What instrumented code looks at, by the names that the instrumenter gives it. */
type Namespace = {
  activeMutant?: string
  currentTestId?: string
  hitCount?: number
  hitLimit?: number
  mutantCoverage?: { static: Reach; perTest: Record<string, Reach> }
}

const holder = globalThis as unknown as { __stryker__?: Namespace }
holder.__stryker__ ??= {}

/** Instrumented modules keep the object itself: it is changed, never replaced. */
export const namespace = { ns: holder.__stryker__ }
