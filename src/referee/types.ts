import type { DeviceFacts } from '../kernel/device-facts.ts'
import type { AccountRef, DeviceId } from '../kernel/ids.ts'
import type { Locale } from '../kernel/locale.ts'
import type { Ownership } from '../kernel/ownership.ts'
import type { Platform, Reports } from '../kernel/platform.ts'
import type { Result } from '../kernel/result.ts'
import type { Instant } from '../kernel/time.ts'

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
  template: { id: string; version: number; policies: Policies; identity?: boolean }
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
}

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

/** Ends a device on somebody's word. */
export type EndDeviceInput = { deviceId: DeviceId; actor: Actor; as: 'deleted' | 'retired'; reason?: string }

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
}

/** A grant without its credentials, for lists. */
export type OpenGrant = Pick<GrantView, 'id' | 'platform' | 'live' | 'validUntil' | 'claim'>

/** `not_entitled`: this person, or no owner at all, may get codes by themselves. The object never says it. */
export type IssueRefusal =
  | { code: 'device_limit_reached'; limit: number }
  | { code: 'setup_disabled' }
  | { code: 'not_entitled' }

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

/**
 * The calls of a provision session: what the Worker may ask of the referee. RPC stays compatible one version
 * back, so calls gain optional fields and are never re-shaped. Expected refusals are values, never exceptions.
 */
export type ProvisionSessionCalls = {
  issueCode(input: IssueCodeInput): Promise<Result<GrantView, IssueRefusal>>
  /** What the owner may see, credentials included while the grant lives. Null: no such grant. */
  showGrant(grantId: string): Promise<GrantView | null>
  /** What the owner may go on with, newest first: codes that live, and devices that have not reported yet. */
  listOpenGrants(): Promise<OpenGrant[]>
  /**
   * The claims that would end if one more device were set up under this limit, oldest first. None: there is
   * room, or one more is refused.
   */
  listReplaced(input: Pick<IssueCodeInput, 'deviceLimit' | 'atLimit'>): Promise<ClaimView[]>
  /** Ends a grant that can still be claimed. Claims made with it stay. */
  revokeGrant(input: { grantId: string; actor: Actor }): Promise<GrantView | null>
  /** Looks at a link. With `fetched`, notes that it was fetched, and nothing else. Null: no such secret. */
  inspectLink(input: { secret: string; fetched: boolean; browser?: string | null }): Promise<LinkView | null>
  /** A person opened the link: a POST, or a pointer or key event on the page. Null: no such secret. */
  openLink(input: { secret: string }): Promise<LinkView | null>
  redeem(input: RedeemInput): Promise<Result<Redeemed, RedeemRefusal>>
  /** Compares a PIN that came with an e-mail address, counting the try; claims nothing. */
  provePin(input: {
    pin: string
  }): Promise<Result<{ grantId: string; invitation?: boolean }, 'invalid_provision_code'>>
  /** A grant whose PIN was proved, as `inspectLink` shows it. */
  inspectGrant(input: { grantId: string; browser: string }): Promise<LinkView | null>
  /** What a handover ticket would take over; changes nothing. Null: unknown, used, or over. */
  inspectTicket(input: { ticket: string; browser: string | null }): Promise<BrowserClaim | null>
  /** A claim, for the browser that holds or held it. Null for any other. */
  showClaim(input: { deviceId: DeviceId; browser: string }): Promise<BrowserClaim | null>
  /** A claim, for the key that its profile brought. Null for any other. */
  showClaimByKey(input: { deviceId: DeviceId; key: string }): Promise<BrowserClaim | null>
  /** Counts a download of the artefact and notes that it was delivered. */
  takeArtefact(input: { deviceId: DeviceId; key: string }): Promise<Result<TakenArtefact, ArtefactRefusal>>
  /** The owner says that it is installed: by the browser that holds it, or by the key that the profile brought. */
  sayInstalled(input: {
    deviceId: DeviceId
    by: { browser: string } | { key: string }
  }): Promise<Result<{ confirmedAt: Instant }, 'unknown' | 'temporarily_unavailable'>>
  /** A new PIN for the same grant and URL; reopens PIN entry everywhere. Null: no living grant of that id. */
  renewPin(input: { grantId: string; actor: Actor }): Promise<GrantView | null>
  /** The first authenticated check-in. Repeating it changes nothing. */
  confirm(input: ConfirmInput): Promise<Result<{ confirmedAt: Instant }, ConfirmRefusal>>
  /** The challenge of a phase 1 profile, once; the same UDID may repeat it for a day and changes nothing. */
  reportOta(
    input: ReportOtaInput,
  ): Promise<Result<{ confirmedAt: Instant; artefactKey: string | null }, ReportOtaRefusal>>
  /**
   * Invites the person and supersedes the invitation before at once; its devices stay. Waits until D1 knows.
   * Asked again with the same id it changes nothing and answers what has become of it.
   */
  issueInvitation(input: IssueInvitationInput): Promise<Result<InvitationView, IssueInvitationRefusal>>
  /** What a manager may see, credentials included while it lives. Null: no such invitation. */
  showInvitation(invitationId: string): Promise<InvitationView | null>
  /** The one that lives; null: none. */
  livingInvitation(): Promise<InvitationView | null>
  /** Ends an invitation at once. Devices that it brought stay. Waits until D1 knows. */
  deactivateInvitation(input: {
    invitationId: string
    actor: Actor
  }): Promise<Result<InvitationView, 'unknown' | 'temporarily_unavailable'>>
  /** A new PIN for the same invitation and URL; reopens PIN entry everywhere. Null: none of that id lives. */
  renewInvitationPin(input: { invitationId: string; actor: Actor }): Promise<InvitationView | null>
  /** Looks at an invitation's link, as `inspectLink` does. Null: no such secret. */
  inspectInvitation(input: {
    by: { secret: string } | { invitationId: string }
    fetched: boolean
    browser: string | null
  }): Promise<InvitationLinkView | null>
  /** A person opened it: a POST, or a pointer or key event on the page. Null: no such secret. */
  openInvitation(input: { secret: string }): Promise<InvitationLinkView | null>
  /**
   * Ends a device: its claim is revoked, its credential is dead; a slot's invitation is deactivated. Waits until
   * D1 knows.
   */
  endDevice(input: EndDeviceInput): Promise<Result<null, 'unknown' | 'temporarily_unavailable'>>
  /**
   * Disables the account: its codes end and its sockets close at once, claims stay. Or enables it again. Waits
   * until D1 knows; what then answers `temporarily_unavailable` was decided all the same, and the alarm lands it.
   */
  setDisabled(input: SetDisabledInput): Promise<Result<null, 'temporarily_unavailable'>>
  /** Tries again what D1 did not take, what it refused for good too. Says what is left after that. */
  retryOutbox(): Promise<{ waiting: number; parked: number }>
  /** Ends the sockets of one web session; null: every socket of the account. */
  closeSockets(input: { sessionId: string | null }): Promise<void>
}
