import { once } from 'node:events'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Bundle } from './build.ts'
import { type Comparison, compare } from './compare.ts'

/** Milliseconds of one start: the text read by the engine, then its modules set up. */
export type StartUp = { reading: number; setting: number }

/**
 * What an isolate does before its first request, beside reading the text alone: modules that only declare things
 * are set up in less time than they are read. Each start is in a thread, whose engine remembers none before.
 */
export function compareStartUp(
  bundle: Bundle,
  options: { rounds: number; slices: number },
): Promise<Comparison> {
  return compare({
    ...options,
    ours: async () => {
      const { reading, setting } = await startUp(bundle)
      return { elapsed: reading + setting, clientShare: 0 }
    },
    bare: async () => ({ elapsed: (await startUp(bundle)).reading, clientShare: 0 }),
  })
}

async function startUp({ text }: Bundle): Promise<StartUp> {
  const thread = new Worker(join(import.meta.dirname, 'start-up-thread.ts'), {
    workerData: { text },
    execArgv: ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
  })
  const [times] = (await once(thread, 'message')) as [StartUp]
  await thread.terminate()
  return times
}
