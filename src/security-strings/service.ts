import type { Keyring } from '../kernel/secrets.ts'
import type { Database } from '../runtime/database.ts'
import { makeIssuing } from './issuing.ts'
import { makeVerifying } from './verifying.ts'

/**
 * One-time strings that are bound to a device: it fetches them in batches, its person reads one out, and a system
 * of the organisation asks whether it is the right one.
 */
export function makeSecurityStrings(options: { database: Database; keys: Keyring }) {
  const { issue, fetchState } = makeIssuing(options)
  const { verify } = makeVerifying(options)
  return { issue, fetchState, verify }
}

export type SecurityStrings = ReturnType<typeof makeSecurityStrings>
