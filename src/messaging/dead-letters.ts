import type { Instant } from '../kernel/time.ts'
import { type Database, runBatch } from '../runtime/database.ts'
import { describeError, log } from '../runtime/logger.ts'
import { keepDeadLettersStatement } from './health-store.ts'

/** What the queue moved aside is brought by a queue of its own; `wrangler.toml` names it so. */
const DEAD_LETTERS = /-dead$/
/** A reference is shorter by far; of anything else so much is kept. */
const BODY_MAX = 2000
const RETRY_SECONDS = 300

export function isDeadLetterQueue(queue: string): boolean {
  return DEAD_LETTERS.test(queue)
}

/**
 * Notes what the queue gave up on, so that somebody sees it and can try again. While D1 is away the queue keeps
 * it.
 */
export async function keepDeadLetters(
  batch: MessageBatch<unknown>,
  deps: { database: Database; now: () => Instant },
): Promise<void> {
  const now = deps.now()
  const letters = batch.messages.map(({ id, body, attempts }) => ({
    id,
    body: shorten(body),
    attempts,
    createdAt: now,
  }))
  try {
    await runBatch(deps.database, [keepDeadLettersStatement(letters)])
    batch.ackAll()
    log('error', 'dead_letters_kept', { count: letters.length })
  } catch (error) {
    log('error', 'dead_letters_not_kept', { count: letters.length, reason: describeError(error) })
    batch.retryAll({ delaySeconds: RETRY_SECONDS })
  }
}

function shorten(body: unknown): unknown {
  const text = JSON.stringify(body) ?? 'null'
  return text.length > BODY_MAX ? { cut: text.slice(0, BODY_MAX) } : (body ?? null)
}
