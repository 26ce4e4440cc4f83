import { ok, type Result, refuse } from '../kernel/result.ts'
import { hashSecret } from '../kernel/secrets.ts'
import type { Instant } from '../kernel/time.ts'
import type {
  BrowserClaim,
  ConfirmInput,
  ConfirmRefusal,
  GrantView,
  IssueCodeInput,
  IssueForDeviceRefusal,
  LinkView,
  OpenGrant,
  ProvisionSessionCalls,
  Redeemed,
  RedeemInput,
  RedeemRefusal,
  ReportOtaInput,
  SetDisabledInput,
} from '../referee/index.ts'
import { SOCKET_HEADERS } from '../referee/index.ts'
import { clock } from '../runtime/clock.ts'
import { sayInstalled, showClaim, showClaimByKey, takeArtefact, viewBrowserClaim } from './browser-claims.ts'
import { setDisabled } from './disabling.ts'
import { findByTicket, findTakenOver } from './handover.ts'
import { issueCode } from './issue.ts'
import { confirm, noteFetched, openLink, revokeGrant } from './lifecycle.ts'
import { reportOta } from './ota.ts'
import { PassedOnCalls } from './passed-on-calls-object.ts'
import { provePin, renewPin } from './pins.ts'
import { redeem } from './redeem.ts'
import { acceptSocket, closeAllSockets, closeSocketsOf, PORTAL_TAG } from './sockets.ts'
import type { HolderId } from './types.ts'
import { listOpenGrants, listReplaced } from './views.ts'

/** What a call takes. */
type Calls<Name extends keyof ProvisionSessionCalls> = Parameters<ProvisionSessionCalls[Name]>[0]

/**
 * The referee of everything that may happen only once for one account: its grants, PIN tries, claims, device
 * limit and live status. Thin: the functions of this room decide, the desk gives them a transaction, arms the
 * alarm and hands events over to D1.
 */
export class ProvisionSession extends PassedOnCalls implements ProvisionSessionCalls {
  constructor(state: DurableObjectState, env: object) {
    super(state, env)
    state.setWebSocketAutoResponse(new WebSocketRequestResponsePair('ping', 'pong'))
  }

  async issueCode(input: IssueCodeInput): Promise<Result<GrantView, IssueForDeviceRefusal>> {
    if (this.desk.store.isForgotten()) return refuse({ code: 'setup_disabled' })
    this.desk.store.migrate()
    const issued = this.desk.decide((context) => issueCode(context, input))
    this.desk.handOver()
    if (issued.ok) this.desk.tellWatchers()
    return issued
  }

  async showGrant(grantId: string): Promise<GrantView | null> {
    const grant = this.desk.store.isReady() ? this.desk.store.findGrant(grantId) : null
    return grant && this.desk.view(grant)
  }

  async listOpenGrants(): Promise<OpenGrant[]> {
    return this.desk.store.isReady() ? listOpenGrants(this.desk.store, clock.now()) : []
  }

  async listReplaced(input: Calls<'listReplaced'>): ReturnType<ProvisionSessionCalls['listReplaced']> {
    return this.desk.store.isReady() ? listReplaced(this.desk.store, input) : []
  }

  async revokeGrant(input: Calls<'revokeGrant'>): Promise<GrantView | null> {
    if (!this.desk.store.isReady()) return null
    const grant = this.desk.decide((context) => revokeGrant(context, input))
    if (grant) this.desk.tell(grant.id)
    this.desk.handOver()
    return grant && this.desk.view(grant)
  }

  async inspectLink(input: Calls<'inspectLink'>): Promise<LinkView | null> {
    if (!this.desk.store.isReady()) return null
    const found = this.desk.store.findGrantBySecret(hashSecret(input.secret))
    if (!found) return null
    const note = input.fetched && found.fetchedAt === null
    const grant = note ? this.desk.decide((context) => noteFetched(context, found)) : found
    return this.desk.viewLink(grant, input.browser ?? null)
  }

