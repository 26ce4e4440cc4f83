import type { ListedInvitation } from '../../../invitations/index.ts'
import { Fill } from '../../ui/fill.tsx'
import type { Frame } from '../../ui/frame.ts'
import { LiveRow } from '../../ui/live-table.tsx'
import { Quiet, QuietWrong } from '../../ui/progress.tsx'
import { Badge, type Column, RowTitle } from '../../ui/table.tsx'
import { RelativeTime } from '../../ui/time.tsx'
import { invitationPath } from '../invitation-paths.ts'
import { personName } from '../person-names.ts'
import { deliveryWords, onlyFetched, STATUS_TONES, statusSince, statusWord } from './invitation-words.ts'

export function invitationColumns(frame: Frame): Column[] {
  const { columns } = frame.copy.invitations.list
  return [
    { label: columns.person },
    { label: columns.status },
    { label: columns.channel, lesser: true },
    { label: columns.devices, lesser: true },
    { label: columns.invited, lesser: true, steady: true },
  ]
}

/** One line of the list; also what keeps it fresh. */
export function InvitationRow({ frame, invitation }: { frame: Frame; invitation: ListedInvitation }) {
  const words = frame.copy.invitations
  const { id, name, address, channel, devices, deviceLimit, createdAt } = invitation
  return (
    <LiveRow
      id={id}
      at={createdAt}
      columns={invitationColumns(frame)}
      cells={[
        <RowTitle
          href={invitationPath(id)}
          title={personName(frame.copy, { name, address })}
          detail={name === '' ? null : address}
        />,
        <InvitationState frame={frame} invitation={invitation} />,
        words.channels[channel],
        devices === 0 ? words.list.noDevices : words.list.devices(devices, deviceLimit),
        <RelativeTime frame={frame} at={createdAt} />,
      ]}
    />
  )
}

/** The state as a badge with its time; below it what went wrong, and a fetched link apart from an opened one. */
function InvitationState({ frame, invitation }: { frame: Frame; invitation: ListedInvitation }) {
  const words = frame.copy.invitations
  const { status, fetchedAt, recipient, address, channel, reminded } = invitation
  const failed = status === 'delivery_failed'
  return (
    <>
      <Badge tone={STATUS_TONES[status]}>{statusWord(frame.copy, invitation)}</Badge>{' '}
      <Quiet>
        <RelativeTime frame={frame} at={statusSince(invitation)} />
        {channel === 'email' && recipient !== '' && recipient !== address && `, ${recipient}`}
      </Quiet>
      {failed && <QuietWrong>{deliveryWords(frame.copy, invitation.deliveryReason)}</QuietWrong>}
      {fetchedAt !== null && onlyFetched(invitation) && (
        <Quiet>
          <Fill text={words.fetched} slots={{ time: <RelativeTime frame={frame} at={fetchedAt} /> }} />
        </Quiet>
      )}
      {reminded > 0 && <Quiet>{words.reminded(reminded)}</Quiet>}
    </>
  )
}
