import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Localised } from '../kernel/locale.ts'
import type { OwnershipDefault } from '../kernel/ownership.ts'
import type { Platform, Reports } from '../kernel/platform.ts'
import { organisations } from '../organisations/schema.ts'
import type { TemplateContent, TemplateSettings } from './types.ts'

/** Archived, never deleted, while a device or a grant refers to it. */
export const deviceTemplates = sqliteTable(
  'device_templates',
  {
    id: text('id').primaryKey(),
    organisationId: integer('organisation_id')
      .notNull()
      .references((): never => organisations.id as never),
    platform: text('platform').$type<Platform>().notNull(),
    name: text('name').notNull(),
    version: integer('version').notNull(),
    settings: text('settings', { mode: 'json' }).$type<TemplateSettings>().notNull(),
    instructions: text('instructions', { mode: 'json' }).$type<Localised>().notNull(),
    notes: text('notes', { mode: 'json' }).$type<Localised>(),
    defaultOwnership: text('default_ownership').$type<OwnershipDefault>().notNull(),
    ownershipChoosable: integer('ownership_choosable', { mode: 'boolean' }).notNull(),
    reports: text('reports').$type<Reports>().notNull(),
    checkInSeconds: integer('check_in_seconds').notNull(),
    archivedAt: integer('archived_at'),
    createdAt: integer('created_at').notNull(),
    changedAt: integer('changed_at').notNull(),
  },
  (table) => [index('device_templates_organisation').on(table.organisationId)],
)

/** What a template was at each version, secrets sealed: what devices received, and what changed. */
export const deviceTemplateVersions = sqliteTable(
  'device_template_versions',
  {
    templateId: text('template_id')
      .notNull()
      .references(() => deviceTemplates.id),
    version: integer('version').notNull(),
    content: text('content', { mode: 'json' }).$type<TemplateContent>().notNull(),
    changedBy: text('changed_by').notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.templateId, table.version] })],
)
