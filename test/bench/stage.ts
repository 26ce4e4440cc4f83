import { constants } from 'node:fs'
import { access, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { toBase64Url } from '../../src/kernel/encoding.ts'
import { type Keyring, makeKeyring, randomBytes } from '../../src/kernel/secrets.ts'
import { type Booted, bootWorker } from './boot.ts'
import type { Bundle } from './build.ts'
import { type Fixture, fillDatabase } from './fixture.ts'

/** What DPoP proofs and links are made for; nobody listens there. */
const BASE_URL = 'http://localhost:8787'
/** Each comes back a few times with another device, as people do. */
const PEOPLE = 900
const MEMORY = '/dev/shm'

/** As much of a bundle as runs. */
export type Runnable = Pick<Bundle, 'text' | 'modules'>

export type Stage = {
  /** For what is built, and for the state of what is booted. Gone at the end. */
  folder: string
  baseUrl: string
  keys: Keyring
  start(bundle: Runnable, name: string, options?: { inspected?: boolean }): Promise<Booted>
  /** The same with the demonstration organisation and its people. */
  boot(
    bundle: Runnable,
    name: string,
    options?: { inspected?: boolean; people?: number },
  ): Promise<{ booted: Booted; fixture: Fixture; baseUrl: string }>
  /** Runs at the end, before what was there earlier ends. */
  atEnd(close: () => Promise<unknown>): void
  close(onError: (error: unknown) => void): Promise<void>
}

/** Where Workers are measured: keys of this run, and state in memory, where they wait for no disk that others share. */
export async function openStage(): Promise<Stage> {
  const inMemory = await access(MEMORY, constants.W_OK).then(
    () => true,
    () => false,
  )
  const folder = await mkdtemp(join(inMemory ? MEMORY : tmpdir(), 'latchkey-bench-'))
  const closing: (() => Promise<unknown>)[] = [() => rm(folder, { recursive: true, force: true })]
  const [master, naming] = [randomBytes(32), randomBytes(32)]
  const keys = makeKeyring({ current: { id: 'k1', bytes: master }, naming })
  const vars = { BASE_URL, MASTER_KEY: `k1:${toBase64Url(master)}`, NAMING_KEY: toBase64Url(naming) }
  const start: Stage['start'] = async (bundle, name, options) => {
    const booted = await bootWorker({ bundle, state: join(folder, name), vars, ...options })
    closing.unshift(booted.stop)
    return booted
  }
  return {
    folder,
    baseUrl: BASE_URL,
    keys,
    start,
    async boot(bundle, name, { inspected = false, people = PEOPLE } = {}) {
      const booted = await start(bundle, name, { inspected })
      const { miniflare } = booted
      const fixture = await fillDatabase({ miniflare, keys, people })
      return { booted, fixture, baseUrl: BASE_URL }
    },
    atEnd: (close) => void closing.unshift(close),
    async close(onError) {
      for (const close of closing) await close().catch(onError)
    },
  }
}
