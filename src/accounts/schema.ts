import { sql } from 'drizzle-orm'
import { blob, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Locale } from '../kernel/locale.ts'
import type { OwnershipDefault } from '../kernel/ownership.ts'
import { organisations } from '../organisations/schema.ts'
import type { AccountRole, AccountState, AtLimit, Permission, WebSession } from './types.ts'

export const accountTemplates = sqliteTable(
  'account_templates',
  {
    id: text('id').primaryKey(),
    organisationId: integer('organisation_id')
      .notNull()
      .references((): never => organisations.id as never),
    name: text('name').notNull(),
    deviceLimit: integer('device_limit'),
    defaultOwnership: text('default_ownership').$type<OwnershipDefault>().notNull(),
    locale: text('locale').$type<Locale>().notNull(),
    permissions: text('permissions', { mode: 'json' })
      .$type<Permission[]>()
      .notNull()
      .default(sql`'["register","pin","qr","change_ownership"]'`),
    groups: text('groups', { mode: 'json' }).$type<string[]>().notNull().default(sql`'[]'`),
    atLimit: text('at_limit').$type<AtLimit>().notNull().default('refuse'),
    version: integer('version').notNull().default(1),
    archivedAt: integer('archived_at'),
    createdAt: integer('created_at').notNull(),
    changedAt: integer('changed_at').notNull(),
  },
  (table) => [index('account_templates_organisation').on(table.organisationId)],
)

export const accounts = sqliteTable(
  'accounts',
  {
    id: text('id').primaryKey(),
    organisationId: integer('organisation_id')
      .notNull()
      .references(() => organisations.id),
    ref: text('ref').notNull().unique(),
    role: text('role').$type<AccountRole>().notNull(),
    state: text('state').$type<AccountState>().notNull(),
    name: text('name').notNull(),
    phone: text('phone'),
    locale: text('locale').$type<Locale>().notNull(),
    templateId: text('template_id')
      .notNull()
      .references(() => accountTemplates.id),
    termsVersion: integer('terms_version'),
    termsAcceptedAt: integer('terms_accepted_at'),
    /** The address that mail goes to; one of `account_addresses`. */
    address: text('address').notNull().default(''),
    /** The name as lists sort and search it: `nameKey`. */
    nameKey: text('name_key').notNull().default(''),
    groups: text('groups', { mode: 'json' }).$type<string[]>().notNull().default(sql`'[]'`),
    /** Written by the projection of the provision session alone. */
    disabledAt: integer('disabled_at'),
    /** Its person asked for everything to be deleted; a manager does it. */
    deletionAskedAt: integer('deletion_asked_at'),
    createdAt: integer('created_at').notNull(),
    changedAt: integer('changed_at').notNull(),
  },
  (table) => [
    index('accounts_organisation').on(table.organisationId, table.changedAt),
    index('accounts_created').on(table.organisationId, table.createdAt, table.id),
    index('accounts_name').on(table.organisationId, table.nameKey, table.id),
    index('accounts_address').on(table.organisationId, table.address, table.id),
    index('accounts_state').on(table.organisationId, table.state, table.createdAt, table.id),
    index('accounts_role').on(table.organisationId, table.role, table.createdAt, table.id),
    index('accounts_template').on(table.templateId, table.createdAt, table.id),
    index('accounts_leaving')
      .on(table.organisationId, table.deletionAskedAt, table.id)
      .where(sql`deletion_asked_at IS NOT NULL`),
    index('accounts_disabled').on(table.organisationId, table.disabledAt, table.id),
  ],
)

/** An address leads to one account of an organisation; an account may have several. */
export const accountAddresses = sqliteTable(
  'account_addresses',
  {
    organisationId: integer('organisation_id')
      .notNull()
      .references(() => organisations.id),
    /** Normalised by the address gate's rules. */
    address: text('address').notNull(),
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id),
    /** 0: a manager entered it and nobody has proved it yet. */
    provedAt: integer('proved_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.address] }),
    index('account_addresses_account').on(table.accountId),
    index('account_addresses_address').on(table.address),
  ],
)

export const webSessions = sqliteTable(
  'web_sessions',
  {
    /** SHA-256 of the cookie. */
    id: text('id').primaryKey(),
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id),
    organisationId: integer('organisation_id')
      .notNull()
      .references(() => organisations.id),
    address: text('address').notNull(),
    assurance: text('assurance').$type<WebSession['assurance']>().notNull(),
    /** What the browser calls itself, shortened: so that a person recognises it. */
    agent: text('agent').notNull().default(''),
    createdAt: integer('created_at').notNull(),
    endsAt: integer('ends_at').notNull(),
  },
  (table) => [index('web_sessions_account').on(table.accountId), index('web_sessions_ends').on(table.endsAt)],
)

/** Passkeys (WebAuthn credentials). The private key never leaves its authenticator. */
export const passkeys = sqliteTable(
  'passkeys',
  {
    /** The credential id, base64url. */
    id: text('id').primaryKey(),
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id),
    organisationId: integer('organisation_id')
      .notNull()
      .references(() => organisations.id),
    name: text('name').notNull(),
    /** COSE key. */
    publicKey: blob('public_key', { mode: 'buffer' }).notNull(),
    counter: integer('counter').notNull(),
    transports: text('transports', { mode: 'json' }).$type<string[]>().notNull(),
    backedUp: integer('backed_up', { mode: 'boolean' }).notNull(),
    createdAt: integer('created_at').notNull(),
    lastUsedAt: integer('last_used_at'),
  },
  (table) => [index('passkeys_account').on(table.accountId)],
)

/** What may be used once and was: WebAuthn challenges, OIDC states, the bootstrap secret, DPoP proofs. Hashes only. */
export const spentOnce = sqliteTable(
  'spent_once',
  {
    id: text('id').primaryKey(),
    kind: text('kind').$type<'passkey_challenge' | 'oidc_state' | 'bootstrap' | 'device_proof'>().notNull(),
    /** When it may be forgotten; null: never. */
    endsAt: integer('ends_at'),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [index('spent_once_ends').on(table.endsAt)],
)

/** One-time links with which a manager who lost every passkey gets a new one. */
export const recoveryLinks = sqliteTable(
  'recovery_links',
  {
    /** SHA-256 of the link's secret. */
    id: text('id').primaryKey(),
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id),
    organisationId: integer('organisation_id')
      .notNull()
      .references(() => organisations.id),
    createdBy: text('created_by').notNull(),
    createdAt: integer('created_at').notNull(),
    endsAt: integer('ends_at').notNull(),
    usedAt: integer('used_at'),
  },
  (table) => [index('recovery_links_account').on(table.accountId)],
)

/** Who somebody is at an identity provider. */
export const accountIdentities = sqliteTable(
  'account_identities',
  {
    organisationId: integer('organisation_id')
      .notNull()
      .references(() => organisations.id),
    issuer: text('issuer').notNull(),
    subject: text('subject').notNull(),
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.issuer, table.subject] }),
    index('account_identities_account').on(table.accountId),
  ],
)
