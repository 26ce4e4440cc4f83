import { fromBase64Url, toBase64Url } from './encoding.ts'

/** How many rows a list shows at a time. */
export const PAGE_SIZE = 50

/**
 * Where a page of a list begins: after the row with these sort values. Opaque in URLs, so that it can change
 * its shape; it carries nothing that the page did not show.
 */
export type Cursor = (string | number | null)[]

/** A page of a list, and where the next one begins; null at its end. */
export type Page<Row> = { rows: Row[]; next: string | null }

export function writeCursor(cursor: Cursor): string {
  return toBase64Url(new TextEncoder().encode(JSON.stringify(cursor)))
}

/** Null for a cursor that is none, or has not `length` values: the list then begins at its beginning. */
export function readCursor(text: string | null | undefined, length: number): Cursor | null {
  const bytes = text && text.length <= 1000 ? fromBase64Url(text) : null
  if (!bytes) return null
  try {
    const cursor: unknown = JSON.parse(new TextDecoder().decode(bytes))
    const isCursor =
      Array.isArray(cursor) &&
      cursor.length === length &&
      cursor.every((value) => value === null || typeof value === 'string' || Number.isFinite(value))
    return isCursor ? (cursor as Cursor) : null
  } catch {
    return null
  }
}

/** Cuts a page out of rows of which one more than `size` was asked for. */
export function cutPage<Row>(rows: Row[], cursorOf: (row: Row) => Cursor, size = PAGE_SIZE): Page<Row> {
  const shown = rows.slice(0, size)
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > size && last ? writeCursor(cursorOf(last)) : null }
}
