import type { AtLimit } from '../accounts/index.ts'
import type { AuditAction } from '../audit/index.ts'
import type { DeviceDecision } from '../devices/index.ts'
import type { InvitationChannel, InvitationDecision } from '../invitations/index.ts'
import type { DeviceFacts } from '../kernel/device-facts.ts'
import type { AccountRef, DeviceId } from '../kernel/ids.ts'
import type { Locale } from '../kernel/locale.ts'
import type { Ownership } from '../kernel/ownership.ts'
import type { Platform, Reports } from '../kernel/platform.ts'
import type { Instant } from '../kernel/time.ts'
import type {
  Actor,
  ClaimState,
  Confirmation,
  GrantDevice,
  GrantKind,
  GrantState,
  Holder,
  Policies,
} from '../referee/index.ts'

/** The account that a provision session belongs to, and what counts for all of its grants. */
export type Session = {
  ref: AccountRef
  organisationId: number
  accountId: string
  address: string
  locale: Locale
  deviceLimit: number | null
  atLimit: AtLimit
  /** Rises with every event. */
  rev: number
  /** Wrong PINs in a row, by e-mail address. */
  pinFailures: number
  pinLockedAt: Instant | null
  disabledAt: Instant | null
  /** The account is being deleted: nothing begins any more, and once D1 knows the object forgets everything. */
  closedAt: Instant | null
}

export type Grant = {
  id: string
  kind: GrantKind
  platform: Platform
  /** As written; what it is now also depends on the time: `grantStateAt`. */
  state: GrantState
  confirmation: Confirmation
  ownership: Ownership
  ownershipOpen: boolean
  templateId: string
  templateVersion: number
  policies: Policies
  reports: Reports
  /** Whether the template's devices get a certificate of their own. */
  certifies: boolean
  checkInSeconds: number
  /** SHA-256 of the URL secret. */
  secretHash: string
  /** HMAC of the PIN; null once it can no longer be needed. */
  pinMac: string | null
  /** `{secret, pin}`, sealed; null once the grant has ended. */
  sealed: string | null
  createdAt: Instant
  validUntil: Instant
  fetchedAt: Instant | null
  openedAt: Instant | null
  endedAt: Instant | null
  /** Wrong PINs behind the URL secret. */
  pinFailures: number
  theftAt: Instant | null
  /** The invitation through which its device came; such a grant is exhausted from birth. */
  invitationId: string | null
  /** The device that it sets up again or replaces. */
  device: GrantDevice | null
}

/** A grant that brings any number of devices, until it is deactivated, superseded or over. */
export type Invitation = {
  id: string
  /** As written; what it is now also depends on the time: `grantStateAt`. Never `exhausted`. */
  state: GrantState
  confirmation: Confirmation
  channel: InvitationChannel
  /** Where its message went; empty where none did. */
  recipient: string
  jobId: string | null
  /** The id of who invited. */
  createdBy: string
  /** SHA-256 of the URL secret. */
  secretHash: string
  /** HMAC of the PIN; null once it can no longer be needed. */
  pinMac: string | null
  /** `{secret, pin}`, sealed; null once it has ended. */
  sealed: string | null
  createdAt: Instant
  /** Null: until it is deactivated. */
  validUntil: Instant | null
  /** How many living devices may come from it; null: any number. */
  deviceLimit: number | null
  /** How many devices it brought. */
  devices: number
  /** The id that its first device takes. */
  slotDeviceId: DeviceId
  fetchedAt: Instant | null
  openedAt: Instant | null
  acceptedAt: Instant | null
  endedAt: Instant | null
  /** Wrong PINs behind the URL secret. */
  pinFailures: number
}

/** What a PIN belongs to: whatever its kind, it is typed in the same places. */
export type PinBearer = Pick<Grant, 'id' | 'pinMac' | 'pinFailures'>

export type HolderKind = Holder['kind']
export type HolderId = { kind: HolderKind; id: string }

/** What is known of the PIN so far: matched, still to be compared after counting the try, or not there. */
export type PinKnowledge = 'absent' | 'given' | 'proved'

export type Claim = {
  id: string
  grantId: string
  deviceId: DeviceId
  state: ClaimState
  epoch: number
  /** Which master key the credential is computed with. */
  keyId: string
  holderKind: HolderKind
  /** Thumbprint of the device key, or hash of the idempotency key or the browser's cookie. */
  holder: string
  /** Browsers that held it before it went on elsewhere. */
  former: string[]
  platform: Platform
  ownership: Ownership
  reports: Reports
  facts: DeviceFacts
  /** How often its artefact was served. */
  downloads: number
  registeredAt: Instant
  claimedAt: Instant
  /** When its profile was downloaded; null while it was not. */
  deliveredAt: Instant | null
  confirmedAt: Instant | null
  confirmedBy: 'device' | 'owner' | null
  endedAt: Instant | null
  /** The device that ends once this one is confirmed. */
  replaces: DeviceId | null
}

/** A one-time PIN with which a device's agent lets its owner choose a new passcode. Of a device there is one. */
export type PasscodeReset = {
  id: string
  deviceId: DeviceId
  /** Of the device when it was made: set up again, it has nothing to do with it. */
  claimId: string
  pinMac: string
  /** The PIN, sealed; null once it cannot be used any more. */
  sealed: string | null
  createdAt: Instant
  validUntil: Instant
  /** Wrong PINs. */
  failures: number
  usedAt: Instant | null
  endedAt: Instant | null
}

/** What the audit says of a redemption that was refused. The device hears one answer for most of them. */
export type FailureReason =
  | 'unknown_secret'
  | 'no_living_code'
  | 'wrong_pin'
  | 'pin_locked'
  | 'pin_closed'
  | 'used'
  | 'expired'
  | 'superseded'
  | 'revoked'
  | 'window_closed'
  | 'device_limit_reached'
  | 'setup_disabled'
  | 'key_in_use'
  | 'no_identity'

/** What the session tells D1: one batch each, in the order of `rev`. Kept compatible one version back. */
export type SessionEvent = {
  rev: number
  at: Instant
  actor: Actor
  organisationId: number
  accountId: string
  ref: AccountRef
  audit: {
    action: AuditAction
    deviceId: DeviceId | null
    detail: Record<string, string | number | boolean | null>
  }
  /** The device's row after this event. */
  device?: Omit<DeviceDecision, 'rev'>
  /** Devices whose place it took at the account's limit: they end in the same batch. */
  replaced?: Omit<DeviceDecision, 'rev'>[]
  /** What the device said of itself with this: the devices room keeps it. */
  reported?: DeviceFacts
  /** What only the session decides of the account. */
  account?: { disabledAt: Instant | null }
  /** The account is deleted: D1 forgets who it was. */
  deleted?: boolean
  /** The account's person set up a device by an invitation: who was invited takes part from now on. */
  accepted?: boolean
  /** The version of the organisation's terms that the person accepted with it. */
  termsVersion?: number
  /** The invitation's row after this event. */
  invitation?: Omit<InvitationDecision, 'rev'>
  /** The row of a slot that this event makes or ends. */
  slot?: Omit<DeviceDecision, 'rev'>
  /** The message that brings the invitation. */
  send?: { channel: 'email' | 'sms'; recipient: string; locale: Locale }
  /** What happened with it, for the audit as well. */
  also?: { action: AuditAction; detail: SessionEvent['audit']['detail'] }[]
  /** A mail to the owner. */
  theftNotice?: { address: string; locale: Locale; platform: Platform; deviceName: string | null }
}
