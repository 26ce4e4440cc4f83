import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const execute = promisify(execFile)

/** A program that is not ours failed; the message is what it said. */
export class ProgramError extends Error {}

/** What a program writes to its standard output. Rejects with what it says where it fails or is not there. */
export async function run(program: string, ...args: string[]): Promise<Buffer> {
  try {
    const options = { timeout: 60_000, encoding: 'buffer', env: { ...process.env, LC_ALL: 'C' } } as const
    return (await execute(program, args, options)).stdout
  } catch (error) {
    const { stdout = '', stderr = '', message } = error as Error & { stdout?: Buffer; stderr?: Buffer }
    throw new ProgramError(`${program} ${args[0]}: ${`${stdout}${stderr}`.trim() || message}`)
  }
}

/** The same as text, or null where the program is not there. */
export async function ask(program: string, ...args: string[]): Promise<string | null> {
  try {
    const { stdout, stderr } = await execute(program, args)
    return stdout + stderr
  } catch (error) {
    const { code, stdout, stderr } = error as { code?: unknown; stdout?: string; stderr?: string }
    return code === 'ENOENT' ? null : `${stdout}${stderr}`
  }
}
