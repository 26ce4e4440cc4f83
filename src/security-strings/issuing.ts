import { runOnce } from '../accounts/index.ts'
import { auditStatement, newEntry } from '../audit/index.ts'
import {
  authenticate,
  type DeviceRefusal,
  type PresentedCredential,
  rememberProofStatements,
} from '../devices/index.ts'
import { type DeviceId, makeId } from '../kernel/ids.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import { CODE_LETTERS, type Keyring, makeCode, randomBytes } from '../kernel/secrets.ts'
import type { Instant } from '../kernel/time.ts'
import type { Database, Statement } from '../runtime/database.ts'
import { describeError, log } from '../runtime/logger.ts'
import { ISSUES_MAX, macInput, STRING_LENGTH, showString } from './rules.ts'
import * as store from './store.ts'
import { BATCH_SIZE } from './types.ts'

/** `not_active`: the device has not confirmed its set-up. `rate_limited`: it had its batches of the day. */
export type IssueRefusal = DeviceRefusal | 'not_entitled' | 'not_active' | 'rate_limited'

export type IssuedBatch = {
  /** `str_…`. */
  batch: string
  /** `BCDF-GHJK`, by position from 1. They are in no other place: only their HMACs are kept. */
  strings: string[]
  issuedAt: Instant
}

export type BatchState = { batch: string; left: number }

/** Batches of one-time strings for devices. */
export function makeIssuing({ database, keys }: { database: Database; keys: Keyring }) {
  async function issue(input: {
    presented: PresentedCredential
    now: Instant
  }): Promise<Result<IssuedBatch, IssueRefusal>> {
    const { now } = input
    const found = await authenticate(database, input.presented)
    if (!found.ok) return found
    const { device } = found.value
    const { organisationId, accountId, epoch, platform } = device
    const holder = { organisationId, accountId, deviceId: device.id, epoch }
    const { permissions, issued } = await store.readEntitlement(database, holder, now)
    if (!permissions.includes('security_strings')) return refuse('not_entitled')
    if (device.lifecycle !== 'active') return refuse('not_active')
    if (issued >= ISSUES_MAX) return refuse('rate_limited')
    const id = makeId('str', randomBytes(16))
    const letters = Array.from({ length: BATCH_SIZE }, () => makeCode(CODE_LETTERS, STRING_LENGTH))
    const macs = letters.map((text, index) => keys.mac('pepper', macInput(id, index + 1, text)))
    const entry = newEntry({
      organisationId,
      at: now,
      actor: { kind: 'device', id: device.id },
      action: 'security_strings.issued',
      accountId,
      deviceId: device.id,
      detail: { platform, count: BATCH_SIZE },
    })
    // Fails where the device ended meanwhile, or asked many times at once: asked again, it hears which.
    const first = await runOnce(database, [
      // Whoever caught token and proof on their way would get a batch of their own, and void the device's.
      ...rememberProofStatements(database, input.presented, now),
      ...store.issueStatements(database, holder, { id, macs, at: now }),
      auditStatement(database, entry),
    ])
    if (!first) return refuse('invalid_credential')
    return ok({ batch: id, strings: letters.map(showString), issuedAt: now })
  }

  return {
    /**
     * A fresh batch for the device that presents its credential; the one before is void from then on. Asked again
     * after a lost answer, it makes another.
     */
    issue(input: Parameters<typeof issue>[0]): Promise<Result<IssuedBatch, IssueRefusal>> {
      return issue(input).catch((error: unknown) => {
        log('error', 'security_strings.not_issued', { reason: describeError(error) })
        return refuse('temporarily_unavailable' as const)
      })
    },

    /** The batch of a device that counts, and how many of its strings are left: for the batch of a check-in. */
    fetchState(device: { organisationId: number; id: DeviceId; epoch: number }): {
      statement: Statement
      read(rows: Record<string, unknown>[]): BatchState | null
    } {
      const { organisationId, id: deviceId, epoch } = device
      const statement = store.stateStatement(database, { organisationId, deviceId, epoch })
      return { statement, read: store.viewState }
    },
  }
}
