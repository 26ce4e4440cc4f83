import type { ListedMessage } from '../../../messaging/index.ts'
import type { Frame } from '../../ui/frame.ts'
import { Heading } from '../../ui/people.tsx'
import { QuietWrong } from '../../ui/progress.tsx'
import { Badge, RowTitle, Table } from '../../ui/table.tsx'
import { Stack } from '../../ui/text.tsx'
import { RelativeTime } from '../../ui/time.tsx'
import { messagePath } from '../message-paths.ts'
import { deliveryWords } from './invitation-words.ts'
import { MESSAGE_TONES } from './message-parts.tsx'

/** What went out for an invitation, and how it fared: never what was in it. */
export function InvitationMessages({ frame, messages }: { frame: Frame; messages: ListedMessage[] }) {
  const { invitations, messages: copy } = frame.copy
  const words = invitations.one
  return (
    <Stack gap="tight">
      <Heading>{words.messages}</Heading>
      <Table
        caption={words.messages}
        columns={[
          { label: words.messageColumns.message },
          { label: words.messageColumns.state },
          { label: words.messageColumns.when, lesser: true, steady: true },
        ]}
        rows={messages.map(({ id, kind, reminder, recipient, state, lastError, createdAt, sentAt }) => [
          <RowTitle
            href={messagePath(id)}
            title={copy.kinds[reminder ? 'reminder' : kind]}
            detail={recipient}
          />,
          <>
            <Badge tone={MESSAGE_TONES[state]}>{copy.states[state]}</Badge>
            {state === 'failed' && <QuietWrong>{deliveryWords(frame.copy, lastError)}</QuietWrong>}
          </>,
          <RelativeTime frame={frame} at={sentAt ?? createdAt} />,
        ])}
        empty={words.noMessages}
      />
    </Stack>
  )
}
