import { DurableObject } from 'cloudflare:workers'
import { ok, type Result, refuse } from '../kernel/result.ts'
import { hashSecret } from '../kernel/secrets.ts'
import { type Instant, MINUTE, SECOND } from '../kernel/time.ts'
import type {
  ConfirmInput,
  ConfirmRefusal,
  GrantView,
  IssueCodeInput,
  IssueRefusal,
  LinkView,
  OpenGrant,
  ProvisionSessionCalls,
  Redeemed,
  RedeemInput,
  RedeemRefusal,
} from '../referee/index.ts'
import { SOCKET_HEADERS } from '../referee/index.ts'
import { checkBindings } from '../runtime/bindings.ts'
import { clock } from '../runtime/clock.ts'
import { openDatabase } from '../runtime/database.ts'
import { describeError, log } from '../runtime/logger.ts'
import type { Context } from './context.ts'
import { issueCode } from './issue.ts'
import { confirm, keepHouse, noteFetched, openLink, revokeGrant } from './lifecycle.ts'
import { Outbox } from './outbox.ts'
import { projectEvent } from './projection.ts'
import { ProvisionSessionStore } from './provision-session-store.ts'
import { redeem, undoClaim } from './redeem.ts'
import { ABANDON_AFTER } from './rules.ts'
import { acceptSocket, closeSocketsOf, tellSockets } from './sockets.ts'
import type { Grant } from './types.ts'
import { listOpenGrants, viewGrant, viewLink } from './views.ts'

/** While a hand-over to D1 is under way the alarm stands this far ahead, should the object die with it. */
const HAND_OVER_GRACE = 10 * SECOND

/** The platform retries a failing alarm six times; at the fifth we take over and come back later ourselves. */
const LAST_ALARM_RETRY = 5
const ALARM_RECOVERY = 15 * MINUTE

/**
 * The referee of everything that may happen only once for one account: its grants, PIN tries, claims, device
 * limit and live status. Thin: every decision is made by the functions of this room inside one synchronous
 * transaction; this class opens it, arms the alarm and hands events over to D1.
 */
export class ProvisionSession extends DurableObject implements ProvisionSessionCalls {
  private readonly store: ProvisionSessionStore
  private readonly bindings
  private readonly outbox: Outbox

  constructor(state: DurableObjectState, env: object) {
    super(state, env as never)
    this.bindings = checkBindings(env)
    this.store = new ProvisionSessionStore(state.storage)
    const d1 = { database: openDatabase(this.bindings.db), messages: this.bindings.messages }
    this.outbox = new Outbox({
      store: this.store,
      project: (event) => projectEvent(d1, event),
      undo: (event) => {
        const claimId = event.device?.claimId
        if (claimId) this.decide((context) => undoClaim(context, claimId))
      },
      now: () => clock.now(),
    })
    state.setWebSocketAutoResponse(new WebSocketRequestResponsePair('ping', 'pong'))
  }

  async issueCode(input: IssueCodeInput): Promise<Result<GrantView, IssueRefusal>> {
    this.store.migrate()
    const issued = this.decide((context) => issueCode(context, input))
    this.handOver()
    if (issued.ok) this.tellEndedGrants()
    return issued
  }

  async showGrant(grantId: string): Promise<GrantView | null> {
    const grant = this.store.isReady() ? this.store.findGrant(grantId) : null
    return grant && this.view(grant, clock.now())
  }

  async listOpenGrants(): Promise<OpenGrant[]> {
    return this.store.isReady() ? listOpenGrants(this.store, clock.now()) : []
  }

  async revokeGrant(input: Parameters<ProvisionSessionCalls['revokeGrant']>[0]): Promise<GrantView | null> {
    if (!this.store.isReady()) return null
    const grant = this.decide((context) => revokeGrant(context, input))
    if (grant) this.tell(grant.id)
    this.handOver()
    return grant && this.view(grant, clock.now())
  }

  async inspectLink(input: { secret: string; fetched: boolean }): Promise<LinkView | null> {
    if (!this.store.isReady()) return null
    const now = clock.now()
    const found = this.store.findGrantBySecret(hashSecret(input.secret))
    const note = input.fetched && found?.fetchedAt === null
    const grant = note ? this.decide((context) => noteFetched(context, input.secret)) : found
    return grant && viewLink(grant, this.store.listClaims(), now)
  }

  async openLink(input: { secret: string }): Promise<LinkView | null> {
    if (!this.store.isReady()) return null
    const opened = this.decide((context) => openLink(context, input.secret))
    if (!opened) return null
    if (opened.changed) {
      this.tell(opened.grant.id)
      this.handOver()
    }
    return viewLink(opened.grant, this.store.listClaims(), clock.now())
  }

