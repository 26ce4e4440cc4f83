import { DurableObject } from 'cloudflare:workers'
import { makeId } from '../kernel/ids.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import { CODE_LETTERS, DIGITS, makeCode, randomBytes } from '../kernel/secrets.ts'
import { type Instant, MINUTE } from '../kernel/time.ts'
import { backoffSeconds, type ChallengeMessage } from '../messaging/index.ts'
import { type Bindings, checkBindings } from '../runtime/bindings.ts'
import { clock } from '../runtime/clock.ts'
import { describeError, log } from '../runtime/logger.ts'
import { type GateStore, makeGateStore } from './address-gate-store.ts'
import * as rules from './rules.ts'
import type {
  AddressGateCalls,
  Challenge,
  ChallengeSubject,
  ChallengeView,
  GateEvent,
  RequestInput,
  RequestRefusal,
  VerifyInput,
  VerifyRefusal,
} from './types.ts'

/** The platform tries a failing alarm six times more; the last of these re-arms it itself. */
const LAST_SURE_RETRY = 5

/**
 * The address gate: one object per e-mail address, service-wide. It decides who may have a code sent there and
 * who has proved it, and it is the outbox of those messages. Everything it remembers ends within 24 hours.
 */
export class AddressGate extends DurableObject implements AddressGateCalls {
  readonly #bindings: Bindings
  readonly #store: GateStore

  constructor(ctx: DurableObjectState, env: Cloudflare.Env) {
    super(ctx, env)
    this.#bindings = checkBindings(env)
    this.#store = makeGateStore(ctx.storage)
  }

