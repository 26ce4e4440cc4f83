import { and, eq, isNull } from 'drizzle-orm'
import { organisationPlatforms } from '../organisations/schema.ts'
import type { Database, Statement } from '../runtime/database.ts'
import { deviceTemplates } from './schema.ts'
import type { DeviceTemplate } from './types.ts'

type TemplateRow = typeof deviceTemplates.$inferSelect

export function viewTemplate(row: TemplateRow): DeviceTemplate {
  return {
    id: row.id,
    organisationId: row.organisationId,
    platform: row.platform,
    name: row.name,
    version: row.version,
    settings: row.settings,
    instructions: row.instructions,
    notes: row.notes,
    ownership: { default: row.defaultOwnership, choosable: row.ownershipChoosable },
    reports: row.reports,
    checkInSeconds: row.checkInSeconds,
  }
}

/** The templates behind an organisation's platform map: at most one for each platform. */
export async function listOffered(database: Database, organisationId: number): Promise<DeviceTemplate[]> {
  const rows = await database
    .select({ template: deviceTemplates })
    .from(organisationPlatforms)
    .innerJoin(deviceTemplates, eq(deviceTemplates.id, organisationPlatforms.deviceTemplateId))
    .where(and(eq(organisationPlatforms.organisationId, organisationId), isNull(deviceTemplates.archivedAt)))
  return rows.map((row) => viewTemplate(row.template))
}

export function insertTemplateStatement(
  database: Database,
  template: DeviceTemplate,
  now: number,
): Statement {
  const { ownership, ...rest } = template
  return database.insert(deviceTemplates).values({
    ...rest,
    defaultOwnership: ownership.default,
    ownershipChoosable: ownership.choosable,
    createdAt: now,
    changedAt: now,
  })
}
