import { rm } from 'node:fs/promises'
import type { DeviceOptions } from './arguments.ts'
import { insist, RefusedError, requireStatus, type Say } from './calls.ts'
import { filesBeside } from './certificate.ts'
import type { CommandResult, Device } from './client.ts'

/** A command as a check-in brings it. */
type Asked = { id: string; kind: string; message?: string; scope?: string }

/** What the reference device would do; a real one does it. */
const DONE: Record<string, string> = {
  lock: 'Locked.',
  unlock: 'Unlocked.',
  ring: 'Ringing.',
  locate: 'Told where it is, and showed its user that it did.',
  retire: 'Removing what the organisation brought.',
  wipe: 'Erasing.',
}

/**
 * Does what it is asked to do, one after the other, and says so. A command that this device does not know failed.
 * Returns whether the device is over: what ends it is answered first and done then, for after it nothing can be told.
 */
export async function obey(
  device: Device,
  commands: Asked[],
  options: DeviceOptions,
  say: Say,
): Promise<boolean> {
  for (const { id, kind, message, scope } of commands) {
    say(`Asked to ${kind}${scope ? ` (${scope})` : ''}${message ? `: “${message}”` : '.'}`)
    if (options.hold) continue
    const result = resultOf(kind, options)
    requireStatus(await insist(() => device.finish(id, result), say), 204)
    if (result.status === 'failed') {
      say(`Answered that it failed: ${result.message}`)
      continue
    }
    say(DONE[kind] ?? 'Done.')
    if (kind !== 'retire' && kind !== 'wipe') continue
    await forget(options)
    say(`${options.state} is gone: this device is over.`)
    return true
  }
  return false
}

function resultOf(kind: string, { refuse, location }: DeviceOptions): CommandResult {
  if (refuse === kind) return { status: 'failed', message: 'The user of this device said no.' }
  if (!Object.hasOwn(DONE, kind)) return { status: 'failed', message: `This device cannot ${kind}.` }
  const at = new Date().toISOString()
  return { status: 'done', ...(kind === 'locate' && { location: { ...location, at } }) }
}

/** Key, credential and certificate. */
async function forget({ state }: DeviceOptions): Promise<void> {
  const { key, certificate, chain } = filesBeside(state)
  for (const file of [state, key, certificate, chain])
    await rm(file, { force: true }).catch((error: Error) => {
      throw new RefusedError(`${file} could not be removed: ${error.message}`)
    })
}
