import { type Instant, MINUTE } from '../kernel/time.ts'
import type { Database } from '../runtime/database.ts'
import { describeError, log } from '../runtime/logger.ts'
import type { OutboxNoticeStore } from './outbox-notice-store.ts'
import { forgetWaiting, noteWaiting } from './waiting-store.ts'

/** An event that D1 did not take so often is worth a line where supervisors look. */
const TELL_AFTER = 3
/** How soon telling is tried again when D1 was away. */
const TELL_AGAIN = 5 * MINUTE
/** Stored in place of what was told while that has not reached D1. */
const OWED = ''

/**
 * Tells supervisors (`waiting_outboxes` in D1) of an outbox that does not empty, and that it has. As long as all
 * goes well this looks into its own table once in an object's life, and writes nothing.
 */
export class OutboxNotice {
  /** As stored; undefined until it was read. */
  private told: string | null | undefined
  private againAt: Instant | null = null
  /** One at a time: what is told last must be what holds last. */
  private telling: Promise<void> | null = null

  private readonly store: OutboxNoticeStore
  private readonly database: Database
  private readonly refOf: () => string

  constructor(options: { store: OutboxNoticeStore; database: Database; refOf: () => string }) {
    this.store = options.store
    this.database = options.database
    this.refOf = options.refOf
  }

  /** D1 did not take an event: for the how-manyth time, or null when it was parked. */
  noteFailure(attempts: number | null): void {
    if (attempts !== null && attempts < TELL_AFTER) return
    if (this.read() === null) this.save(OWED)
  }

  /** When telling is due again; null while nothing is owed. */
  due(): Instant | null {
    return this.againAt
  }

  /** Brings D1's row up to what the outbox holds. To be called after a hand-over, successful or not. */
  async settle(now: Instant): Promise<void> {
    if (this.telling !== null) await this.telling
    if (this.read() === null) return
    this.telling ??= this.tell(now).finally(() => {
      this.telling = null
    })
    await this.telling
  }

  private async tell(now: Instant): Promise<void> {
    const { oldest, waiting, parked, reason } = this.store.readOutbox()
    const present = oldest ? `${waiting}/${parked}/${reason ?? ''}` : null
    this.againAt = null
    if (present === this.told) return
    try {
      if (oldest) {
        const { ref, organisationId, accountId, at: since } = oldest
        const why = reason ?? 'D1 did not answer'
        const row = { ref, organisationId, accountId, waiting, parked, reason: why, since, changedAt: now }
        await noteWaiting(this.database, row)
      } else await forgetWaiting(this.database, this.refOf())
      this.save(present)
    } catch (error) {
      this.againAt = now + TELL_AGAIN
      log('warn', 'outbox.not_told', { reason: describeError(error) })
    }
  }

  private read(): string | null {
    if (this.told === undefined) this.told = this.store.read()
    return this.told
  }

  private save(told: string | null): void {
    this.store.save(told)
    this.told = told
  }
}
