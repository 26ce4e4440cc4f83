import type { AccountRef, DeviceId } from '../kernel/ids.ts'
import type { Ownership } from '../kernel/ownership.ts'
import type { Platform, Reports } from '../kernel/platform.ts'
import type { Instant } from '../kernel/time.ts'
import type { GrantState, IssueCodeInput } from './types.ts'

/** A device, or the slot of an invitation, as D1 knows it. */
export type KnownDevice = {
  id: DeviceId
  lifecycle: 'invited' | 'pending' | 'active' | 'retired' | 'wiped' | 'replaced' | 'deleted'
  /** Null for a slot, like its template. */
  platform: Platform | null
  ownership: Ownership
  templateId: string | null
  templateVersion: number
  reports: Reports
  checkInSeconds: number
  claimId: string
  grantId: string
  invitationId: string | null
  replacesDeviceId: DeviceId | null
  epoch: number
  credentialHash: string
  keyThumbprint: string | null
  registeredAt: Instant
  deliveredAt: Instant | null
  confirmedAt: Instant | null
  confirmedBy: 'device' | 'owner' | null
  endedAt: Instant | null
}

/** An invitation as D1 knows it. */
export type KnownInvitation = {
  id: string
  state: GrantState
  channel: 'email' | 'sms' | 'none'
  recipient: string
  jobId: string | null
  createdAt: Instant
  createdBy: string
  validUntil: Instant | null
  deviceLimit: number | null
  devices: number
  slotDeviceId: DeviceId
  fetchedAt: Instant | null
  openedAt: Instant | null
  acceptedAt: Instant | null
  endedAt: Instant | null
}

/** What D1, set back to an earlier state, knows of an account: its session tells what is missing. */
export type ReplayInput = Pick<
  IssueCodeInput,
  'organisationId' | 'accountId' | 'notify' | 'deviceLimit' | 'atLimit'
> & {
  ref: AccountRef
  /** The person was invited and has not taken part, as far as D1 knows. */
  invited: boolean
  disabledAt: Instant | null
  /** The newest event of the session that D1 has heard of, 0 for none. */
  lastRev: number
  devices: KnownDevice[]
  invitations: KnownInvitation[]
}

export type Replayed = {
  /**
   * `compared`: the session told what D1 did not know. `made_anew`: it was lost, and begins again from what D1
   * knows. `forgotten`: the account was deleted. `none`: nothing ever happened in it.
   */
  session: 'compared' | 'made_anew' | 'forgotten' | 'none'
  /** How many events that took. */
  events: number
  /** Devices that D1 takes for living and the session has never heard of, or forgot long ago. They stay as they are. */
  unknown: number
  /** All of it is in D1; else the session's alarm lands it. */
  landed: boolean
}
