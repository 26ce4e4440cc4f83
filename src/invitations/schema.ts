import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { accounts } from '../accounts/schema.ts'
import { organisations } from '../organisations/schema.ts'
import type { GrantState } from '../referee/index.ts'
import type {
  InvitationChannel,
  InvitationDelivery,
  InvitationStatus,
  ItemReason,
  ItemState,
} from './types.ts'

/**
 * No column has two writers: the first block is written by the projection of the provision session's events, the
 * second by a trigger on `messages`, the third by this room.
 */
export const invitations = sqliteTable(
  'invitations',
  {
    /** `inv_…`: the grant's id in its provision session. */
    id: text('id').primaryKey(),
    organisationId: integer('organisation_id')
      .notNull()
      .references(() => organisations.id),
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id),
    ref: text('ref').notNull(),
    rev: integer('rev').notNull(),
    state: text('state').$type<GrantState>().notNull(),
    channel: text('channel').$type<InvitationChannel>().notNull(),
    recipient: text('recipient').notNull(),
    jobId: text('job_id'),
    createdAt: integer('created_at').notNull(),
    createdBy: text('created_by').notNull(),
    validUntil: integer('valid_until'),
    deviceLimit: integer('device_limit'),
    devices: integer('devices').notNull(),
    slotDeviceId: text('slot_device_id').notNull(),
    fetchedAt: integer('fetched_at'),
    openedAt: integer('opened_at'),
    acceptedAt: integer('accepted_at'),
    endedAt: integer('ended_at'),

    delivery: text('delivery').$type<InvitationDelivery>().notNull().default('none'),
    deliveryReason: text('delivery_reason'),
    deliveredAt: integer('delivered_at'),

    remindersOff: integer('reminders_off', { mode: 'boolean' }).notNull().default(false),
    reminded: integer('reminded').notNull().default(0),
    /** When the next reminder is due; null: none. */
    remindAt: integer('remind_at'),

    changedAt: integer('changed_at').notNull(),
    status: text('status')
      .$type<InvitationStatus>()
      .generatedAlwaysAs(
        sql`CASE WHEN state = 'revoked' THEN 'deactivated' WHEN state IN ('superseded', 'expired') THEN state WHEN accepted_at IS NOT NULL THEN 'accepted' WHEN opened_at IS NOT NULL THEN 'opened' WHEN delivery = 'failed' THEN 'delivery_failed' WHEN delivery = 'queued' THEN 'sending' ELSE 'sent' END`,
        { mode: 'stored' },
      ),
  },
  (table) => [
    index('invitations_created').on(table.organisationId, table.createdAt, table.id),
    index('invitations_status').on(table.organisationId, table.status, table.createdAt, table.id),
    index('invitations_changed').on(table.organisationId, table.changedAt),
    index('invitations_account').on(table.accountId, table.createdAt, table.id),
    index('invitations_job').on(table.jobId, table.createdAt, table.id),
    index('invitations_remind').on(table.remindAt).where(sql`remind_at IS NOT NULL`),
  ],
)

/** A bulk send. Its counters are kept by a trigger on its items. */
export const invitationJobs = sqliteTable(
  'invitation_jobs',
  {
    id: text('id').primaryKey(),
    organisationId: integer('organisation_id')
      .notNull()
      .references(() => organisations.id),
    channel: text('channel').$type<InvitationChannel>().notNull(),
    createdBy: text('created_by').notNull(),
    createdAt: integer('created_at').notNull(),
    total: integer('total').notNull(),
    done: integer('done').notNull().default(0),
    failed: integer('failed').notNull().default(0),
    skipped: integer('skipped').notNull().default(0),
    finishedAt: integer('finished_at'),
    /** When the queue was last given some of its items; the sweeper goes by it. */
    pumpedAt: integer('pumped_at').notNull(),
  },
  (table) => [
    index('invitation_jobs_organisation').on(table.organisationId, table.createdAt, table.id),
    index('invitation_jobs_open').on(table.pumpedAt).where(sql`finished_at IS NULL`),
  ],
)

/** One person of a bulk send. */
export const invitationItems = sqliteTable(
  'invitation_items',
  {
    /** `<job>.<position>`: the invitation's id derives from it, so that a repeat makes no second one. */
    id: text('id').primaryKey(),
    jobId: text('job_id')
      .notNull()
      .references(() => invitationJobs.id),
    organisationId: integer('organisation_id').notNull(),
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id),
    /** Where the message goes. */
    recipient: text('recipient').notNull(),
    state: text('state').$type<ItemState>().notNull(),
    reason: text('reason').$type<ItemReason>(),
    attempts: integer('attempts').notNull().default(0),
    /** When the queue was given it; the sweeper goes by it. */
    queuedAt: integer('queued_at'),
    changedAt: integer('changed_at').notNull(),
  },
  (table) => [
    index('invitation_items_state').on(table.jobId, table.state, table.id),
    index('invitation_items_queued').on(table.queuedAt).where(sql`state = 'queued'`),
  ],
)
