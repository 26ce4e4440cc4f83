import { and, asc, gt, inArray } from 'drizzle-orm'
import { invitations } from '../invitations/schema.ts'
import type { Database } from '../runtime/database.ts'

/** Invitations that can still bring a device, and whose session has them. */
export async function listLivingInvitations(
  database: Database,
  after: string | null,
  limit: number,
): Promise<{ id: string; ref: string }[]> {
  return database
    .select({ id: invitations.id, ref: invitations.ref })
    .from(invitations)
    .where(and(gt(invitations.id, after ?? ''), inArray(invitations.state, ['issued', 'opened'])))
    .orderBy(asc(invitations.id))
    .limit(limit)
}
