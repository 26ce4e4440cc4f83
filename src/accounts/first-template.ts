import { auditStatement, newEntry } from '../audit/index.ts'
import { makeId } from '../kernel/ids.ts'
import { randomBytes } from '../kernel/secrets.ts'
import type { FirstTemplate } from '../organisations/index.ts'
import type { Database } from '../runtime/database.ts'
import { insertTemplateStatement } from './account-templates-store.ts'
import type { AccountTemplate } from './types.ts'

/** As its manager reads it; they may rename it. */
const NAME = 'Everybody'

/** The account template that a new organisation begins with, as statements to batch with the organisation's own. */
export function makeFirstTemplate(database: Database): FirstTemplate {
  return (organisationId, actor, now) => {
    const template: AccountTemplate = {
      id: makeId('act', randomBytes(16)),
      organisationId,
      name: NAME,
      deviceLimit: 5,
      atLimit: 'refuse',
      defaultOwnership: 'inherit',
      locale: 'en',
      permissions: ['register', 'pin', 'qr', 'change_ownership'],
      groups: [],
      version: 1,
    }
    const detail = { template: template.id, name: template.name }
    return {
      id: template.id,
      statements: [
        insertTemplateStatement(database, template, now),
        auditStatement(
          database,
          newEntry({ organisationId, at: now, actor, action: 'account_template.created', detail }),
        ),
      ],
    }
  }
}
