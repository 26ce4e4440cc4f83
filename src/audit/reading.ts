import type { Database } from '../runtime/database.ts'

/** What supervisors and managers read in the audit. */
export function makeAuditReading(_database: Database) {
  return {}
}

export type AuditReading = ReturnType<typeof makeAuditReading>
