import Papa from 'papaparse'

/** What a cell may carry; null is an empty one. */
export type Cell = string | number | boolean | null

/** What a spreadsheet would take for a formula, or swallow on the way to one. */
const FORMULA = /^[=+\-@\t\0]/
/** A cell that `guardCell` prefixed. */
const GUARDED = /^'[=+\-@\t\0]/

/** The text of a cell as it may meet a spreadsheet: what begins like a formula is prefixed with `'`. */
export function guardCell(cell: Cell): string {
  const text = cell === null ? '' : String(cell)
  return FORMULA.test(text) ? `'${text}` : text
}

/** A cell as it was before `guardCell`: what we wrote can be read again. */
export function unguardCell(text: string): string {
  return GUARDED.test(text) ? text.slice(1) : text
}

/** One line of RFC 4180: every cell quoted, ended by CRLF. */
export function writeCsvLine(cells: readonly Cell[]): string {
  return `${cells.map((cell) => `"${guardCell(cell).replaceAll('"', '""')}"`).join(',')}\r\n`
}

const DELIMITERS = [',', ';', '\t', '|']

export type CsvTable = {
  header: string[]
  /** `line` counts rows as a spreadsheet shows them: the header is 1. `cells` are trimmed. */
  rows: { line: number; cells: string[] }[]
  /** More rows than were asked for. */
  cut: boolean
}

/**
 * Reads at most `limit` rows below a header. The delimiter is the one that makes most of the `known` column
 * names of the first line; rows without any text are left out, and counted.
 */
export function readCsv(text: string, known: readonly string[], limit: number): CsvTable {
  const parse = (delimiter: string, preview: number) =>
    Papa.parse<string[]>(text, { delimiter, preview, skipEmptyLines: false }).data
  const readHeader = (delimiter: string) =>
    (parse(delimiter, 1)[0] ?? []).map((name) => unguardCell(name.trim()).toLowerCase())
  const score = (delimiter: string) => readHeader(delimiter).filter((name) => known.includes(name)).length
  const delimiter = DELIMITERS.reduce((best, one) => (score(one) > score(best) ? one : best))
  // Twice as many lines as rows: empty lines are no rows. One more tells that there are more.
  const lines = parse(delimiter, 2 * limit + 2)
  const rows = lines
    .slice(1)
    .map((cells, index) => ({ line: index + 2, cells: cells.map((cell) => unguardCell(cell.trim())) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
  const cut = rows.length > limit || lines.length > 2 * limit + 1
  return { header: readHeader(delimiter), rows: rows.slice(0, limit), cut }
}

export type DecodedText = { text: string; encoding: 'utf-8' | 'utf-16' | 'windows-1252' }

/**
 * The text of a file that somebody saved: UTF-8 with or without its mark, UTF-16 with it, else what Windows
 * calls ANSI. Null for something that is no text.
 */
export function decodeText(bytes: Uint8Array): DecodedText | null {
  const [first, second] = bytes
  const marked = (encoding: string) => new TextDecoder(encoding).decode(bytes)
  if (first === 0xff && second === 0xfe) return checked(marked('utf-16le'), 'utf-16')
  if (first === 0xfe && second === 0xff) return checked(marked('utf-16be'), 'utf-16')
  try {
    return checked(new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes), 'utf-8')
  } catch {
    return checked(marked('windows-1252'), 'windows-1252')
  }
}

function checked(text: string, encoding: DecodedText['encoding']): DecodedText | null {
  return text.includes('\0') ? null : { text, encoding }
}
