import { and, asc, count, desc, eq, gt, inArray, isNotNull, sql } from 'drizzle-orm'
import type { Platform } from '../kernel/platform.ts'
import type { Database } from '../runtime/database.ts'
import { devices, deviceTotals } from './schema.ts'
import { type DeviceTotal, LIVING, type ListedDevice } from './types.ts'

/**
 * `+` keeps SQLite off the index of the organisation, which may hold a million devices: an account's devices are
 * found by the account.
 */
const ofOrganisation = (organisationId: number) => sql`+${devices.organisationId} = ${organisationId}`

/** Devices of an account, slots left out, the newest first. Row ids rise with registration and come in order from the index. */
export function listDevicesOf(
  database: Database,
  organisationId: number,
  accountId: string,
  limit: number,
): Promise<ListedDevice[]> {
  return database
    .select({
      id: devices.id,
      platform: sql<Platform>`${devices.platform}`.as('kind'),
      ownership: devices.ownership,
      lifecycle: devices.lifecycle,
      name: devices.name,
      model: devices.model,
      registeredAt: devices.registeredAt,
      lastSeenAt: devices.lastSeenAt,
    })
    .from(devices)
    .where(and(eq(devices.accountId, accountId), ofOrganisation(organisationId), isNotNull(devices.platform)))
    .orderBy(desc(sql`rowid`))
    .limit(limit)
}

/** Living devices by account; an account without any is missing. */
export async function countLivingOf(
  database: Database,
  organisationId: number,
  accountIds: string[],
): Promise<Map<string, number>> {
  if (accountIds.length === 0) return new Map()
  const rows = await database
    .select({ accountId: devices.accountId, count: count() })
    .from(devices)
    .where(
      and(
        inArray(devices.accountId, accountIds),
        ofOrganisation(organisationId),
        inArray(devices.lifecycle, LIVING),
      ),
    )
    .groupBy(devices.accountId)
  return new Map(rows.map((row) => [row.accountId, row.count]))
}

export function listTotals(database: Database, organisationId: number): Promise<DeviceTotal[]> {
  const { platform, lifecycle, count: number } = deviceTotals
  return database
    .select({ platform, lifecycle, count: number })
    .from(deviceTotals)
    .where(and(eq(deviceTotals.organisationId, organisationId), gt(number, 0)))
    .orderBy(asc(platform), asc(lifecycle))
}
