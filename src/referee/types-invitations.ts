import type { DeviceId } from '../kernel/ids.ts'
import type { Platform } from '../kernel/platform.ts'
import type { Instant } from '../kernel/time.ts'
import type { Confirmation, GrantState, IssueCodeInput, LiveState } from './types.ts'

/** What a platform gets now, as the Worker reads it for a device that an invitation brings. */
export type DeviceOffer = Pick<
  IssueCodeInput,
  'platform' | 'template' | 'reports' | 'checkInSeconds' | 'ownership' | 'ownershipOpen'
>

/** Invites the owner of the session. The same id twice is the same invitation. */
export type IssueInvitationInput = Pick<
  IssueCodeInput,
  'organisationId' | 'accountId' | 'ref' | 'actor' | 'notify' | 'confirmation' | 'deviceLimit' | 'atLimit'
> & {
  /** `inv_…`; derived from the item of a bulk job where there is one. */
  id: string
  /** Who the message goes to; null: none is sent, its credentials are shown to a manager. */
  send: { channel: 'email' | 'sms'; recipient: string } | null
  /** The job that it belongs to. */
  jobId: string | null
  /** Seconds from now; null: until it is deactivated. */
  validitySeconds: number | null
  /** How many devices it may bring; null: as many as the account may have. */
  invitationDeviceLimit: number | null
}

export type InvitationView = {
  id: string
  state: GrantState
  confirmation: Confirmation
  createdAt: Instant
  /** Null: until it is deactivated. */
  validUntil: Instant | null
  deviceLimit: number | null
  /** How many devices it brought. */
  devices: number
  fetchedAt: Instant | null
  openedAt: Instant | null
  acceptedAt: Instant | null
  endedAt: Instant | null
  /** PINs of the person are locked, or PIN entry behind this URL is closed: *New PIN* reopens both. */
  pinLocked: boolean
  /** Null once it has ended. */
  credentials: { secret: string; pin: string } | null
}

/** An invitation as someone sees it who holds its URL secret, or proved its PIN. */
export type InvitationLinkView = Pick<
  InvitationView,
  'id' | 'state' | 'confirmation' | 'validUntil' | 'openedAt' | 'acceptedAt'
> & {
  /** PIN entry behind this link is closed. */
  pinClosed: boolean
  /** Null: any number. */
  devicesLeft: number | null
  /** The devices that the asking browser set up with it and still holds, newest first. */
  own: { deviceId: DeviceId; platform: Platform; live: LiveState }[]
}

export type IssueInvitationRefusal = 'setup_disabled' | 'temporarily_unavailable'
