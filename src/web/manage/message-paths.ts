import { isLocale, type Locale } from '../../kernel/locale.ts'
import {
  EDITABLE_KINDS,
  type EditableKind,
  MESSAGE_STATES,
  type MessageFilter,
  NO_MESSAGE_FILTER,
} from '../../messaging/index.ts'

export const MESSAGES_PATH = '/manage/messages'
export const WORDS_PATH = `${MESSAGES_PATH}/words`

export function messagePath(id: string, act = ''): string {
  return `${MESSAGES_PATH}/${encodeURIComponent(id)}${act && `/${act}`}`
}

export function wordsPath({ kind, locale }: { kind: EditableKind; locale: Locale }, act = ''): string {
  return `${WORDS_PATH}/${kind}/${locale}${act && `/${act}`}`
}

/** Which words a path names; null for none of ours. */
export function readWordsKey(
  kind: string | undefined,
  locale: string | undefined,
): { kind: EditableKind; locale: Locale } | null {
  const known = EDITABLE_KINDS.find((one) => one === kind)
  return known && isLocale(locale) ? { kind: known, locale } : null
}

const SEARCH_MAX = 120

/** What is not understood filters nothing. */
export function readMessageFilter(read: (name: string) => string | undefined): MessageFilter {
  const search = (read('q') ?? '').trim().slice(0, SEARCH_MAX)
  return { search, state: MESSAGE_STATES.find((state) => state === read('state')) ?? NO_MESSAGE_FILTER.state }
}

/** The list with these filters. */
export function messageListPath({ search, state }: Partial<MessageFilter>): string {
  const query = new URLSearchParams({ ...(search && { q: search }), ...(state && { state }) }).toString()
  return query ? `${MESSAGES_PATH}?${query}` : MESSAGES_PATH
}
