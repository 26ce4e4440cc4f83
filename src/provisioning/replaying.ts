import { auditStatement, newEntry } from '../audit/index.ts'
import { revokeStatements } from '../certificates/index.ts'
import { closeCommandsStatement } from '../commands/index.ts'
import { endDerivedStatement } from '../derived-credentials/index.ts'
import { endForgottenStatement, LIVING } from '../devices/index.ts'
import { endForgottenInvitationsStatement } from '../invitations/index.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import type { Instant } from '../kernel/time.ts'
import { type Actor, type Replayed, type ReplayInput, refereeOf } from '../referee/index.ts'
import type { Bindings } from '../runtime/bindings.ts'
import { type Database, runBatch } from '../runtime/database.ts'
import { describeError, log } from '../runtime/logger.ts'
import { voidStringsStatement } from '../security-strings/index.ts'
import { forgettingStatements } from './projection-ends.ts'
import { REPLAYER } from './replay.ts'
import { BEGINNING, type Progress, readProgress, writeProgress } from './replaying-rules.ts'
import { readKnown } from './replaying-store.ts'

/** How many accounts a message of the queue takes, and how many sessions it wakes at once. */
const STEP_SIZE = 50
const AT_ONCE = 10

type Deps = {
  database: Database
  provisionSessions: DurableObjectNamespace
  messages: Pick<Bindings['messages'], 'send'>
}

/**
 * After D1 was set back, or sessions were lost: each account's session is asked to tell what D1 does not know. Goes
 * through all accounts in steps that travel on the queue, so that it outlives whatever breaks; beginning anew, or a
 * step that comes twice, does no harm.
 */
export function makeReplaying({ database, provisionSessions, messages }: Deps) {
  const queue = (progress: Progress) =>
    messages.send({ kind: 'replay', owner: 'd1', id: writeProgress(progress) })

  return {
    /** Begins with the first account. */
    async begin(actor: Actor, now: Instant): Promise<Result<null, 'temporarily_unavailable'>> {
      try {
        await queue(BEGINNING)
      } catch (error) {
        log('warn', 'replay.not_queued', { reason: describeError(error) })
        return refuse('temporarily_unavailable')
      }
      await note(actor, now, { begun: true })
      return ok(null)
    },

    /** Takes the next accounts, and queues the ones behind them. */
    async step(id: string, now: Instant): Promise<void> {
      const progress = readProgress(id)
      if (!progress) throw new Error('this is no progress of a replay')
      const known = await readKnown(database, progress.after, STEP_SIZE)
      for (let first = 0; first < known.length; first += AT_ONCE) {
        const answers = await Promise.all(
          known.slice(first, first + AT_ONCE).map((account) => ask(account, now)),
        )
        for (const answer of answers) count(progress, answer)
      }
      const last = known.at(-1)
      if (last && known.length === STEP_SIZE)
        return void (await queue({ ...progress, after: last.accountId }))
      const { after: _, ...counts } = progress
      log('info', 'sessions.replayed', counts)
      await note(REPLAYER, now, counts)
    },
  }

  function note(actor: Actor, at: Instant, detail: Record<string, number | boolean>): Promise<void> {
    const entry = newEntry({ organisationId: 0, at, actor, action: 'sessions.replayed', detail })
    return runBatch(database, [auditStatement(database, entry)])
  }

  async function ask(account: ReplayInput, now: Instant): Promise<Replayed | null> {
    try {
      const told = await refereeOf(provisionSessions, account.ref).replay(account)
      if (told.session === 'forgotten') await forgetAgain(account, now)
      if (told.unknown > 0)
        log('warn', 'replay.unknown_devices', { account: account.accountId, count: told.unknown })
      return told
    } catch (error) {
      log('warn', 'session.not_replayed', { account: account.accountId, reason: describeError(error) })
      return null
    }
  }

  /** The account was deleted after the point that D1 was set back to. Its session is gone: nobody else writes here. */
  async function forgetAgain(account: ReplayInput, at: Instant): Promise<void> {
    const { organisationId, accountId } = account
    const living = account.devices.filter(({ lifecycle }) => LIVING.includes(lifecycle))
    await runBatch(database, [
      ...living.flatMap(({ id: deviceId }) => [
        ...revokeStatements(database, {
          organisationId,
          deviceId,
          reason: 'cessation_of_operation',
          now: at,
        }),
        closeCommandsStatement(database, { organisationId, deviceId, at }),
        endDerivedStatement(database, { organisationId, deviceId, at }),
      ]),
      endForgottenStatement(database, account, at),
      endForgottenInvitationsStatement(database, account, at),
      voidStringsStatement(database, { organisationId, accountId, at, reason: 'ended' }),
      ...forgettingStatements(database, { organisationId, accountId, at }),
      auditStatement(
        database,
        newEntry({
          organisationId,
          at,
          actor: REPLAYER,
          action: 'account.deleted',
          accountId,
          detail: { account: accountId },
        }),
      ),
    ])
  }
}

export type Replaying = ReturnType<typeof makeReplaying>

function count(progress: Progress, answer: Replayed | null): void {
  progress.accounts += 1
  if (answer === null || !answer.landed) progress.unanswered += 1
  if (answer === null) return
  if (answer.events > 0) progress.changed += 1
  if (answer.session === 'made_anew') progress.madeAnew += 1
  if (answer.session === 'forgotten') progress.deleted += 1
  progress.unknown += answer.unknown
}
