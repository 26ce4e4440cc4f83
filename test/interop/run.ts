/**
 * `npm run interop`: clients that are not ours, against a server of its own. Says what to install where one is
 * missing, and exits with 1 where anything is missing or fails.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startLocalServer } from '../../src/tools/local-server.ts'
import { buildAssets } from '../../src/tools/start/assets.ts'
import { findFreePort } from '../../src/tools/start/ports.ts'
import { ensureSecretsFile } from '../../src/tools/start/secrets-file.ts'
import { giveIdentity } from '../support/local-people.ts'
import { ProgramError } from './programs.ts'
import { missingForStrongSwan, tryStrongSwan } from './strongswan.ts'
import { openTls } from './tls.ts'

const say = (text: string) => void process.stdout.write(`${text}\n`)

async function main(): Promise<void> {
  const missing = await missingForStrongSwan()
  if (missing !== null) throw new ProgramError(missing)
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-interop-'))
  const closing: (() => unknown)[] = [() => rm(folder, { recursive: true, force: true })]
  try {
    const [port, secretsFile] = [await findFreePort(), join(folder, 'secrets')]
    await ensureSecretsFile(secretsFile)
    await buildAssets()
    const { baseUrl, stop } = await startLocalServer({ port, state: join(folder, 'state'), secretsFile })
    closing.unshift(stop)
    await giveIdentity(baseUrl)
    const door = await openTls(folder, port)
    closing.unshift(door.close)
    await tryStrongSwan({ folder, baseUrl, door, say })
    say('All of it works.')
  } finally {
    for (const close of closing) await close()
  }
}

try {
  await main()
} catch (error) {
  if (!(error instanceof ProgramError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
