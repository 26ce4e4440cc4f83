import { and, eq, isNull } from 'drizzle-orm'
import { type Account, templatePart, viewAccount } from '../accounts/index.ts'
import { accounts, accountTemplates } from '../accounts/schema.ts'
import type { Ownership } from '../kernel/ownership.ts'
import type { Platform } from '../kernel/platform.ts'
import { organisationPlatforms, organisations } from '../organisations/schema.ts'
import type { Database } from '../runtime/database.ts'
import { type DeviceTemplate, viewDeviceTemplate } from '../templates/index.ts'
import { deviceTemplates } from '../templates/schema.ts'

export type OfferRead = {
  account: Account
  organisation: { defaultOwnership: Ownership; ownershipChoosable: boolean }
  template: DeviceTemplate
}

/** What the organisation behind a ref has for a platform: one read. Null: nothing. */
export async function readOffer(
  database: Database,
  ref: string,
  platform: Platform,
): Promise<OfferRead | null> {
  const [row] = await database
    .select({
      account: accounts,
      part: templatePart,
      organisation: {
        defaultOwnership: organisations.defaultOwnership,
        ownershipChoosable: organisations.ownershipChoosable,
      },
      template: deviceTemplates,
    })
    .from(accounts)
    .innerJoin(accountTemplates, eq(accountTemplates.id, accounts.templateId))
    .innerJoin(organisations, eq(organisations.id, accounts.organisationId))
    .innerJoin(
      organisationPlatforms,
      and(
        eq(organisationPlatforms.organisationId, organisations.id),
        eq(organisationPlatforms.platform, platform),
      ),
    )
    .innerJoin(
      deviceTemplates,
      and(eq(deviceTemplates.id, organisationPlatforms.deviceTemplateId), isNull(deviceTemplates.archivedAt)),
    )
    .where(eq(accounts.ref, ref))
    .limit(1)
  if (!row) return null
  const { account, part, organisation, template } = row
  return {
    account: viewAccount(account, account.address, part),
    organisation,
    template: viewDeviceTemplate(template),
  }
}
