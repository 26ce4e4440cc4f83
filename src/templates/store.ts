import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, lt, sql } from 'drizzle-orm'
import { accounts } from '../accounts/schema.ts'
import { cutPage, type Page, readCursor } from '../kernel/paging.ts'
import type { Platform } from '../kernel/platform.ts'
import { organisationPlatforms } from '../organisations/schema.ts'
import type { Database, Statement } from '../runtime/database.ts'
import { deviceTemplates, deviceTemplateVersions } from './schema.ts'
import type {
  DeviceTemplate,
  DeviceTemplateSummary,
  ListedTemplate,
  TemplateContent,
  TemplateRecord,
} from './types.ts'

type TemplateRow = typeof deviceTemplates.$inferSelect

/** How many templates an organisation's other pages are offered to choose from. */
const CHOICE_MAX = 500

export function viewTemplate(row: TemplateRow): TemplateRecord {
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
    archivedAt: row.archivedAt,
    changedAt: row.changedAt,
  }
}

const summary = {
  id: deviceTemplates.id,
  platform: deviceTemplates.platform,
  name: deviceTemplates.name,
  version: deviceTemplates.version,
  archivedAt: deviceTemplates.archivedAt,
  changedAt: deviceTemplates.changedAt,
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

/** Oldest first. */
export async function listTemplates(
  database: Database,
  organisationId: number,
): Promise<DeviceTemplateSummary[]> {
  return database
    .select(summary)
    .from(deviceTemplates)
    .where(eq(deviceTemplates.organisationId, organisationId))
    .orderBy(asc(rowid))
    .limit(CHOICE_MAX)
}

/** The index by organisation carries the order in which rows were made. */
const rowid = sql<number>`${deviceTemplates}.rowid`

/** A page of those in use, or of those that were archived; oldest first. */
export async function readPage(
  database: Database,
  organisationId: number,
  filter: { archived: boolean; after: string | null; size: number },
): Promise<Page<ListedTemplate>> {
  const cursor = readCursor(filter.after, 1)
  const after = typeof cursor?.[0] === 'number' ? cursor[0] : 0
  const { archivedAt } = deviceTemplates
  const page = database
    .select({ ...summary, row: rowid.as('row') })
    .from(deviceTemplates)
    .where(
      and(
        eq(deviceTemplates.organisationId, organisationId),
        filter.archived ? isNotNull(archivedAt) : isNull(archivedAt),
        gt(rowid, after),
      ),
    )
    .orderBy(asc(rowid))
    .limit(filter.size + 1)
  const map = database
    .select({
      offeredFor: organisationPlatforms.platform,
      templateId: organisationPlatforms.deviceTemplateId,
    })
    .from(organisationPlatforms)
    .where(eq(organisationPlatforms.organisationId, organisationId))
  const [rows, offers] = await database.batch([page, map])
  const cut = cutPage(rows, (one) => [one.row], filter.size)
  const shown = cut.rows.map(({ row: _, ...one }) => ({
    ...one,
    offeredFor: offers.filter(({ templateId }) => templateId === one.id).map((offer) => offer.offeredFor),
  }))
  return { rows: shown, next: cut.next }
}

export async function findTemplate(
  database: Database,
  organisationId: number,
  id: string,
): Promise<TemplateRecord | null> {
  const [row] = await database.select().from(deviceTemplates).where(isOf(organisationId, id)).limit(1)
  return row ? viewTemplate(row) : null
}

/** The template with the platforms that the organisation's setup offers with it. */
export async function findUsed(
  database: Database,
  organisationId: number,
  id: string,
): Promise<{ template: TemplateRecord; offeredFor: Platform[] } | null> {
  const rows = await database
    .select({ template: deviceTemplates, offeredFor: organisationPlatforms.platform })
    .from(deviceTemplates)
    .leftJoin(
      organisationPlatforms,
      and(
        eq(organisationPlatforms.deviceTemplateId, deviceTemplates.id),
        eq(organisationPlatforms.organisationId, organisationId),
      ),
    )
    .where(isOf(organisationId, id))
  const [first] = rows
  if (!first) return null
  const offeredFor = rows.flatMap((row) => (row.offeredFor ? [row.offeredFor] : []))
  return { template: viewTemplate(first.template), offeredFor }
}

/** The template, and what it was at a version where that is known. */
export async function findVersion(
  database: Database,
  organisationId: number,
  id: string,
  version: number,
): Promise<{ template: TemplateRecord; content: TemplateContent | null } | null> {
  const [row] = await database
    .select({ template: deviceTemplates, content: deviceTemplateVersions.content })
    .from(deviceTemplates)
    .leftJoin(
      deviceTemplateVersions,
      and(
        eq(deviceTemplateVersions.templateId, deviceTemplates.id),
        eq(deviceTemplateVersions.version, version),
      ),
    )
    .where(isOf(organisationId, id))
    .limit(1)
  return row ? { template: viewTemplate(row.template), content: row.content } : null
}

/** Newest first, from below `before`; one more than asked for tells what the last one changed. */
export async function readVersions(
  database: Database,
  organisationId: number,
  id: string,
  filter: { before: number; size: number },
) {
  return database
    .select({
      version: deviceTemplateVersions.version,
      content: deviceTemplateVersions.content,
      changedBy: deviceTemplateVersions.changedBy,
      createdAt: deviceTemplateVersions.createdAt,
      authorName: accounts.name,
      authorAddress: accounts.address,
    })
    .from(deviceTemplateVersions)
    .innerJoin(deviceTemplates, eq(deviceTemplates.id, deviceTemplateVersions.templateId))
    .leftJoin(
      accounts,
      and(
        eq(accounts.organisationId, organisationId),
        sql`${deviceTemplateVersions.changedBy} LIKE 'manager:%'`,
        eq(accounts.id, sql`substr(${deviceTemplateVersions.changedBy}, 9)`),
      ),
    )
    .where(and(isOf(organisationId, id), lt(deviceTemplateVersions.version, filter.before)))
    .orderBy(desc(deviceTemplateVersions.version))
    .limit(filter.size + 1)
}

function isOf(organisationId: number, id: string) {
  return and(eq(deviceTemplates.organisationId, organisationId), eq(deviceTemplates.id, id))
}

export function insertTemplateStatement(
  database: Database,
  template: DeviceTemplate,
  now: number,
): Statement {
  const { id, organisationId, platform, version } = template
  const values = { ...toColumns(template), id, organisationId, platform, version }
  return database.insert(deviceTemplates).values({ ...values, createdAt: now, changedAt: now })
}

/** Only where it still is the version that the change was made from. */
export function updateTemplateStatement(
  database: Database,
  template: DeviceTemplate,
  now: number,
): Statement {
  const { organisationId, id, version } = template
  return database
    .update(deviceTemplates)
    .set({ ...toColumns(template), version, changedAt: now })
    .where(and(isOf(organisationId, id), eq(deviceTemplates.version, version - 1)))
}

function toColumns(template: TemplateContent) {
  return {
    name: template.name,
    settings: template.settings,
    instructions: template.instructions,
    notes: template.notes,
    defaultOwnership: template.ownership.default,
    ownershipChoosable: template.ownership.choosable,
    reports: template.reports,
    checkInSeconds: template.checkInSeconds,
  }
}

type VersionRow = { template: DeviceTemplate; changedBy: string; at: number }

/** Fails where the version is there already: then somebody else was faster, and the batch changes nothing. */
export function insertVersionStatement(database: Database, row: VersionRow): Statement {
  return database.insert(deviceTemplateVersions).values(toVersion(row))
}

/** For templates of before versions were kept. */
export function keepVersionStatement(database: Database, row: VersionRow): Statement {
  return database.insert(deviceTemplateVersions).values(toVersion(row)).onConflictDoNothing()
}

function toVersion({ template, changedBy, at }: VersionRow) {
  const { name, settings, instructions, notes, ownership, reports, checkInSeconds } = template
  const content = { name, settings, instructions, notes, ownership, reports, checkInSeconds }
  return { templateId: template.id, version: template.version, content, changedBy, createdAt: at }
}

/**
 * Archives a template that is in use and that no platform is offered with. Else it fails, by `changed_at` that must
 * not be null, so that the batch changes nothing.
 */
export function archiveStatement(
  database: Database,
  organisationId: number,
  id: string,
  now: number,
): Statement {
  const offered = sql`EXISTS (SELECT 1 FROM ${organisationPlatforms} WHERE ${organisationPlatforms.deviceTemplateId} = ${id})`
  const changedAt = sql`CASE WHEN ${deviceTemplates.archivedAt} IS NULL AND NOT ${offered} THEN ${now} END`
  return database.update(deviceTemplates).set({ archivedAt: now, changedAt }).where(isOf(organisationId, id))
}

/** Changes nothing, and fails likewise where one of an organisation's templates was archived. */
export function keepUsableStatement(database: Database, organisationId: number, ids: string[]): Statement {
  const changedAt = sql`CASE WHEN ${deviceTemplates.archivedAt} IS NULL THEN ${deviceTemplates.changedAt} END`
  return database
    .update(deviceTemplates)
    .set({ changedAt })
    .where(and(eq(deviceTemplates.organisationId, organisationId), inArray(deviceTemplates.id, ids)))
}

/** Takes an archived template back; fails likewise where it is in use. */
export function unarchiveStatement(
  database: Database,
  organisationId: number,
  id: string,
  now: number,
): Statement {
  const changedAt = sql`CASE WHEN ${deviceTemplates.archivedAt} IS NOT NULL THEN ${now} END`
  return database.update(deviceTemplates).set({ archivedAt: null, changedAt }).where(isOf(organisationId, id))
}
