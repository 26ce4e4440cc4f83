import { type Database, runBatch, type Statement } from './database.ts'

/** What a pass over one kind of stored values came to. */
export type ResealCount = {
  /** Brought under the current master key. */
  resealed: number
  /** Still under the former one, because only their owners know what they are of. */
  left: number
  /** Under a key that is not here, or damaged. */
  unreadable: number
}

/** Brings at most `limit` rows behind `after` under the current master key. `next` null: that was the last. */
export type ResealStep = (
  after: string | null,
  limit: number,
) => Promise<ResealCount & { next: string | null }>

/** A stored text that holds sealed values. `key` orders the rows of its table. */
export type SealedRow = { key: string; sealed: string }

/**
 * A step through one column. `change` gives the text under the current key, the same where there is nothing to do,
 * and how much of it could not be opened; `statement` writes it unless somebody else changed it meanwhile.
 */
export function makeResealStep<Row extends SealedRow>(options: {
  database: Database
  read(after: string | null, limit: number): Promise<Row[]>
  change(row: Row): { sealed: string; unreadable: number }
  statement(row: Row, sealed: string): Statement
}): ResealStep {
  return async (after, limit) => {
    const rows = await options.read(after, limit)
    const changes = rows.map((row) => ({ row, ...options.change(row) }))
    const changed = changes.filter(({ row, sealed }) => sealed !== row.sealed)
    await runBatch(
      options.database,
      changed.map(({ row, sealed }) => options.statement(row, sealed)),
    )
    return {
      resealed: changed.length,
      left: 0,
      unreadable: changes.reduce((sum, { unreadable }) => sum + unreadable, 0),
      next: rows.length < limit ? null : (rows.at(-1)?.key ?? null),
    }
  }
}
