import { type Keyring, reseal } from '../kernel/secrets.ts'
import type { Database } from '../runtime/database.ts'
import { makeResealStep } from '../runtime/resealing.ts'
import { userKeyContext } from './account-certificates.ts'
import { authorityContext } from './authorities.ts'
import * as store from './resealing-store.ts'
import { signerContext } from './signing.ts'

/** Private keys, under the current master key. */
export function makeCertificateResealing({ database, keys }: { database: Database; keys: Keyring }) {
  return {
    authorities: makeResealStep({
      database,
      read: (after, limit) => store.listAuthorityKeys(database, after, limit),
      change: ({ key, sealed }) => reseal(keys, sealed, authorityContext(key)),
      statement: (row, sealed) => store.resealAuthorityStatement(database, row, sealed),
    }),
    signers: makeResealStep({
      database,
      read: (after, limit) => store.listSignerKeys(database, after, limit),
      change: ({ organisationId, source, sealed }) =>
        reseal(keys, sealed, signerContext(organisationId, source)),
      statement: (row, sealed) => store.resealSignerStatement(database, row, sealed),
    }),
    userCertificates: makeResealStep({
      database,
      read: (after, limit) => store.listUserKeys(database, after, limit),
      change: (row) => reseal(keys, row.sealed, userKeyContext(row, row.fingerprint)),
      statement: (row, sealed) => store.resealUserStatement(database, row, sealed),
    }),
  }
}
