import { isFormer } from '../kernel/secrets.ts'
import { refereeOf } from '../referee/index.ts'
import type { Database } from '../runtime/database.ts'
import { describeError, log } from '../runtime/logger.ts'
import type { ResealStep } from '../runtime/resealing.ts'
import type { Context } from './context.ts'
import { pinMacOf } from './pins.ts'
import { listLivingInvitations } from './resealing-store.ts'
import type { Grant, Invitation } from './types.ts'
import { type Credentials, sealContext } from './views.ts'

/** How many sessions are woken at once. */
const AT_ONCE = 10

type Bearer = Pick<Grant | Invitation, 'id' | 'sealed' | 'pinMac'>

/**
 * Inside the session: what can still be claimed, codes and invitations, under the current master key. URL secrets
 * and PINs stay what they are.
 */
export function resealCodes(context: Context): { resealed: number; unreadable: number } {
  const { store, keys } = context
  const session = store.readSession()
  const count = { resealed: 0, unreadable: 0 }
  if (!session) return count
  const anew = (bearer: Bearer): Pick<Bearer, 'sealed' | 'pinMac'> | null => {
    const { id, sealed, pinMac } = bearer
    if (sealed === null || !(isFormer(keys, sealed) || (pinMac !== null && isFormer(keys, pinMac))))
      return null
    const opened = keys.open(sealed, sealContext(session.ref, id))
    if (opened === null) {
      count.unreadable += 1
      return null
    }
    count.resealed += 1
    const { pin } = JSON.parse(opened) as Credentials
    return {
      sealed: keys.seal(opened, sealContext(session.ref, id)),
      pinMac: pinMac && pinMacOf(context, session.ref, pin),
    }
  }
  for (const grant of store.listUnclaimedGrants()) {
    const changed = anew(grant)
    if (changed) store.saveGrant({ ...grant, ...changed })
  }
  for (const invitation of store.invitations.listOpen()) {
    const changed = anew(invitation)
    if (changed) store.invitations.save({ ...invitation, ...changed })
  }
  return count
}

/**
 * Wakes the sessions that hold a living invitation, which may be good for years. Codes of other sessions end by
 * themselves. One that does not answer, or runs the code before this one, counts as left: the next pass comes by.
 */
export function makeSessionResealing(options: {
  database: Database
  provisionSessions: DurableObjectNamespace
}): ResealStep {
  const { database, provisionSessions } = options
  const wake = async (ref: string) => {
    try {
      return { left: 0, ...(await refereeOf(provisionSessions, ref).resealCodes()) }
    } catch (error) {
      log('warn', 'session.not_resealed', { reason: describeError(error) })
      return { resealed: 0, left: 1, unreadable: 0 }
    }
  }
  return async (after, limit) => {
    const living = await listLivingInvitations(database, after, limit)
    const sum = { resealed: 0, left: 0, unreadable: 0 }
    for (let first = 0; first < living.length; first += AT_ONCE) {
      const counts = await Promise.all(living.slice(first, first + AT_ONCE).map(({ ref }) => wake(ref)))
      for (const { resealed, left, unreadable } of counts) {
        sum.resealed += resealed
        sum.left += left
        sum.unreadable += unreadable
      }
    }
    return { ...sum, next: living.length < limit ? null : (living.at(-1)?.id ?? null) }
  }
}