  async inspectGrant(input: Calls<'inspectGrant'>): Promise<LinkView | null> {
    const grant = this.desk.store.isReady() ? this.desk.store.findGrant(input.grantId) : null
    return grant && this.desk.viewLink(grant, input.browser)
  }

  async openLink(input: Calls<'openLink'>): Promise<LinkView | null> {
    if (!this.desk.store.isReady()) return null
    const opened = this.desk.decide((context) => openLink(context, input.secret))
    if (!opened) return null
    if (opened.changed) {
      this.desk.tell(opened.grant.id)
      this.desk.handOver()
    }
    return this.desk.viewLink(opened.grant, null)
  }

  async provePin(input: Calls<'provePin'>): ReturnType<ProvisionSessionCalls['provePin']> {
    if (!this.desk.store.isReady()) return refuse('invalid_provision_code')
    const proved = this.desk.decide((context) => provePin(context, input))
    this.desk.handOver()
    if (!proved.ok) this.desk.tellWatchers()
    return proved
  }

  async renewPin(input: Calls<'renewPin'>): Promise<GrantView | null> {
    if (!this.desk.store.isReady()) return null
    const grant = this.desk.decide((context) => renewPin(context, input))
    this.desk.handOver()
    return grant && this.desk.view(grant)
  }

  async inspectTicket(input: Calls<'inspectTicket'>): Promise<BrowserClaim | null> {
    if (!this.desk.store.isReady()) return null
    const context = this.desk.context()
    const holder: HolderId = { kind: 'browser', id: input.browser ?? '' }
    const claim = findByTicket(context, input.ticket) ?? findTakenOver(context, input.ticket, holder)
    const grant = claim && this.desk.store.findGrant(claim.grantId)
    return claim && grant && viewBrowserClaim(context.keys, grant, claim, context.now, { moved: true })
  }

  async showClaim(input: Calls<'showClaim'>): Promise<BrowserClaim | null> {
    return this.desk.store.isReady() ? showClaim(this.desk.context(), input) : null
  }

  async showClaimByKey(input: Calls<'showClaimByKey'>): Promise<BrowserClaim | null> {
    return this.desk.store.isReady() ? showClaimByKey(this.desk.context(), input) : null
  }

  async takeArtefact(input: Calls<'takeArtefact'>): ReturnType<ProvisionSessionCalls['takeArtefact']> {
    if (!this.desk.store.isReady()) return refuse('unknown')
    const taken = this.desk.decide((context) => takeArtefact(context, input))
    if (taken.ok) this.desk.tellAbout(input.deviceId)
    this.desk.handOver()
    return taken
  }

  async sayInstalled(input: Calls<'sayInstalled'>): ReturnType<ProvisionSessionCalls['sayInstalled']> {
    if (!this.desk.store.isReady()) return refuse('unknown')
    const said = this.desk.decide((context) => sayInstalled(context, input))
    if (!said.ok) return said
    if (!(await this.desk.land(said.value.rev))) return refuse('temporarily_unavailable')
    this.desk.tell(said.value.grantId)
    return ok({ confirmedAt: said.value.confirmedAt })
  }

  async redeem(input: RedeemInput): Promise<Result<Redeemed, RedeemRefusal>> {
    if (!this.desk.store.isReady()) return refuse('invalid_provision_code')
    const outcome = this.desk.decide((context) => redeem(context, input))
    if (!outcome.result.ok) {
      this.desk.handOver()
      // A refusal may have locked PINs, warned of a theft or found a code at its end.
      this.desk.tellWatchers()
      return outcome.result
    }
    if (!(await this.desk.land(outcome.rev))) return refuse('temporarily_unavailable')
    // The account was deleted meanwhile, and its devices with it.
    if (!this.desk.store.isReady()) return refuse('setup_disabled')
    const claim = outcome.claimId === null ? null : this.desk.store.findClaim(outcome.claimId)
    if (claim?.state === 'abandoned') return refuse('key_in_use')
    if (outcome.othersEnded) this.desk.tellWatchers()
    else if (outcome.grantId) this.desk.tell(outcome.grantId)
    return outcome.result
  }

