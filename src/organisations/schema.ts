import { sql } from 'drizzle-orm'
import { blob, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { accountTemplates } from '../accounts/schema.ts'
import type { Localised } from '../kernel/locale.ts'
import type { Ownership } from '../kernel/ownership.ts'
import type { Platform } from '../kernel/platform.ts'
import type { Confirmation } from '../referee/index.ts'
import { deviceTemplates } from '../templates/schema.ts'
import type { Rotated, RotationCounts } from './key-rotation-types.ts'
import type { ApiScope, EmailException } from './types.ts'

/** One row, `id` 1: the policy of the whole installation. */
export const service = sqliteTable('service', {
  id: integer('id').primaryKey(),
  enabled: integer('enabled', { mode: 'boolean' }).notNull(),
  defaultOrganisationId: integer('default_organisation_id'),
  provisionCodeSeconds: integer('provision_code_seconds').notNull(),
  ownersMayProvision: integer('owners_may_provision', { mode: 'boolean' }).notNull().default(true),
  logDeviceFacts: integer('log_device_facts', { mode: 'boolean' }).notNull().default(true),
  androidSmsCode: integer('android_sms_code', { mode: 'boolean' }).notNull().default(false),
  derivedCredentialUrl: text('derived_credential_url'),
  /** Sealed: what requests to the external module, and its answers, are signed with. */
  derivedCredentialSecret: text('derived_credential_secret'),
  /** How many messages may go out a day by each channel, all together; null: 20,000 e-mails, 2,000 text messages. */
  dailyMessages: integer('daily_messages'),
  helpdeskEmail: text('helpdesk_email'),
  helpdeskPhone: text('helpdesk_phone'),
  helpdeskUrl: text('helpdesk_url'),
  changedAt: integer('changed_at').notNull(),
})

export const organisations = sqliteTable('organisations', {
  id: integer('id').primaryKey(),
  slug: text('slug').notNull().unique(),
  siteId: text('site_id').notNull().unique(),
  name: text('name').notNull(),
  enabled: integer('enabled', { mode: 'boolean' }).notNull(),
  /** What the managers say; `enabled` is what the supervisors say. */
  setupOpen: integer('setup_open', { mode: 'boolean' }).notNull().default(true),
  accent: text('accent').notNull(),
  logoVersion: text('logo_version'),
  helpdeskEmail: text('helpdesk_email'),
  helpdeskPhone: text('helpdesk_phone'),
  helpdeskUrl: text('helpdesk_url'),
  emailRule: text('email_rule').notNull(),
  emailRuleHint: text('email_rule_hint', { mode: 'json' }).$type<Localised>(),
  terms: text('terms', { mode: 'json' }).$type<Localised>(),
  termsVersion: integer('terms_version').notNull(),
  phoneRequired: integer('phone_required', { mode: 'boolean' }).notNull(),
  confirmation: text('confirmation').$type<Confirmation>().notNull(),
  accountTemplateId: text('account_template_id').references(() => accountTemplates.id),
  defaultOwnership: text('default_ownership').$type<Ownership>().notNull().default('personal'),
  ownershipChoosable: integer('ownership_choosable', { mode: 'boolean' }).notNull().default(true),
  qrEnabled: integer('qr_enabled', { mode: 'boolean' }).notNull().default(true),
  approvalRequired: integer('approval_required', { mode: 'boolean' }).notNull().default(false),
  /** Days until an invitation ends; null: until it is deactivated. */
  invitationDays: integer('invitation_days'),
  invitationDeviceLimit: integer('invitation_device_limit'),
  /** After how many days somebody who did not accept is reminded; empty: never. */
  reminderDays: text('reminder_days', { mode: 'json' }).$type<number[]>().notNull().default(sql`'[]'`),
  /** How many messages may go out a day; null: as many as the service allows. */
  dailyMessages: integer('daily_messages'),
  createdAt: integer('created_at').notNull(),
  changedAt: integer('changed_at').notNull(),
})

/** Addresses that the e-mail rule does not decide about: accepted or refused whatever it says. */
export const emailExceptions = sqliteTable(
  'email_exceptions',
  {
    organisationId: integer('organisation_id')
      .notNull()
      .references(() => organisations.id),
    /** Normalised by the address gate's rules. */
    address: text('address').notNull(),
    verdict: text('verdict').$type<EmailException['verdict']>().notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.organisationId, table.address] })],
)

