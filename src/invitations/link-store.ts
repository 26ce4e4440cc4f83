import { and, eq, isNull, sql } from 'drizzle-orm'
import { type Account, templatePart, viewAccount } from '../accounts/index.ts'
import { accounts, accountTemplates } from '../accounts/schema.ts'
import type { AccountRef } from '../kernel/ids.ts'
import type { Platform } from '../kernel/platform.ts'
import {
  type Organisation,
  type ServiceSettings,
  viewOrganisation,
  viewService,
} from '../organisations/index.ts'
import { organisationPlatforms, organisations, service } from '../organisations/schema.ts'
import type { Database } from '../runtime/database.ts'
import { type DeviceTemplate, viewDeviceTemplate } from '../templates/index.ts'
import { deviceTemplates } from '../templates/schema.ts'

type InvitedRead = {
  service: ServiceSettings | null
  /** Null with the account: nobody has this ref. */
  organisation: Organisation | null
  account: Account | null
  template: DeviceTemplate | null
}

/** Whose ref it is, where they belong, and what the organisation offers for a platform: one read. */
export async function readInvited(
  database: Database,
  ref: AccountRef,
  platform: Platform | null,
): Promise<InvitedRead> {
  const offered = and(
    eq(organisationPlatforms.organisationId, accounts.organisationId),
    eq(organisationPlatforms.platform, sql`${platform ?? ''}`),
  )
  const usable = and(
    eq(deviceTemplates.id, organisationPlatforms.deviceTemplateId),
    isNull(deviceTemplates.archivedAt),
  )
  const [row] = await database
    .select({
      service,
      organisation: organisations,
      account: accounts,
      part: templatePart,
      template: deviceTemplates,
    })
    .from(service)
    .leftJoin(accounts, eq(accounts.ref, ref))
    .leftJoin(organisations, eq(organisations.id, accounts.organisationId))
    .leftJoin(accountTemplates, eq(accountTemplates.id, accounts.templateId))
    .leftJoin(organisationPlatforms, offered)
    .leftJoin(deviceTemplates, usable)
    .where(eq(service.id, 1))
    .limit(1)
  const known = row?.account && row.account.state !== 'deleted' ? row.account : null
  return {
    service: row ? viewService(row.service) : null,
    organisation: known && row?.organisation ? viewOrganisation(row.organisation) : null,
    account: known && row?.part ? viewAccount(known, known.address, row.part) : null,
    template: row?.template ? viewDeviceTemplate(row.template) : null,
  }
}
