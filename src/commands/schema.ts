import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { accounts } from '../accounts/schema.ts'
import { devices } from '../devices/schema.ts'
import { organisations } from '../organisations/schema.ts'
import type { CommandKind, CommandParams, CommandResult, CommandState } from './types.ts'

/** What devices are asked to do, and what became of it. */
export const deviceCommands = sqliteTable(
  'device_commands',
  {
    id: text('id').primaryKey(),
    organisationId: integer('organisation_id')
      .notNull()
      .references(() => organisations.id),
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id),
    deviceId: text('device_id')
      .notNull()
      .references(() => devices.id),
    /** Of the device when it was asked: provisioned again, it has nothing to do with what was asked before. */
    epoch: integer('epoch').notNull(),
    kind: text('kind').$type<CommandKind>().notNull(),
    state: text('state').$type<CommandState>().notNull(),
    params: text('params', { mode: 'json' }).$type<CommandParams>().notNull(),
    /** A location is forgotten after a day. */
    result: text('result', { mode: 'json' }).$type<CommandResult>(),
    askedBy: text('asked_by').notNull(),
    askedById: text('asked_by_id').notNull(),
    createdAt: integer('created_at').notNull(),
    endsAt: integer('ends_at').notNull(),
    deliveredAt: integer('delivered_at'),
    finishedAt: integer('finished_at'),
    changedAt: integer('changed_at').notNull(),
  },
  (table) => [
    index('device_commands_device').on(table.deviceId, table.createdAt),
    index('device_commands_open').on(table.endsAt).where(sql`state IN ('queued', 'delivered')`),
    index('device_commands_waiting').on(table.deviceId).where(sql`state IN ('queued', 'delivered')`),
    index('device_commands_located').on(table.finishedAt).where(sql`kind = 'locate' AND result IS NOT NULL`),
  ],
)
