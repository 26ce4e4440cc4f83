import type { Invitation } from '../../../invitations/index.ts'
import type { Frame } from '../../ui/frame.ts'
import { type StatusItem, StatusList } from '../../ui/status-list.tsx'
import { RelativeTime } from '../../ui/time.tsx'
import { deliveryWords } from './invitation-words.ts'

/** How far an invitation has come: made, sent, fetched, opened, accepted, ended; what is to come if it goes on. */
export function Timeline({ frame, invitation }: { frame: Frame; invitation: Invitation }) {
  const words = frame.copy.invitations.one
  return (
    <StatusList
      label={words.timeline}
      state={invitation.status}
      items={timelineOf(frame, invitation)}
      phaseWords={words.phases}
    />
  )
}

function timelineOf(frame: Frame, invitation: Invitation): StatusItem[] {
  const { steps } = frame.copy.invitations.one
  const { createdAt, fetchedAt, openedAt, acceptedAt, endedAt, status } = invitation
  const over = status === 'deactivated' || status === 'superseded' || status === 'expired'
  const at = (instant: number) => <RelativeTime frame={frame} at={instant} />
  const items: StatusItem[] = [
    { phase: 'done', title: steps.created, detail: at(createdAt) },
    deliveryOf(frame, invitation, over),
  ]
  if (fetchedAt !== null)
    items.push({
      phase: 'done',
      title: steps.fetched,
      detail: (
        <>
          {at(fetchedAt)}, {steps.fetchedDetail}
        </>
      ),
    })
  const opened = openedAt ?? acceptedAt
  if (opened !== null) items.push({ phase: 'done', title: steps.opened, detail: at(opened) })
  else if (!over)
    items.push({
      phase: items.at(-1)?.phase === 'now' ? 'next' : 'now',
      title: steps.openedNot,
      detail: null,
    })
  if (acceptedAt !== null) items.push({ phase: 'done', title: steps.accepted, detail: at(acceptedAt) })
  else if (!over)
    items.push({ phase: opened === null ? 'next' : 'now', title: steps.acceptedNot, detail: null })
  if (over)
    items.push({
      phase: 'ended',
      title: steps.ended[status],
      detail: endedAt === null ? null : at(endedAt),
    })
  return items
}

function deliveryOf(frame: Frame, invitation: Invitation, over: boolean): StatusItem {
  const { steps } = frame.copy.invitations.one
  const { channel, status, deliveryReason, deliveredAt } = invitation
  if (channel === 'none') return { phase: 'done', title: steps.passedOn, detail: null }
  if (deliveryReason !== null || status === 'delivery_failed')
    return { phase: 'ended', title: steps.notSent, detail: deliveryWords(frame.copy, deliveryReason) }
  if (deliveredAt !== null)
    return { phase: 'done', title: steps.sent, detail: <RelativeTime frame={frame} at={deliveredAt} /> }
  return over
    ? { phase: 'ended', title: steps.notSentAny, detail: null }
    : { phase: 'now', title: steps.sending, detail: null }
}
