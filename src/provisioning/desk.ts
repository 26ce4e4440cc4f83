import type { DeviceId } from '../kernel/ids.ts'
import type { Keyring } from '../kernel/secrets.ts'
import { type Instant, MINUTE, SECOND } from '../kernel/time.ts'
import type { GrantView, InvitationView, LinkView } from '../referee/index.ts'
import type { Bindings } from '../runtime/bindings.ts'
import { clock } from '../runtime/clock.ts'
import { openDatabase } from '../runtime/database.ts'
import { describeError, log } from '../runtime/logger.ts'
import { findOwn } from './browser-claims.ts'
import type { Context } from './context.ts'
import { viewInvitation } from './invitation-views.ts'
import { keepHouse } from './lifecycle.ts'
import { Outbox } from './outbox.ts'
import { OutboxNotice } from './outbox-notice.ts'
import { OutboxNoticeStore, type OutboxState } from './outbox-notice-store.ts'
import { projectEvent } from './projection.ts'
import { ProvisionSessionStore } from './provision-session-store.ts'
import { undoClaim } from './redeem.ts'
import { ABANDON_AFTER } from './rules.ts'
import { tellPortal, tellSockets } from './sockets.ts'
import type { Grant, Invitation } from './types.ts'
import { viewGrant, viewLink } from './views.ts'

/** While a hand-over to D1 is under way the alarm stands this far ahead, should the object die with it. */
const HAND_OVER_GRACE = 10 * SECOND

/** The platform retries a failing alarm six times; at the fifth we take over and come back later ourselves. */
const LAST_ALARM_RETRY = 5
const ALARM_RECOVERY = 15 * MINUTE

/**
 * What every call of a provision session works at: one transaction for each decision, the alarm, the hand-over
 * to D1, and the pages that watch.
 */
export class SessionDesk {
  readonly store: ProvisionSessionStore
  private readonly state: DurableObjectState
  private readonly keys: Keyring
  private readonly outbox: Outbox
  private readonly notices: OutboxNoticeStore
  private readonly notice: OutboxNotice

  constructor(state: DurableObjectState, bindings: Bindings) {
    this.state = state
    this.keys = bindings.keys
    this.store = new ProvisionSessionStore(state.storage)
    const d1 = { database: openDatabase(bindings.db), messages: bindings.messages }
    this.notices = new OutboxNoticeStore(state.storage)
    this.notice = new OutboxNotice({
      store: this.notices,
      database: d1.database,
      refOf: () => this.store.readSession()?.ref ?? '',
    })
    this.outbox = new Outbox({
      store: this.store,
      project: (event) => projectEvent(d1, event),
      landed: (event) => this.tellPortal(event.device?.id ?? event.audit.deviceId),
      undo: (event) => {
        this.decide((context) => undoClaim(context, event))
      },
      failed: (attempts) => this.notice.noteFailure(attempts),
      now: () => clock.now(),
    })
  }

  context(): Context {
    return { store: this.store, keys: this.keys, now: clock.now() }
  }

  /**
   * Runs a decision in one transaction and arms the alarm with it. The callback is never async: an `await`
   * inside would let another request in between.
   */
  decide<Outcome>(decision: (context: Context) => Outcome): Outcome {
    const context = this.context()
    return this.state.storage.transactionSync(() => {
      const outcome = decision(context)
      // While an event waits the alarm only guards its hand-over; what is due besides is looked up after it.
      const due = this.store.nextEvent() ? context.now : this.store.nextDue(ABANDON_AFTER)
      if (due !== null) void this.state.storage.setAlarm(Math.max(due, context.now + HAND_OVER_GRACE))
      return outcome
    })
  }

  /** Waits until the event, if there is one, is in D1. */
  async land(rev: number | null): Promise<boolean> {
    const landed = rev === null || (await this.outbox.land(rev))
    await this.armAlarm(clock.now())
    return landed
  }

  /** Lands events without making anybody wait; what does not land is the alarm's. */
  handOver(): void {
    this.state.waitUntil(
      this.outbox.landAll().then(
        () => this.armAlarm(clock.now()),
        (error) => log('error', 'session.hand_over_failed', { reason: describeError(error) }),
      ),
    )
  }

