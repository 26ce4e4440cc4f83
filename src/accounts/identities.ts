import type { Keyring } from '../kernel/secrets.ts'
import type { Database } from '../runtime/database.ts'

/** People who sign in at their organisation's identity provider (OpenID Connect). */
export function makeIdentities(_options: { database: Database; keys: Keyring; baseUrl: string }) {
  return {}
}

export type Identities = ReturnType<typeof makeIdentities>
