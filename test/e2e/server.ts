import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startLocalServer } from '../../src/tools/local-server.ts'
import { buildAssets } from '../../src/tools/start/assets.ts'
import { findFreePort } from '../../src/tools/start/ports.ts'
import { ensureSecretsFile, readSecret } from '../../src/tools/start/secrets-file.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the service of this run listens. */
    baseUrl: string
    /** Claims it, once in a run. */
    bootstrapSecret: string
  }
}

/** The whole service, as `npm start` runs it, on a free port and with a state of its own. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-e2e-'))
  const secretsFile = join(folder, 'secrets')
  await ensureSecretsFile(secretsFile)
  await buildAssets()
  const server = await startLocalServer({
    port: await findFreePort(),
    state: join(folder, 'state'),
    secretsFile,
    onOutput: (text) => process.stderr.write(text),
  })
  project.provide('baseUrl', server.baseUrl)
  project.provide('bootstrapSecret', (await readSecret(secretsFile, 'BOOTSTRAP_SECRET')) ?? '')
  return async () => {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}