  /** What the alarm does. Near the platform's last retry it arms itself again instead of failing for good. */
  async ring(retryCount: number): Promise<void> {
    try {
      if (!this.store.isReady()) return
      const { changedGrants } = this.decide((context) => keepHouse(context))
      for (const grantId of changedGrants) this.tell(grantId)
      await this.outbox.landAll()
      await this.armAlarm(clock.now())
    } catch (error) {
      log('error', 'session.alarm_failed', { retry: retryCount, reason: describeError(error) })
      if (retryCount < LAST_ALARM_RETRY) throw error
      await this.state.storage.setAlarm(clock.now() + ALARM_RECOVERY)
    }
  }

  /** Has everything tried again that D1 did not take, what was parked too. Returns what is left. */
  async retryOutbox(): Promise<Pick<OutboxState, 'waiting' | 'parked'>> {
    if (!this.store.isReady()) return { waiting: 0, parked: 0 }
    this.decide(({ now }) => this.notices.unparkEvents(now))
    await this.outbox.landAll()
    await this.armAlarm(clock.now())
    if (!this.store.isReady()) return { waiting: 0, parked: 0 }
    const { waiting, parked } = this.notices.readOutbox()
    return { waiting, parked }
  }

  private async armAlarm(now: Instant): Promise<void> {
    // It forgot everything meanwhile.
    if (!this.store.isReady()) return
    await this.notice.settle(now)
    if (!this.store.isReady() || (await this.forgetClosed())) return
    const dues = [this.store.nextDue(ABANDON_AFTER), this.notice.due()].filter((at) => at !== null)
    const due = dues.length > 0 ? Math.min(...dues) : null
    if (due === null) await this.state.storage.deleteAlarm()
    else await this.state.storage.setAlarm(Math.max(due, now + SECOND))
  }

  /** The account was deleted and D1 knows all of it, supervisors too: nothing is left to remember. */
  private async forgetClosed(): Promise<boolean> {
    const closed = this.store.readSession()?.closedAt != null
    if (!closed || this.notices.readOutbox().oldest !== null || this.notice.due() !== null) return false
    await this.store.forget()
    return true
  }

  view(grant: Grant): GrantView | null {
    const session = this.store.readSession()
    const { keys, now } = this.context()
    return session && viewGrant({ keys, session, grant, claims: this.store.listClaims(), now })
  }

  viewInvitation(invitation: Invitation): InvitationView | null {
    if (!this.store.isReady()) return null
    const session = this.store.readSession()
    return session && viewInvitation(this.context(), session, invitation)
  }

  viewLink(grant: Grant, browser: string | null): LinkView {
    const context = this.context()
    const own = browser === null ? null : findOwn(context, grant.id, browser)
    return viewLink({ grant, claims: this.store.listClaims(), now: context.now, own })
  }

  /** The grant by which a device was claimed last. */
  grantOf(deviceId: string): string | null {
    return this.store.findClaimOf(deviceId)?.grantId ?? null
  }

  /** Tells the pages that watch a grant what it is now. */
  tell(grantId: string): void {
    if (this.state.getWebSockets(grantId).length === 0 || !this.store.isReady()) return
    const grant = this.store.findGrant(grantId)
    const shown = grant && this.view(grant)
    if (shown) tellSockets(this.state, grantId, shown.live, clock.now())
  }

  tellAbout(deviceId: string): void {
    const grantId = this.grantOf(deviceId)
    if (grantId) this.tell(grantId)
  }

  /** Tells the pages of the portal that something changed about a device, or about what is open. */
  tellPortal(deviceId: DeviceId | null): void {
    tellPortal(this.state, deviceId, clock.now())
  }

  /** Pages that still show a superseded code learn that it ended. */
  tellWatchers(): void {
    const watched = new Set(this.state.getWebSockets().flatMap((socket) => this.state.getTags(socket)))
    for (const grantId of watched) this.tell(grantId)
  }
}
