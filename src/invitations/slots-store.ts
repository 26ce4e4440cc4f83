import { and, sql } from 'drizzle-orm'
import type { Database } from '../runtime/database.ts'
import { invitations } from './schema.ts'
import type { InvitationStatus, ListedInvitation } from './types.ts'

/** How an invitation fares that stands as a slot in the list of devices. */
export type SlotInvitation = Pick<ListedInvitation, 'id' | 'status' | 'fetchedAt'>

/** Those of at most 100 ids that the organisation has, by id. Found by id: `+` keeps SQLite off its larger index. */
export async function readSlots(
  database: Database,
  organisationId: number,
  ids: string[],
): Promise<ReadonlyMap<string, SlotInvitation>> {
  const rows = await database
    .select({
      id: invitations.id,
      status: sql<InvitationStatus>`${invitations.status}`.as('status'),
      fetchedAt: invitations.fetchedAt,
    })
    .from(invitations)
    .where(
      and(
        sql`${invitations.id} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`,
        sql`+${invitations.organisationId} = ${organisationId}`,
      ),
    )
  return new Map(rows.map((row) => [row.id, row]))
}
