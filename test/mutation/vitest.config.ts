import { defineConfig } from 'vitest/config'
import config from '../../vitest.config.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the runner hands out work. */
    runner: string
    /** At work from the start; "none" where the runner switches them. */
    mutant: string
  }
}

/** The project of the ordinary worker tests, with the player as its only file. */
const [worker] = (config.test?.projects ?? []).filter(
  (one): one is { test: { name: string } } =>
    typeof one === 'object' && 'test' in one && one.test?.name === 'worker',
)
if (!worker) throw new Error('there is no project of worker tests')

export default defineConfig({
  ...worker,
  cacheDir: `.vite/${process.env.MUTATION_SLOT}`,
  test: {
    ...worker.test,
    include: ['test/mutation/play.ts'],
    exclude: [],
    setupFiles: ['test/mutation/activate.ts', 'test/support/migrate.ts'],
    provide: { runner: process.env.MUTATION_RUNNER ?? '', mutant: process.env.MUTATION_MUTANT ?? 'none' },
    maxWorkers: 1,
    testTimeout: 0,
    hookTimeout: 0,
    disableConsoleIntercept: true,
    dangerouslyIgnoreUnhandledErrors: true,
  },
})
