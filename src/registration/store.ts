import { and, asc, eq, isNull } from 'drizzle-orm'
import { accountTemplates } from '../accounts/schema.ts'
import type { Platform } from '../kernel/platform.ts'
import { organisationPlatforms } from '../organisations/schema.ts'
import type { Database } from '../runtime/database.ts'
import { deviceTemplates } from '../templates/schema.ts'

/** What a manager may choose from, and has chosen: archived templates are not in it. */
export type SetupChoices = {
  accountTemplates: { id: string; name: string }[]
  deviceTemplates: { id: string; platform: Platform; name: string; version: number }[]
  /** The device template of each platform that is offered, archived or not. */
  platforms: Partial<Record<Platform, string>>
}

/** An organisation's own templates and its platform map: one round trip. */
export async function readChoices(database: Database, organisationId: number): Promise<SetupChoices> {
  const [people, devices, offered] = await database.batch([
    database
      .select({ id: accountTemplates.id, name: accountTemplates.name })
      .from(accountTemplates)
      .where(and(eq(accountTemplates.organisationId, organisationId), isNull(accountTemplates.archivedAt)))
      .orderBy(asc(accountTemplates.name))
      .limit(500),
    database
      .select({
        id: deviceTemplates.id,
        platform: deviceTemplates.platform,
        name: deviceTemplates.name,
        version: deviceTemplates.version,
      })
      .from(deviceTemplates)
      .where(and(eq(deviceTemplates.organisationId, organisationId), isNull(deviceTemplates.archivedAt)))
      .orderBy(asc(deviceTemplates.name))
      .limit(500),
    database
      .select({
        platform: organisationPlatforms.platform,
        deviceTemplateId: organisationPlatforms.deviceTemplateId,
      })
      .from(organisationPlatforms)
      .where(eq(organisationPlatforms.organisationId, organisationId)),
  ])
  return {
    accountTemplates: people,
    deviceTemplates: devices,
    platforms: Object.fromEntries(offered.map((row) => [row.platform, row.deviceTemplateId])),
  }
}
