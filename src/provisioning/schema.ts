import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/**
 * Provision sessions whose outbox D1 refused or could not take: written when a hand-over fails, deleted when
 * everything has landed. Only for people to look at; the object's own outbox is what counts.
 */
export const waitingOutboxes = sqliteTable(
  'waiting_outboxes',
  {
    ref: text('ref').primaryKey(),
    organisationId: integer('organisation_id').notNull(),
    accountId: text('account_id').notNull(),
    /** Events that wait to be repeated. */
    waiting: integer('waiting').notNull(),
    /** Events that were refused for good and parked. */
    parked: integer('parked').notNull(),
    /** Why, in a word or as D1 says it. */
    reason: text('reason').notNull(),
    since: integer('since').notNull(),
    changedAt: integer('changed_at').notNull(),
  },
  (table) => [index('waiting_outboxes_since').on(table.since, table.ref)],
)
