import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { accounts } from '../accounts/schema.ts'
import type { Ownership } from '../kernel/ownership.ts'
import type { Platform, Reports } from '../kernel/platform.ts'
import { organisations } from '../organisations/schema.ts'
import { deviceTemplates } from '../templates/schema.ts'
import type { DeviceLifecycle } from './types.ts'

/**
 * No column has two writers: the first block is written by the projection of the provision session's events,
 * the second by this room.
 */
export const devices = sqliteTable(
  'devices',
  {
    id: text('id').primaryKey(),
    organisationId: integer('organisation_id')
      .notNull()
      .references(() => organisations.id),
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id),
    ref: text('ref').notNull(),
    rev: integer('rev').notNull(),
    lifecycle: text('lifecycle').$type<DeviceLifecycle>().notNull(),
    platform: text('platform').$type<Platform>().notNull(),
    ownership: text('ownership').$type<Ownership>().notNull(),
    templateId: text('template_id')
      .notNull()
      .references(() => deviceTemplates.id),
    templateVersion: integer('template_version').notNull(),
    reports: text('reports').$type<Reports>().notNull(),
    checkInSeconds: integer('check_in_seconds').notNull(),
    claimId: text('claim_id').notNull(),
    grantId: text('grant_id').notNull(),
    epoch: integer('epoch').notNull(),
    credentialHash: text('credential_hash').notNull(),
    keyThumbprint: text('key_thumbprint'),
    registeredAt: integer('registered_at').notNull(),
    deliveredAt: integer('delivered_at'),
    confirmedAt: integer('confirmed_at'),
    confirmedBy: text('confirmed_by').$type<'device' | 'owner'>(),
    endedAt: integer('ended_at'),
    endedReason: text('ended_reason'),

    name: text('name'),
    model: text('model'),
    manufacturer: text('manufacturer'),
    osVersion: text('os_version'),
    serial: text('serial'),
    imei: text('imei'),
    udid: text('udid'),
    phoneNumber: text('phone_number'),
    carrier: text('carrier'),
    agentVersion: text('agent_version'),
    lastSeenAt: integer('last_seen_at'),

    changedAt: integer('changed_at').notNull(),
  },
  (table) => [
    index('devices_organisation').on(table.organisationId, table.changedAt),
    index('devices_account').on(table.accountId),
    index('devices_template').on(table.templateId),
    uniqueIndex('devices_living_key')
      .on(table.keyThumbprint)
      .where(sql`key_thumbprint IS NOT NULL AND lifecycle IN ('pending', 'active')`),
  ],
)

/** How many devices are in each state, kept by triggers on `devices`. */
export const deviceTotals = sqliteTable(
  'device_totals',
  {
    organisationId: integer('organisation_id').notNull(),
    platform: text('platform').$type<Platform>().notNull(),
    lifecycle: text('lifecycle').$type<DeviceLifecycle>().notNull(),
    count: integer('count').notNull(),
  },
  (table) => [primaryKey({ columns: [table.organisationId, table.platform, table.lifecycle] })],
)
