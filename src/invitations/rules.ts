import { hashSecret } from '../kernel/secrets.ts'
import { DAY, type Instant } from '../kernel/time.ts'
import type { GrantState } from '../referee/index.ts'
import type { InvitationChannel, ItemReason } from './types.ts'

/** How many people the queue is given at a time, and how many of a job it holds before it gets more. */
export const PUMP_SIZE = 500
/** A job that still has people waiting goes on after so many seconds. */
export const PUMP_PAUSE_SECONDS = 2
/** After so many refusals of their session somebody is given up. */
export const ITEM_ATTEMPTS = 8

/** The items of a job sort as they were given. */
export function itemId(jobId: string, position: number): string {
  return `${jobId}.${String(position).padStart(5, '0')}`
}

/** The same item always brings the same invitation: whoever delivers it again makes no second one. */
export function invitationIdOf(item: string): string {
  return `inv_${hashSecret(`invitation/${item}`).slice(0, 22)}`
}

/** Why somebody of a job gets no invitation now; null where they get one. */
export function whySkipped(now: {
  account: { state: string; disabledAt: Instant | null }
  organisation: { enabled: boolean; setupOpen: boolean }
  serviceEnabled: boolean
  channel: InvitationChannel
  recipient: string
}): ItemReason | null {
  const { account, organisation } = now
  if (account.state === 'deleted') return 'account_gone'
  if (account.disabledAt !== null || account.state === 'disabled') return 'account_disabled'
  if (account.state === 'unapproved') return 'account_unapproved'
  if (!organisation.enabled || !organisation.setupOpen || !now.serviceEnabled) return 'organisation_off'
  return now.channel !== 'none' && now.recipient === '' ? 'no_phone' : null
}

function isLivingState(state: GrantState, validUntil: Instant | null, now: Instant): boolean {
  return (state === 'issued' || state === 'opened') && (validUntil === null || validUntil > now)
}

/**
 * When the next reminder is due: the first day of the schedule that is still to come, so that a schedule that
 * nobody kept does not send all of it at once. Null: none any more.
 */
export function nextReminder(createdAt: Instant, days: readonly number[], now: Instant): Instant | null {
  const dues = days.map((day) => createdAt + day * DAY)
  return dues.find((due) => due > now) ?? null
}

export type Remindable = {
  state: GrantState
  channel: InvitationChannel
  acceptedAt: Instant | null
  validUntil: Instant | null
  remindersOff: boolean
  delivery: string
  account: { state: string; disabledAt: Instant | null }
  organisation: { enabled: boolean; setupOpen: boolean }
  serviceEnabled: boolean
}

/** What becomes of a due reminder: it goes out, it waits for the schedule's next day, or there is none any more. */
export function judgeReminder(invitation: Remindable, now: Instant): 'send' | 'later' | 'never' {
  const { state, validUntil, account } = invitation
  if (!isLivingState(state, validUntil, now) || invitation.acceptedAt !== null) return 'never'
  if (invitation.remindersOff || invitation.channel === 'none' || account.state === 'deleted') return 'never'
  const why = whySkipped({ ...invitation, recipient: '.' })
  return why === null && invitation.delivery !== 'failed' ? 'send' : 'later'
}
