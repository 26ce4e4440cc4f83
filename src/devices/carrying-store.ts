import { and, eq, sql } from 'drizzle-orm'
import type { DeviceId } from '../kernel/ids.ts'
import type { Instant } from '../kernel/time.ts'
import type { Database, Statement } from '../runtime/database.ts'
import { devices } from './schema.ts'

/**
 * A device that took another's place goes on with what people wrote about that one: the name that its owner gave, and
 * the managers' note, where it has none of its own. Repeating it changes nothing.
 */
export function carryOverStatement(
  database: Database,
  device: { organisationId: number; id: DeviceId; replacesDeviceId: DeviceId },
  at: Instant,
): Statement {
  const former = (column: 'name' | 'name_key' | 'note') =>
    sql.raw(
      `(SELECT former.${column} FROM devices AS former WHERE former.id = devices.replaces_device_id AND former.account_id = devices.account_id)`,
    )
  const named = sql.raw(
    `(NOT devices.name_given AND EXISTS (SELECT 1 FROM devices AS former
       WHERE former.id = devices.replaces_device_id AND former.account_id = devices.account_id AND former.name_given))`,
  )
  return database
    .update(devices)
    .set({
      name: sql`CASE WHEN ${named} THEN ${former('name')} ELSE devices.name END`,
      nameKey: sql`CASE WHEN ${named} THEN ${former('name_key')} ELSE devices.name_key END`,
      nameGiven: sql`(devices.name_given OR ${named})`,
      note: sql`CASE WHEN devices.note = '' THEN coalesce(${former('note')}, '') ELSE devices.note END`,
      changedAt: at,
    })
    .where(
      and(
        eq(devices.organisationId, device.organisationId),
        eq(devices.id, device.id),
        eq(devices.replacesDeviceId, device.replacesDeviceId),
      ),
    )
}
