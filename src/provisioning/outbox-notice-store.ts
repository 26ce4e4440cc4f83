import type { Instant } from '../kernel/time.ts'
import type { SessionEvent } from './types.ts'

export type OutboxState = {
  /** Events that wait to be repeated. */
  waiting: number
  /** Events that D1 refused for good. */
  parked: number
  /** Why the last of these was refused. */
  reason: string | null
  oldest: SessionEvent | null
}

/**
 * What an object has told of its outbox, beside the outbox itself. Its table has no row as long as all goes
 * well.
 */
export class OutboxNoticeStore {
  private readonly sql: SqlStorage

  constructor(storage: DurableObjectStorage) {
    this.sql = storage.sql
  }

  readOutbox(): OutboxState {
    const counts = this.sql
      .exec(
        `SELECT coalesce(sum(parked_reason IS NULL), 0) AS waiting, count(parked_reason) AS parked,
           max(parked_reason) AS reason FROM outbox`,
      )
      .one()
    const [first] = this.sql.exec('SELECT event FROM outbox ORDER BY rev LIMIT 1').toArray()
    return {
      waiting: Number(counts.waiting),
      parked: Number(counts.parked),
      reason: counts.reason === null ? null : String(counts.reason),
      oldest: first ? (JSON.parse(String(first.event)) as SessionEvent) : null,
    }
  }

  /** What was parked waits again, and everything is due. */
  unparkEvents(now: Instant): void {
    this.sql.exec('UPDATE outbox SET parked_reason = NULL, attempts = 0, next_at = ?', now)
  }

  /** What was told last; empty while something is to be told, null while there is nothing to tell. */
  read(): string | null {
    const [row] = this.sql.exec('SELECT told FROM outbox_notice').toArray()
    return row ? String(row.told) : null
  }

  save(told: string | null): void {
    if (told === null) this.sql.exec('DELETE FROM outbox_notice')
    else this.sql.exec('INSERT OR REPLACE INTO outbox_notice (id, told) VALUES (1, ?)', told)
  }
}
