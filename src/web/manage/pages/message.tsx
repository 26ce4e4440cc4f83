import type { ListedMessage, MessageEvent } from '../../../messaging/index.ts'
import { StampTime } from '../../ui/audit-list.tsx'
import type { Frame } from '../../ui/frame.ts'
import { ActForm } from '../../ui/people.tsx'
import { Act, Panel } from '../../ui/staff-form.tsx'
import { StaffLayout } from '../../ui/staff-layout.tsx'
import { Badge, Table } from '../../ui/table.tsx'
import { CardTitle, Facts, InlineLink, Muted, Stack } from '../../ui/text.tsx'
import { RelativeTime } from '../../ui/time.tsx'
import { invitationPath } from '../invitation-paths.ts'
import { MESSAGES_PATH, messageListPath, messagePath } from '../message-paths.ts'
import { personPath } from '../people-paths.ts'
import { MessageTable } from './message-list.tsx'
import { doneWords, kindWords, MESSAGE_TONES, nameOf, type People, reasonWords } from './message-parts.tsx'

export type MessagePageProps = {
  frame: Frame
  message: ListedMessage
  /** The newest others to the same address. */
  others: ListedMessage[]
  events: MessageEvent[]
  /** The reader and those who acted, as far as they are the organisation's. */
  people: People
  done: string | null
}

/** One message: to whom, how it fared and what to do. GET `/manage/messages/:id`. */
export function MessagePage(props: MessagePageProps) {
  const { frame, message } = props
  const { copy } = frame
  const { messages: words } = copy
  const name = nameOf(props.people, message.accountId)
  return (
    <StaffLayout
      frame={frame}
      area="manage"
      section="messages"
      title={kindWords(copy, message)}
      lead={name ? `${name}, ${message.recipient}` : message.recipient}
      parent={{ href: MESSAGES_PATH, label: words.title }}
      done={doneWords(copy, props.done)}
    >
      <Panel>
        <MessageFacts {...props} />
        {message.state === 'failed' && (
          <ActForm action={messagePath(message.id, 'retry')}>
            <Act>{words.retry}</Act>
          </ActForm>
        )}
        <Muted>{words.one.secret}</Muted>
      </Panel>
      <History {...props} />
      <Stack gap="tight">
        <div>
          <CardTitle>{words.one.others.title}</CardTitle>
          {props.others.length > 0 && (
            <InlineLink href={messageListPath({ search: message.recipient })}>
              {words.one.others.all}
            </InlineLink>
          )}
        </div>
        <MessageTable
          frame={frame}
          caption={words.one.others.caption}
          rows={props.others}
          people={props.people}
          empty={words.one.others.none}
        />
      </Stack>
    </StaffLayout>
  )
}

function MessageFacts({ frame, message, people }: MessagePageProps) {
  const { copy } = frame
  const { one, states, channels } = copy.messages
  const reason = reasonWords(copy, message)
  const name = nameOf(people, message.accountId)
  const isKnown = message.accountId !== null && people.has(message.accountId)
  return (
    <Facts
      facts={[
        {
          name: one.state,
          value: <Badge tone={MESSAGE_TONES[message.state]}>{states[message.state]}</Badge>,
        },
        ...(reason ? [{ name: one.reason, value: reason.what }] : []),
        ...(reason && message.state !== 'queued' ? [{ name: one.next, value: reason.next }] : []),
        {
          name: one.to,
          value:
            isKnown && message.accountId ? (
              <InlineLink href={personPath(message.accountId)}>{name || message.recipient}</InlineLink>
            ) : (
              message.recipient
            ),
        },
        { name: one.address, value: message.recipient },
        { name: one.channel, value: channels[message.channel] },
        ...(message.invitationId
          ? [
              {
                name: one.invitation,
                value: (
                  <InlineLink href={invitationPath(message.invitationId)}>{one.showInvitation}</InlineLink>
                ),
              },
            ]
          : []),
        { name: one.tries, value: message.attempts },
        ...(message.state === 'queued'
          ? [{ name: one.due, value: <RelativeTime frame={frame} at={message.queuedAt} /> }]
          : []),
      ]}
    />
  )
}

/** What the row says of itself, and what the audit says of it, newest first. */
function History({ frame, message, events, people }: MessagePageProps) {
  const { history } = frame.copy.messages.one
  const done: Record<string, string> = {
    'message.retried': history['message.retried'],
    'message.bounced': history['message.bounced'],
  }
  const lines = [
    { at: message.createdAt, what: history.written, who: history.service },
    ...events.map(({ at, action, actor }) => ({
      at,
      what: done[action] ?? action,
      who: people.get(actor.id)?.name || history.service,
    })),
    ...ownEnd(message).map(({ at, word }) => ({ at, what: history[word], who: history.service })),
  ].sort((one, other) => other.at - one.at)
  return (
    <Stack gap="tight">
      <CardTitle>{history.title}</CardTitle>
      <Table
        caption={history.caption}
        columns={[
          { label: history.columns.what },
          { label: history.columns.who },
          { label: history.columns.when, steady: true },
        ]}
        rows={lines.map(({ at, what, who }) => [what, who, <StampTime frame={frame} at={at} />])}
      />
    </Stack>
  )
}

function ownEnd(message: ListedMessage): { at: number; word: 'sent' | 'failed' | 'obsolete' | 'waiting' }[] {
  const { state, sentAt, changedAt, attempts } = message
  const sent = sentAt === null ? [] : [{ at: sentAt, word: 'sent' as const }]
  if (state === 'failed' || state === 'obsolete') return [...sent, { at: changedAt, word: state }]
  return state === 'queued' && attempts > 0 ? [...sent, { at: changedAt, word: 'waiting' }] : sent
}
