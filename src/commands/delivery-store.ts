import { and, eq, sql } from 'drizzle-orm'
import { accounts } from '../accounts/schema.ts'
import { devices } from '../devices/schema.ts'
import type { DeviceId } from '../kernel/ids.ts'
import type { Instant } from '../kernel/time.ts'
import { organisations, service } from '../organisations/schema.ts'
import type { Database, Statement } from '../runtime/database.ts'
import { deviceCommands } from './schema.ts'
import { COMMAND_COLUMNS, OPEN } from './store.ts'
import type { CommandKind, CommandOutcome, CommandParams, CommandResult, DeliveredCommand } from './types.ts'

/** Whose commands: a device's, as it was authenticated. */
export type Fetching = { id: DeviceId; organisationId: number; epoch: number }

/**
 * Hands over what a device has to do, also what it got before and has not answered. What a wipe erases is narrowed
 * to what the organisation brought if the device is personal by now; it never becomes more than what was asked for.
 */
export function fetchStatement(database: Database, device: Fetching, now: Instant): Statement {
  const { params, deliveredAt, changedAt, state } = deviceCommands
  const personal = sql`EXISTS (SELECT 1 FROM devices AS d WHERE d.id = ${device.id} AND d.ownership = 'personal')`
  return database
    .update(deviceCommands)
    .set({
      state: 'delivered',
      deliveredAt: sql`coalesce(${deliveredAt}, ${now})`,
      changedAt: sql`CASE WHEN ${state} = 'queued' THEN ${now} ELSE ${changedAt} END`,
      params: sql`CASE WHEN ${deviceCommands.kind} = 'wipe' AND ${personal}
        THEN json_set(${params}, '$.scope', 'organisation_data') ELSE ${params} END`,
    })
    .where(
      and(
        eq(deviceCommands.deviceId, device.id),
        eq(deviceCommands.organisationId, device.organisationId),
        eq(deviceCommands.epoch, device.epoch),
        OPEN,
        sql`${deviceCommands.endsAt} > ${now}`,
        // A clock that jumped back prolongs nothing; the plus leaves the index to what is open.
        sql`+${deviceCommands.createdAt} <= ${now}`,
      ),
    )
    .returning({
      id: deviceCommands.id,
      kind: deviceCommands.kind,
      params,
      created_at: deviceCommands.createdAt,
      ends_at: deviceCommands.endsAt,
      delivered_at: deliveredAt,
    })
}

/** What `fetchStatement` answered, the oldest first. */
export function readFetched(rows: Record<string, unknown>[]): DeliveredCommand[] {
  return rows
    .map((row) => ({
      ...(JSON.parse(String(row.params)) as CommandParams),
      id: String(row.id),
      kind: row.kind as CommandKind,
      createdAt: Number(row.created_at),
      endsAt: Number(row.ends_at),
      deliveredAt: Number(row.delivered_at),
    }))
    .sort((one, other) => one.createdAt - other.createdAt || (one.id < other.id ? -1 : 1))
}

/**
 * A device with one of its commands, as much of it as its answer needs: one round trip. `command` is null where it
 * is none of this device's.
 */
export async function readAnswering(database: Database, deviceId: DeviceId, commandId: string) {
  const [found] = await database
    .select({
      device: {
        id: devices.id,
        organisationId: devices.organisationId,
        accountId: devices.accountId,
        ref: devices.ref,
        epoch: devices.epoch,
        platform: devices.platform,
        lifecycle: devices.lifecycle,
        credentialHash: devices.credentialHash,
        keyThumbprint: devices.keyThumbprint,
      },
      account: { state: accounts.state, disabledAt: accounts.disabledAt },
      organisation: { enabled: organisations.enabled },
      serviceEnabled: service.enabled,
      command: COMMAND_COLUMNS,
    })
    .from(devices)
    .innerJoin(accounts, eq(accounts.id, devices.accountId))
    .innerJoin(organisations, eq(organisations.id, devices.organisationId))
    .innerJoin(service, eq(service.id, 1))
    .leftJoin(
      deviceCommands,
      and(
        eq(deviceCommands.id, commandId),
        eq(deviceCommands.deviceId, devices.id),
        eq(deviceCommands.organisationId, devices.organisationId),
      ),
    )
    .where(eq(devices.id, deviceId))
    .limit(1)
  return found ?? null
}

/** Keeps an answer. Fails as a whole, by `changed_at` that must not be null, where one was taken meanwhile. */
export function answerStatement(
  database: Database,
  organisationId: number,
  answer: { commandId: string; outcome: CommandOutcome; result: CommandResult | null; now: Instant },
): Statement {
  const { commandId, outcome, result, now } = answer
  return database
    .update(deviceCommands)
    .set({
      state: outcome,
      result,
      finishedAt: now,
      changedAt: sql`CASE WHEN ${deviceCommands.state} = 'delivered' AND ${deviceCommands.endsAt} > ${now}
        THEN ${now} END`,
    })
    .where(and(eq(deviceCommands.id, commandId), eq(deviceCommands.organisationId, organisationId)))
}
