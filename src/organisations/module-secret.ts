import { auditStatement, describeChanges, newEntry } from '../audit/index.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import { type Keyring, makeLongSecret } from '../kernel/secrets.ts'
import type { Instant } from '../kernel/time.ts'
import type { Actor } from '../referee/index.ts'
import { type Database, runBatch } from '../runtime/database.ts'
import * as store from './module-secret-store.ts'
import { SERVICE_ID } from './supervision-store.ts'

/** What the secret is sealed to. */
export const MODULE_SECRET_CONTEXT = 'service/derived-credentials'

/** `missing`: none was made yet. `unreadable`: the master key that sealed it is gone, a new one is needed. */
export type ModuleSecretState = 'set' | 'missing' | 'unreadable'

/** The secret in the clear; null where it cannot be opened. `sealed` is the column of the service's row. */
export function openModuleSecret(keys: Keyring, sealed: string | null): string | null {
  return sealed === null ? null : keys.open(sealed, MODULE_SECRET_CONTEXT)
}

/** What we and the external module for derived credentials sign with: both know it, nobody reads it here again. */
export function makeModuleSecret({ database, keys }: { database: Database; keys: Keyring }) {
  return {
    async state(): Promise<ModuleSecretState> {
      const sealed = (await store.readSealedModuleSecret(database)) ?? null
      if (sealed === null) return 'missing'
      return openModuleSecret(keys, sealed) === null ? 'unreadable' : 'set'
    },

    /**
     * Makes a new one, 43 characters for 32 random bytes, in the place of the former, and gives it this once.
     * Refused on an empty installation, which has no settings to keep it with.
     */
    async renew(actor: Actor, now: Instant): Promise<Result<string, 'not_configured'>> {
      const before = await store.readSealedModuleSecret(database)
      if (before === undefined) return refuse('not_configured')
      const secret = makeLongSecret()
      const sealed = keys.seal(secret, MODULE_SECRET_CONTEXT)
      const field = 'derivedCredentialSecret' as const
      const changes = describeChanges({ [field]: before }, { [field]: sealed }, [field])
      await runBatch(database, [
        store.saveModuleSecretStatement(database, sealed, now),
        auditStatement(
          database,
          newEntry({
            ...{ organisationId: SERVICE_ID, at: now, actor, action: 'service.configured' },
            detail: { changes },
          }),
        ),
      ])
      return ok(secret)
    },
  }
}

export type ModuleSecret = ReturnType<typeof makeModuleSecret>
