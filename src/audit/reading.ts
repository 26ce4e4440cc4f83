import { PAGE_SIZE, readCursor, writeCursor } from '../kernel/paging.ts'
import type { Instant } from '../kernel/time.ts'
import type { Actor } from '../referee/index.ts'
import { type Database, runBatch } from '../runtime/database.ts'
import {
  type AuditFilters,
  cursorOf,
  mergeArms,
  type PlacedEntry,
  type Position,
  planReading,
  type SealedSpan,
} from './reading-rules.ts'
import { readArms } from './reading-store.ts'
import { auditStatement, newEntry } from './store.ts'
import type { AuditDetail, AuditEntry } from './types.ts'

export type AuditPage = {
  /** Newest first. */
  entries: AuditEntry[]
  /** A cursor; null at the end. */
  next: string | null
  /** The page is short because reading was cut at this instant, not because there is nothing more. */
  cutAt: Instant | null
  /** How far the organisation's audit is sealed; null: not at all yet. */
  sealed: SealedSpan | null
}

/** How many entries an export asks for at a time. */
const EXPORT_PAGE = 500
/** D1 answers a bounded number of questions a request; an export that would need more breaks off visibly. */
const EXPORT_PAGES = 400

/** What supervisors and managers read in the audit. Who may read which organisation is the door's to say. */
export function makeAuditReading(database: Database) {
  async function read(organisationId: number, filters: AuditFilters, after: Position | null, size: number) {
    const plan = planReading(filters, size)
    const { from, until } = filters
    const { arms, sealed } = await readArms(
      database,
      organisationId,
      plan.arms,
      { from, until, after },
      plan.limit,
    )
    return { ...mergeArms(arms, plan, size), sealed }
  }

  return {
    /** A page of an organisation's entries: one round trip. A cursor that is none begins at the beginning. */
    async list(options: {
      organisationId: number
      filters: AuditFilters
      after?: string | null
      size?: number
    }): Promise<AuditPage> {
      const after = readPosition(options.after)
      const page = await read(options.organisationId, options.filters, after, options.size ?? PAGE_SIZE)
      return {
        entries: page.entries.map(withoutRow),
        next: page.next && writeCursor(cursorOf(page.next)),
        cutAt: page.cutAt,
        sealed: page.sealed,
      }
    },

    /**
     * Everything that `list` would show, in pieces, as it is asked for. Throws when it is too much to be
     * complete, so that a file that was cut cannot pass for a whole one.
     */
    async *listAll(organisationId: number, filters: AuditFilters): AsyncGenerator<AuditEntry[]> {
      let after: Position | null = null
      for (let pages = 0; pages < EXPORT_PAGES; pages++) {
        const page = await read(organisationId, filters, after, EXPORT_PAGE)
        yield page.entries.map(withoutRow)
        if (page.next === null) return
        after = page.next
      }
      throw new Error('the export has more entries than one request can carry')
    },

    /** Notes that somebody took entries away. `detail` says which, never what was in them. */
    async recordExport(
      organisationId: number,
      actor: Actor,
      detail: AuditDetail,
      now: Instant,
    ): Promise<void> {
      const entry = newEntry({ organisationId, at: now, actor, action: 'audit.exported', detail })
      await runBatch(database, [auditStatement(database, entry)])
    },
  }
}

export type AuditReading = ReturnType<typeof makeAuditReading>

function readPosition(text: string | null | undefined): Position | null {
  const [at, row] = readCursor(text, 2) ?? []
  return typeof at === 'number' && typeof row === 'number' ? { at, row } : null
}

function withoutRow({ row: _, ...entry }: PlacedEntry): AuditEntry {
  return entry
}
