import { LANGUAGE_NAMES } from '../../../kernel/locale.ts'
import { EDITABLE_KINDS, type WordsLine } from '../../../messaging/index.ts'
import type { Frame } from '../../ui/frame.ts'
import { RowLink } from '../../ui/row-link.tsx'
import { Panel } from '../../ui/staff-form.tsx'
import { StaffLayout } from '../../ui/staff-layout.tsx'
import { Badge, RowTitle, Table } from '../../ui/table.tsx'
import { Muted } from '../../ui/text.tsx'
import { RelativeTime } from '../../ui/time.tsx'
import { wordsPath } from '../message-paths.ts'
import { doneWords, MessageNav } from './message-parts.tsx'

export type MessageWordsProps = { frame: Frame; lines: WordsLine[]; done: string | null }

/** Which messages have words of their own, each in every language. GET `/manage/messages/words`. */
export function MessageWordsPage({ frame, lines, done }: MessageWordsProps) {
  const { messages } = frame.copy
  const { words, kinds } = messages
  return (
    <StaffLayout
      frame={frame}
      area="manage"
      section="messages"
      title={messages.title}
      lead={words.lead}
      done={doneWords(frame.copy, done)}
    >
      <MessageNav frame={frame} page="words" />
      {EDITABLE_KINDS.map((kind) => (
        <Panel title={kinds[kind]} lead={words.about[kind]}>
          <Languages frame={frame} lines={lines.filter((line) => line.kind === kind)} />
        </Panel>
      ))}
    </StaffLayout>
  )
}

function Languages({ frame, lines }: { frame: Frame; lines: WordsLine[] }) {
  const { words, kinds } = frame.copy.messages
  return (
    <Table
      caption={`${words.caption}${frame.copy.ui.colon}${kinds[lines[0]?.kind ?? 'invitation']}`}
      columns={[
        { label: words.columns.language },
        { label: words.columns.state },
        { label: words.columns.act, silent: true, lesser: true, align: 'end' },
      ]}
      rows={lines.map((line) => {
        const language = LANGUAGE_NAMES[line.locale]
        return [
          <RowTitle href={wordsPath(line)} title={language} />,
          <>
            <Badge tone={line.changedAt === null ? 'neutral' : 'good'}>
              {line.changedAt === null ? words.ours : words.yours}
            </Badge>
            {line.changedAt !== null && (
              <Muted>
                <RelativeTime frame={frame} at={line.changedAt} />
              </Muted>
            )}
          </>,
          <RowLink href={wordsPath(line)} about={`${kinds[line.kind]}, ${language}`}>
            {words.edit}
          </RowLink>,
        ]
      })}
    />
  )
}