  async redeem(input: RedeemInput): Promise<Result<Redeemed, RedeemRefusal>> {
    if (!this.store.isReady()) return refuse('invalid_provision_code')
    const outcome = this.decide((context) => redeem(context, input))
    if (!outcome.result.ok) {
      this.handOver()
      if (outcome.grantId) this.tell(outcome.grantId)
      return outcome.result
    }
    const landed = outcome.rev === null || (await this.outbox.land(outcome.rev))
    await this.armAlarm(clock.now())
    if (!landed) return refuse('temporarily_unavailable')
    const claim = this.store.listClaims().find(({ id }) => id === outcome.claimId)
    if (claim?.state === 'abandoned') return refuse('key_in_use')
    if (outcome.grantId) this.tell(outcome.grantId)
    return outcome.result
  }

  async confirm(input: ConfirmInput): Promise<Result<{ confirmedAt: Instant }, ConfirmRefusal>> {
    if (!this.store.isReady()) return refuse('invalid_credential')
    const confirmed = this.decide((context) => confirm(context, input))
    if (!confirmed.ok) return confirmed
    const { rev, grantId, confirmedAt } = confirmed.value
    const landed = rev === null || (await this.outbox.land(rev))
    await this.armAlarm(clock.now())
    if (!landed) return refuse('temporarily_unavailable')
    this.tell(grantId)
    return ok({ confirmedAt })
  }

  async closeSockets(input: { sessionId: string }): Promise<void> {
    closeSocketsOf(this.ctx, input.sessionId)
  }

  /** Only the Worker reaches this, with a socket whose session, Origin and ownership it has checked. */
  override async fetch(request: Request): Promise<Response> {
    const grantId = request.headers.get(SOCKET_HEADERS.grant) ?? ''
    const shown = await this.showGrant(grantId)
    if (!shown) return new Response(null, { status: 404 })
    return acceptSocket(this.ctx, request, shown.live)
  }

  override async alarm(info?: AlarmInvocationInfo): Promise<void> {
    try {
      if (!this.store.isReady()) return
      const { changedGrants } = this.decide((context) => keepHouse(context))
      for (const grantId of changedGrants) this.tell(grantId)
      await this.outbox.landAll()
      await this.armAlarm(clock.now())
    } catch (error) {
      log('error', 'session.alarm_failed', { retry: info?.retryCount ?? 0, reason: describeError(error) })
      if ((info?.retryCount ?? 0) < LAST_ALARM_RETRY) throw error
      await this.ctx.storage.setAlarm(clock.now() + ALARM_RECOVERY)
    }
  }

  override webSocketMessage(): void {
    // Owners' pages only listen; "ping" is answered by the platform without waking the object.
  }

  /**
   * Runs a decision in one transaction and arms the alarm with it. The callback is never async: an `await`
   * inside would let another request in between.
   */
  private decide<Outcome>(decision: (context: Context) => Outcome): Outcome {
    const now = clock.now()
    const context: Context = { store: this.store, keys: this.bindings.keys, now }
    return this.ctx.storage.transactionSync(() => {
      const outcome = decision(context)
      const due = this.store.nextDue(ABANDON_AFTER)
      if (due !== null) void this.ctx.storage.setAlarm(Math.max(due, now + HAND_OVER_GRACE))
      return outcome
    })
  }

  private async armAlarm(now: Instant): Promise<void> {
    const due = this.store.nextDue(ABANDON_AFTER)
    if (due === null) await this.ctx.storage.deleteAlarm()
    else await this.ctx.storage.setAlarm(Math.max(due, now + SECOND))
  }

  /** Lands events without making anybody wait; what does not land is the alarm's. */
  private handOver(): void {
    this.ctx.waitUntil(
      this.outbox.landAll().then(
        () => this.armAlarm(clock.now()),
        (error) => log('error', 'session.hand_over_failed', { reason: describeError(error) }),
      ),
    )
  }

  private view(grant: Grant, now: Instant): GrantView | null {
    const session = this.store.readSession()
    if (!session) return null
    return viewGrant({ keys: this.bindings.keys, session, grant, claims: this.store.listClaims(), now })
  }

  private tell(grantId: string): void {
    const grant = this.store.findGrant(grantId)
    const shown = grant && this.view(grant, clock.now())
    if (shown) tellSockets(this.ctx, grantId, shown.live, clock.now())
  }

  /** Pages that still show a superseded code learn that it ended. */
  private tellEndedGrants(): void {
    const watched = new Set(this.ctx.getWebSockets().flatMap((socket) => this.ctx.getTags(socket)))
    for (const grantId of watched) this.tell(grantId)
  }
}
