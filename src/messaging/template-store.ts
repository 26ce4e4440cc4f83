import { and, eq } from 'drizzle-orm'
import type { Locale } from '../kernel/locale.ts'
import type { Instant } from '../kernel/time.ts'
import type { Database, Statement } from '../runtime/database.ts'
import { messageTemplates } from './schema.ts'
import type { MessageWords } from './templates-rules.ts'
import type { EditableKind } from './types.ts'

/** Which message, in which language. */
export type WordsKey = { kind: EditableKind; locale: Locale }

const ofKey = (organisationId: number, { kind, locale }: WordsKey) =>
  and(
    eq(messageTemplates.organisationId, organisationId),
    eq(messageTemplates.kind, kind),
    eq(messageTemplates.locale, locale),
  )

/** What managers of the organisation made of a message's words; null: nothing, ours stand. */
export async function readWords(
  database: Database,
  organisationId: number,
  kind: EditableKind,
  locale: Locale,
): Promise<MessageWords | null> {
  const [row] = await database
    .select({ subject: messageTemplates.subject, body: messageTemplates.body })
    .from(messageTemplates)
    .where(ofKey(organisationId, { kind, locale }))
    .limit(1)
  return row ?? null
}

/** Which of an organisation's words were changed, and when. */
export function listWords(
  database: Database,
  organisationId: number,
): Promise<(WordsKey & { changedAt: Instant })[]> {
  return database
    .select({
      kind: messageTemplates.kind,
      locale: messageTemplates.locale,
      changedAt: messageTemplates.changedAt,
    })
    .from(messageTemplates)
    .where(eq(messageTemplates.organisationId, organisationId))
}

export function saveWordsStatement(
  database: Database,
  organisationId: number,
  { kind, locale }: WordsKey,
  words: MessageWords,
  now: Instant,
): Statement {
  const { subject, body } = words
  return database
    .insert(messageTemplates)
    .values({ organisationId, kind, locale, subject, body, changedAt: now })
    .onConflictDoUpdate({
      target: [messageTemplates.organisationId, messageTemplates.kind, messageTemplates.locale],
      set: { subject, body, changedAt: now },
    })
}

export function deleteWordsStatement(database: Database, organisationId: number, key: WordsKey): Statement {
  return database.delete(messageTemplates).where(ofKey(organisationId, key))
}
