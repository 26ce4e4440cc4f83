import { auditStatement, newEntry } from '../audit/index.ts'
import { judgeCredential, type PresentedCredential, parseCredential } from '../devices/index.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import type { Instant } from '../kernel/time.ts'
import { type Actor, refereeOf } from '../referee/index.ts'
import { findConstraint } from '../runtime/constraints.ts'
import { type Database, runBatch } from '../runtime/database.ts'
import { describeError, log } from '../runtime/logger.ts'
import { announce } from './announcing.ts'
import * as store from './delivery-store.ts'
import { isEnding, judgeAnswer, keptResult, mayRepeat } from './rules.ts'
import type { AnswerRefusal, Command, CommandOutcome, CommandResult } from './types.ts'

export type Answer = {
  presented: PresentedCredential
  commandId: string
  outcome: CommandOutcome
  result: CommandResult
  now: Instant
}

/** What devices do about commands. */
export function makeAnswering(options: { database: Database; provisionSessions: DurableObjectNamespace }) {
  const { database, provisionSessions } = options

  type Found = NonNullable<Awaited<ReturnType<typeof store.readAnswering>>>

  async function keep({ device }: Found, command: Command, answer: Answer): Promise<void> {
    const { outcome, now } = answer
    const entry = newEntry({
      organisationId: device.organisationId,
      at: now,
      actor: { kind: 'device', id: device.id },
      action: `command.${outcome}`,
      accountId: device.accountId,
      deviceId: device.id,
      detail: { command: command.kind, platform: device.platform },
    })
    const result = keptResult(command.kind, outcome, answer.result, now)
    await runBatch(database, [
      store.answerStatement(database, device.organisationId, { commandId: command.id, outcome, result, now }),
      auditStatement(database, entry),
    ])
  }

  /** Ends the device in the name of who asked for it. Ended already is as good. */
  async function end({ device }: Found, command: Command): Promise<Result<null, 'temporarily_unavailable'>> {
    try {
      const ended = await refereeOf(provisionSessions, device.ref).endDevice({
        deviceId: device.id,
        actor: { kind: command.askedBy as Actor['kind'], id: command.askedById },
        as: command.kind === 'wipe' ? 'wiped' : 'retired',
        epoch: device.epoch,
      })
      return ended.ok || ended.error === 'unknown' ? ok(null) : refuse(ended.error)
    } catch (error) {
      log('warn', 'device.not_ended', { reason: describeError(error) })
      return refuse('temporarily_unavailable')
    }
  }

  /** One try: null where another answer was faster. */
  async function take(answer: Answer): Promise<Result<null, AnswerRefusal> | null> {
    const { presented, commandId, outcome, now } = answer
    const parsed = parseCredential(presented.token)
    const found = parsed && (await store.readAnswering(database, parsed.deviceId, commandId))
    if (!found) return refuse('invalid_credential')
    const { device, command } = found
    const refusal = judgeCredential(found, presented)
    if (refusal === 'ended')
      return command && mayRepeat(command, device, outcome, now) ? ok(null) : refuse('invalid_credential')
    if (refusal) return refuse(refusal)
    const judged = judgeAnswer(command, device, answer, now)
    if (judged !== 'record' && judged !== 'repeat') return refuse(judged)
    if (!command) return refuse('unknown_command')
    if (judged === 'record') {
      try {
        await keep(found, command, answer)
      } catch (error) {
        if (findConstraint(error) === null) throw error
        return null
      }
    }
    if (outcome === 'done' && isEnding(command.kind)) return end(found, command)
    if (judged === 'record') await announce(provisionSessions, device)
    return ok(null)
  }

  return {
    /**
     * Takes a device's answer to a command that it got. The same answer again is taken too and changes nothing.
     *
     * A device that says that it removed or erased itself is over: its answer is kept first, then its session ends
     * it. Where that is not possible just now the answer is `temporarily_unavailable`, and repeating it goes on
     * there. Once it is over its credential is dead, but for this: for a day it may repeat this very answer, as the
     * answer to the first time may have been lost on its way.
     */
    async finish(answer: Answer): Promise<Result<null, AnswerRefusal>> {
      return (await take(answer)) ?? (await take(answer)) ?? refuse('temporarily_unavailable')
    },
  }
}
