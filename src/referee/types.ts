import type { DeviceFacts } from '../kernel/device-facts.ts'
import type { AccountRef, DeviceId } from '../kernel/ids.ts'
import type { Locale } from '../kernel/locale.ts'
import type { Ownership } from '../kernel/ownership.ts'
import type { Platform, Reports } from '../kernel/platform.ts'
import type { Instant } from '../kernel/time.ts'
import type { DeviceOffer } from './types-invitations.ts'

/** What a person must do besides holding the URL. Belongs to the grant and holds at every door. */
export type Confirmation = 'tap' | 'pin'

export type GrantKind = 'provision_code' | 'invitation'

/** `issued -> opened -> exhausted`, or one of the three ends while it could still be claimed. */
export type GrantState = 'issued' | 'opened' | 'exhausted' | 'expired' | 'superseded' | 'revoked'

/** `claimed -> confirmed`, or `abandoned` (never finished), `revoked` (retired, wiped, replaced, deleted). */
export type ClaimState = 'claimed' | 'confirmed' | 'abandoned' | 'revoked'

/** What travels on an owner's socket, and nothing else. */
export type LiveState = 'waiting' | 'opened' | 'redeemed' | 'delivered' | 'active' | 'ended'

export type Actor = { kind: 'owner' | 'manager' | 'supervisor' | 'device' | 'system'; id: string }

/** What an agent reads as its policy: the template's, as it was when the code was issued. */
export type Policies = Record<string, string | number | boolean>

export type IssueCodeInput = {
  organisationId: number
  accountId: string
  ref: AccountRef
  actor: Actor
  /** Where to write if somebody else tries this code. */
  notify: { address: string; locale: Locale }
  platform: Platform
  ownership: Ownership
  /** Whether the device may name another ownership when it redeems. */
  ownershipOpen: boolean
  /** `identity`: whether its devices get a certificate. */
  template: { id: string; version: number; policies: Policies; identity: boolean }
  reports: Reports
  confirmation: Confirmation
  /** Seconds from now. */
  validitySeconds: number
  /** How many living devices the account may have; null: any number. */
  deviceLimit: number | null
  /** What happens when the limit is reached; absent: a code is refused. */
  atLimit?: 'refuse' | 'replace'
  /** Seconds between check-ins, as the template says. */
  checkInSeconds: number
  /** A living device of the account that it sets up again, or whose place its device takes. */
  device?: GrantDevice
}

/**
 * `reprovision`: the same device id with a new credential, the former one is dead from the claim on. `replace`: a
 * device of its own; the named one ends when it is confirmed, and needs no place meanwhile.
 */
export type GrantDevice = { id: DeviceId; as: 'reprovision' | 'replace' }

export type ClaimView = {
  deviceId: DeviceId
  state: ClaimState
  platform: Platform
  name: string | null
  model: string | null
  /** How the device tells that it came alive; with `none` its owner says so. */
  reports: Reports
  claimedAt: Instant
  /** When its profile was downloaded; only where nothing reports. */
  deliveredAt: Instant | null
  confirmedAt: Instant | null
  /** Who said that it is active. */
  confirmedBy: 'device' | 'owner' | null
}

export type GrantView = {
  id: string
  kind: GrantKind
  platform: Platform
  ownership: Ownership
  state: GrantState
  live: LiveState
  confirmation: Confirmation
  createdAt: Instant
  validUntil: Instant
  /** The link was fetched, possibly by a mail scanner. */
  fetchedAt: Instant | null
  openedAt: Instant | null
  claim: ClaimView | null
  theftSuspectedAt: Instant | null
  /** PINs of the person are locked, or PIN entry behind this URL is closed: *New PIN* reopens both. */
  pinLocked: boolean
  /** Null once the grant has ended. */
  credentials: { secret: string; pin: string } | null
  /** The device that it sets up again or replaces; absent or null: a new one. */
  device?: GrantDevice | null
}

/** A grant without its credentials, for lists. */
export type OpenGrant = Pick<GrantView, 'id' | 'platform' | 'live' | 'validUntil' | 'claim' | 'device'>

/**
 * `not_entitled`: this person may not get codes by themselves, or no owner may. The object never says it.
 */
export type IssueRefusal =
  | { code: 'device_limit_reached'; limit: number }
  | { code: 'setup_disabled' }
  | { code: 'not_entitled' }

/** The same for a code that names a device. `unknown_device`: no living device of the account has that id. */
export type IssueForDeviceRefusal = IssueRefusal | { code: 'unknown_device' }

/** Disables or enables an account. What the session must know of it, should this be its first word. */
export type SetDisabledInput = Pick<
  IssueCodeInput,
  'organisationId' | 'accountId' | 'ref' | 'actor' | 'notify'
> & { disabled: boolean }

