import { and, eq, inArray, ne } from 'drizzle-orm'
import type { Instant } from '../kernel/time.ts'
import type { Database, Statement } from '../runtime/database.ts'
import { invitationItems, invitationJobs, invitations } from './schema.ts'

/**
 * The account was deleted: where its invitations went is forgotten, that there were some stays. Repeating it changes
 * nothing.
 */
export function forgetInvitationsStatements(
  database: Database,
  { organisationId, accountId }: { organisationId: number; accountId: string },
  at: Instant,
): Statement[] {
  const jobs = database
    .select({ id: invitationJobs.id })
    .from(invitationJobs)
    .where(eq(invitationJobs.organisationId, organisationId))
  return [
    database
      .update(invitations)
      .set({ recipient: '', remindAt: null, changedAt: at })
      .where(and(eq(invitations.organisationId, organisationId), eq(invitations.accountId, accountId))),
    // By the index of each job: no index leads from a person to what was planned for them.
    database
      .update(invitationItems)
      .set({ recipient: '' })
      .where(
        and(
          inArray(invitationItems.jobId, jobs),
          eq(invitationItems.accountId, accountId),
          ne(invitationItems.recipient, ''),
        ),
      ),
  ]
}

/** The account was deleted and its session has forgotten it, but D1 was set back to before that: what was sent ends. */
export function endForgottenInvitationsStatement(
  database: Database,
  { organisationId, accountId }: { organisationId: number; accountId: string },
  at: Instant,
): Statement {
  return database
    .update(invitations)
    .set({ state: 'revoked', endedAt: at, changedAt: at })
    .where(
      and(
        eq(invitations.organisationId, organisationId),
        eq(invitations.accountId, accountId),
        inArray(invitations.state, ['issued', 'opened']),
      ),
    )
}
