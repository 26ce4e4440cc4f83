import { type Keyring, reseal } from '../kernel/secrets.ts'
import type { Database } from '../runtime/database.ts'
import { makeResealStep } from '../runtime/resealing.ts'
import { MODULE_SECRET_CONTEXT } from './module-secret.ts'
import { clientSecretContext } from './oidc-settings.ts'
import * as store from './resealing-store.ts'

/** The secrets of this room, under the current master key. */
export function makeOrganisationResealing({ database, keys }: { database: Database; keys: Keyring }) {
  return {
    moduleSecret: makeResealStep({
      database,
      read: (after) => store.listModuleSecrets(database, after),
      change: ({ sealed }) => reseal(keys, sealed, MODULE_SECRET_CONTEXT),
      statement: (row, sealed) => store.resealModuleStatement(database, row, sealed),
    }),
    oidcSecrets: makeResealStep({
      database,
      read: (after, limit) => store.listClientSecrets(database, after, limit),
      change: ({ key, sealed }) => reseal(keys, sealed, clientSecretContext(Number(key))),
      statement: (row, sealed) => store.resealClientStatement(database, row, sealed),
    }),
  }
}
