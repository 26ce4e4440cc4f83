import { SourceTextModule, SyntheticModule } from 'node:vm'
import { parentPort, workerData } from 'node:worker_threads'
import type { StartUp } from './start-up.ts'

/**
 * Reads a Worker in an engine that has not seen it, and sets up its modules: what an isolate does before its first
 * request. What the runtime brings is there already.
 */
const text = (workerData as { text: string }).text

/** As far as classes are derived from them while the modules are set up. */
class Base {}
const workers = { DurableObject: Base, WorkerEntrypoint: Base, env: {} }

async function bring(name: string): Promise<SyntheticModule> {
  const exported: Record<string, unknown> = name === 'cloudflare:workers' ? workers : await import(name)
  return new SyntheticModule(Object.keys(exported), function (this: SyntheticModule) {
    for (const [key, value] of Object.entries(exported)) this.setExport(key, value)
  })
}

const began = performance.now()
const entry = new SourceTextModule(text)
const read = performance.now()
await entry.link(bring)
const linked = performance.now()
await entry.evaluate()
const setUp = performance.now()

parentPort?.postMessage({ reading: read - began, setting: setUp - linked } satisfies StartUp)
