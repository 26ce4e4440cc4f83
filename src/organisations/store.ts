import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { Platform } from '../kernel/platform.ts'
import { type Database, prepareOnce, type Statement } from '../runtime/database.ts'
import { organisationLogos, organisationPlatforms, organisations, service } from './schema.ts'
import type { Logo, Organisation, ServiceSettings } from './types.ts'

type OrganisationRow = typeof organisations.$inferSelect
type ServiceRow = typeof service.$inferSelect

/** The columns that make an `Organisation`, for joins of other rooms' stores. */
export function viewOrganisation(row: OrganisationRow): Organisation {
  return {
    id: row.id,
    slug: row.slug,
    siteId: row.siteId,
    name: row.name,
    enabled: row.enabled,
    accent: row.accent,
    logoVersion: row.logoVersion,
    helpdesk: { email: row.helpdeskEmail, phone: row.helpdeskPhone, url: row.helpdeskUrl },
    emailRule: row.emailRule,
    emailRuleHint: row.emailRuleHint,
    terms: row.terms,
    termsVersion: row.termsVersion,
    phoneRequired: row.phoneRequired,
    confirmation: row.confirmation,
    accountTemplateId: row.accountTemplateId,
    defaultOwnership: row.defaultOwnership,
    ownershipChoosable: row.ownershipChoosable,
    qrEnabled: row.qrEnabled,
    approvalRequired: row.approvalRequired,
    invitationDays: row.invitationDays,
    invitationDeviceLimit: row.invitationDeviceLimit,
  }
}

export function viewService(row: ServiceRow): ServiceSettings {
  return {
    enabled: row.enabled,
    defaultOrganisationId: row.defaultOrganisationId,
    provisionCodeSeconds: row.provisionCodeSeconds,
    ownersMayProvision: row.ownersMayProvision,
    logDeviceFacts: row.logDeviceFacts,
    androidSmsCode: row.androidSmsCode,
    derivedCredentialUrl: row.derivedCredentialUrl,
    helpdesk: { email: row.helpdeskEmail, phone: row.helpdeskPhone, url: row.helpdeskUrl },
  }
}

type Asked = { slug: string } | { siteId: string } | { id: number } | 'default'

/** The four ways to ask, each with its SQL built once. */
const doorQueries = prepareOnce((database) => {
  const by = (condition: SQL) =>
    database
      .select({ service, organisation: organisations })
      .from(service)
      .leftJoin(organisations, condition)
      .where(eq(service.id, 1))
      .limit(1)
      .prepare()
  const asked = sql.placeholder('asked')
  return {
    slug: by(eq(organisations.slug, asked)),
    siteId: by(eq(organisations.siteId, asked)),
    id: by(eq(organisations.id, asked)),
    default: by(eq(organisations.id, service.defaultOrganisationId)),
  }
})

/** The service and one organisation in one read: by slug, by site id, by id, or the service's default. */
export async function readDoor(
  database: Database,
  asked: Asked,
): Promise<{ service: ServiceSettings | null; organisation: Organisation | null }> {
  const queries = doorQueries(database)
  const [row] =
    asked === 'default'
      ? await queries.default.all()
      : 'slug' in asked
        ? await queries.slug.all({ asked: asked.slug })
        : 'siteId' in asked
          ? await queries.siteId.all({ asked: asked.siteId })
          : await queries.id.all({ asked: asked.id })
  return {
    service: row ? viewService(row.service) : null,
    organisation: row?.organisation ? viewOrganisation(row.organisation) : null,
  }
}

export async function readLogo(database: Database, slug: string): Promise<Logo | null> {
  const [row] = await database
    .select({ type: organisationLogos.type, bytes: organisationLogos.bytes })
    .from(organisationLogos)
    .innerJoin(organisations, eq(organisations.id, organisationLogos.organisationId))
    .where(eq(organisations.slug, slug))
    .limit(1)
  return row ? { type: row.type, bytes: new Uint8Array(row.bytes) } : null
}

/** Whether nothing was ever set up here. */
export async function isEmpty(database: Database): Promise<boolean> {
  return (await database.select({ id: service.id }).from(service).limit(1)).length === 0
}

export function saveServiceStatement(database: Database, settings: ServiceSettings, now: number): Statement {
  const { helpdesk, ...rest } = settings
  const values = {
    ...rest,
    helpdeskEmail: helpdesk.email,
    helpdeskPhone: helpdesk.phone,
    helpdeskUrl: helpdesk.url,
    changedAt: now,
  }
  return database
    .insert(service)
    .values({ id: 1, ...values })
    .onConflictDoUpdate({ target: service.id, set: values })
}

export function insertOrganisationStatement(
  database: Database,
  organisation: Organisation,
  now: number,
): Statement {
  const { helpdesk, ...rest } = organisation
  return database.insert(organisations).values({
    ...rest,
    helpdeskEmail: helpdesk.email,
    helpdeskPhone: helpdesk.phone,
    helpdeskUrl: helpdesk.url,
    createdAt: now,
    changedAt: now,
  })
}

export function updateOrganisationStatement(
  database: Database,
  organisationId: number,
  change: Partial<
    Pick<Organisation, 'enabled' | 'accountTemplateId' | 'logoVersion' | 'confirmation' | 'emailRule'>
  >,
  now: number,
): Statement {
  return database
    .update(organisations)
    .set({ ...change, changedAt: now })
    .where(eq(organisations.id, organisationId))
}

export function saveLogoStatement(
  database: Database,
  organisationId: number,
  logo: Logo,
  now: number,
): Statement {
  const values = { type: logo.type, bytes: Buffer.from(logo.bytes), changedAt: now }
  return database
    .insert(organisationLogos)
    .values({ organisationId, ...values })
    .onConflictDoUpdate({ target: organisationLogos.organisationId, set: values })
}

/** Offers a platform with a template, or stops offering it. */
export function savePlatformStatement(
  database: Database,
  organisationId: number,
  platform: Platform,
  deviceTemplateId: string | null,
  now: number,
): Statement {
  if (deviceTemplateId === null)
    return database
      .delete(organisationPlatforms)
      .where(
        and(
          eq(organisationPlatforms.organisationId, organisationId),
          eq(organisationPlatforms.platform, platform),
        ),
      )
  return database
    .insert(organisationPlatforms)
    .values({ organisationId, platform, deviceTemplateId, changedAt: now })
    .onConflictDoUpdate({
      target: [organisationPlatforms.organisationId, organisationPlatforms.platform],
      set: { deviceTemplateId, changedAt: now },
    })
}
