import type { Instant } from '../kernel/time.ts'
import type { Database } from '../runtime/database.ts'
import type { Metrics } from '../runtime/metrics.ts'
import { readBacklog } from './waiting-store.ts'

/** Writes how much waits, and how long it has: one point each, every minute. */
export async function measureBacklog(database: Database, metrics: Metrics, now: Instant): Promise<void> {
  const backlog = await readBacklog(database)
  if (!backlog) return
  const { outboxes, outbox, message, dead } = backlog
  const age = (since: number | null) => (since === null ? 0 : Math.max(0, now - since))
  metrics.note({ event: 'waiting', outcome: 'outboxes', value: outboxes ?? 0, milliseconds: age(outbox) })
  metrics.note({
    event: 'waiting',
    outcome: 'messages',
    value: message === null ? 0 : 1,
    milliseconds: age(message),
  })
  metrics.note({ event: 'waiting', outcome: 'dead_letters', value: dead ?? 0 })
}
