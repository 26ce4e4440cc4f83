import type { Locale } from '../kernel/locale.ts'
import type { Instant } from '../kernel/time.ts'
import type { GrantState } from '../referee/index.ts'

/** How an invitation reaches its person. */
export const INVITATION_CHANNELS = ['email', 'sms', 'none'] as const
export type InvitationChannel = (typeof INVITATION_CHANNELS)[number]

/** How its newest message fares; `none` where no message belongs to it. */
export type InvitationDelivery = 'none' | 'queued' | 'sent' | 'failed'

/** What lists show of an invitation; derived from what the session decided and how its message fared. */
export const INVITATION_STATUSES = [
  'sending',
  'sent',
  'delivery_failed',
  'opened',
  'accepted',
  'deactivated',
  'superseded',
  'expired',
] as const
export type InvitationStatus = (typeof INVITATION_STATUSES)[number]

/** An invitation's row as the provision session decides it: everything that only the projection writes. */
export type InvitationDecision = {
  id: string
  organisationId: number
  accountId: string
  ref: string
  /** Rises with every event of the session; an older one never overwrites a newer. */
  rev: number
  state: GrantState
  channel: InvitationChannel
  /** A normalised e-mail address or E.164 phone number; empty with `none`. */
  recipient: string
  jobId: string | null
  createdAt: Instant
  createdBy: string
  /** Null: until it is deactivated. */
  validUntil: Instant | null
  deviceLimit: number | null
  /** How many devices it brought. */
  devices: number
  /** The row in `devices` that stands for it until its first device takes it over. */
  slotDeviceId: string
  fetchedAt: Instant | null
  openedAt: Instant | null
  acceptedAt: Instant | null
  endedAt: Instant | null
}

/** What becomes of one person of a bulk job. */
export type ItemState = 'waiting' | 'queued' | 'done' | 'failed' | 'skipped'

/** Why somebody of a job got no invitation. */
export type ItemReason =
  | 'account_disabled'
  | 'account_unapproved'
  | 'account_gone'
  | 'organisation_off'
  | 'no_phone'
  | 'gave_up'

export type Job = {
  id: string
  organisationId: number
  channel: InvitationChannel
  createdBy: string
  createdAt: Instant
  finishedAt: Instant | null
  total: number
  done: number
  failed: number
  skipped: number
}

/** One line of the invitations' list. */
export type ListedInvitation = {
  id: string
  accountId: string
  name: string
  /** Where its message went; the account's address where none did. */
  recipient: string
  address: string
  locale: Locale
  channel: InvitationChannel
  status: InvitationStatus
  deliveryReason: string | null
  createdAt: Instant
  deliveredAt: Instant | null
  fetchedAt: Instant | null
  openedAt: Instant | null
  acceptedAt: Instant | null
  endedAt: Instant | null
  validUntil: Instant | null
  devices: number
  deviceLimit: number | null
  remindersOff: boolean
  /** How many reminders went out. */
  reminded: number
  remindAt: Instant | null
  changedAt: Instant
}
