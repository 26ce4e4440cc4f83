import { viewAccount } from '../accounts/index.ts'
import { readCursor } from '../kernel/paging.ts'
import { type Instant, MINUTE, SECOND } from '../kernel/time.ts'
import { backoffSeconds } from '../messaging/index.ts'
import { viewOrganisation } from '../organisations/index.ts'
import type { MessageReference } from '../runtime/bindings.ts'
import { describeError, log } from '../runtime/logger.ts'
import { isIssued, issueInvitation } from './issuing.ts'
import * as store from './jobs-store.ts'
import { ITEM_ATTEMPTS, invitationIdOf, PUMP_PAUSE_SECONDS, PUMP_SIZE, whySkipped } from './rules.ts'
import type { InvitationsOptions } from './service.ts'
import type { ItemReason, ItemState } from './types.ts'

type Outcome = { retryInSeconds: number | null }
const DONE: Outcome = { retryInSeconds: null }

/** What a queue takes in one `sendBatch`. */
const QUEUE_BATCH = 100
/** What waits longer than this was lost on the way. */
const STALLED_AFTER = 2 * MINUTE
/** A sweep ends after so many: the next minute brings another. */
const SWEPT_ITEMS = 1000
const SWEPT_JOBS = 50
/** While D1 does not answer. */
const UNAVAILABLE_SECONDS = 30

/**
 * A bulk send: the job is a pump that gives the queue some people at a time, each of whom is invited by
 * themselves. Whatever is lost or comes twice, nobody is left out and nobody is invited twice: what is taken is
 * marked before the queue hears of it, and the invitation's id derives from the item's.
 */
export function makeJobs(options: InvitationsOptions) {
  const { database, messages } = options

  async function queueItems(ids: string[]): Promise<void> {
    const references = ids.map((id) => ({ body: { kind: 'invitation_item', owner: 'd1', id } as const }))
    for (let begin = 0; begin < ids.length; begin += QUEUE_BATCH)
      await messages.sendBatch(references.slice(begin, begin + QUEUE_BATCH))
  }

  async function pump(jobId: string, now: Instant): Promise<Outcome> {
    const { ids, waiting } = await store.takeWaiting(database, jobId, PUMP_SIZE, now)
    await queueItems(ids)
    if (waiting)
      await messages.send(
        { kind: 'invitation_job', owner: 'd1', id: jobId },
        { delaySeconds: PUMP_PAUSE_SECONDS },
      )
    return DONE
  }

  async function invite(itemId: string, now: Instant): Promise<Outcome> {
    const row = await store.readItem(database, itemId)
    if (!row || (row.item.state !== 'waiting' && row.item.state !== 'queued')) return DONE
    const { item, job } = row
    const settle = async (state: ItemState & ('done' | 'failed' | 'skipped'), reason: ItemReason | null) => {
      await store.settleItem(database, itemId, { state, reason }, now)
      return DONE
    }
    const why = whySkipped({ ...row, channel: job.channel, recipient: item.recipient })
    if (why) return settle('skipped', why)
    const issued = await issueInvitation(options, {
      id: invitationIdOf(itemId),
      organisation: viewOrganisation(row.organisation),
      account: viewAccount(row.account, row.account.address, row.template),
      channel: job.channel,
      recipient: item.recipient,
      jobId: item.jobId,
      actor: { kind: 'manager', id: job.createdBy },
    })
    if (issued.ok) return settle('done', null)
    if (issued.error === 'setup_disabled') return settle('skipped', 'account_disabled')
    const attempts = item.attempts + 1
    if (attempts >= ITEM_ATTEMPTS)
      // What the session decided it lands by itself, though nobody waits for it any more.
      return (await isIssued(options, row.account.ref, invitationIdOf(itemId)))
        ? settle('done', null)
        : settle('failed', 'gave_up')
    const retryInSeconds = backoffSeconds(attempts)
    await store.postponeItem(database, itemId, now + retryInSeconds * SECOND, now)
    return { retryInSeconds }
  }

  return {
    async deliver(reference: MessageReference, now: Instant): Promise<Outcome> {
      try {
        if (reference.kind === 'invitation_job') return await pump(reference.id, now)
        if (reference.kind === 'invitation_item') return await invite(reference.id, now)
        return DONE
      } catch (error) {
        // What was marked and not queued, or not marked at all, is the sweeper's besides.
        log('error', 'invitation.not_delivered', { kind: reference.kind, reason: describeError(error) })
        return { retryInSeconds: UNAVAILABLE_SECONDS }
      }
    },

    async sweep(now: Instant): Promise<number> {
      const before = now - STALLED_AFTER
      const items = await store.takeStalledItems(database, before, now, SWEPT_ITEMS)
      await queueItems(items)
      const jobs = await store.takeStalledJobs(database, before, now, SWEPT_JOBS)
      for (const id of jobs) await messages.send({ kind: 'invitation_job', owner: 'd1', id })
      return items.length + jobs.length
    },

    readJob: (organisationId: number, jobId: string) => store.readJob(database, organisationId, jobId),

    listJobItems: (organisationId: number, jobId: string, state: ItemState, after?: string | null) =>
      store.listItems(database, organisationId, jobId, state, readCursor(after, 1)),
  }
}
