import type { Child } from 'hono/jsx'
import type { DeadLetter, Delivery } from '../../../messaging/index.ts'
import type { Operation } from '../../../provisioning/index.ts'
import type { Frame } from '../../ui/frame.ts'
import { RowActs, RowButton, RowLink } from '../../ui/row-link.tsx'
import { Act, Acts, StaffForm } from '../../ui/staff-form.tsx'
import { RowTitle, Table } from '../../ui/table.tsx'
import { CardTitle, Muted, Stack } from '../../ui/text.tsx'
import { RelativeTime } from '../../ui/time.tsx'
import { kindInWords, reasonInWords } from './health-words.ts'
import { HEALTH_PATH } from './paths.ts'

/** A list that is left out while there is nothing on it. */
function Troubles(props: { id: string; title: string; lead: string; act?: Child; children?: Child }) {
  return (
    <section id={props.id} aria-label={props.title}>
      <Stack gap="tight">
        <div>
          <CardTitle>{props.title}</CardTitle>
          <Muted>{props.lead}</Muted>
        </div>
        {props.act && <Acts>{props.act}</Acts>}
        {props.children}
      </Stack>
    </section>
  )
}

/** A button that posts to its own address. */
function Press({ action, children }: { action: string; children?: Child }) {
  return (
    <StaffForm action={action}>
      <Act weight="secondary">{children}</Act>
    </StaffForm>
  )
}

export function FailedMessages(props: { frame: Frame; failures: Delivery['failures']; recent: number }) {
  const { frame, failures, recent } = props
  const { copy } = frame
  const { messages } = copy.health
  if (failures.length === 0) return null
  return (
    <Troubles
      id="failed"
      title={messages.title}
      lead={messages.lead}
      act={recent > 0 && <Press action={`${HEALTH_PATH}/messages/retry-all`}>{messages.retryAll}</Press>}
    >
      <Table
        caption={messages.caption}
        columns={[
          { label: messages.columns.message },
          { label: messages.columns.reason },
          { label: messages.columns.when, lesser: true, steady: true },
          { label: messages.columns.act, silent: true, align: 'end' },
        ]}
        rows={failures.map((failure) => [
          <RowTitle
            title={kindInWords(copy, failure.kind)}
            detail={[failure.recipient, failure.organisation].filter(Boolean).join(' · ')}
          />,
          <>
            {reasonInWords(copy, failure.lastError)} ({messages.tries(failure.attempts)})
          </>,
          <RelativeTime frame={frame} at={failure.changedAt} />,
          <RowButton
            action={`${HEALTH_PATH}/messages/${encodeURIComponent(failure.id)}/retry`}
            about={failure.recipient ?? ''}
          >
            {messages.retry}
          </RowButton>,
        ])}
      />
    </Troubles>
  )
}

export function LostMessages({ frame, letters }: { frame: Frame; letters: DeadLetter[] }) {
  const { copy } = frame
  const words = copy.health.letters
  if (letters.length === 0) return null
  const describe = ({ reference, message }: DeadLetter) => {
    if (!reference) return <RowTitle title={words.unreadable} detail={words.unreadableHint} />
    const title = kindInWords(copy, message?.kind ?? reference.kind)
    const detail = message && [message.recipient, words.states[message.state] ?? message.state].join(' · ')
    return <RowTitle title={title} detail={detail} />
  }
  return (
    <Troubles id="lost" title={words.title} lead={words.lead}>
      <Table
        caption={words.caption}
        columns={[
          { label: words.columns.what },
          { label: words.columns.since, lesser: true, steady: true },
          { label: words.columns.act, silent: true, align: 'end' },
        ]}
        rows={letters.map((letter) => {
          const path = `${HEALTH_PATH}/dead-letters/${encodeURIComponent(letter.id)}`
          return [
            describe(letter),
            <RelativeTime frame={frame} at={letter.createdAt} />,
            <RowActs>
              {letter.reference && (
                <RowButton action={`${path}/retry`} about={letter.message?.recipient ?? ''}>
                  {words.retry}
                </RowButton>
              )}
              <RowLink href={`${path}/drop`} about={letter.message?.recipient ?? ''}>
                {words.drop}
              </RowLink>
            </RowActs>,
          ]
        })}
      />
    </Troubles>
  )
}

export function WaitingOutboxes({ frame, outboxes }: { frame: Frame; outboxes: Operation['waiting'] }) {
  const words = frame.copy.health.outboxes
  if (outboxes.length === 0) return null
  return (
    <Troubles id="outboxes" title={words.title} lead={words.lead}>
      <Table
        caption={words.caption}
        columns={[
          { label: words.columns.account },
          { label: words.columns.reason },
          { label: words.columns.since, lesser: true, steady: true },
          { label: words.columns.act, silent: true, align: 'end' },
        ]}
        rows={outboxes.map((outbox) => [
          <RowTitle title={outbox.address ?? words.unknown} detail={outbox.organisation} />,
          <>
            {words.counts(outbox.waiting, outbox.parked)}
            {frame.copy.ui.colon}
            {outbox.reason}
          </>,
          <RelativeTime frame={frame} at={outbox.since} />,
          <RowButton
            action={`${HEALTH_PATH}/outboxes/${encodeURIComponent(outbox.ref)}/retry`}
            about={outbox.address ?? words.unknown}
          >
            {words.retry}
          </RowButton>,
        ])}
      />
    </Troubles>
  )
}
