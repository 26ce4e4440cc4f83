import type { AccountRef } from '../../kernel/ids.ts'
import type { EdgeContext } from './edge.ts'

/**
 * Hands a page's socket to the account's session. Browsers send cookies with a WebSocket from any site, so the
 * exact Origin is checked here; who may watch what is in `headers`, which the caller has checked or the object
 * will. The object gets none of the cookies.
 */
export async function openSocket(
  c: EdgeContext,
  ref: AccountRef,
  headers: Record<string, string>,
): Promise<Response> {
  if (c.req.header('upgrade')?.toLowerCase() !== 'websocket') return c.text('Upgrade Required', 426)
  if (c.req.header('origin') !== c.var.services.baseUrl) return c.text('Forbidden', 403)
  const request = new Request('https://session/live', { headers: { upgrade: 'websocket', ...headers } })
  const { status, webSocket } = await c.var.services.provisioning.sessionOf(ref).fetch(request)
  if (!webSocket) return c.text('Not Found', 404)
  // An answer of our own: the headers of the object's cannot be added to.
  return new Response(null, { status, webSocket })
}
