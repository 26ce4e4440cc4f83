import { spendStatement } from '../accounts/index.ts'
import { PROOF_MEMORY } from '../kernel/proof.ts'
import type { Instant } from '../kernel/time.ts'
import { isRefusedBy } from '../runtime/constraints.ts'
import type { Database, Statement } from '../runtime/database.ts'
import type { PresentedCredential } from './authentication.ts'

/**
 * Remembers the proof that came with a credential; none for a credential that came without. The batch fails
 * (`isReplay`) for a proof that was seen before: whoever caught token and proof on their way does not get in with them.
 */
export function rememberProofStatements(
  database: Database,
  { jti }: PresentedCredential,
  now: Instant,
): Statement[] {
  if (!jti) return []
  return [spendStatement(database, { kind: 'device_proof', value: jti, endsAt: now + PROOF_MEMORY }, now)]
}

/** Whether that is what a batch failed for. */
export const isReplay = (error: unknown): boolean => isRefusedBy(error, 'spent_once.id')
