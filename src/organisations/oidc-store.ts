import { eq, sql } from 'drizzle-orm'
import { type Database, prepareOnce, type Statement } from '../runtime/database.ts'
import { organisationOidc, organisations, service } from './schema.ts'
import { viewOrganisation, viewService } from './store.ts'
import type { OidcSettings, Organisation, ServiceSettings } from './types.ts'

type OidcRow = typeof organisationOidc.$inferSelect

function viewOidc(row: OidcRow): OidcSettings {
  const { clientSecret, changedAt: _, ...rest } = row
  return { ...rest, sealedClientSecret: clientSecret }
}

export async function readOidc(database: Database, organisationId: number): Promise<OidcSettings | null> {
  const [row] = await database
    .select()
    .from(organisationOidc)
    .where(eq(organisationOidc.organisationId, organisationId))
    .limit(1)
  return row ? viewOidc(row) : null
}

/** What a sign-in at an organisation's provider begins with. */
export type OidcEntrance = {
  service: ServiceSettings | null
  organisation: Organisation
  oidc: OidcSettings | null
}

const entranceQueries = prepareOnce((database) => {
  const by = (column: typeof organisations.slug | typeof organisations.id) =>
    database
      .select({ organisation: organisations, oidc: organisationOidc, service })
      .from(organisations)
      .leftJoin(organisationOidc, eq(organisationOidc.organisationId, organisations.id))
      .leftJoin(service, eq(service.id, 1))
      .where(eq(column, sql.placeholder('asked')))
      .limit(1)
      .prepare()
  return { slug: by(organisations.slug), id: by(organisations.id) }
})

/** The organisation, its provider and the service in one read. */
export async function readEntrance(
  database: Database,
  asked: { slug: string } | { id: number },
): Promise<OidcEntrance | null> {
  const queries = entranceQueries(database)
  const [row] =
    'slug' in asked
      ? await queries.slug.all({ asked: asked.slug })
      : await queries.id.all({ asked: asked.id })
  if (!row) return null
  return {
    service: row.service ? viewService(row.service) : null,
    organisation: viewOrganisation(row.organisation),
    oidc: row.oidc ? viewOidc(row.oidc) : null,
  }
}

export function saveOidcStatement(database: Database, settings: OidcSettings, now: number): Statement {
  const { organisationId, sealedClientSecret, ...rest } = settings
  const values = { ...rest, clientSecret: sealedClientSecret, changedAt: now }
  return database
    .insert(organisationOidc)
    .values({ organisationId, ...values })
    .onConflictDoUpdate({ target: organisationOidc.organisationId, set: values })
}
