import type { KnownName } from '../../../accounts/index.ts'
import type { Copy } from '../../../copy/index.ts'
import type { ListedMessage } from '../../../messaging/index.ts'
import type { Frame } from '../../ui/frame.ts'
import { LocalNav } from '../../ui/setup-nav.tsx'
import { MESSAGES_PATH, WORDS_PATH } from '../message-paths.ts'

export type People = ReadonlyMap<string, KnownName>

export const MESSAGE_TONES = {
  queued: 'waiting',
  sent: 'good',
  failed: 'bad',
  obsolete: 'neutral',
} as const satisfies Record<ListedMessage['state'], string>

/** The two parts of *Messages*. */
export function MessageNav({ frame, page }: { frame: Frame; page: 'sent' | 'words' }) {
  const { nav, pages } = frame.copy.messages
  return (
    <LocalNav
      label={nav}
      items={[
        { href: MESSAGES_PATH, label: pages.sent, current: page === 'sent' },
        { href: WORDS_PATH, label: pages.words, current: page === 'words' },
      ]}
    />
  )
}

export function kindWords(copy: Copy, { kind, reminder }: Pick<ListedMessage, 'kind' | 'reminder'>): string {
  return copy.messages.kinds[kind === 'invitation' && reminder ? 'reminder' : kind]
}

/** Why a message failed or was not needed, and what helps; null where there is nothing to say. */
export function reasonWords(
  copy: Copy,
  { state, lastError }: Pick<ListedMessage, 'state' | 'lastError'>,
): { what: string; next: string } | null {
  const { reasons, unknownReason } = copy.messages
  if (state === 'sent' || lastError === null) return state === 'failed' ? unknownReason : null
  return Object.hasOwn(reasons, lastError) ? (reasons[lastError] ?? unknownReason) : unknownReason
}

/** A name, where the reader is one of the organisation's people. */
export function nameOf(people: People, accountId: string | null): string {
  return (accountId !== null && people.get(accountId)?.name) || ''
}

/** Only words of ours: what stands in the address is not repeated. */
export function doneWords(copy: Copy, done: string | null): string | null {
  const words: Record<string, string> = copy.messages.done
  return done !== null && Object.hasOwn(words, done) ? (words[done] ?? null) : null
}
