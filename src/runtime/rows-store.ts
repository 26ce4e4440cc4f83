import { getTableColumns, getTableName, type Table } from 'drizzle-orm'
import type { Statement } from './database.ts'

/**
 * One statement that inserts many rows of the same columns: they travel as one JSON parameter, since D1 takes
 * 100 parameters a statement, and at most 2 MB each: some 2,000 rows of a person. Columns that no row names get
 * their default. `keepKnown` leaves rows alone that are there already.
 */
export function insertRows<Rows extends Table>(
  table: Rows,
  rows: Rows['$inferInsert'][],
  options: { keepKnown?: boolean } = {},
): Statement {
  const columns = Object.entries(getTableColumns(table)).filter(([key]) =>
    rows.some((row) => (row as Record<string, unknown>)[key] !== undefined),
  )
  const values = rows.map((row) =>
    columns.map(([key, column]) => {
      const value = (row as Record<string, unknown>)[key] ?? null
      return value === null ? null : column.mapToDriverValue(value)
    }),
  )
  const names = columns.map(([, column]) => `"${column.name}"`).join(', ')
  const cells = columns.map((_column, index) => `json_extract(value, '$[${index}]')`).join(', ')
  // Without WHERE, SQLite would read ON CONFLICT as the condition of a join.
  const known = options.keepKnown ? ' WHERE true ON CONFLICT DO NOTHING' : ''
  const sql = `INSERT INTO "${getTableName(table)}" (${names}) SELECT ${cells} FROM json_each(?)${known}`
  return { toSQL: () => ({ sql, params: [JSON.stringify(values)] }) }
}