/** How people of an organisation sign in at its own identity provider (OpenID Connect). */
export const organisationOidc = sqliteTable('organisation_oidc', {
  organisationId: integer('organisation_id')
    .primaryKey()
    .references(() => organisations.id),
  enabled: integer('enabled', { mode: 'boolean' }).notNull(),
  issuer: text('issuer').notNull(),
  clientId: text('client_id').notNull(),
  /** Sealed. */
  clientSecret: text('client_secret').notNull(),
  emailClaim: text('email_claim').notNull(),
  /** Whether owners sign in with it at `/setup` too. */
  forOwners: integer('for_owners', { mode: 'boolean' }).notNull(),
  changedAt: integer('changed_at').notNull(),
})

/** Apart from the row that every page reads: at most 20 KiB each. */
export const organisationLogos = sqliteTable('organisation_logos', {
  organisationId: integer('organisation_id')
    .primaryKey()
    .references(() => organisations.id),
  type: text('type').$type<'image/svg+xml' | 'image/png'>().notNull(),
  bytes: blob('bytes', { mode: 'buffer' }).notNull(),
  changedAt: integer('changed_at').notNull(),
})

/** The platform map: which device template a platform gets. A platform without a row is not offered. */
export const organisationPlatforms = sqliteTable(
  'organisation_platforms',
  {
    organisationId: integer('organisation_id')
      .notNull()
      .references(() => organisations.id),
    platform: text('platform').$type<Platform>().notNull(),
    deviceTemplateId: text('device_template_id')
      .notNull()
      .references(() => deviceTemplates.id),
    changedAt: integer('changed_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.platform] }),
    index('organisation_platforms_template').on(table.deviceTemplateId),
  ],
)

/** Keys with which an organisation's own systems call `/api`. The key itself is shown once and kept nowhere. */
export const apiKeys = sqliteTable(
  'api_keys',
  {
    id: text('id').primaryKey(),
    organisationId: integer('organisation_id')
      .notNull()
      .references(() => organisations.id),
    name: text('name').notNull(),
    scopes: text('scopes', { mode: 'json' }).$type<ApiScope[]>().notNull(),
    /** SHA-256 of the key. */
    hash: text('hash').notNull().unique(),
    /** Its last four characters, so that it can be told from others. */
    hint: text('hint').notNull(),
    createdBy: text('created_by').notNull(),
    createdAt: integer('created_at').notNull(),
    /** Null: until it is revoked. */
    endsAt: integer('ends_at'),
    lastUsedAt: integer('last_used_at'),
    revokedAt: integer('revoked_at'),
  },
  (table) => [index('api_keys_organisation').on(table.organisationId, table.createdAt)],
)

/** How far everything was brought under the current master key: row 1 and no other. */
export const keyRotation = sqliteTable('key_rotation', {
  id: integer('id').primaryKey(),
  keyId: text('key_id').notNull(),
  formerId: text('former_id').notNull(),
  /** What the pass that is under way goes through, and behind which row it goes on. */
  kind: text('kind').$type<Rotated>().notNull(),
  after: text('after'),
  counts: text('counts', { mode: 'json' }).$type<RotationCounts>().notNull(),
  beganAt: integer('began_at').notNull(),
  finishedAt: integer('finished_at'),
  /** What the last whole pass came to. */
  found: text('found', { mode: 'json' }).$type<RotationCounts>(),
  foundAt: integer('found_at'),
})
