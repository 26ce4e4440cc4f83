import type { DeviceId } from '../kernel/ids.ts'
import type { Result } from '../kernel/result.ts'
import type { Instant } from '../kernel/time.ts'
import type {
  Actor,
  ArtefactRefusal,
  BrowserClaim,
  ClaimView,
  ConfirmInput,
  ConfirmRefusal,
  GrantView,
  IssueCodeInput,
  IssueForDeviceRefusal,
  LinkView,
  OpenGrant,
  Redeemed,
  RedeemInput,
  RedeemRefusal,
  ReportOtaInput,
  ReportOtaRefusal,
  SetDisabledInput,
  TakenArtefact,
} from './types.ts'
import type {
  CloseAccountInput,
  EndDeviceInput,
  IssuePasscodeResetInput,
  PasscodeResetRefusal,
  PasscodeResetView,
  SetOwnershipInput,
} from './types-devices.ts'
import type {
  InvitationLinkView,
  InvitationView,
  IssueInvitationInput,
  IssueInvitationRefusal,
} from './types-invitations.ts'
import type { Replayed, ReplayInput } from './types-replay.ts'

/**
 * The calls of a provision session: what the Worker may ask of the referee. RPC stays compatible one version
 * back, so calls gain optional fields and are never re-shaped. Expected refusals are values, never exceptions.
 */
export type ProvisionSessionCalls = {
  issueCode(input: IssueCodeInput): Promise<Result<GrantView, IssueForDeviceRefusal>>
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
  /** Says whose device it is; saying what is so already changes nothing. Waits until D1 knows. */
  setOwnership(input: SetOwnershipInput): Promise<Result<null, 'unknown' | 'temporarily_unavailable'>>
  /** A fresh PIN for the passcode of a living device's secure apps; the one before it is over. */
  issuePasscodeReset(
    input: IssuePasscodeResetInput,
  ): Promise<Result<PasscodeResetView, 'unknown' | 'setup_disabled'>>
  /** The newest of a device; null: none, or long over. */
  showPasscodeReset(input: { deviceId: DeviceId }): Promise<PasscodeResetView | null>
  /**
   * Uses the PIN, once. The device has proved its credential; asking again with the same PIN within its ten minutes
   * is answered the same, so that a lost answer costs nothing.
   */
  usePasscodeReset(input: {
    deviceId: DeviceId
    pin: string
  }): Promise<Result<{ usedAt: Instant }, PasscodeResetRefusal>>
  /** Something about a device of the account changed that the session does not decide: its owner's pages look again. */
  announce(input: { deviceId: DeviceId }): Promise<void>
  /**
   * Ends every code, invitation and device of the account, closes its sockets, has D1 forget who it was, and then
   * forgets it too. What answers `temporarily_unavailable` was decided all the same, and the alarm finishes it.
   */
  closeAccount(input: CloseAccountInput): Promise<Result<null, 'temporarily_unavailable'>>
  /**
   * Disables the account: its codes end and its sockets close at once, claims stay. Or enables it again. Waits
   * until D1 knows; what then answers `temporarily_unavailable` was decided all the same, and the alarm lands it.
   */
  setDisabled(input: SetDisabledInput): Promise<Result<null, 'temporarily_unavailable'>>
  /** Tries again what D1 did not take, what it refused for good too. Says what is left after that. */
  retryOutbox(): Promise<{ waiting: number; parked: number }>
  /**
   * D1 was set back to an earlier state, or the session was lost: tells D1 what it does not know, or begins again from
   * what D1 knows. Repeating it changes nothing.
   */
  replay(input: ReplayInput): Promise<Replayed>
  /** Brings codes and invitations that can still be claimed under the current master key. */
  resealCodes(): Promise<{ resealed: number; unreadable: number }>
  /** Ends the sockets of one web session; null: every socket of the account. */
  closeSockets(input: { sessionId: string | null }): Promise<void>
}
