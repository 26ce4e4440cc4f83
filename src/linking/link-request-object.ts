import { DurableObject } from 'cloudflare:workers'
import { ok, type Result, refuse } from '../kernel/result.ts'
import { MINUTE } from '../kernel/time.ts'
import { clock } from '../runtime/clock.ts'
import { describeError, log } from '../runtime/logger.ts'
import { type LinkStore, makeLinkStore } from './link-request-store.ts'
import * as rules from './rules.ts'
import type {
  CodeTryCalls,
  FindLinkInput,
  Link,
  LinkRequestCalls,
  LinkView,
  OpenLinkInput,
  PollInput,
} from './types.ts'

/** The platform tries a failing alarm six times more; the last of these re-arms it itself. */
const LAST_SURE_RETRY = 5

/**
 * A device's request to be linked, one object per user code; and under another kind of name the wrong codes that
 * somebody typed, one object per account. Nothing of either reaches D1, and an alarm empties the object.
 */
export class LinkRequest extends DurableObject implements LinkRequestCalls, CodeTryCalls {
  readonly #store: LinkStore

  constructor(ctx: DurableObjectState, env: Cloudflare.Env) {
    super(ctx, env)
    this.#store = makeLinkStore(ctx.storage)
  }

  async open(input: OpenLinkInput) {
    const now = clock.now()
    const known = this.#store.readLink()
    if (known && rules.isKept(known, now)) return refuse('taken' as const)
    await this.#save(rules.makeLink(input, now))
    return ok(null)
  }

  async poll(input: PollInput) {
    const [known, now] = [this.#store.readLink(), clock.now()]
    const { link, result } = rules.decidePoll(known, input, now)
    if (link) await this.#save(link)
    // Made by a clock that was ahead: its alarm would go off in years.
    else if (known && !rules.isKept(known, now)) await this.ctx.storage.setAlarm(now)
    return result
  }

  async find(input: FindLinkInput) {
    const found = rules.decideFind(this.#store.readLink(), input, clock.now())
    if (!found.ok) return found
    await this.#save(found.value)
    return ok(rules.viewLink(found.value))
  }

  async look({ account }: Parameters<LinkRequestCalls['look']>[0]): Promise<LinkView | null> {
    return rules.viewFor(this.#store.readLink(), account, clock.now())
  }

  async answer(input: Parameters<LinkRequestCalls['answer']>[0]) {
    const now = clock.now()
    const decided = rules.decideAnswer(this.#store.readLink(), input, now)
    if (!decided.ok) return decided
    await this.#save(decided.value)
    return ok({ link: rules.viewLink(decided.value), since: now })
  }

  async countTry(): Promise<Result<{ id: number }, { opensAt: number }>> {
    const now = clock.now()
    const tries = this.#store.listTries()
    const judged = rules.judgeTries(tries, now)
    // One of the future counts from now: that is kept also where none may follow, else it would count anew each time.
    if (!judged.ok && tries.every((at) => at <= now)) return judged
    const id = this.#store.write(() => {
      this.#store.tidyTries(now, now - rules.TRIES_WINDOW)
      return judged.ok ? this.#store.addTry(now) : 0
    })
    await this.#arm()
    return judged.ok ? ok({ id }) : judged
  }

  async forgiveTry({ id }: { id: number }): Promise<void> {
    if (this.#store.listTries().length > 0) this.#store.write(() => this.#store.removeTry(id))
  }

  /** Empties the object once there is nothing left to remember; early, it sets itself again. */
  override async alarm(info?: AlarmInvocationInfo): Promise<void> {
    const now = clock.now()
    try {
      const link = this.#store.readLink()
      const tries = this.#store.listTries().filter((at) => at <= now && now - at < rules.TRIES_WINDOW)
      if ((link && rules.isKept(link, now)) || tries.length > 0) return await this.#arm()
      const emptied = this.ctx.storage.deleteAll()
      this.#store.forget()
      await emptied
    } catch (error) {
      log('error', 'link.alarm_failed', { retries: info?.retryCount ?? 0, reason: describeError(error) })
      if ((info?.retryCount ?? 0) < LAST_SURE_RETRY) throw error
      await this.ctx.storage.setAlarm(now + 2 * MINUTE)
    }
  }

  async #save(link: Link): Promise<void> {
    this.#store.write(() => this.#store.saveLink(link))
    await this.#arm()
  }

  async #arm(): Promise<void> {
    const at = rules.forgetAt(this.#store.readLink(), this.#store.listTries())
    if (at !== null) await this.ctx.storage.setAlarm(at)
  }
}
