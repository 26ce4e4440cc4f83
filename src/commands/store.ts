import { and, desc, eq, getTableColumns, sql } from 'drizzle-orm'
import { accounts } from '../accounts/schema.ts'
import { devices } from '../devices/schema.ts'
import type { AccountRef, DeviceId } from '../kernel/ids.ts'
import type { Ownership } from '../kernel/ownership.ts'
import { CLOCK_SKEW, type Instant } from '../kernel/time.ts'
import type { Database, Statement } from '../runtime/database.ts'
import { OPEN_MAX } from './rules.ts'
import { deviceCommands } from './schema.ts'
import type { Command, ListedCommand } from './types.ts'

const LISTED = 20

/** Written out, as the partial indexes have it. */
export const OPEN = sql`${deviceCommands.state} IN ('queued', 'delivered')`

const {
  organisationId: _of,
  accountId: _whose,
  changedAt: _when,
  ...COLUMNS
} = getTableColumns(deviceCommands)

export { COLUMNS as COMMAND_COLUMNS }

/** A device that somebody acts on. */
export type Target = {
  id: DeviceId
  organisationId: number
  accountId: string
  ref: AccountRef
  ownership: Ownership
} & Pick<typeof devices.$inferSelect, 'epoch' | 'lifecycle' | 'reports' | 'platform'>

const TARGET = {
  id: devices.id,
  organisationId: devices.organisationId,
  accountId: devices.accountId,
  ref: devices.ref,
  epoch: devices.epoch,
  lifecycle: devices.lifecycle,
  reports: devices.reports,
  platform: devices.platform,
  ownership: devices.ownership,
}

/** Whose devices: of the organisation, and where it is not null of this account alone. */
export type Whose = { organisationId: number; accountId: string | null }

const isOf = ({ organisationId, accountId }: Whose, deviceId: DeviceId) =>
  and(
    eq(devices.id, deviceId),
    sql`+${devices.organisationId} = ${organisationId}`,
    ...(accountId === null ? [] : [sql`+${devices.accountId} = ${accountId}`]),
  )

const ofDevice = (organisationId: number, deviceId: DeviceId) =>
  and(eq(deviceCommands.deviceId, deviceId), eq(deviceCommands.organisationId, organisationId))

/** The device and its newest commands: one round trip. Null: none of theirs. */
export async function readTarget(
  database: Database,
  whose: Whose,
  deviceId: DeviceId,
): Promise<{ target: Target; commands: Command[] } | null> {
  const [[target], commands] = await database.batch([
    database.select(TARGET).from(devices).where(isOf(whose, deviceId)).limit(1),
    database
      .select(COLUMNS)
      .from(deviceCommands)
      .where(ofDevice(whose.organisationId, deviceId))
      .orderBy(desc(deviceCommands.createdAt), desc(deviceCommands.id))
      .limit(LISTED + OPEN_MAX),
  ])
  return target ? { target, commands } : null
}

/** The newest 20 of a device, to be run in a batch with other questions: no two columns have one name. */
export function commandsQuery(database: Database, organisationId: number, deviceId: DeviceId) {
  return database
    .select({
      command: COLUMNS,
      askedByName: accounts.name,
      epoch: sql<number>`${devices.epoch}`.as('device_epoch'),
    })
    .from(deviceCommands)
    .innerJoin(devices, eq(devices.id, deviceCommands.deviceId))
    .leftJoin(
      accounts,
      and(eq(accounts.id, deviceCommands.askedById), eq(accounts.organisationId, organisationId)),
    )
    .where(ofDevice(organisationId, deviceId))
    .orderBy(desc(deviceCommands.createdAt), desc(deviceCommands.id))
    .limit(LISTED)
}

type CommandRow = Awaited<ReturnType<typeof commandsQuery>>[number]

/** What `commandsQuery` found. */
export function viewCommands(rows: CommandRow[]): ListedCommand[] {
  return rows.map(({ command, askedByName, epoch }) => ({
    ...command,
    askedByName: askedByName || null,
    current: command.epoch === epoch,
  }))
}

/** The same, asked by itself. */
export async function listCommands(
  database: Database,
  organisationId: number,
  deviceId: DeviceId,
): Promise<ListedCommand[]> {
  return viewCommands(await commandsQuery(database, organisationId, deviceId))
}

/** A command of theirs with its device. Null: none. */
export async function readCommand(
  database: Database,
  whose: Whose,
  deviceId: DeviceId,
  commandId: string,
): Promise<{ target: Target; command: Command } | null> {
  const [found] = await database
    .select({ target: TARGET, command: COLUMNS })
    .from(deviceCommands)
    .innerJoin(devices, eq(devices.id, deviceCommands.deviceId))
    .where(and(eq(deviceCommands.id, commandId), isOf(whose, deviceId)))
    .limit(1)
  return found ?? null
}

/**
 * Queues a command. Fails as a whole, by `created_at` that must not be null, where somebody was faster: the same is
 * open by now, too many are, or the device is another or over.
 */
export function queueStatement(
  database: Database,
  target: Target,
  command: Omit<Command, 'deviceId' | 'epoch' | 'deliveredAt' | 'finishedAt' | 'result' | 'state'>,
): Statement {
  const { createdAt: now } = command
  const open = sql`FROM device_commands AS o WHERE o.device_id = ${target.id} AND o.epoch = ${target.epoch}
    AND o.state IN ('queued', 'delivered') AND o.ends_at > ${now} AND o.created_at <= ${now + CLOCK_SKEW}`
  const still = sql`NOT EXISTS (SELECT 1 ${open} AND o.kind = ${command.kind})
    AND (SELECT count(*) ${open}) < ${OPEN_MAX}
    AND EXISTS (SELECT 1 FROM devices AS d WHERE d.id = ${target.id} AND d.epoch = ${target.epoch}
      AND d.lifecycle IN ('pending', 'active'))`
  return database.insert(deviceCommands).values({
    ...command,
    organisationId: target.organisationId,
    accountId: target.accountId,
    deviceId: target.id,
    epoch: target.epoch,
    state: 'queued',
    createdAt: sql`CASE WHEN ${still} THEN ${now} END`,
    changedAt: now,
  })
}

/** Ends one that was not fetched yet. Fails as a whole where it was, by `changed_at` that must not be null. */
export function cancelStatement(
  database: Database,
  organisationId: number,
  commandId: string,
  now: Instant,
): Statement {
  return database
    .update(deviceCommands)
    .set({
      state: 'cancelled',
      finishedAt: now,
      changedAt: sql`CASE WHEN state = 'queued' THEN ${now} END`,
    })
    .where(and(eq(deviceCommands.id, commandId), eq(deviceCommands.organisationId, organisationId)))
}

/**
 * Ends what was asked of a device until `at`, in the batch of the event that ends it or sets it up again. Repeating
 * it changes nothing: what was asked later stays.
 */
export function closeCommandsStatement(
  database: Database,
  { organisationId, deviceId, at }: { organisationId: number; deviceId: DeviceId; at: Instant },
): Statement {
  return database
    .update(deviceCommands)
    .set({ state: 'expired', finishedAt: at, changedAt: at })
    .where(and(ofDevice(organisationId, deviceId), OPEN, sql`${deviceCommands.createdAt} <= ${at}`))
}
