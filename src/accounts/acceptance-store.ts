import { and, eq } from 'drizzle-orm'
import type { Instant } from '../kernel/time.ts'
import type { Database, Statement } from '../runtime/database.ts'
import { accounts } from './schema.ts'

/** Somebody who was invited set up a device: from now on they take part. Anybody else stays as they are. */
export function projectAcceptedStatement(
  database: Database,
  account: { organisationId: number; accountId: string },
  at: Instant,
): Statement {
  return database
    .update(accounts)
    .set({ state: 'active', changedAt: at })
    .where(
      and(
        eq(accounts.organisationId, account.organisationId),
        eq(accounts.id, account.accountId),
        eq(accounts.state, 'invited'),
      ),
    )
}
