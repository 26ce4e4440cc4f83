import { hostname, release, type } from 'node:os'
import type { DeviceOptions } from './arguments.ts'
import { createDevice, type Device, type DeviceAnswer, type ReportedFacts } from './client.ts'
import { readState } from './state.ts'

/** The service refused, or did not answer. The message is what the problem says. */
export class RefusedError extends Error {}

const AGENT_VERSION = 'reference 1'
/** How often an answer of `temporarily_unavailable` is followed by another try, and the longest pause, in seconds. */
const TRIES = 4
const LONGEST_PAUSE = 15

export type Say = (text: string) => void

/** The device of the state file. */
export async function openDevice(options: DeviceOptions): Promise<Device> {
  const state = await readState(options.state)
  if (!state?.claim)
    throw new RefusedError(`${options.state} holds no device yet. Begin with: redeem "<url>"`)
  return createDevice({ state })
}

/** Repeats a call that found no answer or a service that is busy for the moment, with the same key. */
export async function insist(call: () => Promise<DeviceAnswer>, say: Say): Promise<DeviceAnswer> {
  for (let attempt = 1; ; attempt++) {
    const answer = await call().catch((error: Error & { cause?: Error }) => {
      const reason = error.cause?.message || error.message
      throw new RefusedError(`No answer (${reason}). The same command again asks with the same key.`)
    })
    if (answer.status !== 503 || attempt === TRIES) return answer
    const seconds = Math.min(Number(answer.headers.get('retry-after')) || 1, LONGEST_PAUSE)
    say(`The service is busy; trying again in ${seconds} s.`)
    await pause(seconds)
  }
}

/** Throws `RefusedError` with what a problem, or an error of OAuth, says. */
export function requireStatus(answer: DeviceAnswer, status: number): void {
  if (answer.status === status) return
  const { error, error_description: description } = answer.body ?? {}
  const { title = error, detail = description, code } = answer.body ?? {}
  const wait = answer.headers.get('retry-after')
  const lines = [
    `${title ?? `The service answered ${answer.status}`}${code ? ` (${code})` : ''}`,
    detail,
    wait ? `Try again in ${wait} s.` : null,
  ]
  throw new RefusedError(lines.filter(Boolean).join('\n'))
}

export function describeDevice(options: DeviceOptions): ReportedFacts {
  return {
    name: options.name ?? hostname(),
    os_version: `${type()} ${release()}`.slice(0, 60),
    agent_version: AGENT_VERSION,
    ...(options.platform ? { platform: options.platform } : {}),
  }
}

export function pause(seconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, seconds * 1000))
}
