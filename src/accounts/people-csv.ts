import { type Change, describeChanges } from '../audit/index.ts'
import { readCsv } from '../kernel/csv.ts'
import type { FieldProblem } from '../kernel/fields.ts'
import { isLocale, type Locale } from '../kernel/locale.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import { checkGroups, writeGroups } from './group-rules.ts'
import { checkName, checkPhone, type PersonDetails } from './people-rules.ts'
import type { AccountState } from './types.ts'

/** The columns that an import reads; their names are the same in every language. */
const CSV_COLUMNS = ['address', 'name', 'phone', 'template', 'groups', 'locale'] as const
export type CsvColumn = (typeof CSV_COLUMNS)[number]

/** What an export adds: an import passes over it. */
export const EXPORT_COLUMNS = [...CSV_COLUMNS, 'state', 'role', 'registered'] as const

/** What other programs call the first column. */
const ALIASES: Record<string, CsvColumn> = { email: 'address', 'e-mail': 'address', mail: 'address' }

export const IMPORT_MAX_ROWS = 2000
export const IMPORT_MAX_BYTES = 500 * 1024

/** Why nothing of a file can be read. */
export type SheetProblem = 'empty' | 'too_many_rows' | 'no_address_column' | 'column_twice'

export type SheetRow = {
  line: number
  /** By column; a column that the file has not is missing. */
  values: Partial<Record<CsvColumn, string>>
  /** More cells than columns: a quote or a delimiter is out of place. */
  overfull: boolean
  /** Normalised; null where the cell is no address. */
  address: string | null
}

export type Sheet = { rows: SheetRow[]; ignored: string[] }

/** `normalise` gives the one spelling of an address, null for what is none. At most `most` rows. */
export function readSheet(
  text: string,
  normalise: (text: string) => string | null,
  most = IMPORT_MAX_ROWS,
): Result<Sheet, SheetProblem> {
  const names = [...CSV_COLUMNS, ...Object.keys(ALIASES)]
  const table = readCsv(text, names, most)
  const columns = table.header.map(
    (name) => ALIASES[name] ?? CSV_COLUMNS.find((column) => column === name) ?? null,
  )
  if (table.header.every((name) => name === '')) return refuse('empty')
  if (!columns.includes('address')) return refuse('no_address_column')
  if (columns.some((column, index) => column !== null && columns.indexOf(column) !== index))
    return refuse('column_twice')
  if (table.cut) return refuse('too_many_rows')
  if (table.rows.length === 0) return refuse('empty')
  const rows = table.rows.map(({ line, cells }) => {
    const values: SheetRow['values'] = {}
    for (const [index, column] of columns.entries()) if (column) values[column] = cells[index] ?? ''
    const overfull = cells.slice(columns.length).some((cell) => cell !== '')
    return { line, values, overfull, address: normalise(values.address ?? '') }
  })
  const ignored = table.header.filter((name, index) => name !== '' && columns[index] === null)
  return ok({ rows, ignored: [...new Set(ignored)].slice(0, 20) })
}

export type RowProblem = {
  column: CsvColumn | null
  /** `duplicate`: the person stands in `line` already. */
  says: FieldProblem | 'duplicate' | 'overfull'
  line?: number
}

export type RowOutcome = { line: number; address: string } & (
  | { kind: 'new'; details: PersonDetails }
  | { kind: 'changed'; id: string; details: PersonDetails; changes: Change[] }
  | { kind: 'unchanged' }
  | { kind: 'error'; problems: RowProblem[] }
)

type Template = { id: string; name: string; groups: string[]; locale: Locale; archivedAt: number | null }
type Known = PersonDetails & { id: string; found: string; state: AccountState }

export type ImportWorld = {
  known: Known[]
  templates: Template[]
  /** What a row without a template gets; null while the organisation has none. */
  defaultTemplateId: string | null
}

