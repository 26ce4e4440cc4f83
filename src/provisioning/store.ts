import { and, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm'
import { type Account, templatePart, viewAccount } from '../accounts/index.ts'
import { accountAddresses, accounts, accountTemplates } from '../accounts/schema.ts'
import { LIVING } from '../devices/index.ts'
import { devices } from '../devices/schema.ts'
import type { Platform } from '../kernel/platform.ts'
import { viewOrganisation, viewService } from '../organisations/index.ts'
import { organisationPlatforms, organisations, service } from '../organisations/schema.ts'
import { type Database, prepareOnce } from '../runtime/database.ts'
import { type DeviceTemplate, viewDeviceTemplate } from '../templates/index.ts'
import { deviceTemplates } from '../templates/schema.ts'

const owner = {
  accountId: accounts.id,
  ref: accounts.ref,
  state: accounts.state,
  disabledAt: accounts.disabledAt,
  name: accounts.name,
  mainAddress: accounts.address,
  phone: accounts.phone,
  organisationId: organisations.id,
  organisationName: organisations.name,
  /** Both switches: that of the supervisors and that of the managers. */
  organisationEnabled: sql<boolean>`${organisations.enabled} and ${organisations.setupOpen}`.mapWith(
    organisations.enabled,
  ),
  siteId: organisations.siteId,
  serviceEnabled: service.enabled,
  logDeviceFacts: service.logDeviceFacts,
}

/** Who is asked for: by a link's ref, or by what a person can type. */
export type Asked = { ref: string } | { siteId: string; address: string } | { slug: string; address: string }

/** Both ways to ask, each with its SQL built once. */
const redeemerQueries = prepareOnce((database) => {
  const keyHolder = database
    .select({ accountId: devices.accountId })
    .from(devices)
    .where(and(eq(devices.keyThumbprint, sql.placeholder('thumbprint')), inArray(devices.lifecycle, LIVING)))
    .limit(1)
    .as('key_holder')
  const columns = { ...owner, address: accountAddresses.address, keyAccountId: keyHolder.accountId }
  const address = sql.placeholder('address')

  const byPerson = (site: SQL) =>
    database
      .select(columns)
      .from(service)
      .leftJoin(organisations, site)
      .leftJoin(
        accountAddresses,
        and(eq(accountAddresses.organisationId, organisations.id), eq(accountAddresses.address, address)),
      )
      .leftJoin(accounts, eq(accounts.id, accountAddresses.accountId))
      .leftJoin(keyHolder, eq(service.id, 1))
      .where(eq(service.id, 1))
      .limit(1)
      .prepare()
  return {
    ref: database
      .select(columns)
      .from(service)
      .leftJoin(accounts, eq(accounts.ref, sql.placeholder('ref')))
      .leftJoin(organisations, eq(organisations.id, accounts.organisationId))
      .leftJoin(accountAddresses, eq(accountAddresses.accountId, accounts.id))
      .leftJoin(keyHolder, eq(service.id, 1))
      .where(eq(service.id, 1))
      .orderBy(accountAddresses.provedAt)
      .limit(1)
      .prepare(),
    siteId: byPerson(eq(organisations.siteId, sql.placeholder('site'))),
    slug: byPerson(eq(organisations.slug, sql.placeholder('site'))),
  }
})

/**
 * What a redemption must know before anything is counted, in one read from the primary: whether service,
 * organisation and account are on, and which account's living device holds the key. Rows of a person who is
 * unknown are null, and the read is the same.
 */
export async function readRedeemer(database: Database, asked: Asked, thumbprint: string | null) {
  const queries = redeemerQueries(database)
  const key = { thumbprint: thumbprint ?? '' }
  const [row] =
    'ref' in asked
      ? await queries.ref.all({ ...key, ref: asked.ref })
      : 'siteId' in asked
        ? await queries.siteId.all({ ...key, site: asked.siteId, address: asked.address })
        : await queries.slug.all({ ...key, site: asked.slug, address: asked.address })
  return row ?? null
}

/** Service and organisation behind an account's ref. `organisation` is null for an unknown ref. */
export async function readDoorOf(database: Database, ref: string) {
  const [row] = await database
    .select({ service, organisation: organisations })
    .from(service)
    .leftJoin(accounts, eq(accounts.ref, ref))
    .leftJoin(organisations, eq(organisations.id, accounts.organisationId))
    .where(eq(service.id, 1))
    .limit(1)
  return {
    service: row ? viewService(row.service) : null,
    organisation: row?.organisation ? viewOrganisation(row.organisation) : null,
  }
}

/** An account and the template that its organisation offers for a platform: one read. Null: no such account. */
export async function readRecipient(
  database: Database,
  organisationId: number,
  accountId: string,
  platform: Platform | null,
): Promise<{ account: Account; template: DeviceTemplate | null } | null> {
  const wanted = platform ?? ''
  const offered = and(
    eq(organisationPlatforms.organisationId, accounts.organisationId),
    eq(organisationPlatforms.platform, sql`${wanted}`),
  )
  const usable = and(
    eq(deviceTemplates.id, organisationPlatforms.deviceTemplateId),
    isNull(deviceTemplates.archivedAt),
  )
  const [row] = await database
    .select({ account: accounts, part: templatePart, template: deviceTemplates })
    .from(accounts)
    .innerJoin(accountTemplates, eq(accountTemplates.id, accounts.templateId))
    .leftJoin(organisationPlatforms, offered)
    .leftJoin(deviceTemplates, usable)
    .where(and(eq(accounts.organisationId, organisationId), eq(accounts.id, accountId)))
    .limit(1)
  if (!row || row.account.state === 'deleted') return null
  return {
    account: viewAccount(row.account, row.account.address, row.part),
    template: row.template && viewDeviceTemplate(row.template),
  }
}
