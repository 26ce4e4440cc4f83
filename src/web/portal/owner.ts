import { mayProvision, type Permission } from '../../accounts/index.ts'
import { type Door, isSetupOpen } from '../../organisations/index.ts'
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

/** The same for what needs devices to be set up at the moment. */
export function whileOpen(handler: Handler) {
  return owned((c, me) => (isSetupOpen(me.door) ? handler(c, me) : renderPaused(c, me)))
}

/** Nobody sets up a device now, and who says so. */
export const pausedBy = ({ service }: Door) => (service.enabled ? 'organisation_off' : 'service_off')

export function renderPaused(c: EdgeContext, { door }: Owner) {
  return renderDeadEnd(c, pausedBy(door), 503)
}

/** What they may do by themselves: the service may keep codes back that their account template allows. */
export function permissionsOf({ door, account }: Owner): readonly Permission[] {
  const { permissions } = account
  return mayProvision(door, account) ? permissions : permissions.filter((one) => one !== 'register')
}