/**
 * What an import would do, row by row. An empty cell leaves a person as they are, and takes the template's word
 * for a new one.
 */
export function planImport(sheet: Sheet, world: ImportWorld): RowOutcome[] {
  const knownBy = new Map(world.known.map((person) => [person.found, person]))
  const lines = new Map<string, number>()
  return sheet.rows.map((row): RowOutcome => {
    const known = row.address === null ? null : (knownBy.get(row.address) ?? null)
    const who = known?.id ?? row.address
    const former = who === null ? undefined : lines.get(who)
    const { details, problems } = readRow(row, known, world)
    if (former !== undefined) problems.unshift({ column: 'address', says: 'duplicate', line: former })
    else if (who !== null) lines.set(who, row.line)
    const place = { line: row.line, address: row.address ?? (row.values.address ?? '').slice(0, 254) }
    if (problems.length > 0) return { ...place, kind: 'error', problems }
    if (!known) return { ...place, kind: 'new', details }
    const changes = describeChanges(tell(known, world.templates), tell(details, world.templates))
    return changes.length === 0
      ? { ...place, kind: 'unchanged' }
      : { ...place, kind: 'changed', id: known.id, details, changes }
  })
}

function readRow(
  row: SheetRow,
  known: Known | null,
  { templates, defaultTemplateId }: ImportWorld,
): { details: PersonDetails; problems: RowProblem[] } {
  const problems: RowProblem[] = []
  const { values } = row
  const told = (column: CsvColumn) => values[column] ?? ''
  function read<Value>(column: CsvColumn, check: Result<Value, FieldProblem>, otherwise: Value): Value {
    if (told(column) === '') return otherwise
    if (check.ok) return check.value
    problems.push({ column, says: check.error })
    return otherwise
  }
  if (row.overfull) problems.push({ column: null, says: 'overfull' })
  if (row.address === null)
    problems.push({
      column: 'address',
      says: { code: told('address') === '' ? 'missing' : 'not_an_address' },
    })

  const asked = told('template').toLowerCase()
  const named = templates.find((one) => one.archivedAt === null && one.name.toLowerCase() === asked)
  // An archived template may be named where the person has it: what was exported can be imported.
  const kept = templates.find((one) => one.id === known?.templateId && one.name.toLowerCase() === asked)
  const standing = templates.find(
    (one) => one.id === (known?.templateId ?? defaultTemplateId) && (known || one.archivedAt === null),
  )
  const template = asked === '' ? standing : (named ?? kept)
  if (!template && (asked !== '' || !known))
    problems.push({ column: 'template', says: { code: asked === '' ? 'missing' : 'unknown' } })

  const locale = told('locale').toLowerCase()
  return {
    details: {
      name: read('name', checkName(told('name')), known?.name ?? ''),
      phone: read('phone', checkPhone(told('phone')), known?.phone ?? null),
      groups: read('groups', checkGroups(told('groups')), known?.groups ?? template?.groups ?? []),
      locale: read<Locale>(
        'locale',
        isLocale(locale) ? ok(locale) : refuse({ code: 'not_a_choice' }),
        known?.locale ?? template?.locale ?? 'en',
      ),
      templateId: template?.id ?? known?.templateId ?? '',
    },
    problems,
  }
}

/** As a change is told: the template by its name, the groups as a line. */
export function tell(
  { name, phone, locale, templateId, groups }: PersonDetails,
  templates: readonly Pick<Template, 'id' | 'name'>[],
) {
  const template = templates.find(({ id }) => id === templateId)?.name ?? templateId
  return { name, phone, locale, template, groups: writeGroups(groups) }
}

export type ImportCounts = Record<RowOutcome['kind'], number>

export function countOutcomes(outcomes: RowOutcome[]): ImportCounts {
  const counts: ImportCounts = { new: 0, changed: 0, unchanged: 0, error: 0 }
  for (const { kind } of outcomes) counts[kind] += 1
  return counts
}
