import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
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
    index('audit_action').on(table.organisationId, table.action, table.at),
    index('audit_device').on(table.organisationId, table.deviceId, table.at),
    index('audit_actor').on(table.organisationId, table.actorId, table.at),
  ],
)

/**
 * The chain of each organisation: number `seq` is the audit row `entryId`. By triggers rows are never changed, here
 * and in `audit`, and sealed ones are deleted only where the head says that they were cut.
 */
export const auditSeals = sqliteTable(
  'audit_seals',
  {
    organisationId: integer('organisation_id').notNull(),
    seq: integer('seq').notNull(),
    entryId: text('entry_id').notNull(),
    /** SHA-256 of the hash before and the row, base64url. */
    hash: text('hash').notNull(),
  },
  (table) => [primaryKey({ columns: [table.organisationId, table.seq] })],
)

/** How far each chain goes. */
export const auditHeads = sqliteTable('audit_heads', {
  organisationId: integer('organisation_id').primaryKey(),
  seq: integer('seq').notNull(),
  hash: text('hash').notNull(),
  sealedAt: integer('sealed_at').notNull(),
  /** Where the sealer found what it could not trust, the last time; null: never. */
  brokenSeq: integer('broken_seq'),
  brokenAt: integer('broken_at'),
  /** How many rows were cut at the beginning, the hash of the last of them, and before when all of them happened. */
  cutSeq: integer('cut_seq').notNull().default(0),
  cutHash: text('cut_hash').notNull().default(''),
  cutUntil: integer('cut_until').notNull().default(0),
  /** HMAC of the rest. */
  mac: text('mac').notNull(),
})

/** The last row of `audit` that was sealed, whatever its organisation: row 1 and no other. */
export const auditCursor = sqliteTable('audit_cursor', {
  id: integer('id').primaryKey(),
  /** Its number as it was then: an import of a dump numbers rows anew, and keeps their order. */
  row: integer('row').notNull(),
  entryId: text('entry_id').notNull(),
})

/** How often each thing happened on each day, kept by a trigger on `audit`: a repeated row does not count twice. */
export const dailyTotals = sqliteTable(
  'daily_totals',
  {
    organisationId: integer('organisation_id').notNull(),
    /** Days since 1970, UTC. */
    day: integer('day').notNull(),
    action: text('action').$type<AuditAction>().notNull(),
    /** The platform that the row's detail names; empty where there is none. */
    platform: text('platform').notNull(),
    count: integer('count').notNull(),
  },
  (table) => [primaryKey({ columns: [table.organisationId, table.day, table.action, table.platform] })],
)
