import { isStaff } from '../../accounts/index.ts'
import type { EdgeContext, Staff } from '../http/edge.ts'
import { staffOf } from '../http/routes.ts'

type Handler = (c: EdgeContext, me: Staff) => Response | Promise<Response>

/**
 * A page about somebody's own account. A manager or supervisor who only proved an address, at `/setup`, signs
 * in properly first: what is done here would else be a way around their passkey.
 */
export function mine(handler: Handler) {
  return (c: EdgeContext) => {
    const me = staffOf(c)
    const { account, session } = me
    if (account.role !== 'device_owner' && !isStaff(account, session.assurance))
      return c.redirect('/sign-in?to=/account', 303)
    return handler(c, me)
  }
}
