import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { Platform } from '../kernel/platform.ts'
import { type Database, prepareOnce, type Statement } from '../runtime/database.ts'
import type { AskedException, OidcOffer } from './rules.ts'
import {
  emailExceptions,
  organisationLogos,
  organisationOidc,
  organisationPlatforms,
  organisations,
  service,
} from './schema.ts'
import type { EmailException, Logo, Organisation, ServiceSettings } from './types.ts'

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
    setupOpen: row.setupOpen,
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
    reminderDays: row.reminderDays,
    dailyMessages: row.dailyMessages,
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
    dailyMessages: row.dailyMessages,
    derivedCredentialUrl: row.derivedCredentialUrl,
    helpdesk: { email: row.helpdeskEmail, phone: row.helpdeskPhone, url: row.helpdeskUrl },
  }
}

type Asked = { slug: string; address?: string | null } | { siteId: string } | { id: number } | 'default'

/** The ways to ask, each with its SQL built once. */
const doorQueries = prepareOnce((database) => {
  const parts = {
    service,
    organisation: organisations,
    oidc: { enabled: organisationOidc.enabled, forOwners: organisationOidc.forOwners },
  }
  const by = (condition: SQL) =>
    database
      .select(parts)
      .from(service)
      .leftJoin(organisations, condition)
      .leftJoin(organisationOidc, eq(organisationOidc.organisationId, organisations.id))
      .where(eq(service.id, 1))
      .limit(1)
      .prepare()
  const asked = sql.placeholder('asked')
  return {
    slug: by(eq(organisations.slug, asked)),
    siteId: by(eq(organisations.siteId, asked)),
    id: by(eq(organisations.id, asked)),
    default: by(eq(organisations.id, service.defaultOrganisationId)),
    slugAndAddress: database
      .select({ ...parts, verdict: emailExceptions.verdict })
      .from(service)
      .leftJoin(organisations, eq(organisations.slug, asked))
      .leftJoin(organisationOidc, eq(organisationOidc.organisationId, organisations.id))
      .leftJoin(
        emailExceptions,
        and(
          eq(emailExceptions.organisationId, organisations.id),
          eq(emailExceptions.address, sql.placeholder('address')),
        ),
      )
      .where(eq(service.id, 1))
      .limit(1)
      .prepare(),
  }
})

/**
 * The service and one organisation in one read: by slug, by site id, by id, or the service's default. By slug
 * also what the exceptions say of an address.
 */
export async function readDoor(
  database: Database,
  asked: Asked,
): Promise<{
  service: ServiceSettings | null
  organisation: Organisation | null
  oidc: OidcOffer | null
  exception: AskedException | null
}> {
  const queries = doorQueries(database)
  if (asked !== 'default' && 'slug' in asked && asked.address != null) {
    const { slug, address } = asked
    const [row] = await queries.slugAndAddress.all({ asked: slug, address })
    return { ...viewDoor(row), exception: { address, verdict: row?.verdict ?? null } }
  }
  const [row] =
    asked === 'default'
      ? await queries.default.all()
      : 'slug' in asked
        ? await queries.slug.all({ asked: asked.slug })
        : 'siteId' in asked
          ? await queries.siteId.all({ asked: asked.siteId })
          : await queries.id.all({ asked: asked.id })
  return { ...viewDoor(row), exception: null }
}

type DoorRow = {
  service: ServiceRow
  organisation: OrganisationRow | null
  oidc: { enabled: boolean; forOwners: boolean } | null
}

function viewDoor(row: DoorRow | undefined) {
  return {
    service: row ? viewService(row.service) : null,
    organisation: row?.organisation ? viewOrganisation(row.organisation) : null,
    oidc: row?.oidc?.enabled ? (row.oidc.forOwners ? ('owners' as const) : ('managers' as const)) : null,
  }
}

/** What stands in the list of exceptions for one address: one read by primary key. */
export async function readException(
  database: Database,
  organisationId: number,
  address: string,
): Promise<EmailException['verdict'] | null> {
  const [row] = await database
    .select({ verdict: emailExceptions.verdict })
    .from(emailExceptions)
    .where(and(eq(emailExceptions.organisationId, organisationId), eq(emailExceptions.address, address)))
    .limit(1)
  return row?.verdict ?? null
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
  change: Partial<Omit<Organisation, 'id' | 'helpdesk'>>,
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
