import type { Bindings } from '../runtime/bindings.ts'
import type { Database } from '../runtime/database.ts'

/** How messages fare: what failed, what waits, what the queue gave up on, and trying again. */
export function makeDeliveryHealth(_options: { database: Database; messages: Bindings['messages'] }) {
  return {}
}

export type DeliveryHealth = ReturnType<typeof makeDeliveryHealth>
