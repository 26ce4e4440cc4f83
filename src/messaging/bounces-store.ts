import { and, eq, isNull } from 'drizzle-orm'
import type { Instant } from '../kernel/time.ts'
import type { Database, Statement } from '../runtime/database.ts'
import { type MessageRow, messages } from './schema.ts'

export type ReturnedMessage = Pick<
  MessageRow,
  'id' | 'organisationId' | 'accountId' | 'kind' | 'channel' | 'recipient' | 'providerId' | 'sentAt' | 'state'
>

const columns = {
  id: messages.id,
  organisationId: messages.organisationId,
  accountId: messages.accountId,
  kind: messages.kind,
  channel: messages.channel,
  recipient: messages.recipient,
  providerId: messages.providerId,
  sentAt: messages.sentAt,
  state: messages.state,
}

/** The message of that id, or that a provider calls so; null: none. */
export async function findReturned(
  database: Database,
  by: { id: string } | { providerId: string },
): Promise<ReturnedMessage | null> {
  const named = 'id' in by ? eq(messages.id, by.id) : eq(messages.providerId, by.providerId)
  const [row] = await database.select(columns).from(messages).where(named).limit(1)
  return row ?? null
}

/**
 * Ends a message that came back: while it stands as it was found, so that what somebody sends again meanwhile is
 * left alone.
 */
export function returnedStatement(
  database: Database,
  { id, state, providerId }: ReturnedMessage,
  reason: 'bounced' | 'complained',
  now: Instant,
): Statement {
  const asFound = providerId === null ? isNull(messages.providerId) : eq(messages.providerId, providerId)
  return database
    .update(messages)
    .set({ state: 'failed', lastError: reason, claimedAt: null, changedAt: now })
    .where(and(eq(messages.id, id), eq(messages.state, state), asFound))
}
