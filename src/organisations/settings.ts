import type { Database } from '../runtime/database.ts'

/** What managers set for their organisation. */
export function makeOrganisationSettings(_database: Database) {
  return {}
}

export type OrganisationSettings = ReturnType<typeof makeOrganisationSettings>
