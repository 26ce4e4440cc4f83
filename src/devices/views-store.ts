import { and, asc, eq, sql } from 'drizzle-orm'
import type { Database } from '../runtime/database.ts'
import type { DeviceView } from './list-types.ts'
import type { Question } from './raw-store.ts'
import { deviceViews } from './schema.ts'

type Owner = { organisationId: number; accountId: string }

/** How many views a person may save. */
export const VIEWS_MAX = 20

const ownedBy = ({ organisationId, accountId }: Owner) =>
  and(eq(deviceViews.accountId, accountId), eq(deviceViews.organisationId, organisationId))

export function readViews(database: Database, owner: Owner): Promise<DeviceView[]> {
  const { id, name, query } = deviceViews
  return database
    .select({ id, name, query })
    .from(deviceViews)
    .where(ownedBy(owner))
    .orderBy(asc(name))
    .limit(VIEWS_MAX)
}

/** The same, to be asked together with a list. */
export function viewsQuestion({ organisationId, accountId }: Owner): Question<DeviceView> {
  return {
    sql: sql`SELECT id, name, query FROM device_views WHERE account_id = ${accountId}
      AND organisation_id = ${organisationId} ORDER BY name LIMIT ${VIEWS_MAX}`,
  }
}

export async function insertView(
  database: Database,
  view: DeviceView & Owner & { createdAt: number },
): Promise<void> {
  await database.insert(deviceViews).values(view)
}

export async function updateView(database: Database, owner: Owner, view: DeviceView): Promise<void> {
  const { id, name, query } = view
  await database
    .update(deviceViews)
    .set({ name, query })
    .where(and(ownedBy(owner), eq(deviceViews.id, id)))
}

/** Whether there was one. */
export async function deleteView(database: Database, owner: Owner, id: string): Promise<boolean> {
  const gone = await database
    .delete(deviceViews)
    .where(and(ownedBy(owner), eq(deviceViews.id, id)))
    .returning({ id: deviceViews.id })
  return gone.length > 0
}
