import type { Database } from '../runtime/database.ts'
import { findByBeginning, type KnownName, readNames } from './names-store.ts'

/** How many people a search offers to choose from. */
const OFFERED = 10

/** What people are called, for lists that know their ids only. */
export function makeNames(database: Database) {
  return {
    /**
     * The names behind at most some hundreds of account ids of an organisation, supervisors included, and the
     * organisation's own; null if there is no such organisation. Ids of elsewhere are left out.
     */
    async of(
      organisationId: number,
      ids: Iterable<string>,
    ): Promise<{ people: Map<string, KnownName>; organisation: string | null }> {
      const { people, organisation } = await readNames(database, organisationId, [...new Set(ids)])
      return { people: new Map(people.map((one) => [one.id, one])), organisation }
    },

    /** At most ten people whose address or name begins so, upper or lower case. */
    async search(organisationId: number, text: string): Promise<KnownName[]> {
      const beginning = text.trim()
      return beginning === '' ? [] : findByBeginning(database, organisationId, beginning, OFFERED)
    },
  }
}

export type Names = ReturnType<typeof makeNames>
