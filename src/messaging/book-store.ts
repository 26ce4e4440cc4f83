import { and, desc, eq, gte, lt, ne, type SQL, sql } from 'drizzle-orm'
import type { AuditEntry } from '../audit/index.ts'
import { audit } from '../audit/schema.ts'
import type { Cursor } from '../kernel/paging.ts'
import type { Instant } from '../kernel/time.ts'
import type { Database } from '../runtime/database.ts'
import type { ListedMessage, MessageWalk } from './book-rules.ts'
import { messages } from './schema.ts'
import type { MessageState } from './types.ts'

/** Counts end here: what is beyond it is shown as `50+`. */
const COUNTED = 50
/** How many other messages to the same recipient stand on a message's page. */
const OTHERS = 10
/** How far back in a person's audit a message's own entries are looked for. */
const HISTORY_READ = 100
/** Above every character that stands in an address. */
const AFTER_ALL = '\uffff'

const columns = {
  id: messages.id,
  kind: messages.kind,
  reminder:
    sql<boolean>`CASE WHEN json_valid(${messages.payload}) THEN coalesce(json_extract(${messages.payload}, '$.reminder'), 0) > 0 ELSE 0 END`
      .mapWith(Boolean)
      .as('reminder'),
  accountId: messages.accountId,
  channel: messages.channel,
  recipient: messages.recipient,
  state: messages.state,
  attempts: messages.attempts,
  lastError: messages.lastError,
  createdAt: messages.createdAt,
  sentAt: messages.sentAt,
  queuedAt: messages.queuedAt,
  changedAt: messages.changedAt,
  invitationId: messages.invitationId,
}

const { organisationId: owner, recipient, state, createdAt, id } = messages

/** A later page of a search ends where it goes on: an upper bound beside that would hide it from the planner. */
function walkConditions(walk: MessageWalk, later: boolean): SQL | undefined {
  switch (walk.by) {
    case 'recipient':
      return and(gte(recipient, walk.value), later ? undefined : lt(recipient, walk.value + AFTER_ALL))
    case 'state':
      return eq(state, walk.value)
    case 'newest':
      return undefined
  }
}

/** At most `limit` rows of a walk, from `after` on, and where all or those of a state begin, how many failed and wait. */
export async function readMessages(
  database: Database,
  organisationId: number,
  options: { walk: MessageWalk; limit: number; after: Cursor | null },
): Promise<{ rows: ListedMessage[]; counts: Record<'failed' | 'queued', Counted> | null }> {
  const { walk, limit, after } = options
  const [toWhom, when, which] = after ?? []
  const byRecipient = walk.by === 'recipient'
  const rest =
    after === null
      ? undefined
      : byRecipient
        ? sql`(${recipient}, ${createdAt}, ${id}) < (${toWhom}, ${when}, ${which})`
        : sql`(${createdAt}, ${id}) < (${when}, ${which})`
  const query = database
    .select(columns)
    .from(messages)
    .where(and(eq(owner, organisationId), walkConditions(walk, after !== null), rest))
    .orderBy(...(byRecipient ? [desc(recipient)] : []), desc(createdAt), desc(id))
    .limit(limit)
  if (after !== null || byRecipient) return { rows: await query, counts: null }
  const [rows, [failed], [queued]] = await database.batch([
    query,
    countQuery(database, organisationId, 'failed'),
    countQuery(database, organisationId, 'queued'),
  ])
  return { rows, counts: { failed: counted(failed), queued: counted(queued) } }
}

export type Counted = { count: number; more: boolean }

function countQuery(database: Database, organisationId: number, of: MessageState) {
  return database
    .select({ count: sql<number>`count(*)`.as('count') })
    .from(
      sql`(SELECT 1 FROM ${messages} WHERE ${owner} = ${organisationId} AND ${state} = ${of} LIMIT ${COUNTED + 1})`,
    )
}

function counted(row: { count: number } | undefined): Counted {
  const count = row?.count ?? 0
  return { count: Math.min(count, COUNTED), more: count > COUNTED }
}

/** Audit entries that speak of one message. */
export type MessageEvent = Pick<AuditEntry, 'at' | 'actor' | 'action'>

/** A message with what happened to it and the newest others to its recipient: one round trip. */
export async function readMessage(
  database: Database,
  organisationId: number,
  messageId: string,
): Promise<{ message: ListedMessage; others: ListedMessage[]; events: MessageEvent[] } | null> {
  const own = and(eq(id, messageId), eq(owner, organisationId))
  const ofIt = (column: 'recipient' | 'account_id') =>
    sql`(SELECT ${sql.raw(column)} FROM "messages" AS "it" WHERE "it"."id" = ${messageId} AND "it"."organisation_id" = ${organisationId})`
  const [[message], others, entries] = await database.batch([
    database.select(columns).from(messages).where(own).limit(1),
    database
      .select(columns)
      .from(messages)
      .where(and(eq(owner, organisationId), sql`${recipient} = ${ofIt('recipient')}`, ne(id, messageId)))
      .orderBy(desc(createdAt))
      .limit(OTHERS),
    database
      .select({
        at: audit.at,
        actorKind: audit.actorKind,
        actorId: audit.actorId,
        action: audit.action,
        detail: audit.detail,
      })
      .from(audit)
      .where(and(eq(audit.organisationId, organisationId), sql`${audit.accountId} = ${ofIt('account_id')}`))
      .orderBy(desc(audit.at))
      .limit(HISTORY_READ),
  ])
  if (!message) return null
  const events = entries
    .filter(({ action, detail }) => action.startsWith('message.') && detail.message === messageId)
    .map(({ at, actorKind: kind, actorId, action }) => ({ at, action, actor: { kind, id: actorId } }))
  return { message, others, events }
}

/** A message of the organisation that failed; null for any other. */
export async function findFailedOf(
  database: Database,
  organisationId: number,
  messageId: string,
): Promise<Pick<ListedMessage, 'kind' | 'accountId' | 'recipient'> | null> {
  const [row] = await database
    .select({ kind: messages.kind, accountId: messages.accountId, recipient })
    .from(messages)
    .where(and(eq(owner, organisationId), eq(id, messageId), eq(state, 'failed')))
    .limit(1)
  return row ?? null
}

/** Ids of what failed and was written since then, newest first, at most `limit`. */
export async function listFailedOf(
  database: Database,
  organisationId: number,
  since: Instant,
  limit: number,
): Promise<string[]> {
  const rows = await database
    .select({ id })
    .from(messages)
    .where(and(eq(owner, organisationId), eq(state, 'failed'), gte(createdAt, since)))
    .orderBy(desc(createdAt), desc(id))
    .limit(limit)
  return rows.map((row) => row.id)
}
