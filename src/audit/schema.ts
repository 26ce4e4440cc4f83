import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { AuditAction, AuditEntry } from './types.ts'

/** Append-only; no foreign keys, because it outlives what it speaks of. */
export const audit = sqliteTable(
  'audit',
  {
    id: text('id').primaryKey(),
    organisationId: integer('organisation_id').notNull(),
    at: integer('at').notNull(),
    actorKind: text('actor_kind').$type<AuditEntry['actor']['kind']>().notNull(),
    actorId: text('actor_id').notNull(),
    action: text('action').$type<AuditAction>().notNull(),
    accountId: text('account_id'),
    deviceId: text('device_id'),
    detail: text('detail', { mode: 'json' }).$type<AuditEntry['detail']>().notNull(),
  },
  (table) => [
    index('audit_organisation').on(table.organisationId, table.at),
    index('audit_account').on(table.organisationId, table.accountId, table.at),
  ],
)
