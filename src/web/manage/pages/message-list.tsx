import { PAGE_SIZE } from '../../../kernel/paging.ts'
import {
  type ListedMessage,
  MESSAGE_STATES,
  type MessageFilter,
  type MessageList,
  RETRIED_DAYS,
} from '../../../messaging/index.ts'
import { Select } from '../../ui/controls.tsx'
import { Field } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { ActForm } from '../../ui/people.tsx'
import { Act } from '../../ui/staff-form.tsx'
import { StaffLayout } from '../../ui/staff-layout.tsx'
import { Badge, Counts, FilterBar, Pager, RowTitle, Table } from '../../ui/table.tsx'
import { Muted } from '../../ui/text.tsx'
import { RelativeTime } from '../../ui/time.tsx'
import { MESSAGES_PATH, messageListPath, messagePath } from '../message-paths.ts'
import {
  doneWords,
  kindWords,
  MESSAGE_TONES,
  MessageNav,
  nameOf,
  type People,
  reasonWords,
} from './message-parts.tsx'

export type MessageListProps = {
  frame: Frame
  filter: MessageFilter
  list: MessageList
  /** Those of the rows' accounts that are the organisation's. */
  people: People
  /** Not the first page. */
  later: boolean
  done: string | null
}

/** Every message of the organisation, with its state. GET `/manage/messages`. */
export function MessageListPage(props: MessageListProps) {
  const { frame, filter, list, later } = props
  const { messages: words } = frame.copy
  const { rows, next, counts } = list
  const filtered = filter.search !== '' || filter.state !== null
  const here = messageListPath(filter)
  return (
    <StaffLayout
      frame={frame}
      area="manage"
      section="messages"
      title={words.title}
      lead={words.lead}
      done={doneWords(frame.copy, props.done)}
    >
      <MessageNav frame={frame} page="sent" />
      {counts && (
        <Counts
          items={(['failed', 'queued'] as const).map((state) => ({
            label: words.counts[state],
            value: words.counted(counts[state].count, counts[state].more),
            href: counts[state].count > 0 ? messageListPath({ state }) : null,
          }))}
        />
      )}
      <Filters frame={frame} filter={filter} />
      {filter.search !== '' && <Muted>{words.list.searched}</Muted>}
      {(counts?.failed.count ?? 0) > 0 && (
        <ActForm action={`${MESSAGES_PATH}/retry-failed`}>
          <Act weight="secondary">{words.retryAll(RETRIED_DAYS)}</Act>
        </ActForm>
      )}
      <MessageTable
        frame={frame}
        caption={words.list.caption}
        rows={rows}
        people={props.people}
        empty={next ? words.list.cutShort : filtered || later ? words.list.nothingFound : words.list.empty}
      />
      {next && rows.length > 0 && rows.length < PAGE_SIZE && <Muted>{words.list.cutShort}</Muted>}
      <Pager frame={frame} path={here} next={next} later={later} />
    </StaffLayout>
  )
}

function Filters({ frame, filter }: { frame: Frame; filter: MessageFilter }) {
  const { messages: words, staff } = frame.copy
  const filtered = filter.search !== '' || filter.state !== null
  return (
    <FilterBar frame={frame} action={MESSAGES_PATH} clear={filtered ? MESSAGES_PATH : null}>
      <Field name="q" label={words.list.search} value={filter.search} required={false} maxlength={120} />
      <Select
        name="state"
        label={words.list.state}
        value={filter.state ?? ''}
        options={[
          { value: '', label: staff.all },
          ...MESSAGE_STATES.map((value) => ({ value, label: words.states[value] })),
        ]}
      />
    </FilterBar>
  )
}

/** Messages as lines; each leads to its own page. */
export function MessageTable(props: {
  frame: Frame
  caption: string
  rows: ListedMessage[]
  people: People
  empty: string
}) {
  const { frame } = props
  const { columns } = frame.copy.messages.list
  return (
    <Table
      caption={props.caption}
      columns={[
        { label: columns.to },
        { label: columns.message },
        { label: columns.state },
        { label: columns.tries, lesser: true, align: 'end' },
        { label: columns.when, lesser: true, steady: true },
      ]}
      rows={props.rows.map((message) => messageCells(frame, message, props.people))}
      empty={props.empty}
    />
  )
}

function messageCells(frame: Frame, message: ListedMessage, people: People) {
  const { copy } = frame
  const { messages: words } = copy
  const name = nameOf(people, message.accountId)
  const reason = reasonWords(copy, message)
  return [
    <RowTitle
      href={messagePath(message.id)}
      title={name || message.recipient}
      detail={name ? message.recipient : null}
    />,
    <>
      {kindWords(copy, message)}
      <Muted>{words.channels[message.channel]}</Muted>
    </>,
    <>
      <Badge tone={MESSAGE_TONES[message.state]}>{words.states[message.state]}</Badge>
      {reason && <Muted>{message.state === 'queued' ? words.lastTry(reason.what) : reason.what}</Muted>}
    </>,
    message.attempts,
    <RelativeTime frame={frame} at={message.createdAt} />,
  ]
}