  async confirm(input: ConfirmInput): Promise<Result<{ confirmedAt: Instant }, ConfirmRefusal>> {
    if (!this.desk.store.isReady()) return refuse('invalid_credential')
    const confirmed = this.desk.decide((context) => confirm(context, input))
    if (!confirmed.ok) return confirmed
    const { rev, grantId, confirmedAt } = confirmed.value
    if (!(await this.desk.land(rev))) return refuse('temporarily_unavailable')
    this.desk.tell(grantId)
    return ok({ confirmedAt })
  }

  async reportOta(input: ReportOtaInput): ReturnType<ProvisionSessionCalls['reportOta']> {
    if (!this.desk.store.isReady()) return refuse('invalid_provision_code')
    const reported = this.desk.decide((context) => reportOta(context, input))
    if (!reported.ok) {
      this.desk.handOver()
      this.desk.tellWatchers()
      return reported
    }
    const { rev, grantId, ...answer } = reported.value
    if (!(await this.desk.land(rev))) return refuse('temporarily_unavailable')
    this.desk.tell(grantId)
    return ok(answer)
  }

  async setDisabled(input: SetDisabledInput): ReturnType<ProvisionSessionCalls['setDisabled']> {
    if (!input.disabled && !this.desk.store.isReady()) return ok(null)
    if (this.desk.store.isForgotten()) return ok(null)
    this.desk.store.migrate()
    const { rev } = this.desk.decide((context) => setDisabled(context, input))
    if (input.disabled) closeAllSockets(this.ctx)
    return (await this.desk.land(rev)) ? ok(null) : refuse('temporarily_unavailable')
  }

  async retryOutbox(): ReturnType<ProvisionSessionCalls['retryOutbox']> {
    return this.desk.retryOutbox()
  }

  async closeSockets({ sessionId }: Calls<'closeSockets'>): Promise<void> {
    if (sessionId === null) closeAllSockets(this.ctx)
    else closeSocketsOf(this.ctx, sessionId)
  }

  /**
   * Only the Worker reaches this, with a socket whose Origin it has checked: an owner's, whose session and
   * account it knows, for a grant; or a browser's, which must hold the claim of the device.
   */
  override async fetch(request: Request): Promise<Response> {
    if (!this.isDisabled() && request.headers.has(SOCKET_HEADERS.portal))
      return acceptSocket(this.ctx, request, PORTAL_TAG)
    const grantId = this.isDisabled() ? '' : this.watchedGrant(request)
    const shown = await this.showGrant(grantId)
    if (!shown) return new Response(null, { status: 404 })
    return acceptSocket(this.ctx, request, grantId, shown.live)
  }

  /** A page whose socket was closed comes again at once, maybe before D1 knows that its session is over. */
  private isDisabled(): boolean {
    return this.desk.store.isReady() && this.desk.store.readSession()?.disabledAt != null
  }

  /** Empty: none, or not for this browser. */
  private watchedGrant({ headers }: Request): string {
    const deviceId = headers.get(SOCKET_HEADERS.device)
    if (deviceId === null) return headers.get(SOCKET_HEADERS.grant) ?? ''
    if (!this.desk.store.isReady()) return ''
    const browser = headers.get(SOCKET_HEADERS.session) ?? ''
    return showClaim(this.desk.context(), { deviceId, browser }) ? (this.desk.grantOf(deviceId) ?? '') : ''
  }

  override async alarm(info?: AlarmInvocationInfo): Promise<void> {
    await this.desk.ring(info?.retryCount ?? 0)
  }

  override webSocketMessage(): void {
    // Pages only listen; "ping" is answered by the platform without waking the object.
  }
}
