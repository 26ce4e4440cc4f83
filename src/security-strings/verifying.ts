import { type AuditEntry, auditStatement, newEntry } from '../audit/index.ts'
import type { DeviceId } from '../kernel/ids.ts'
import { hashSecret, type Keyring } from '../kernel/secrets.ts'
import type { Instant } from '../kernel/time.ts'
import { type ApiCaller, apiKeyUsedStatement } from '../organisations/index.ts'
import { findConstraint } from '../runtime/constraints.ts'
import { type Database, runBatch } from '../runtime/database.ts'
import { log } from '../runtime/logger.ts'
import { type Candidate, isLastFailure, judgeString, macInput, quarterOf, readString } from './rules.ts'
import * as store from './verifying-store.ts'

/** `left`: strings of that device that can still be used. Of a string that does not count nothing is said. */
export type Verdict =
  | { valid: true; device: { id: DeviceId; name: string | null }; left: number }
  | { valid: false }

export type Verification = {
  caller: ApiCaller
  /** Normalised; null for what is no address. */
  address: string | null
  /** 1 to 99. */
  position: number
  /** As it was typed. */
  string: string
  /** Only strings of this device; null: of any. */
  deviceId: DeviceId | null
  now: Instant
}

/** The same id for the same words: what is told twice stands in the audit once. */
const entryId = (...words: (string | number)[]) => `aud_${hashSecret(words.join('/')).slice(0, 22)}`

/** Checks of strings that an organisation's systems ask for. */
export function makeVerifying({ database, keys }: { database: Database; keys: Keyring }) {
  /** In the name of the key: it is nobody's. */
  const entryOf = (
    { caller, position, now: at }: Verification,
    told: Pick<AuditEntry, 'action' | 'accountId' | 'deviceId'> & { reason?: string },
  ) => {
    const { reason, ...rest } = told
    return newEntry({
      organisationId: caller.organisationId,
      at,
      actor: { kind: 'system', id: caller.keyId },
      ...rest,
      detail: { ...(reason ? { reason } : { position }), key: caller.name },
    })
  }

  async function use(asked: Verification, accountId: string, candidate: Candidate): Promise<Verdict> {
    const { caller, position, now } = asked
    const { batchId, deviceId, deviceName } = candidate
    const { organisationId, keyId } = caller
    try {
      await runBatch(database, [
        ...store.useStatements(database, organisationId, { batchId, position }, { by: keyId, at: now }),
        auditStatement(database, entryOf(asked, { action: 'security_strings.used', accountId, deviceId })),
        apiKeyUsedStatement(database, caller, now),
      ])
    } catch (error) {
      // Somebody was faster, and stands in the audit.
      if (findConstraint(error) === null) throw error
      return { valid: false }
    }
    const left = candidate.size - candidate.used - 1
    return { valid: true, device: { id: deviceId, name: deviceName }, left }
  }

  /**
   * Counts and tells a refusal: of each reason the first of a quarter of an hour. Whoever is unknown makes no row;
   * the statements run all the same.
   */
  async function turnDown(
    asked: Verification,
    accountId: string | null,
    { reason, failed }: { reason: string; failed: Candidate[] },
  ): Promise<Verdict> {
    const { caller, now: at } = asked
    const { organisationId } = caller
    const guessed = failed.filter(isLastFailure)
    const entries: AuditEntry[] = guessed.map(({ batchId, deviceId }) => ({
      ...entryOf(asked, {
        ...{ action: 'security_strings.voided' as const, accountId, deviceId },
        reason: 'too_many_failures',
      }),
      id: entryId('security_strings.voided', batchId),
    }))
    if (accountId === null) log('info', 'security_strings.unknown_person', { organisation: organisationId })
    else
      entries.push({
        ...entryOf(asked, { action: 'security_strings.refused', accountId, deviceId: null, reason }),
        id: entryId('security_strings.refused', accountId, reason, quarterOf(at)),
      })
    const idsOf = (some: Candidate[]) => some.map(({ batchId }) => batchId)
    await runBatch(database, [
      store.countFailureStatement(database, organisationId, idsOf(failed), at),
      store.voidGuessedStatement(database, organisationId, idsOf(guessed), at),
      ...entries.map((entry) => auditStatement(database, entry)),
      apiKeyUsedStatement(database, caller, at),
    ])
    return { valid: false }
  }

  return {
    /**
     * Whether this is the string at that position of a device of that person, and uses it up: once, however many
     * ask at the same time. Unknown person, wrong, used or void: one answer, the same work.
     */
    async verify(asked: Verification): Promise<Verdict> {
      const { caller, position, deviceId } = asked
      const address = asked.address ?? ''
      const known = { address, position, deviceId }
      const { accountId, candidates } = await store.readCandidates(database, caller.organisationId, known)
      const letters = readString(asked.string) ?? ''
      if (candidates.length === 0) keys.mac('pepper', macInput('', position, letters))
      const judged = judgeString(candidates, ({ batchId, mac }) =>
        keys.matchesMac('pepper', mac, macInput(batchId, position, letters)),
      )
      if (judged.valid && accountId !== null) return use(asked, accountId, judged.candidate)
      return turnDown(asked, accountId, judged.valid ? { reason: 'ended', failed: [] } : judged)
    },
  }
}
