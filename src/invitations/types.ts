import type { Account } from '../accounts/index.ts'
import type { AccountRef } from '../kernel/ids.ts'
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

/** One invitation with what its own page needs besides. */
export type Invitation = ListedInvitation & {
  organisationId: number
  ref: AccountRef
  jobId: string | null
  /** The id of who sent it. */
  createdBy: string
  slotDeviceId: string
  /** Whether its credentials can be shown: it is neither ended nor used up. */
  living: boolean
}

/** What the list can be narrowed to; null where it does not matter. */
export type InvitationFilter = {
  status: InvitationStatus | null
  jobId: string | null
  /** What the person's name or address begins with; empty: anything. It then decides the order. */
  search: string
}

/** How many have a status: `more` where there are more than were counted. */
export type StatusCounts = Record<InvitationStatus, { count: number; more: boolean }>

/** One person of a job, as a list shows it. */
export type ListedItem = {
  id: string
  accountId: string
  name: string
  address: string
  recipient: string
  state: ItemState
  reason: ItemReason | null
  changedAt: Instant
}

/** Why somebody cannot be invited now. `setup_closed`: the organisation or the service lets nobody set up. */
export type InviteRefusal =
  | 'not_found'
  | 'account_disabled'
  | 'account_unapproved'
  | 'no_phone'
  | 'setup_closed'
  | 'temporarily_unavailable'

export type InvitationRefusal = 'not_found' | 'ended' | 'temporarily_unavailable'

/** An account that may be invited. */
export type Candidate = Pick<Account, 'id' | 'name' | 'address' | 'phone' | 'state'> & {
  /** They have an invitation that still works. */
  invited: boolean
}
