import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Locale } from '../kernel/locale.ts'
import type { Channel, EditableKind, MessageContent, MessageState } from './types.ts'

/** The outbox of everything but challenges: a row is a message, and stays as the record that it was sent. */
export const messages = sqliteTable(
  'messages',
  {
    id: text('id').primaryKey(),
    organisationId: integer('organisation_id').notNull(),
    accountId: text('account_id'),
    kind: text('kind').$type<MessageContent['kind']>().notNull(),
    channel: text('channel').$type<Channel>().notNull(),
    /** A normalised e-mail address, or an E.164 phone number. */
    recipient: text('recipient').notNull(),
    locale: text('locale').$type<Locale>().notNull(),
    /** What the mail is made of, as JSON. No secrets: those are asked of their owner at sending time. */
    payload: text('payload').notNull(),
    state: text('state').$type<MessageState>().notNull(),
    /** How often a consumer took it. */
    attempts: integer('attempts').notNull().default(0),
    /** The last failure, in a word. */
    lastError: text('last_error'),
    createdAt: integer('created_at').notNull(),
    sentAt: integer('sent_at'),
    /** When the queue is expected to deliver the reference; the sweeper goes by it. */
    queuedAt: integer('queued_at').notNull(),
    /** When a consumer took it; null when none is at it. */
    claimedAt: integer('claimed_at'),
    /** The invitation that it brings or reminds of: triggers carry there how it fares. */
    invitationId: text('invitation_id'),
    /** What the provider calls it: bounces name it. */
    providerId: text('provider_id'),
    changedAt: integer('changed_at').notNull(),
  },
  (table) => [
    index('messages_waiting').on(table.state, table.queuedAt),
    index('messages_organisation').on(table.organisationId, table.createdAt, table.id),
    index('messages_failed').on(table.state, table.changedAt, table.id),
    index('messages_state').on(table.organisationId, table.state, table.createdAt, table.id),
    index('messages_recipient').on(table.organisationId, table.recipient, table.createdAt),
    index('messages_account').on(table.accountId, table.createdAt),
    index('messages_provider').on(table.providerId).where(sql`provider_id IS NOT NULL`),
  ],
)

export type MessageRow = typeof messages.$inferSelect

/** References that the queue gave up on, until somebody retries or drops them. */
export const deadLetters = sqliteTable(
  'dead_letters',
  {
    /** The queue's id of the message. */
    id: text('id').primaryKey(),
    /** As it was queued. */
    body: text('body', { mode: 'json' }).$type<unknown>().notNull(),
    attempts: integer('attempts').notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [index('dead_letters_created').on(table.createdAt, table.id)],
)

/** What managers made of a message's words; a kind without a row has ours. */
export const messageTemplates = sqliteTable(
  'message_templates',
  {
    organisationId: integer('organisation_id').notNull(),
    kind: text('kind').$type<EditableKind>().notNull(),
    locale: text('locale').$type<Locale>().notNull(),
    subject: text('subject').notNull(),
    body: text('body').notNull(),
    changedAt: integer('changed_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.organisationId, table.kind, table.locale] })],
)

/** How many messages went out on a day: of an organisation; 0: of the whole service. */
export const sendCounters = sqliteTable(
  'send_counters',
  {
    organisationId: integer('organisation_id').notNull(),
    /** Days since 1970, UTC. */
    day: integer('day').notNull(),
    channel: text('channel').$type<Channel>().notNull(),
    count: integer('count').notNull(),
  },
  (table) => [primaryKey({ columns: [table.organisationId, table.day, table.channel] })],
)
