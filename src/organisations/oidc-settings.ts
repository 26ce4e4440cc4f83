import type { Keyring } from '../kernel/secrets.ts'
import type { Database } from '../runtime/database.ts'

/** How an organisation's people sign in at its own identity provider. */
export function makeOidcSettings(_options: { database: Database; keys: Keyring; baseUrl: string }) {
  return {}
}

export type OidcSettingsService = ReturnType<typeof makeOidcSettings>
