import { and, eq, sql } from 'drizzle-orm'
import { accounts } from '../accounts/schema.ts'
import { organisations, service } from '../organisations/schema.ts'
import { type Database, prepareOnce, type Statement } from '../runtime/database.ts'
import { deviceTemplates } from '../templates/schema.ts'
import { type FactColumns, toColumns } from './rules.ts'
import { devices } from './schema.ts'
import type { DeviceDecision } from './types.ts'

/**
 * The device's row as the provision session decided it. An event that arrives late never overwrites a newer
 * one; facts are set when the row is made and belong to the check-in from then on.
 */
export function projectDeviceStatement(
  database: Database,
  decision: DeviceDecision,
  changedAt: number,
): Statement {
  const { facts, ...decided } = decision
  const { id, organisationId, registeredAt, ...updated } = decided
  return database
    .insert(devices)
    .values({ ...decided, ...toColumns(facts), changedAt })
    .onConflictDoUpdate({
      target: devices.id,
      set: { ...updated, changedAt },
      setWhere: sql`excluded.rev > ${devices.rev} AND excluded.organisation_id = ${devices.organisationId}`,
    })
}

const deviceQuery = prepareOnce((database) =>
  database
    .select({
      device: devices,
      template: deviceTemplates,
      organisation: {
        name: organisations.name,
        slug: organisations.slug,
        siteId: organisations.siteId,
        enabled: organisations.enabled,
      },
      account: { state: accounts.state, disabledAt: accounts.disabledAt, name: accounts.name },
      serviceEnabled: service.enabled,
    })
    .from(devices)
    .innerJoin(accounts, eq(accounts.id, devices.accountId))
    .innerJoin(organisations, eq(organisations.id, devices.organisationId))
    .innerJoin(deviceTemplates, eq(deviceTemplates.id, devices.templateId))
    .innerJoin(service, eq(service.id, 1))
    .where(eq(devices.id, sql.placeholder('id')))
    .limit(1)
    .prepare(),
)

/** Everything that a device's authenticated call needs, in one read. */
export async function readDevice(database: Database, id: string) {
  const [row] = await deviceQuery(database).all({ id })
  return row ?? null
}

export type DeviceRead = NonNullable<Awaited<ReturnType<typeof readDevice>>>

export async function saveSeen(
  database: Database,
  device: { organisationId: number; id: string },
  facts: Partial<FactColumns>,
  now: number,
): Promise<void> {
  await database
    .update(devices)
    .set({ ...facts, lastSeenAt: now, changedAt: now })
    .where(and(eq(devices.organisationId, device.organisationId), eq(devices.id, device.id)))
}
