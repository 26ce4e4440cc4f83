import { and, eq } from 'drizzle-orm'
import type { Instant } from '../kernel/time.ts'
import type { Database, Statement } from '../runtime/database.ts'
import { accounts } from './schema.ts'
import type { Account } from './types.ts'

/** The person has accepted a version of the terms; nothing else of them changes. */
export function acceptTermsStatement(
  database: Database,
  account: Pick<Account, 'organisationId' | 'id'>,
  version: number,
  now: Instant,
): Statement {
  return database
    .update(accounts)
    .set({ termsVersion: version, termsAcceptedAt: now, changedAt: now })
    .where(and(eq(accounts.organisationId, account.organisationId), eq(accounts.id, account.id)))
}
