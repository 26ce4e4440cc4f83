import type { Database } from '../runtime/database.ts'

/** What people do with their passkeys (WebAuthn). */
export function makePasskeys(_options: { database: Database; baseUrl: string }) {
  return {}
}

export type Passkeys = ReturnType<typeof makePasskeys>
