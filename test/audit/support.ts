import { auditStatement, newEntry } from '../../src/audit/index.ts'
import { openDatabase, runBatch } from '../../src/runtime/database.ts'
import { verifyAudit } from '../../src/tools/verify-audit/verify.ts'
import { bindings, inD1, time } from '../support/world.ts'

const database = openDatabase(bindings.db)

/** D1 as `verify-audit` reads it. */
export const source = { name: 'D1', query: (sql: string) => inD1(sql), close: () => {} }

let number = 0
/** Writes rows as a change does; each later row says that it happened a little earlier, `age` ago. */
export async function write(organisationId: number, count = 1, age = 0): Promise<void> {
  const entries = Array.from({ length: count }, () => {
    number += 1
    const actor = { kind: 'system', id: 'cron' } as const
    return newEntry({
      organisationId,
      at: time.now() - age - number,
      actor,
      action: 'session.ended',
      detail: { number },
    })
  })
  await runBatch(
    database,
    entries.map((entry) => auditStatement(database, entry)),
  )
}

/** What `verify-audit` says of each organisation: rows sealed, rows that wait, and problems. */
export async function verify(by = bindings.keys) {
  const reports = await verifyAudit(source, by, [])
  return Object.fromEntries(
    reports.map(({ organisationId, sealed, waiting, findings }) => [
      organisationId,
      [sealed, waiting, ...findings.map(({ problem }) => problem)],
    ]),
  )
}

/** The triggers that refuse to change the audit, as they were made. Read before `emptyAudit` drops some of them. */
export async function listRefusals(): Promise<string[]> {
  const rows = await inD1(
    "SELECT sql FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'audit!_%' ESCAPE '!'",
  )
  return rows.map(({ sql }) => String(sql)).filter((sql) => sql.includes('RAISE'))
}

/** An audit without rows, which anybody may change: as somebody who can write D1 sees it. */
export async function emptyAudit(): Promise<void> {
  const refusals = ['audit_seals_kept', 'audit_seals_unchanged', 'audit_sealed_kept', 'audit_unchanged']
  for (const trigger of [...refusals, 'audit_heads_cut_kept']) await inD1(`DROP TRIGGER IF EXISTS ${trigger}`)
  for (const table of ['audit_seals', 'audit_heads', 'audit_cursor', 'audit'])
    await inD1(`DELETE FROM ${table}`)
}
