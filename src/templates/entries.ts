import { type AuditAction, auditStatement, type Change, newEntry } from '../audit/index.ts'
import type { Instant } from '../kernel/time.ts'
import type { Actor } from '../referee/index.ts'
import type { Database } from '../runtime/database.ts'
import type { DeviceTemplate, TemplateContent } from './types.ts'

/** What of a template changes from version to version. */
export function contentOf(template: TemplateContent): TemplateContent {
  const { name, settings, instructions, notes, ownership, reports, checkInSeconds } = template
  return { name, settings, instructions, notes, ownership, reports, checkInSeconds }
}

/** How a version names who made it. */
export function authorOf(actor: Actor): string {
  return `${actor.kind}:${actor.id}`
}

/** The audit row of something that happened to a template. */
export function templateEntry(
  database: Database,
  entry: {
    template: DeviceTemplate
    actor: Actor
    now: Instant
    action: AuditAction
    changes?: Change[]
    more?: Record<string, string | number>
  },
) {
  const { template, actor, now, action, changes, more } = entry
  const { id, name, platform, version, organisationId } = template
  const detail = { template: id, name, platform, version, ...more, ...(changes && { changes }) }
  return auditStatement(database, newEntry({ organisationId, at: now, actor, action, detail }))
}
