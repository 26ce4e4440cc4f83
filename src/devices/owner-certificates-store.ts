import { and, count, eq, inArray, sql } from 'drizzle-orm'
import type { Database } from '../runtime/database.ts'
import { deviceTemplates } from '../templates/schema.ts'
import { devices } from './schema.ts'
import { LIVING } from './types.ts'

/** Templates of the account's living devices that ask for what their owner brought, by name. */
export function listAskingTemplates(
  database: Database,
  organisationId: number,
  accountId: string,
): Promise<{ name: string; devices: number }[]> {
  return database
    .select({ name: deviceTemplates.name, devices: count() })
    .from(devices)
    .innerJoin(deviceTemplates, eq(deviceTemplates.id, devices.templateId))
    .where(
      and(
        eq(devices.organisationId, organisationId),
        eq(devices.accountId, accountId),
        inArray(devices.lifecycle, LIVING),
        sql`json_extract(${deviceTemplates.settings}, '$.userCertificates') = 1`,
      ),
    )
    .groupBy(deviceTemplates.id)
    .orderBy(deviceTemplates.name)
}
