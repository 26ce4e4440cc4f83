import { and, eq } from 'drizzle-orm'
import type { Instant } from '../kernel/time.ts'
import type { Database, Statement } from '../runtime/database.ts'
import { TOMBSTONE_NAME_KEY, tombstoneOf } from './deleting-rules.ts'
import { accountAddresses, accountIdentities, accounts, passkeys, recoveryLinks } from './schema.ts'
import { endAllSessionsStatement } from './store.ts'

/**
 * The provision session has ended everything of the account: what is left is a tombstone, so that what refers to it
 * still does. Its addresses are free again. Repeating it changes nothing.
 */
export function projectDeletedStatements(
  database: Database,
  { organisationId, accountId }: { organisationId: number; accountId: string },
  at: Instant,
): Statement[] {
  const account = { organisationId, id: accountId }
  return [
    database
      .update(accounts)
      .set({
        state: 'deleted',
        // Who managed, manages no longer: lists by role do not walk over tombstones.
        role: 'device_owner',
        name: '',
        nameKey: TOMBSTONE_NAME_KEY,
        phone: null,
        address: tombstoneOf(accountId),
        groups: [],
        termsVersion: null,
        termsAcceptedAt: null,
        disabledAt: null,
        deletionAskedAt: null,
        changedAt: at,
      })
      .where(and(eq(accounts.organisationId, organisationId), eq(accounts.id, accountId))),
    database
      .delete(accountAddresses)
      .where(
        and(eq(accountAddresses.organisationId, organisationId), eq(accountAddresses.accountId, accountId)),
      ),
    endAllSessionsStatement(database, account),
    database
      .delete(passkeys)
      .where(and(eq(passkeys.organisationId, organisationId), eq(passkeys.accountId, accountId))),
    database
      .delete(accountIdentities)
      .where(
        and(eq(accountIdentities.organisationId, organisationId), eq(accountIdentities.accountId, accountId)),
      ),
    database
      .delete(recoveryLinks)
      .where(and(eq(recoveryLinks.organisationId, organisationId), eq(recoveryLinks.accountId, accountId))),
  ]
}
