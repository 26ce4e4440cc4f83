import type { Instant } from '../kernel/time.ts'
import { type Actor, refereeOf } from '../referee/index.ts'
import type { Database } from '../runtime/database.ts'
import { describeError, log } from '../runtime/logger.ts'
import { type ActedOn, readActedOn } from './acts-store.ts'
import { idsOf, inGroups, sumUp } from './bulk-rules.ts'
import { type BulkOutcome, type DeleteRefusal, ENDED_STATUSES } from './list-types.ts'

type Asked = { organisationId: number; deviceIds: string[]; actor: Actor; now: Instant }

/** Ends devices on a manager's word. The provision session of each decides, and D1 hears of it as an event. */
export function makeEnding(options: { database: Database; provisionSessions: DurableObjectNamespace }) {
  async function end(device: ActedOn, actor: Actor): Promise<DeleteRefusal | null> {
    if (ENDED_STATUSES.some((status) => status === device.status)) return 'ended'
    try {
      const referee = refereeOf(options.provisionSessions, device.ref)
      const ended = await referee.endDevice({ deviceId: device.id, actor, as: 'deleted' })
      if (ended.ok) return null
      // The list was behind its session: there it is over already.
      return ended.error === 'unknown' ? 'ended' : ended.error
    } catch (error) {
      log('warn', 'device.not_deleted', { reason: describeError(error) })
      return 'temporarily_unavailable'
    }
  }

  return async function deleteMany(asked: Asked): Promise<BulkOutcome<DeleteRefusal>> {
    const ids = idsOf(asked.deviceIds)
    const found = await readActedOn(options.database, asked.organisationId, ids, asked.now)
    const ended = await inGroups([...found.values()], async (device) => {
      return [device.id, await end(device, asked.actor)] as const
    })
    return sumUp(ids, new Map(ended), 'not_found')
  }
}
