import { and, eq, inArray } from 'drizzle-orm'
import type { Database, Statement } from '../runtime/database.ts'
import { messages } from './schema.ts'

/** What the service sends in its own name is its own, whomever it concerns. */
const SERVICE_ID = 0

/**
 * The account was deleted: what was written to it goes, with its recipient and its content, and what still waited is
 * not sent. How many were sent stays counted.
 */
export function forgetMessagesStatement(
  database: Database,
  { organisationId, accountId }: { organisationId: number; accountId: string },
): Statement {
  return database
    .delete(messages)
    .where(
      and(eq(messages.accountId, accountId), inArray(messages.organisationId, [organisationId, SERVICE_ID])),
    )
}
