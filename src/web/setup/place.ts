import { isRef } from '../../kernel/ids.ts'
import type { EdgeContext } from '../http/edge.ts'

/** A claim as addresses name it: `/p/<ref>/<device>`. */
export type Place = { ref: string; deviceId: string }

export function placeOf(c: EdgeContext): Place | null {
  const ref = c.req.param('ref') ?? ''
  const deviceId = c.req.param('device') ?? ''
  return isRef(ref) && /^dev_[\w-]{22}$/.test(deviceId) ? { ref, deviceId } : null
}

/** A link as it was sent: `/p/<ref>` or `/i/<ref>`, with its secret, which is as long. */
export type Link = { ref: string; secret: string }

export function linkOf(c: EdgeContext, secret: string): Link | null {
  const ref = c.req.param('ref') ?? ''
  return isRef(ref) && isRef(secret) ? { ref, secret } : null
}
