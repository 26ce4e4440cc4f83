import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { quietEnvironment } from './environment.ts'

const SCRIPT = join(import.meta.dirname, '../build-assets.ts')

/** Builds `public/assets` in a process of its own. Throws with what that said when it fails. */
export function buildAssets(onOutput: (text: string) => void = () => {}): Promise<void> {
  const child = spawn(process.execPath, ['--no-warnings', SCRIPT], {
    cwd: join(import.meta.dirname, '../../..'),
    env: quietEnvironment(process.env),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text
      onOutput(text)
    })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`The assets could not be built:\n${output.trim()}`)),
    )
  })
}
