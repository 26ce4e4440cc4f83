import { type AuditAction, auditStatement, describeChanges, newEntry } from '../audit/index.ts'
import { copyFor } from '../copy/index.ts'
import type { FieldProblems } from '../kernel/fields.ts'
import { LOCALES } from '../kernel/locale.ts'
import { ok, type Result } from '../kernel/result.ts'
import type { Instant } from '../kernel/time.ts'
import type { Logo, Organisation } from '../organisations/index.ts'
import type { Actor } from '../referee/index.ts'
import { type Database, runBatch } from '../runtime/database.ts'
import { makeMail } from './mails/index.ts'
import { ownWords, type Reader } from './mails/words.ts'
import { measureSms, type SmsSize } from './sms-rules.ts'
import * as store from './template-store.ts'
import { checkWords, type MessageWords } from './templates-rules.ts'
import { sampleContent } from './templates-sample.ts'
import { makeSms } from './texts/index.ts'
import { EDITABLE_KINDS } from './types.ts'

/** Whose words are changed, by whom, and when. */
export type WordsChange = { organisationId: number; actor: Actor; now: Instant }

/** A message whose words can be changed; `changedAt` null: they are ours. */
export type WordsLine = store.WordsKey & { changedAt: Instant | null }

/** A mail as its reader sees it: `html` needs nothing from elsewhere, its pictures are `data:` addresses. */
export type ShownMail = {
  subject: string
  text: string
  html: string
  /** The same event as a text message, whose words are ours, and how it travels. */
  sms: { text: string } & SmsSize
}

/** Our own words of a message, in its language. */
async function oursOf({ kind, locale }: store.WordsKey): Promise<MessageWords> {
  return ownWords(kind, await copyFor(locale))
}

/** The words of messages that managers change: by kind and language, each with ours to go back to. */
export function makeMessageTemplates({ database }: { database: Database }) {
  return {
    /** Every message and language, in their order. */
    async list(organisationId: number): Promise<WordsLine[]> {
      const changed = await store.listWords(database, organisationId)
      return EDITABLE_KINDS.flatMap((kind) =>
        LOCALES.map((locale) => ({
          kind,
          locale,
          changedAt: changed.find((one) => one.kind === kind && one.locale === locale)?.changedAt ?? null,
        })),
      )
    },

    /** The words that are sent now; `own`: they are ours. */
    async read(organisationId: number, key: store.WordsKey): Promise<{ words: MessageWords; own: boolean }> {
      const words = await store.readWords(database, organisationId, key.kind, key.locale)
      return { words: words ?? (await oursOf(key)), own: words === null }
    },

    /** Keeps them, or says what is wrong with which field. What changes nothing writes nothing. */
    async save(
      change: WordsChange,
      key: store.WordsKey,
      input: MessageWords,
    ): Promise<Result<null, FieldProblems>> {
      const checked = checkWords(key.kind, input)
      if (!checked.ok) return checked
      const { organisationId, now } = change
      const before = await store.readWords(database, organisationId, key.kind, key.locale)
      const changes = describeChanges(before ?? (await oursOf(key)), checked.value)
      if (changes.length === 0) return ok(null)
      await runBatch(database, [
        store.saveWordsStatement(database, organisationId, key, checked.value, now),
        audited(change, 'message_template.changed', key, { changes }),
      ])
      return ok(null)
    },

    /** Goes back to ours. */
    async reset(change: WordsChange, key: store.WordsKey): Promise<void> {
      const { organisationId } = change
      const before = await store.readWords(database, organisationId, key.kind, key.locale)
      if (!before) return
      const changes = describeChanges(before, await oursOf(key))
      await runBatch(database, [
        store.deleteWordsStatement(database, organisationId, key),
        audited(change, 'message_template.reset', key, { changes }),
      ])
    },

    /**
     * The mail with these words, or what is wrong with them. Link, QR code, PIN and device are samples: nothing
     * in it works.
     */
    async show(
      key: store.WordsKey,
      input: MessageWords,
      options: {
        organisation: Organisation
        baseUrl: string
        logo: Logo | null
        reader: Reader
        now: Instant
      },
    ): Promise<Result<ShownMail, FieldProblems>> {
      const checked = checkWords(key.kind, input)
      if (!checked.ok) return checked
      const { now, ...rest } = options
      const catalogue = await copyFor(key.locale)
      const read = { ...rest, locale: key.locale, catalogue }
      const content = sampleContent(key.kind, now)
      const mail = makeMail(content, { ...read, words: checked.value })
      const { subject, text, html, images = [] } = mail
      const shown = images.reduce(
        (page, { contentId, type, bytes }) =>
          page.replaceAll(
            `cid:${contentId}"`,
            `data:${type};base64,${Buffer.from(bytes).toString('base64')}"`,
          ),
        html,
      )
      const sms = makeSms(content, read)
      return ok({ subject, text, html: shown, sms: { text: sms, ...measureSms(sms) } })
    },
  }

  function audited(
    { organisationId, actor, now: at }: WordsChange,
    action: Extract<AuditAction, `message_template.${string}`>,
    { kind, locale }: store.WordsKey,
    detail: { changes: ReturnType<typeof describeChanges> },
  ) {
    const name = `${kind} (${locale})`
    return auditStatement(
      database,
      newEntry({ organisationId, at, actor, action, detail: { name, ...detail } }),
    )
  }
}

export type MessageTemplates = ReturnType<typeof makeMessageTemplates>