/** A grant as someone sees it who holds its URL secret and nothing else. */
export type LinkView = Pick<
  GrantView,
  'id' | 'platform' | 'ownership' | 'state' | 'confirmation' | 'validUntil' | 'openedAt'
> & {
  /** How a device that a browser claims tells that it came alive. */
  reports: Reports
  /** Whether the visitor may say whose device it is. */
  ownershipOpen: boolean
  /** PIN entry behind this link is closed. */
  pinClosed: boolean
  claim: Pick<ClaimView, 'claimedAt' | 'state' | 'platform' | 'name'> | null
  /** The device that the asking browser holds, or held, by this grant. */
  own: { deviceId: DeviceId } | null
}

/** A claim as the browser that holds it, or held it, sees it. */
export type BrowserClaim = {
  deviceId: DeviceId
  platform: Platform
  ownership: Ownership
  state: ClaimState
  live: LiveState
  reports: Reports
  template: { id: string; version: number }
  claimedAt: Instant
  deliveredAt: Instant | null
  confirmedAt: Instant | null
  /** What the device said it is; absent or null before. */
  model?: string | null
  /** It went on elsewhere: this browser holds it no longer, and the secrets below are null. */
  moved: boolean
  /** Until when it can be passed on or downloaded: 24 hours after the claim. */
  windowEndsAt: Instant
  downloadsLeft: number
  /** `k` of the artefact's address, and of the address where the owner says that it is installed. */
  artefactKey: string | null
  confirmKey: string | null
  /** `t` of the link with which something else takes over, once; null when that is not possible any more. */
  ticket: string | null
}

/** Who holds a claim: a device key (RFC 7638 thumbprint), a hashed idempotency key, or a browser's cookie. */
export type Holder =
  | { kind: 'device_key'; thumbprint: string; jti: string }
  | { kind: 'browser'; hash: string }
  | { kind: 'idempotency_key'; hash: string }

export type RedeemInput = {
  /**
   * The URL secret, with a PIN where the grant asks for one; the PIN that came with an e-mail address; a
   * grant whose PIN this browser proved a moment ago; or a handover ticket.
   */
  by:
    | { kind: 'url'; secret: string; pin: string | null }
    | { kind: 'pin'; pin: string }
    | { kind: 'proved'; grantId: string }
    | { kind: 'ticket'; ticket: string }
  holder: Holder
  facts: DeviceFacts
  ownership: Ownership | null
  /** Whether model and version of the device stand in the audit; absent: they do not. */
  logFacts?: boolean
  /** It asks for a certificate and nothing else, which reports for it: refused where the code brings none. */
  certificate?: boolean
  /** What the device's platform gets: needed where the grant is an invitation, which names no platform itself. */
  offer?: DeviceOffer
  /** The version of the terms that the person accepted with it; kept once it succeeds. */
  termsVersion?: number
}

export type Redeemed = {
  deviceId: DeviceId
  status: 'pending' | 'active'
  platform: Platform
  ownership: Ownership
  token: string
  tokenType: 'DPoP' | 'Bearer'
  checkInSeconds: number
  /** As they were when the code was issued, their variables not filled in. */
  policies: Policies
  /** The first facts stay: what the device called itself when it redeemed. */
  deviceName?: string | null
}

/**
 * `invalid_provision_code` covers wrong, used, expired, superseded and revoked: one answer. `not_entitled`: the
 * code is good and brings no certificate.
 */
export type RedeemRefusal =
  | 'pin_required'
  | 'invalid_provision_code'
  | 'device_limit_reached'
  | 'setup_disabled'
  | 'key_in_use'
  | 'not_entitled'
  | 'proof_replayed'
  | 'temporarily_unavailable'
  /** The grant is an invitation: ask again with what the platform gets. Said only once the secret matched. */
  | 'offer_required'

/** What a download is made from. */
export type TakenArtefact = BrowserClaim & {
  /** What the device brings back from its phase 1 profile; null where it reports otherwise. */
  challenge?: string | null
}

export type ArtefactRefusal = 'unknown' | 'too_often' | 'over'

/** An Apple device's answer to its phase 1 profile: the challenge, and what it says of itself. */
export type ReportOtaInput = {
  deviceId: DeviceId
  challenge: string
  facts: DeviceFacts & { udid: string }
  /** Whether model and version of the device stand in the audit. */
  logFacts: boolean
}
/** One answer for every challenge that is not good, whatever is wrong with it. */
export type ReportOtaRefusal = 'invalid_provision_code' | 'setup_disabled' | 'temporarily_unavailable'

export type ConfirmInput = { deviceId: DeviceId; claimId: string; epoch: number }
export type ConfirmRefusal = 'invalid_credential' | 'setup_disabled' | 'temporarily_unavailable'
