import type { DeviceId } from '../kernel/ids.ts'
import type { Instant } from '../kernel/time.ts'
import { type LiveState, SOCKET_HEADERS } from '../referee/index.ts'

/** What the sockets of the portal are found by; no grant is called so. */
export const PORTAL_TAG = 'portal'

type Attachment = { session: string; endsAt: Instant }

/** 4401: the web session that opened the socket is over. Application codes are 4000 to 4999 (RFC 6455 7.4.2). */
const SESSION_OVER = 4401

/**
 * Accepts an owner's socket, to hibernate until something happens. The Worker has checked session, Origin and
 * ownership; the socket carries the session's id and end, and each send checks the end again.
 */
export function acceptSocket(
  state: DurableObjectState,
  request: Request,
  tag: string,
  live: LiveState | null = null,
): Response {
  const attachment: Attachment = {
    session: request.headers.get(SOCKET_HEADERS.session) ?? '',
    endsAt: Number(request.headers.get(SOCKET_HEADERS.endsAt) ?? 0),
  }
  const { 0: client, 1: server } = new WebSocketPair()
  state.acceptWebSocket(server, [tag])
  server.serializeAttachment(attachment)
  if (live !== null) server.send(JSON.stringify({ state: live }))
  return new Response(null, { status: 101, webSocket: client })
}

/** Tells every socket that watches the grant. Only the state travels. */
export function tellSockets(state: DurableObjectState, grantId: string, live: LiveState, now: Instant): void {
  send(state, grantId, JSON.stringify({ state: live }), now)
}

/** Tells the pages of the portal that something about a device, or a code, changed: they look for themselves. */
export function tellPortal(state: DurableObjectState, deviceId: DeviceId | null, now: Instant): void {
  send(state, PORTAL_TAG, JSON.stringify({ device: deviceId }), now)
}

function send(state: DurableObjectState, tag: string, message: string, now: Instant): void {
  for (const socket of state.getWebSockets(tag)) {
    const { endsAt } = socket.deserializeAttachment() as Attachment
    try {
      if (now >= endsAt) socket.close(SESSION_OVER, 'session over')
      else socket.send(message)
    } catch {
      // A socket that closed in this moment hears nothing; its page reconnects by itself.
    }
  }
}

/** Every socket of the account: it was disabled, or all of its sessions ended. Who may still watch comes again. */
export function closeAllSockets(state: DurableObjectState): void {
  for (const socket of state.getWebSockets()) socket.close(SESSION_OVER, 'sessions ended')
}

export function closeSocketsOf(state: DurableObjectState, sessionId: string): void {
  for (const socket of state.getWebSockets())
    if ((socket.deserializeAttachment() as Attachment).session === sessionId)
      socket.close(SESSION_OVER, 'signed out')
}
