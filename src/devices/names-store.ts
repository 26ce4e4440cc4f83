import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm'
import { accounts } from '../accounts/schema.ts'
import type { Platform } from '../kernel/platform.ts'
import type { Database } from '../runtime/database.ts'
import { devices } from './schema.ts'

/** What a device is called, and whose it is. */
export type KnownDevice = {
  id: string
  name: string | null
  model: string | null
  platform: Platform
  owner: { id: string; name: string; address: string }
}

/** Those of the ids that are devices of the organisation. Found by id: `+` keeps SQLite off the larger index. */
export async function readKnownDevices(
  database: Database,
  organisationId: number,
  ids: string[],
): Promise<KnownDevice[]> {
  return database
    .select({
      id: devices.id,
      name: devices.name,
      model: devices.model,
      platform: sql<Platform>`${devices.platform}`.as('kind'),
      owner: { id: accounts.id, name: accounts.name, address: accounts.address },
    })
    .from(devices)
    .innerJoin(accounts, eq(accounts.id, devices.accountId))
    .where(
      and(
        inArray(devices.id, ids),
        isNotNull(devices.platform),
        sql`+${devices.organisationId} = ${organisationId}`,
      ),
    )
}
