import { log } from '../runtime/logger.ts'
import type { ProjectionRefusal } from './projection.ts'
import type { ProvisionSessionStore } from './provision-session-store.ts'
import { retryDelay } from './rules.ts'
import type { SessionEvent } from './types.ts'

type OutboxOptions = {
  store: ProvisionSessionStore
  project(event: SessionEvent): Promise<ProjectionRefusal | null>
  /** The event is in D1. */
  landed(event: SessionEvent): void
  /** The event's device key lives in another account: its claim must be undone. */
  undo(event: SessionEvent): void
  /** An event did not land: for the how-manyth time, or null when it was parked. */
  failed(attempts: number | null): void
  now(): number
}

/**
 * Hands the session's events over to D1, one after the other. One hand-over runs at a time; whoever asks while
 * it runs waits for it and looks again.
 */
export class Outbox {
  private running: Promise<void> | null = null

  private readonly options: OutboxOptions

  constructor(options: OutboxOptions) {
    this.options = options
  }

  /** Lands what waits. Returns whether the event `rev`, and with it all before it, is in D1. */
  async land(rev: number): Promise<boolean> {
    const { store } = this.options
    const running = this.running
    if (running !== null && store.hasEvent(rev)) await running
    if (store.hasEvent(rev)) await this.landAll()
    return !store.hasEvent(rev)
  }

  landAll(): Promise<void> {
    this.running ??= this.run().finally(() => {
      this.running = null
    })
    return this.running
  }

  private async run(): Promise<void> {
    const { store, project, landed, undo, failed, now } = this.options
    for (let row = store.nextEvent(); row; row = store.nextEvent()) {
      const refusal = await project(row.event)
      if (refusal === null) {
        store.removeEvent(row.rev)
        landed(row.event)
      } else if (refusal.kind === 'unavailable') {
        store.postponeEvent(row.rev, row.attempts + 1, now() + retryDelay(row.attempts))
        failed(row.attempts + 1)
        log('warn', 'projection.postponed', { attempts: row.attempts + 1, action: row.event.audit.action })
        return
      } else if (refusal.kind === 'key_in_use') {
        undo(row.event)
        store.removeEvent(row.rev)
      } else {
        store.parkEvent(row.rev, refusal.reason)
        failed(null)
        log('error', 'projection.parked', { action: row.event.audit.action, reason: refusal.reason })
      }
    }
  }
}
