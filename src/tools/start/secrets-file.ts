import { randomBytes } from 'node:crypto'
import { chmod, readFile, writeFile } from 'node:fs/promises'

/** What the Worker cannot start without, and how a fresh value of it is made (see `docs/architecture.md`). */
const SECRETS: Record<string, () => string> = {
  MASTER_KEY: () => `k1:${randomBytes(32).toString('base64url')}`,
  NAMING_KEY: () => randomBytes(32).toString('base64url'),
  BOOTSTRAP_SECRET: () => randomBytes(16).toString('base64url'),
}

/**
 * Adds the secrets that `text`, a file of `NAME="value"` lines, lacks. What is there stays as it is, empty
 * values included: somebody may be about to paste one in. `added` names what was missing.
 */
export function addMissingSecrets(text: string): { text: string; added: string[] } {
  const added = Object.keys(SECRETS).filter(
    (name) => !new RegExp(`^\\s*(export\\s+)?${name}\\s*=`, 'm').test(text),
  )
  const lines = added.map((name) => `${name}="${SECRETS[name]?.()}"\n`).join('')
  const joint = text === '' || text.endsWith('\n') ? '' : '\n'
  return { text: text + (lines ? joint + lines : ''), added }
}

/** Makes `path` (mode 600) with random secrets, or adds those it lacks. Returns the names of the new ones. */
export async function ensureSecretsFile(path: string): Promise<string[]> {
  const before = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  const { text, added } = addMissingSecrets(before)
  if (added.length > 0) {
    await writeFile(path, text, { mode: 0o600 })
    await chmod(path, 0o600)
  }
  return added
}

/** The value of a secret in a file of `NAME="value"` lines; null when it has none. */
export async function readSecret(path: string, name: string): Promise<string | null> {
  const text = await readFile(path, 'utf8').catch(() => '')
  const line = new RegExp(`^\\s*(?:export\\s+)?${name}\\s*=\\s*(["']?)([^"'\\s#]+)\\1`, 'm')
  return line.exec(text)?.[2] ?? null
}
