import { inD1 } from './world.ts'

/** Copies the rows that `where` finds, with some columns replaced. */
export async function copyRows(
  table: string,
  where: string,
  change: (row: Record<string, unknown>) => Record<string, unknown>,
): Promise<void> {
  for (const row of await inD1(`SELECT * FROM ${table} WHERE ${where}`)) {
    // `status` is generated wherever there is one.
    const { status: _, ...copy } = { ...row, ...change(row) }
    const names = Object.keys(copy)
    const places = names.map(() => '?').join(', ')
    await inD1(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${places})`, ...Object.values(copy))
  }
}
