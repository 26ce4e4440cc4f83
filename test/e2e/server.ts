import { once } from 'node:events'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { applyMigrations, type LocalServer, startLocalServer } from '../../src/tools/local-server.ts'
import { buildAssets } from '../../src/tools/start/assets.ts'
import { findFreePort } from '../../src/tools/start/ports.ts'
import { ensureSecretsFile, readSecret } from '../../src/tools/start/secrets-file.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where a file of tests asks for the server that it has to itself. */
    serversUrl: string
  }
}

/** What a file of tests is told of its server. */
export type RentedServer = {
  baseUrl: string
  /** Claims the service, once for each server. */
  bootstrapSecret: string
}

/**
 * The whole service, as `npm start` runs it, on a free port and with a state of its own: one for each of vitest's
 * workers, started when its first file asks. Files that run at the same time share neither mailbox nor rate limit.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-e2e-'))
  await buildAssets()
  const started = new Map<string, Promise<{ server: LocalServer; told: RentedServer }>>()

  // Wrangler takes its time for each migration: once for all of them.
  const migrated = join(folder, 'migrated')
  let migrating: Promise<void> | null = null

  async function start(worker: string) {
    const [secretsFile, state] = [join(folder, `secrets-${worker}`), join(folder, `state-${worker}`)]
    migrating ??= applyMigrations(process.cwd(), migrated)
    await Promise.all([ensureSecretsFile(secretsFile), migrating])
    await cp(migrated, state, { recursive: true })
    const server = await startLocalServer({
      port: await findFreePort(),
      state,
      migrated: true,
      secretsFile,
      onOutput: (text) => process.stderr.write(text),
    })
    const bootstrapSecret = (await readSecret(secretsFile, 'BOOTSTRAP_SECRET')) ?? ''
    return { server, told: { baseUrl: server.baseUrl, bootstrapSecret } }
  }

  const desk = createServer(async (request, response) => {
    const worker = (request.url ?? '').slice(1)
    const one = started.get(worker) ?? start(worker)
    started.set(worker, one)
    const [status, answer] = await one.then(
      ({ told }) => [200, told] as const,
      (error: Error) => [500, { error: error.message }] as const,
    )
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
  })
  await once(desk.listen(0, '127.0.0.1'), 'listening')
  project.provide('serversUrl', `http://127.0.0.1:${(desk.address() as AddressInfo).port}`)

  return async () => {
    desk.close()
    desk.closeAllConnections()
    const ended = [...started.values()].map((one) => one.then(({ server }) => server.stop()))
    await Promise.allSettled(ended)
    await rm(folder, { recursive: true, force: true })
  }
}
