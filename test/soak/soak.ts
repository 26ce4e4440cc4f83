import type { Device } from '../../src/tools/device/client.ts'
import { count, type Ledger } from './ledger.ts'
import type { Random } from './random.ts'
import type { SoakServer } from './server.ts'
import type { Sink } from './sink.ts'

/** Calls that a kill can be aimed at. */
export const KINDS = [
  'challenge',
  'prove',
  'issue',
  'invite',
  'redeem',
  'check-in',
  'command',
  'result',
] as const
export type Kind = (typeof KINDS)[number]
export type Moment = 'sent' | 'seen'

export type SoakDevice = { holder: string; device: Device; code: string; pin: string | null }

/** What everybody who takes part holds on to. */
export type Soak = {
  server: SoakServer
  sink: Sink
  ledger: Ledger
  random: Random
  /** Everybody who got a device. */
  devices: SoakDevice[]
  /** No new work begins. */
  over(): boolean
  /** Tells whoever aims that a call of the kind goes out, or that its answer came. */
  notice(moment: Moment, kind: Kind): void
}

export const pause = (milliseconds: number) => new Promise<void>((done) => setTimeout(done, milliseconds))

const TRIES = 40
const AGAIN = 200

/**
 * As clients are meant to: a call without an answer, or with one that says "in a moment", is made again once the
 * server is there. Null: it was tried often enough. `onLost` hears of each answer that never came.
 */
export async function insist<Answer extends { status: number }>(
  soak: Soak,
  kind: Kind,
  ask: () => Promise<Answer>,
  onLost: () => void = () => {},
): Promise<Answer | null> {
  const { server, ledger } = soak
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    await server.up()
    try {
      const answering = ask()
      soak.notice('sent', kind)
      const answer = await answering
      if (answer.status < 500) {
        soak.notice('seen', kind)
        return answer
      }
      if (answer.status !== 503) ledger.surprises.push(`${kind} was answered ${answer.status}`)
    } catch {
      count(ledger.lost, kind)
      onLost()
    }
    await pause(AGAIN)
  }
  return null
}
