import { and, asc, eq, gt, or, sql } from 'drizzle-orm'
import type { Database, Statement } from '../runtime/database.ts'
import type { SealedRow } from '../runtime/resealing.ts'
import { deviceTemplates, deviceTemplateVersions } from './schema.ts'

/** A row's settings as they are written, and whose they are. */
export type SealedSettings = SealedRow & { templateId: string }

/** Every template, archived ones too; `key` is its id. */
export async function listSettings(
  database: Database,
  after: string | null,
  limit: number,
): Promise<SealedSettings[]> {
  const { id, settings } = deviceTemplates
  const rows = await database
    .select({ id, sealed: sql<string>`${settings}` })
    .from(deviceTemplates)
    .where(gt(id, after ?? ''))
    .orderBy(asc(id))
    .limit(limit)
  return rows.map((row) => ({ key: row.id, templateId: row.id, sealed: row.sealed }))
}

export function resealSettingsStatement(database: Database, former: SealedRow, sealed: string): Statement {
  const { id, settings } = deviceTemplates
  return database
    .update(deviceTemplates)
    .set({ settings: sql`${sealed}` })
    .where(and(eq(id, former.key), sql`${settings} = ${former.sealed}`))
}

/** Every version; `key` is `<template> <version>`. */
export async function listVersions(
  database: Database,
  after: string | null,
  limit: number,
): Promise<SealedSettings[]> {
  const { templateId, version, content } = deviceTemplateVersions
  const [id = '', number = '0'] = (after ?? '').split(' ')
  const rows = await database
    .select({ templateId, version, sealed: sql<string>`${content}` })
    .from(deviceTemplateVersions)
    .where(or(gt(templateId, id), and(eq(templateId, id), gt(version, Number(number)))))
    .orderBy(asc(templateId), asc(version))
    .limit(limit)
  return rows.map((row) => ({ ...row, key: `${row.templateId} ${row.version}` }))
}

export function resealVersionStatement(
  database: Database,
  former: SealedSettings,
  sealed: string,
): Statement {
  const { templateId, version, content } = deviceTemplateVersions
  return database
    .update(deviceTemplateVersions)
    .set({ content: sql`${sealed}` })
    .where(
      and(
        eq(templateId, former.templateId),
        eq(version, Number(former.key.split(' ')[1])),
        sql`${content} = ${former.sealed}`,
      ),
    )
}
