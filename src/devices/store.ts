import { and, count, eq, exists, getTableColumns, inArray, type SQL, sql } from 'drizzle-orm'
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core'
import { accounts } from '../accounts/schema.ts'
import type { Reports } from '../kernel/platform.ts'
import { organisations, service } from '../organisations/schema.ts'
import { type Database, prepareOnce, prepareStatement, type Statement } from '../runtime/database.ts'
import { deviceTemplates } from '../templates/schema.ts'
import { type FactColumns, nameKeyOf, silentAfter, toColumns } from './rules.ts'
import { devices } from './schema.ts'
import { type DeviceDecision, type DeviceLifecycle, LIVING, type ReportedFacts } from './types.ts'

type DeviceRow = typeof devices.$inferInsert

/** What only this room writes, and the database itself: the projection never names them. */
const OURS = [
  'lastSeenAt',
  'permissions',
  'silentAt',
  'unresponsiveSince',
  'unresponsiveReason',
  'note',
  'nameGiven',
  'status',
] as const
type Ours = (typeof OURS)[number]

/** What the projection decides when a device is made, and never again. */
const FIRST_WORD = new Set(['id', 'organisationId', 'registeredAt'])

const upsertDevice = prepareStatement<Required<Omit<DeviceRow, Ours>>>((database) => {
  const columns = getTableColumns(devices)
  const names = (Object.keys(columns) as (keyof typeof columns)[]).filter(
    (name) => !(OURS as readonly string[]).includes(name),
  )
  const own = new Set<string>([...Object.keys(toColumns({})), 'nameKey'])
  const decided = names.filter((name) => !FIRST_WORD.has(name) && !own.has(name))
  return database
    .insert(devices)
    .values(Object.fromEntries(names.map((name) => [name, sql.placeholder(name)])) as unknown as DeviceRow)
    .onConflictDoUpdate({
      target: devices.id,
      set: Object.fromEntries([
        ...decided.map((name) => [name, sql.raw(`excluded.${columns[name].name}`)]),
        // A session whose master key of then is gone cannot say it any more: the device keeps its credential.
        [
          'credentialHash',
          sql.raw(
            `CASE WHEN excluded.credential_hash = '' AND excluded.epoch = devices.epoch THEN devices.credential_hash ELSE excluded.credential_hash END`,
          ),
        ],
        // Whose place it took stays known when it is set up again.
        ['replacesDeviceId', sql.raw('coalesce(excluded.replaces_device_id, devices.replaces_device_id)')],
        // A slot that turns into a device has no facts yet: these are its first.
        ...[...own, 'registeredAt'].map((name) => {
          const column = columns[name as keyof typeof columns].name
          const first = `CASE WHEN devices.claim_id = '' THEN excluded.${column} ELSE devices.${column} END`
          return [name, sql.raw(first)]
        }),
      ]),
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
  const { invitationId = null, replacesDeviceId = null, ...rest } = decided
  const first = toColumns(facts)
  return upsertDevice(database, {
    ...rest,
    invitationId,
    replacesDeviceId,
    ...first,
    nameKey: nameKeyOf(first.name),
    changedAt,
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
      account: {
        state: accounts.state,
        disabledAt: accounts.disabledAt,
        name: accounts.name,
        address: accounts.address,
        phone: accounts.phone,
      },
      serviceEnabled: service.enabled,
      logDeviceFacts: service.logDeviceFacts,
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

/** Everything that a device's authenticated call needs, in one read. A slot is no device yet. */
export async function readDevice(database: Database, id: string) {
  const [row] = await deviceQuery(database).all({ id })
  const { platform = null, templateId = null } = row?.device ?? {}
  if (!row || platform === null || templateId === null) return null
  return { ...row, device: { ...row.device, platform, templateId } }
}

export type DeviceRead = NonNullable<Awaited<ReturnType<typeof readDevice>>>

/** What a check-in changes: of its facts, of what it may do, and of whether it responds. */
export type SeenChange = Partial<
  FactColumns & Pick<DeviceRow, 'permissions' | 'unresponsiveSince' | 'unresponsiveReason'>
>

/** A device was heard, while it lives: of one whose account was deleted in this moment nothing is kept. */
export function seenStatement(
  database: Database,
  device: { organisationId: number; id: string; reports: Reports; checkInSeconds: number },
  change: SeenChange,
  now: number,
): Statement {
  return database
    .update(devices)
    .set({
      ...change,
      ...toldName(change.name ?? null),
      lastSeenAt: now,
      silentAt: silentAfter(device, now),
      changedAt: now,
    })
    .where(
      and(
        eq(devices.organisationId, device.organisationId),
        eq(devices.id, device.id),
        inArray(devices.lifecycle, LIVING),
      ),
    )
}

/** What a device calls itself, unless its owner gave it a name, however late; lists sort by what follows from it. */
function toldName(name: string | null): { name?: SQL; nameKey?: SQL } {
  if (name === null) return {}
  const kept = (column: AnySQLiteColumn, told: string) =>
    sql`CASE WHEN ${devices.nameGiven} THEN ${column} ELSE ${told} END`
  return { name: kept(devices.name, name), nameKey: kept(devices.nameKey, nameKeyOf(name)) }
}

/** What a device said of itself, in the batch of the event that carried it. A fact that is not told stays. */
export function saveReportedStatement(
  database: Database,
  { organisationId, deviceId, facts, at }: ReportedFacts,
): Statement {
  const told = Object.entries(toColumns(facts)).filter(([, value]) => value !== null)
  return database
    .update(devices)
    .set({
      ...Object.fromEntries(told),
      ...toldName(facts.name ?? null),
      lastSeenAt: at,
      changedAt: at,
    })
    .where(and(eq(devices.organisationId, organisationId), eq(devices.id, deviceId)))
}

/**
 * One probe of an index for each template, however many devices there are. `+` keeps SQLite off the index of the
 * organisation, which leads to all of its templates.
 */
export async function readUsedTemplates(
  database: Database,
  organisationId: number,
  templateIds: string[],
): Promise<Set<string>> {
  if (templateIds.length === 0) return new Set()
  const having = database
    .select({ id: devices.id })
    .from(devices)
    .where(eq(devices.templateId, deviceTemplates.id))
  const rows = await database
    .select({ id: deviceTemplates.id })
    .from(deviceTemplates)
    .where(
      and(
        sql`+${deviceTemplates.organisationId} = ${organisationId}`,
        inArray(deviceTemplates.id, templateIds),
        exists(having.limit(1)),
      ),
    )
  return new Set(rows.map(({ id }) => id))
}

const COUNT_MAX = 1000

export async function countUsing(
  database: Database,
  organisationId: number,
  templateId: string,
  lifecycles: DeviceLifecycle[],
): Promise<number> {
  const some = database
    .select({ id: devices.id })
    .from(devices)
    .where(
      and(
        eq(devices.organisationId, organisationId),
        eq(devices.templateId, templateId),
        inArray(devices.lifecycle, lifecycles),
      ),
    )
    .limit(COUNT_MAX)
    .as('some')
  const [row] = await database.select({ count: count() }).from(some)
  return row?.count ?? 0
}