  async request(input: RequestInput): Promise<Result<{ challengeId: string }, RequestRefusal>> {
    const now = clock.now()
    const { events, mended } = this.#readEvents(now)
    const kind = rules.sendKind(input.known)
    const allowed = rules.judgeSend(events, now, kind)
    if (!allowed.ok) {
      if (mended) await this.#arm()
      return allowed
    }
    const challenge = this.#makeChallenge(input, rules.needsLetters(events, now), now)
    this.#store.write(() => {
      this.#store.retireChallenges(input)
      this.#store.saveChallenge(challenge)
      this.#store.addEvent(kind, now)
    })
    await this.#arm()
    this.ctx.waitUntil(this.#enqueue(challenge.id))
    return ok({ challengeId: challenge.id })
  }

  async verify(input: VerifyInput): Promise<Result<{ address: string; challengeId: string }, VerifyRefusal>> {
    const now = clock.now()
    const known = this.#store.exists() ? this.#store.findChallenge(input) : null
    if (!known) return refuse({ code: 'no_challenge' })
    const counted = rules.countTry(known, now)
    if (counted.refusal) {
      if (counted.challenge !== known) this.#store.write(() => this.#store.saveChallenge(counted.challenge))
      return refuse(counted.refusal)
    }
    const eventId = this.#store.write(() => {
      this.#store.saveChallenge(counted.challenge)
      return this.#store.addEvent('wrong_try', now)
    })
    // The count is on disk before anything is compared: a crash from here on costs the guesser the try.
    await this.ctx.storage.sync()
    if (!this.#isRight(counted.challenge, input.code)) return refuse(rules.refuseWrongCode(counted.challenge))
    this.#store.write(() => {
      const latest = this.#store.getChallenge(known.id)
      if (latest) this.#store.saveChallenge(rules.settleRightCode(latest, now))
      this.#store.removeEvent(eventId)
    })
    return ok({ address: known.address, challengeId: known.id })
  }

  async look(input: ChallengeSubject): Promise<ChallengeView | null> {
    const known = this.#store.exists() ? this.#store.findChallenge(input) : null
    return known && rules.viewChallenge(known, clock.now())
  }

  async prepareMessage(id: string): Promise<ChallengeMessage | null> {
    const now = clock.now()
    const known = this.#store.exists() ? this.#store.getChallenge(id) : null
    if (known?.delivery !== 'queued' || rules.isLeased(known, now)) return null
    const code = known.sealedCode ? this.#bindings.keys.open(known.sealedCode, sealContext(id)) : null
    if (code === null || !rules.isAlive(known, now)) {
      await this.#save(rules.endChallenge(known, now, code === null ? 'key_gone' : 'late'))
      return null
    }
    const leased = rules.leaseMessage(known, now)
    await this.#save(leased)
    const { address, locale, organisationId, purpose, attempts } = leased
    const validMinutes = rules.CODE_VALIDITY_MS / MINUTE
    return { to: address, code, locale, organisationId, purpose, validMinutes, messageId: id, attempts }
  }

  async noteAccepted(id: string): Promise<void> {
    const now = clock.now()
    const known = this.#store.exists() ? this.#store.getChallenge(id) : null
    if (known?.delivery === 'queued') await this.#save(rules.acceptMessage(known, now))
  }

  async noteFailed(input: {
    id: string
    reason: string
    permanent: boolean
  }): Promise<{ retryInSeconds: number | null }> {
    const now = clock.now()
    const known = this.#store.exists() ? this.#store.getChallenge(input.id) : null
    if (known?.delivery !== 'queued') return { retryInSeconds: null }
    const { reason, permanent } = input
    const failure = { reason, permanent, retryInSeconds: backoffSeconds(known.attempts) }
    const { challenge, retryInSeconds } = rules.failMessage(known, failure, now)
    await this.#save(challenge)
    return { retryInSeconds }
  }

  override async alarm(info?: AlarmInvocationInfo): Promise<void> {
    const now = clock.now()
    try {
      if (!this.#store.exists()) return
      this.#store.write(() => this.#tidy(now))
      const overdue = this.#store.listChallenges().filter((challenge) => rules.wantsRequeue(challenge, now))
      for (const { id } of overdue) await this.#bindings.messages.send(this.#referTo(id))
      this.#store.write(() => {
        for (const { id } of overdue) {
          const latest = this.#store.getChallenge(id)
          if (latest?.delivery === 'queued') this.#store.saveChallenge(rules.noteRequeued(latest, now))
        }
      })
      await this.#arm()
    } catch (error) {
      log('error', 'gate_alarm_failed', { retries: info?.retryCount ?? 0, reason: describeError(error) })
      if ((info?.retryCount ?? 0) < LAST_SURE_RETRY) throw error
      await this.ctx.storage.setAlarm(now + 2 * MINUTE)
    }
  }

  /**
   * What the caps are counted from. A note from the future tells that the clock had jumped: that is mended first, and
   * the alarm is to be set anew. Never async: between counting and noting nobody else may ask.
   */
  #readEvents(now: Instant): { events: GateEvent[]; mended: boolean } {
    const events = this.#store.exists() ? this.#store.listEvents() : []
    if (!events.some((event) => event.at > now)) return { events, mended: false }
    this.#store.write(() => this.#tidy(now))
    return { events: this.#store.listEvents(), mended: true }
  }

  /** Ends what time has ended, and forgets what is older than the gate's memory. */
  #tidy(now: Instant): void {
    this.#store.tidyEvents(now, now - rules.MEMORY_MS)
    for (const challenge of this.#store.listChallenges()) {
      const tidied = rules.tidyChallenge(challenge, now)
      if (tidied === null) this.#store.removeChallenge(challenge.id)
      else if (tidied !== challenge) this.#store.saveChallenge(tidied)
    }
  }

  /** Sets the alarm for whatever comes next; with nothing left to remember, empties the object. */
  async #arm(): Promise<void> {
    const at = rules.nextAlarm(this.#store.listChallenges(), this.#store.listEvents())
    if (at !== null) return this.ctx.storage.setAlarm(at)
    const emptied = this.ctx.storage.deleteAll()
    this.#store.forget()
    await emptied
  }

  async #save(challenge: Challenge): Promise<void> {
    this.#store.write(() => this.#store.saveChallenge(challenge))
    await this.#arm()
  }

  #makeChallenge(input: RequestInput, letters: boolean, now: Instant): Challenge {
    const { keys } = this.#bindings
    const { purpose, organisationId, browser, address, locale } = input
    const id = makeId('chl', randomBytes(16))
    const code = letters ? makeCode(CODE_LETTERS, 8) : makeCode(DIGITS, 6)
    const subject = { id, purpose, organisationId, browser, address }
    return {
      ...subject,
      locale,
      letters,
      codeMac: keys.mac('pepper', rules.codeMaterial(subject, code)),
      sealedCode: keys.seal(code, sealContext(id)),
      tries: 0,
      delivery: 'queued',
      attempts: 0,
      dueAt: now,
      preparedAt: null,
      failure: null,
      createdAt: now,
      seenAt: now,
      endsAt: now + rules.ACCEPTANCE_MS,
      endedAt: null,
    }
  }

  #isRight(challenge: Challenge, typed: string): boolean {
    const material = rules.codeMaterial(challenge, rules.normaliseCode(typed))
    return this.#bindings.keys.matchesMac('pepper', challenge.codeMac, material)
  }

  #referTo(id: string) {
    return { kind: 'challenge', owner: this.ctx.id.toString(), id } as const
  }

  /** A reference that is lost here is queued again by the alarm. */
  async #enqueue(id: string): Promise<void> {
    try {
      await this.#bindings.messages.send(this.#referTo(id))
    } catch (error) {
      log('warn', 'challenge_not_queued', { id, reason: describeError(error) })
    }
  }
}

function sealContext(id: string): string {
  return `challenge:${id}`
}
