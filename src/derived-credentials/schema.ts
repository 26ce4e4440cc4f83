import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { accounts } from '../accounts/schema.ts'
import { devices } from '../devices/schema.ts'
import { organisations } from '../organisations/schema.ts'
import type { DerivedKind, DerivedState } from './types.ts'

/** Credentials that people derived for a device from what they hold already. */
export const derivedCredentials = sqliteTable(
  'derived_credentials',
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
    /** Of the device when it was asked for. */
    epoch: integer('epoch').notNull(),
    kind: text('kind').$type<DerivedKind>().notNull(),
    state: text('state').$type<DerivedState>().notNull(),
    /** SHA-256 of what the external module brings back, or of the secret of the one download. */
    secretHash: text('secret_hash').unique(),
    /** Until when `secretHash` counts. */
    secretEndsAt: integer('secret_ends_at'),
    serial: text('serial'),
    createdAt: integer('created_at').notNull(),
    finishedAt: integer('finished_at'),
    endsAt: integer('ends_at'),
    changedAt: integer('changed_at').notNull(),
  },
  (table) => [
    index('derived_credentials_device').on(table.deviceId, table.createdAt),
    index('derived_credentials_account').on(table.accountId),
  ],
)
