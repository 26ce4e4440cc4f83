import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { JWK } from 'jose'

/** What a device keeps. Made and stored before it redeems, so that a lost answer can be asked for again. */
export type DeviceState = {
  baseUrl: string
  /** How the device holds its claim: with a key (DPoP), or with an idempotency key and a bearer token. */
  holder: { kind: 'dpop'; key: JWK } | { kind: 'idempotency'; value: string }
  /** What redeeming brought; null before. */
  claim: DeviceClaim | null
  /** The ETag of the configuration that was fetched last. */
  configurationEtag: string | null
  /** What is known of the device's certificate; absent or null while it has none. */
  certificate?: CertificateState | null
}

/** Times in RFC 3339. */
export type CertificateState = { serial: string; endsAt: string; renewAfter: string }

export type DeviceClaim = {
  deviceId: string
  token: string
  tokenType: 'DPoP' | 'Bearer'
  configurationUrl: string
  checkInUrl: string
  /** Seconds until the next check-in. */
  intervalSeconds: number
}

/** Reads the state file; null when there is none. */
export async function readState(path: string): Promise<DeviceState | null> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as DeviceState
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** Writes the state file whole or not at all; only its owner can read it: it holds a private key. */
export async function writeState(path: string, state: DeviceState): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const draft = `${path}.${process.pid}.tmp`
  await writeFile(draft, `${JSON.stringify(state, null, 2)}\n`, { mode: 0o600 })
  await rename(draft, path)
}
