import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Locale } from '../kernel/locale.ts'
import type { Ownership } from '../kernel/ownership.ts'
import { organisations } from '../organisations/schema.ts'
import type { AccountRole, AccountState, WebSession } from './types.ts'

export const accountTemplates = sqliteTable(
  'account_templates',
  {
    id: text('id').primaryKey(),
    organisationId: integer('organisation_id')
      .notNull()
      .references((): never => organisations.id as never),
    name: text('name').notNull(),
    deviceLimit: integer('device_limit'),
    defaultOwnership: text('default_ownership').$type<Ownership>().notNull(),
    locale: text('locale').$type<Locale>().notNull(),
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
    /** Written by the projection of the provision session alone. */
    disabledAt: integer('disabled_at'),
    createdAt: integer('created_at').notNull(),
    changedAt: integer('changed_at').notNull(),
  },
  (table) => [index('accounts_organisation').on(table.organisationId, table.changedAt)],
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
    provedAt: integer('proved_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.address] }),
    index('account_addresses_account').on(table.accountId),
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
    createdAt: integer('created_at').notNull(),
    endsAt: integer('ends_at').notNull(),
  },
  (table) => [index('web_sessions_account').on(table.accountId), index('web_sessions_ends').on(table.endsAt)],
)
