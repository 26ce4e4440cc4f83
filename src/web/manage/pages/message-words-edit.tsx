import type { FieldProblems } from '../../../kernel/fields.ts'
import { LANGUAGE_NAMES, type Locale } from '../../../kernel/locale.ts'
import {
  BODY_MAX,
  type EditableKind,
  type MessageWords,
  type ShownMail,
  SUBJECT_MAX,
  WORD_VARIABLES,
} from '../../../messaging/index.ts'
import { problemAt, TextArea } from '../../ui/controls.tsx'
import { Field } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { LookAct, PlainText } from '../../ui/messages.tsx'
import { Act, ActLink, Acts, Explained, Panel, StaffForm } from '../../ui/staff-form.tsx'
import { StaffLayout } from '../../ui/staff-layout.tsx'
import { Snippets } from '../../ui/template-form.tsx'
import { Muted } from '../../ui/text.tsx'
import { WORDS_PATH, wordsPath } from '../message-paths.ts'
import { doneWords } from './message-parts.tsx'

export type MessageWordsEditProps = {
  frame: Frame
  kind: EditableKind
  locale: Locale
  words: MessageWords
  /** What is saved are our own words. */
  own: boolean
  problems: FieldProblems
  /** The mail with these words and sample data; null while they cannot be sent. */
  sample: ShownMail | null
  /** Whether the service sends text messages. */
  smsReady: boolean
  done: string | null
}

/** The words of one message in one language. GET `/manage/messages/words/:kind/:locale`. */
export function MessageWordsEditPage(props: MessageWordsEditProps) {
  const { frame, kind, locale, own } = props
  const { messages } = frame.copy
  const { words } = messages
  const key = { kind, locale }
  return (
    <StaffLayout
      frame={frame}
      area="manage"
      section="messages"
      title={words.title(messages.kinds[kind], LANGUAGE_NAMES[locale])}
      lead={words.about[kind]}
      parent={{ href: WORDS_PATH, label: messages.pages.words }}
      failed={Object.keys(props.problems).length > 0}
      done={doneWords(frame.copy, props.done)}
    >
      <WordsForm {...props} />
      <SampleText {...props} />
      <SampleSms {...props} />
      {!own && (
        <Panel>
          <Explained
            act={
              <ActLink href={wordsPath(key, 'reset')} weight="danger">
                {words.reset.act}
              </ActLink>
            }
          >
            {words.reset.detail}
          </Explained>
        </Panel>
      )}
    </StaffLayout>
  )
}

function WordsForm({ frame, kind, locale, words: typed, problems }: MessageWordsEditProps) {
  const { copy } = frame
  const { form, variables } = copy.messages.words
  const key = { kind, locale }
  return (
    <Panel title={form.title}>
      <StaffForm action={wordsPath(key)}>
        <Field
          name="subject"
          label={form.subject}
          hint={form.subjectHint}
          value={typed.subject}
          language={locale}
          maxlength={SUBJECT_MAX}
          error={problemAt(copy, problems, 'subject')}
        />
        <TextArea
          name="body"
          label={form.body}
          hint={form.bodyHint}
          value={typed.body}
          language={locale}
          rows={10}
          maxlength={BODY_MAX}
          error={problemAt(copy, problems, 'body')}
        />
        <div>
          <Muted>{variables.title}</Muted>
          <Snippets
            items={WORD_VARIABLES[kind].map((name) => ({
              code: `{{${name}}}`,
              means: variables.means[name],
            }))}
          />
        </div>
        <Acts>
          <Act>{copy.staff.save}</Act>
          <LookAct formaction={wordsPath(key, 'preview')}>{form.look}</LookAct>
        </Acts>
        <Muted>{form.lookHint}</Muted>
      </StaffForm>
    </Panel>
  )
}

function SampleText({ frame, sample, locale }: MessageWordsEditProps) {
  const { text } = frame.copy.messages.words
  return (
    <Panel title={text.title} lead={text.lead}>
      {sample ? (
        <PlainText language={locale}>{`${text.subject(sample.subject)}\n\n${sample.text}`}</PlainText>
      ) : (
        <Muted>{text.refused}</Muted>
      )}
    </Panel>
  )
}

/** Its words are ours: a text message has no room for more. */
function SampleSms({ frame, sample, smsReady, locale }: MessageWordsEditProps) {
  const { sms } = frame.copy.messages.words
  if (!sample || !smsReady) return null
  const { text, encoding, units, segments, unitsLeft } = sample.sms
  return (
    <Panel title={sms.title} lead={sms.lead}>
      <PlainText language={locale}>{text}</PlainText>
      <Muted>
        {sms.size(segments, units, unitsLeft)} {sms.encodings[encoding]}
      </Muted>
    </Panel>
  )
}
