import type { Instant } from '../kernel/time.ts'
import type { Statement } from '../runtime/database.ts'
import { insertRows } from '../runtime/rows-store.ts'
import { messages } from './schema.ts'
import type { NewMessage } from './types.ts'

/** Puts many messages into the outbox with one statement; one that is there already stays as it is. */
export function messagesStatement(all: NewMessage[], now: Instant): Statement {
  return insertRows(
    messages,
    all.map(({ payload, channel = 'email', invitationId = null, ...message }) => ({
      ...message,
      channel,
      invitationId,
      payload: JSON.stringify(payload),
      state: 'queued' as const,
      attempts: 0,
      createdAt: now,
      queuedAt: now,
      changedAt: now,
    })),
    { keepKnown: true },
  )
}
