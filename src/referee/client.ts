import type { AccountRef } from '../kernel/ids.ts'
import type { ProvisionSessionCalls } from './types-calls.ts'

/** Headers with which the Worker, having checked everything, hands a WebSocket to the object. */
export const SOCKET_HEADERS = {
  /** An owner's socket names the grant; a browser's the device whose claim it must hold. */
  grant: 'x-latchkey-grant',
  device: 'x-latchkey-device',
  /** Present on a socket of the portal: it hears of every device of the account. */
  portal: 'x-latchkey-portal',
  /** The id of the web session, or the hash that stands for the browser. */
  session: 'x-latchkey-session',
  /** Milliseconds since 1970: when the web session ends. */
  endsAt: 'x-latchkey-ends-at',
} as const

/** A provision session as the Worker reaches it. */
export type Referee = ProvisionSessionCalls & { fetch(request: Request): Promise<Response> }

/** The one way to a provision session: by the account's `ref`, or by a stand-in name for unknown people. */
export function refereeOf(sessions: DurableObjectNamespace, name: AccountRef): Referee {
  return sessions.get(sessions.idFromName(name)) as unknown as Referee
}
