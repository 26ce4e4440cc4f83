import { and, eq, inArray } from 'drizzle-orm'
import { devices } from '../devices/schema.ts'
import type { Instant } from '../kernel/time.ts'
import type { Database, Statement } from '../runtime/database.ts'
import { deviceCommands } from './schema.ts'

/**
 * The account was deleted: what its commands said and what devices answered is forgotten, that they were given stays.
 * Repeating it changes nothing.
 */
export function forgetCommandsStatement(
  database: Database,
  { organisationId, accountId }: { organisationId: number; accountId: string },
  at: Instant,
): Statement {
  const own = database.select({ id: devices.id }).from(devices).where(eq(devices.accountId, accountId))
  return database
    .update(deviceCommands)
    .set({ params: {}, result: null, changedAt: at })
    .where(and(inArray(deviceCommands.deviceId, own), eq(deviceCommands.organisationId, organisationId)))
}
