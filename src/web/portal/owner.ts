import type { Door } from '../../organisations/index.ts'
import type { EdgeContext, Staff } from '../http/edge.ts'
import { renderDeadEnd } from '../http/pages.tsx'
import { staffOf } from '../http/routes.ts'

/** Who looks after their devices, and what their organisation and the service allow. */
export type Owner = Staff & { door: Door }

type Handler = (c: EdgeContext, me: Owner) => Response | Promise<Response>

/**
 * A page of somebody's own devices. Managers have devices too; supervisors belong to no organisation that could
 * set any up.
 */
export function owned(handler: Handler) {
  return (c: EdgeContext) => {
    const me = staffOf(c)
    if (me.account.role === 'supervisor' || !c.var.door) return renderDeadEnd(c, 'wrong_role', 403)
    return handler(c, { ...me, door: c.var.door })
  }
}
