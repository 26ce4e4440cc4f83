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
