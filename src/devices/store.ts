import { and, eq, getTableColumns, sql } from 'drizzle-orm'
import { accounts } from '../accounts/schema.ts'
import { organisations, service } from '../organisations/schema.ts'
import { type Database, prepareOnce, prepareStatement, type Statement } from '../runtime/database.ts'
import { deviceTemplates } from '../templates/schema.ts'
import { type FactColumns, toColumns } from './rules.ts'
import { devices } from './schema.ts'
import type { DeviceDecision } from './types.ts'

type DeviceRow = typeof devices.$inferInsert

/** What the projection decides when a device is made, and never again. */
const FIRST_WORD = new Set(['id', 'organisationId', 'registeredAt'])

const upsertDevice = prepareStatement<Required<Omit<DeviceRow, 'lastSeenAt'>>>((database) => {
  const { lastSeenAt: _, ...columns } = getTableColumns(devices)
  const names = Object.keys(columns) as (keyof typeof columns)[]
  const own = new Set<string>(Object.keys(toColumns({})))
  const decided = names.filter((name) => !FIRST_WORD.has(name) && !own.has(name))
  return database
    .insert(devices)
    .values(Object.fromEntries(names.map((name) => [name, sql.placeholder(name)])) as unknown as DeviceRow)
    .onConflictDoUpdate({
      target: devices.id,
      set: Object.fromEntries(decided.map((name) => [name, sql.raw(`excluded.${columns[name].name}`)])),
      setWhere: sql`excluded.rev > ${devices.rev} AND excluded.organisation_id = ${devices.organisationId}`,
    })
})

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
  return upsertDevice(database, { ...decided, ...toColumns(facts), changedAt })
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
