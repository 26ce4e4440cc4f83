import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { accounts } from '../accounts/schema.ts'
import { devices } from '../devices/schema.ts'
import { organisations } from '../organisations/schema.ts'
import type { VoidReason } from './types.ts'

/** A device's batch of one-time strings. Of a device at most one is not void. */
export const securityBatches = sqliteTable(
  'security_batches',
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
    /** Of the device when it fetched them. */
    epoch: integer('epoch').notNull(),
    size: integer('size').notNull(),
    used: integer('used').notNull().default(0),
    /** Wrong strings that were presented; too many make the batch void. */
    failures: integer('failures').notNull().default(0),
    createdAt: integer('created_at').notNull(),
    voidedAt: integer('voided_at'),
    voidReason: text('void_reason').$type<VoidReason>(),
    changedAt: integer('changed_at').notNull(),
  },
  (table) => [
    index('security_batches_device').on(table.deviceId, table.createdAt),
    index('security_batches_living').on(table.accountId).where(sql`voided_at IS NULL`),
  ],
)

/** The strings themselves, by position from 1. */
export const securityStrings = sqliteTable(
  'security_strings',
  {
    batchId: text('batch_id')
      .notNull()
      .references(() => securityBatches.id),
    position: integer('position').notNull(),
    /** HMAC of the string. */
    mac: text('mac').notNull(),
    usedAt: integer('used_at'),
    /** The API key that asked. */
    usedBy: text('used_by'),
  },
  (table) => [primaryKey({ columns: [table.batchId, table.position] })],
)
