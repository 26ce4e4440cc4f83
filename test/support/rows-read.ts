import { vi } from 'vitest'
import { bindings, d1Prototype } from './world.ts'

/**
 * The rows that D1 reads for what `ask` reads outside of batches. Drizzle drops what D1 says of it, so each query
 * is run once more.
 */
export async function rowsReadBy(ask: () => Promise<unknown>): Promise<number> {
  const statement = Object.getPrototypeOf(bindings.db.prepare('SELECT 1')) as D1PreparedStatement
  const prepare = vi.spyOn(d1Prototype, 'prepare')
  const bind = vi.spyOn(statement, 'bind')
  await ask()
  const queries = prepare.mock.calls.map(([sql], index) => ({ sql, values: bind.mock.calls[index] ?? [] }))
  prepare.mockRestore()
  bind.mockRestore()
  if (queries.length === 0) throw new Error('D1 was not asked anything')
  let read = 0
  for (const { sql, values } of queries) {
    const { meta } = await bindings.db
      .prepare(sql)
      .bind(...values)
      .all()
    read += meta.rows_read
  }
  return read
}
