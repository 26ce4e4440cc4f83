import type { Change } from '../audit/index.ts'
import { type Page, readCursor, writeCursor } from '../kernel/paging.ts'
import type { Keyring } from '../kernel/secrets.ts'
import type { Instant } from '../kernel/time.ts'
import type { Database } from '../runtime/database.ts'
import { compareContents } from './changes.ts'
import type { CheckedContent } from './checks.ts'
import { revealSettings } from './sealing.ts'
import * as store from './store.ts'
import type { TemplateContent, TemplateRecord, VersionAuthor } from './types.ts'

const HISTORY_SIZE = 20

export type TemplateVersion = {
  version: number
  at: Instant
  author: VersionAuthor
  /** Against the version before; null where that is not known. */
  changes: Change[] | null
}

/** What a template was. */
export function makeHistory(database: Database, keys: Keyring) {
  function reveal(template: Pick<TemplateRecord, 'id'>, content: TemplateContent): CheckedContent {
    const { name, instructions, notes, ownership, reports, checkInSeconds } = content
    const settings = revealSettings(keys, { id: template.id, settings: content.settings })
    return { name, instructions, notes, ownership, reports, checkInSeconds, settings }
  }

  return {
    reveal,

    /** The versions, newest first. Empty for a template that never changed since versions are kept. */
    async readHistory(
      organisationId: number,
      id: string,
      after: string | null,
    ): Promise<Page<TemplateVersion>> {
      const cursor = readCursor(after, 1)
      const before = typeof cursor?.[0] === 'number' ? cursor[0] : Number.MAX_SAFE_INTEGER
      const found = await store.readVersions(database, organisationId, id, { before, size: HISTORY_SIZE })
      const rows = found.slice(0, HISTORY_SIZE).map((row, index): TemplateVersion => {
        const former = found[index + 1]
        const changes = former
          ? compareContents(reveal({ id }, former.content), reveal({ id }, row.content))
          : null
        const name = row.authorName || row.authorAddress
        const [kind = '', ...rest] = row.changedBy.split(':')
        const author = { kind, id: rest.join(':'), name: name || null }
        return { version: row.version, at: row.createdAt, author, changes }
      })
      const last = rows.at(-1)
      return { rows, next: found.length > HISTORY_SIZE && last ? writeCursor([last.version]) : null }
    },

    /** What going back to a version would change; null where there is no such version. */
    async readVersion(
      organisationId: number,
      id: string,
      version: number,
    ): Promise<{ template: TemplateRecord; changes: Change[] } | null> {
      const found = await store.findVersion(database, organisationId, id, version)
      if (!found?.content) return null
      const { template, content } = found
      return { template, changes: compareContents(reveal(template, template), reveal(template, content)) }
    },
  }
}
