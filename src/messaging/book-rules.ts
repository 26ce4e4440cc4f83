import { type Cursor, PAGE_SIZE } from '../kernel/paging.ts'
import type { Instant } from '../kernel/time.ts'
import type { Channel, MessageContent, MessageState } from './types.ts'

export const MESSAGE_STATES = ['queued', 'sent', 'failed', 'obsolete'] as const satisfies MessageState[]

/** What a manager looks for; null or empty where it does not matter. Both must hold. */
export type MessageFilter = {
  state: MessageState | null
  /** What the address or number begins with. It decides the order: by address, newest first within each. */
  search: string
}

export const NO_MESSAGE_FILTER: MessageFilter = { state: null, search: '' }

/** A line of the list: what was sent to whom and how it fared. Never with a secret: the row has none. */
export type ListedMessage = {
  id: string
  kind: MessageContent['kind']
  /** A later message of the same kind: it reminds. */
  reminder: boolean
  accountId: string | null
  channel: Channel
  recipient: string
  state: MessageState
  attempts: number
  /** The last failure, or why it was not needed any more, in a word. */
  lastError: string | null
  createdAt: Instant
  sentAt: Instant | null
  /** When it is due, while it waits. */
  queuedAt: Instant
  changedAt: Instant
  invitationId: string | null
}

/** One index, walked from its end: by recipient, of one state, or all. */
export type MessageWalk =
  | { by: 'recipient'; value: string }
  | { by: 'state'; value: MessageState }
  | { by: 'newest' }

/** A search leaves the state to be checked on what was read: twice the page at most. */
const READ_FACTOR = 2

export function planMessages(filter: MessageFilter): {
  walk: MessageWalk
  /** How many rows are read at most. */
  limit: number
  matches(message: ListedMessage): boolean
} {
  const { state } = filter
  const search = filter.search.trim().toLowerCase()
  if (search === '')
    return {
      walk: state === null ? { by: 'newest' } : { by: 'state', value: state },
      limit: PAGE_SIZE + 1,
      matches: () => true,
    }
  return {
    walk: { by: 'recipient', value: search },
    limit: state === null ? PAGE_SIZE + 1 : READ_FACTOR * PAGE_SIZE,
    matches: (message) => state === null || message.state === state,
  }
}

/** Where a row stands, in any of the walks. */
function messageCursor({ recipient, createdAt, id }: ListedMessage): Cursor {
  return [recipient, createdAt, id]
}

/**
 * One page of what was read. `next` is null at the end; a short page with one says that reading was cut there.
 */
export function cutMessages(
  read: ListedMessage[],
  plan: ReturnType<typeof planMessages>,
): { rows: ListedMessage[]; next: Cursor | null } {
  const matching = read.filter(plan.matches)
  const rows = matching.slice(0, PAGE_SIZE)
  const last = matching.length > PAGE_SIZE ? rows.at(-1) : read.length >= plan.limit ? read.at(-1) : null
  return { rows, next: last ? messageCursor(last) : null }
}
