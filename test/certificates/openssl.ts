import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The machine's own, not a package's. */
const PROGRAM = 'openssl'

/** Its openssl, on files of a folder of its own. */
export function openFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-certificates-'))
  return {
    /** Writes a file and gives its path. */
    file(name: string, content: string | Uint8Array): string {
      const path = join(folder, name)
      writeFileSync(path, content)
      return path
    },
    path: (name: string) => join(folder, name),
    close: () => rmSync(folder, { recursive: true }),
  }
}

export type Folder = ReturnType<typeof openFolder>

/** What openssl wrote; throws with its complaint. */
export function openssl(...args: string[]): Buffer {
  return execFileSync(PROGRAM, args, { stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 32 * 1024 * 1024 })
}

/** What openssl said, on both streams, whether it succeeded or not. */
export function told(...args: string[]): { status: number | null; text: string } {
  const { status, stdout, stderr } = spawnSync(PROGRAM, args)
  return { status, text: `${stdout}${stderr}` }
}
