import type { DeviceRow } from '../../../devices/index.ts'
import type { Invitation } from '../../../invitations/index.ts'
import type { ListedMessage } from '../../../messaging/index.ts'
import { Fill } from '../../ui/fill.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Notice } from '../../ui/notice.tsx'
import { ActForm, Heading, Lines, MoreLink } from '../../ui/people.tsx'
import { Act, ActLink, Explained, Panel } from '../../ui/staff-form.tsx'
import { StaffLayout } from '../../ui/staff-layout.tsx'
import { Badge, RowTitle, Table } from '../../ui/table.tsx'
import { Facts, InlineLink, Stack } from '../../ui/text.tsx'
import { ClockTime, RelativeTime } from '../../ui/time.tsx'
import { devicePath } from '../device-paths.ts'
import { INVITATIONS_PATH, invitationPath, jobPath } from '../invitation-paths.ts'
import { personPath } from '../people-paths.ts'
import { isForgotten, personName } from '../person-names.ts'
import { DEVICE_TONES } from './devices-words.tsx'
import { InvitationMessages } from './invitation-messages.tsx'
import { Timeline } from './invitation-timeline.tsx'
import { STATUS_TONES, statusWord } from './invitation-words.ts'

export type InvitationPageProps = {
  frame: Frame
  invitation: Invitation
  /** What it brought and is not over; without its own slot. */
  devices: DeviceRow[]
  /** What went out for it. */
  messages: ListedMessage[]
  done?: string | null
  /** What could not be done, in words. */
  trouble?: string | null
}

/** One invitation with everything about it. GET `/manage/invitations/<id>`. */
export function InvitationPage(props: InvitationPageProps) {
  const { frame, invitation } = props
  const words = frame.copy.invitations
  return (
    <StaffLayout
      frame={frame}
      area="manage"
      section="invitations"
      title={words.one.title(personName(frame.copy, invitation))}
      lead={<Badge tone={STATUS_TONES[invitation.status]}>{statusWord(frame.copy, invitation)}</Badge>}
      parent={{ href: INVITATIONS_PATH, label: words.title }}
      done={props.done ?? null}
    >
      {props.trouble && <Notice tone="warning">{props.trouble}</Notice>}
      <Panel title={words.one.timeline}>
        <Timeline frame={frame} invitation={invitation} />
      </Panel>
      <About frame={frame} invitation={invitation} />
      <Devices {...props} />
      <InvitationMessages frame={frame} messages={props.messages} />
      <ActsPanel frame={frame} invitation={invitation} />
      <MoreLink href={`/manage/audit?account=${encodeURIComponent(invitation.accountId)}`}>
        {words.one.history}
      </MoreLink>
    </StaffLayout>
  )
}

type Part = { frame: Frame; invitation: Invitation }

function About({ frame, invitation }: Part) {
  const { invitations: copy } = frame.copy
  const words = copy.one
  const { name, address, channel, recipient, validUntil, devices, deviceLimit, jobId } = invitation
  return (
    <Panel title={words.facts}>
      <Facts
        facts={[
          {
            name: words.person,
            value: (
              <Lines
                items={[
                  isForgotten(invitation) ? (
                    personName(frame.copy, invitation)
                  ) : (
                    <InlineLink href={personPath(invitation.accountId)}>
                      {personName(frame.copy, invitation)}
                    </InlineLink>
                  ),
                  ...(name === '' ? [] : [address]),
                ]}
              />
            ),
          },
          {
            name: words.sentTo,
            value:
              channel === 'none' || recipient === ''
                ? copy.channels[channel]
                : `${recipient} (${copy.channels[channel]})`,
          },
          { name: words.devices, value: words.deviceCount(devices, deviceLimit) },
          {
            name: words.validUntil,
            value: validUntil === null ? words.noEnd : <ClockTime frame={frame} at={validUntil} />,
          },
          { name: words.reminders, value: <Reminders frame={frame} invitation={invitation} /> },
          ...(jobId === null
            ? []
            : [{ name: words.job, value: <InlineLink href={jobPath(jobId)}>{words.openJob}</InlineLink> }]),
        ]}
      />
    </Panel>
  )
}

function Reminders({ frame, invitation }: Part) {
  const { one: words, reminded: count } = frame.copy.invitations
  const { remindersOff, reminded, remindAt, living } = invitation
  return (
    <>
      {reminded > 0 && `${count(reminded)}; `}
      {remindersOff ? (
        words.remindersOff
      ) : remindAt !== null && living ? (
        <Fill text={words.remindNext} slots={{ time: <RelativeTime frame={frame} at={remindAt} /> }} />
      ) : living ? (
        words.remindersNone
      ) : (
        words.remindersOver
      )}
    </>
  )
}

function Devices({ frame, devices }: InvitationPageProps) {
  const { deviceList, platforms, staff, invitations } = frame.copy
  const words = invitations.one
  const kindOf = ({ platform }: DeviceRow) => (platform === null ? '' : platforms[platform].name)
  return (
    <Stack gap="tight">
      <Heading>{words.deviceTable}</Heading>
      <Table
        caption={words.deviceTable}
        columns={[
          { label: words.deviceColumns.name },
          { label: words.deviceColumns.state },
          { label: words.deviceColumns.registered, lesser: true },
          { label: words.deviceColumns.seen, lesser: true },
        ]}
        rows={devices.map((device) => [
          <RowTitle
            href={devicePath(device.id)}
            title={device.name ?? device.model ?? deviceList.pending}
            detail={kindOf(device)}
          />,
          <Badge tone={DEVICE_TONES[device.status]}>{deviceList.statuses[device.status]}</Badge>,
          <RelativeTime frame={frame} at={device.registeredAt} />,
          device.lastSeenAt === null ? staff.never : <RelativeTime frame={frame} at={device.lastSeenAt} />,
        ])}
        empty={words.noDevices}
      />
    </Stack>
  )
}

function ActsPanel({ frame, invitation }: Part) {
  const words = frame.copy.invitations.one
  const at = (act: string) => invitationPath(invitation.id, act)
  const { living, remindersOff, acceptedAt } = invitation
  return (
    <Panel title={words.acts}>
      {living && (
        <Explained act={<ActLink href={at('credentials')}>{words.credentials}</ActLink>}>
          {words.credentialsWhat}
        </Explained>
      )}
      <Explained act={<ActLink href={at('renew')}>{words.renew}</ActLink>}>
        {living ? words.renewWhat : words.renewEnded}
      </Explained>
      {living && (
        <Explained act={<PostAct action={at('pin')}>{words.pin}</PostAct>}>{words.pinWhat}</Explained>
      )}
      {living && acceptedAt === null && (
        <Explained
          act={
            <PostAct action={at(remindersOff ? 'remind' : 'leave-out')}>
              {remindersOff ? words.remindOn : words.remindOff}
            </PostAct>
          }
        >
          {remindersOff ? words.remindOnWhat : words.remindOffWhat}
        </Explained>
      )}
      {living && (
        <Explained
          act={
            <ActLink href={at('deactivate')} weight="danger">
              {words.deactivate}
            </ActLink>
          }
        >
          {words.deactivateWhat}
        </Explained>
      )}
    </Panel>
  )
}

function PostAct(props: { action: string; children: string }) {
  return (
    <ActForm action={props.action}>
      <Act weight="secondary">{props.children}</Act>
    </ActForm>
  )
}
