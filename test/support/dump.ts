import { orderStatements } from '../../src/tools/order-dump/order.ts'
import { bindings, inD1, renewServices } from './world.ts'

/** What `wrangler d1 export --local` asks of the local D1: every statement of the dump, in its order. */
export async function exportD1(): Promise<string[]> {
  const [rows] = await bindings.db.prepare('PRAGMA miniflare_d1_export(?,?,?);').bind(0, 0).raw()
  return rows as unknown as string[]
}

/** Runs a dump on an empty database in place of the present one, in the order in which `order-dump` puts it. */
export async function importD1(dump: string[], order = orderStatements): Promise<void> {
  const named = (type: string) =>
    inD1(
      `SELECT name FROM sqlite_master WHERE type = ? AND name NOT LIKE 'sqlite!_%' ESCAPE '!'
         AND name NOT LIKE '!_cf!_%' ESCAPE '!'`,
      type,
    )
  const sql = [
    'PRAGMA defer_foreign_keys = TRUE',
    ...(await named('trigger')).map(({ name }) => `DROP TRIGGER "${name}"`),
    ...(await named('table')).map(({ name }) => `DROP TABLE "${name}"`),
    ...order(dump),
  ]
  await bindings.db.batch(sql.map((statement) => bindings.db.prepare(statement)))
  renewServices()
}

/** Tables that a refused request may write: who was seen, and that it was refused. */
const UNWATCHED = new Set(['web_sessions', 'audit', 'daily_totals'])

/** What D1 holds, but for sessions and audit, as text by table: all of it, or only what is of one organisation. */
export async function dumpDatabase(onlyOf?: number): Promise<Record<string, string>> {
  const tables = await inD1(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE '\\_cf%' ESCAPE '\\' AND name NOT LIKE 'd1%'",
  )
  const names = tables.map(({ name }) => String(name)).filter((name) => !UNWATCHED.has(name))
  const found = await bindings.db.batch<Record<string, unknown>>(
    names.map((name) => bindings.db.prepare(`SELECT * FROM "${name}"`)),
  )
  const ofOrganisation = (name: string, row: Record<string, unknown>) =>
    onlyOf === undefined || row.organisation_id === onlyOf || (name === 'organisations' && row.id === onlyOf)
  return Object.fromEntries(
    names.map((name, index) => [
      name,
      (found[index]?.results ?? [])
        .filter((row) => ofOrganisation(name, row))
        .map((row) => JSON.stringify(row))
        .sort()
        .join('\n'),
    ]),
  )
}
