import { and, eq, notExists } from 'drizzle-orm'
import { audit } from '../audit/schema.ts'
import type { Instant } from '../kernel/time.ts'
import type { Database, Statement } from '../runtime/database.ts'
import { accounts } from './schema.ts'
import { endAllSessionsStatement } from './store.ts'

/**
 * What the provision session decided of an account: when it was disabled, or that it no longer is. Ends its web
 * sessions in the same batch. The audit row of the same event, which must come after it in that batch, is the
 * mark that the event has landed: a repetition that arrives late never overwrites what came after it.
 */
export function projectDisabledStatements(
  database: Database,
  decided: { organisationId: number; accountId: string; disabledAt: Instant | null },
  event: { auditId: string; at: Instant },
): Statement[] {
  const { organisationId, accountId, disabledAt } = decided
  const landed = database.select({ id: audit.id }).from(audit).where(eq(audit.id, event.auditId))
  return [
    database
      .update(accounts)
      .set({ disabledAt, changedAt: event.at })
      .where(and(eq(accounts.organisationId, organisationId), eq(accounts.id, accountId), notExists(landed))),
    endAllSessionsStatement(database, { organisationId, id: accountId }),
  ]
}
