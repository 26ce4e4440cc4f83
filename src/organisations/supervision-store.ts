import { and, asc, eq, gt, gte, lt, or, type SQL, sql } from 'drizzle-orm'
import { LAST_CHARACTER } from '../kernel/text.ts'
import type { Database, Statement } from '../runtime/database.ts'
import { organisations } from './schema.ts'
import { viewOrganisation } from './store.ts'
import type { Organisation } from './types.ts'

/** Supervisors belong to it; it is no tenant. */
export const SERVICE_ID = 0

const tenant: SQL = gt(organisations.id, SERVICE_ID)

export type ListedOrganisation = Pick<Organisation, 'id' | 'slug' | 'siteId' | 'name' | 'enabled'>

const listed = {
  id: organisations.id,
  slug: organisations.slug,
  siteId: organisations.siteId,
  name: organisations.name,
  enabled: organisations.enabled,
}

/**
 * Organisations in the order of their slugs, from `after` on, at most `limit`; with `beginning`, those whose
 * slug, site id or name begins so.
 */
export async function listOrganisations(
  database: Database,
  beginning: string,
  after: string | null,
  limit: number,
): Promise<ListedOrganisation[]> {
  return database
    .select(listed)
    .from(organisations)
    .where(
      and(
        tenant,
        after === null ? undefined : gt(organisations.slug, after),
        beginning === '' ? undefined : beginsSo(beginning),
      ),
    )
    .orderBy(asc(organisations.slug))
    .limit(limit)
}

function beginsSo(beginning: string) {
  const low = beginning.toLowerCase()
  const pattern = `${beginning.replace(/[\\%_]/g, '\\$&')}%`
  const within = (column: typeof organisations.slug | typeof organisations.siteId) =>
    and(gte(column, low), lt(column, low + LAST_CHARACTER))
  return or(
    within(organisations.slug),
    within(organisations.siteId),
    sql`${organisations.name} LIKE ${pattern} ESCAPE '\\'`,
  )
}

/** At most `limit`, for a list to choose from. */
export async function listChoices(
  database: Database,
  limit: number,
): Promise<Pick<Organisation, 'id' | 'slug' | 'name'>[]> {
  return database
    .select({ id: organisations.id, slug: organisations.slug, name: organisations.name })
    .from(organisations)
    .where(tenant)
    .orderBy(asc(organisations.slug))
    .limit(limit)
}

/** Null for none, and for the service's own. */
export async function findOrganisation(database: Database, id: number): Promise<Organisation | null> {
  const [row] = await database
    .select()
    .from(organisations)
    .where(and(tenant, eq(organisations.id, id)))
    .limit(1)
  return row ? viewOrganisation(row) : null
}

/** The id of the organisation with this slug; null if there is none. */
export async function findIdBySlug(database: Database, slug: string): Promise<number | null> {
  const [row] = await database
    .select({ id: organisations.id })
    .from(organisations)
    .where(and(tenant, eq(organisations.slug, slug)))
    .limit(1)
  return row?.id ?? null
}

/** The next id, and what of a new organisation is in use already: one round trip. */
export async function readVacancy(
  database: Database,
  wanted: { slug: string; siteId: string },
): Promise<{ nextId: number; slugTaken: boolean; siteIdTaken: boolean }> {
  const [row] = await database.all<{ nextId: number; slugTaken: number; siteIdTaken: number }>(sql`
    SELECT (SELECT max(id) FROM ${organisations}) + 1 AS nextId,
      EXISTS (SELECT 1 FROM ${organisations} WHERE slug = ${wanted.slug}) AS slugTaken,
      EXISTS (SELECT 1 FROM ${organisations} WHERE site_id = ${wanted.siteId}) AS siteIdTaken`)
  return {
    nextId: row?.nextId ?? 1,
    slugTaken: row?.slugTaken === 1,
    siteIdTaken: row?.siteIdTaken === 1,
  }
}

/** Those of the site ids that no organisation has, in their order. */
export async function keepFreeSiteIds(database: Database, siteIds: string[]): Promise<string[]> {
  const taken = await database
    .select({ siteId: organisations.siteId })
    .from(organisations)
    .where(or(...siteIds.map((siteId) => eq(organisations.siteId, siteId))))
  return siteIds.filter((siteId) => taken.every((row) => row.siteId !== siteId))
}

export function changeOrganisationStatement(
  database: Database,
  organisationId: number,
  change: Partial<Pick<Organisation, 'name' | 'slug' | 'siteId' | 'enabled' | 'accountTemplateId'>>,
  now: number,
): Statement {
  return database
    .update(organisations)
    .set({ ...change, changedAt: now })
    .where(and(tenant, eq(organisations.id, organisationId)))
}
