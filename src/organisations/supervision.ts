import type { Database } from '../runtime/database.ts'

/** What supervisors do with the service and its organisations. */
export function makeSupervision(_database: Database) {
  return {}
}

export type Supervision = ReturnType<typeof makeSupervision>
