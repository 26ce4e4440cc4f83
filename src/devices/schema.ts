import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { accounts } from '../accounts/schema.ts'
import type { Ownership } from '../kernel/ownership.ts'
import type { Platform, Reports } from '../kernel/platform.ts'
import { organisations } from '../organisations/schema.ts'
import { deviceTemplates } from '../templates/schema.ts'
import type { DeviceLifecycle, DeviceStatus, Unresponsiveness } from './types.ts'

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
    /** A slot has none yet, and no template: its person chooses. */
    platform: text('platform').$type<Platform>(),
    ownership: text('ownership').$type<Ownership>().notNull(),
    templateId: text('template_id').references(() => deviceTemplates.id),
    templateVersion: integer('template_version').notNull(),
    reports: text('reports').$type<Reports>().notNull(),
    checkInSeconds: integer('check_in_seconds').notNull(),
    claimId: text('claim_id').notNull(),
    grantId: text('grant_id').notNull(),
    /** The invitation that brought it, or whose slot it is. */
    invitationId: text('invitation_id'),
    /** The device of the same person whose place it takes; that one ends when this one is confirmed. */
    replacesDeviceId: text('replaces_device_id'),
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
    /** Its owner gave the name: what the device calls itself counts no longer. */
    nameGiven: integer('name_given', { mode: 'boolean' }).notNull().default(false),
    /** The name as lists sort and search it; empty while it has none. */
    nameKey: text('name_key').notNull().default(''),
    /** What the device may do, as it said last: `{"location": true}`. */
    permissions: text('permissions', { mode: 'json' }).$type<Record<string, boolean>>(),
    /** When it counts as silent unless it is heard before; null: nobody waits for it. */
    silentAt: integer('silent_at'),
    unresponsiveSince: integer('unresponsive_since'),
    unresponsiveReason: text('unresponsive_reason', { mode: 'json' }).$type<Unresponsiveness>(),
    /** What managers wrote about it. */
    note: text('note').notNull().default(''),
    /** What a list shows. */
    status: text('status')
      .$type<DeviceStatus>()
      .generatedAlwaysAs(
        sql`CASE WHEN lifecycle = 'active' AND unresponsive_since IS NOT NULL THEN 'unresponsive' ELSE lifecycle END`,
        { mode: 'stored' },
      ),

    changedAt: integer('changed_at').notNull(),
  },
  (table) => [
    index('devices_organisation').on(table.organisationId, table.changedAt),
    index('devices_account').on(table.accountId),
    index('devices_replaces').on(table.replacesDeviceId).where(sql`replaces_device_id IS NOT NULL`),
    index('devices_template').on(table.templateId),
    index('devices_status').on(table.organisationId, table.status, table.registeredAt, table.id),
    index('devices_platform').on(table.organisationId, table.platform, table.registeredAt, table.id),
    index('devices_name').on(table.organisationId, table.nameKey, table.id),
    index('devices_seen').on(table.organisationId, table.lastSeenAt, table.id),
    index('devices_serial').on(table.organisationId, table.serial).where(sql`serial IS NOT NULL`),
    index('devices_silent')
      .on(table.silentAt)
      .where(sql`lifecycle = 'active' AND unresponsive_since IS NULL AND silent_at IS NOT NULL`),
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
    /** `any` for slots, whose platform nobody has chosen. */
    platform: text('platform').$type<Platform | 'any'>().notNull(),
    lifecycle: text('lifecycle').$type<DeviceLifecycle>().notNull(),
    count: integer('count').notNull(),
  },
  (table) => [primaryKey({ columns: [table.organisationId, table.platform, table.lifecycle] })],
)

/** A manager's way to look at the list of devices: a name for its filters. */
export const deviceViews = sqliteTable(
  'device_views',
  {
    id: text('id').primaryKey(),
    organisationId: integer('organisation_id').notNull(),
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id),
    name: text('name').notNull(),
    /** The query of its address: filters, search and order. */
    query: text('query').notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [index('device_views_account').on(table.accountId, table.name)],
)
