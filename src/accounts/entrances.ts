import type { Keyring } from '../kernel/secrets.ts'
import type { Database } from '../runtime/database.ts'

/** The ways into an account at `/sign-in`: which accounts an address has, recovery links, the bootstrap secret. */
export function makeEntrances(_options: {
  database: Database
  keys: Keyring
  /** Null where none is configured: nobody can claim the service then. */
  bootstrapSecret: string | null
}) {
  return {}
}

export type Entrances = ReturnType<typeof makeEntrances>
