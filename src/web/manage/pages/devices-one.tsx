import type { KnownName } from '../../../accounts/index.ts'
import { type DeviceDetail, NOTE_MAX } from '../../../devices/index.ts'
import type { Invitation } from '../../../invitations/index.ts'
import type { FieldProblems } from '../../../kernel/fields.ts'
import { StampTime } from '../../ui/audit-list.tsx'
import { Mono } from '../../ui/certificates.tsx'
import { problemAt, TextArea } from '../../ui/controls.tsx'
import { PermissionList, StateLine } from '../../ui/device-list.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Notice } from '../../ui/notice.tsx'
import { Heading, Lines, MoreLink } from '../../ui/people.tsx'
import { Act, ActLink, Acts, Explained, Panel, StaffForm } from '../../ui/staff-form.tsx'
import { StaffLayout } from '../../ui/staff-layout.tsx'
import { Table } from '../../ui/table.tsx'
import { Facts, InlineLink, Muted, Stack } from '../../ui/text.tsx'
import { ClockTime, RelativeTime } from '../../ui/time.tsx'
import { describeEntry } from '../audit-words.ts'
import { certificatePath, issuedPath } from '../certificate-paths.ts'
import { DEVICES_PATH, devicePath } from '../device-paths.ts'
import { invitationPath } from '../invitation-paths.ts'
import { DeviceCommandsPanel } from './devices-commands.tsx'
import { DeviceFacts, SetupFacts } from './devices-facts.tsx'
import {
  adviceFor,
  deviceDetail,
  deviceName,
  isOver,
  isSlot,
  permissionName,
  StatusBadge,
  StatusReason,
} from './devices-words.tsx'

export type DevicePageProps = {
  frame: Frame
  device: DeviceDetail
  /** The invitation that brought it, or whose slot it is; null where there is none. */
  invitation: Invitation | null
  /** What was typed when it was refused; absent: what is stored. */
  note?: string
  problems?: FieldProblems
  done?: string | null
  /** What could not be done, in words. */
  trouble?: string | null
}

/** One device, or one slot, with everything about it. GET `/manage/devices/<id>`. */
export function DevicePage(props: DevicePageProps) {
  const { frame, device } = props
  const { deviceList: words } = frame.copy
  const problems = props.problems ?? {}
  return (
    <StaffLayout
      frame={frame}
      area="manage"
      section="devices"
      title={deviceName(frame.copy, device)}
      lead={deviceDetail(frame.copy, device)}
      parent={{ href: DEVICES_PATH, label: words.title }}
      done={props.done ?? null}
      failed={Object.keys(problems).length > 0}
    >
      {props.trouble && <Notice tone="warning">{props.trouble}</Notice>}
      <State {...props} />
      {!isSlot(device) && <DeviceFacts frame={frame} device={device} />}
      <SetupFacts frame={frame} device={device} invitation={props.invitation} />
      {!isSlot(device) && <Permissions frame={frame} device={device} />}
      {!isSlot(device) && <Certificates frame={frame} device={device} />}
      <Notes {...props} problems={problems} />
      {!isSlot(device) && <DeviceCommandsPanel frame={frame} device={device} />}
      <DeviceActs frame={frame} device={device} />
      <History frame={frame} device={device} />
    </StaffLayout>
  )
}

function State({ frame, device, invitation }: DevicePageProps) {
  const words = frame.copy.deviceList
  const told = { frame, device, slot: invitation ?? undefined }
  const { unresponsive } = device
  return (
    <Panel title={words.one.state}>
      <StateLine
        badge={<StatusBadge {...told} />}
        reason={<StatusReason {...told} />}
        advice={adviceFor(frame.copy, device, invitation)}
      />
      {!isSlot(device) && (
        <Facts
          facts={[
            ...(unresponsive
              ? [{ name: words.one.since, value: <RelativeTime frame={frame} at={unresponsive.since} /> }]
              : []),
            {
              name: words.one.seen,
              value:
                device.lastSeenAt === null ? (
                  words.one.neverSeen
                ) : (
                  <RelativeTime frame={frame} at={device.lastSeenAt} />
                ),
            },
          ]}
        />
      )}
      {!isSlot(device) && device.reports === 'none' && <Muted>{words.one.reportsNothing}</Muted>}
    </Panel>
  )
}

type Told = { frame: Frame; device: DeviceDetail }

function Permissions({ frame, device }: Told) {
  const words = frame.copy.deviceList
  const { permissions, unresponsive } = device
  const lost = unresponsive?.reason.kind === 'permissions' ? unresponsive.reason.names : []
  if (permissions === null && device.reports !== 'agent') return null
  return (
    <Panel title={words.one.permissions}>
      {permissions === null || Object.keys(permissions).length === 0 ? (
        <Muted>{words.one.noPermissions}</Muted>
      ) : (
        <PermissionList
          colon={frame.copy.ui.colon}
          items={Object.entries(permissions).map(([name, allowed]) => ({
            name: permissionName(frame.copy, name),
            state: allowed ? words.allowed : words.notAllowed,
            lost: lost.includes(name),
          }))}
        />
      )}
    </Panel>
  )
}

function Certificates({ frame, device }: Told) {
  const words = frame.copy.deviceList.one
  return (
    <Panel title={words.certificates}>
      {device.certificates.length === 0 ? (
        <Muted>{words.noCertificates}</Muted>
      ) : (
        <>
          <Lines
            items={device.certificates.map(({ serial, subject, endsAt, revokedAt }) => (
              <>
                <InlineLink href={certificatePath(serial)}>{subject || <Mono>{serial}</Mono>}</InlineLink>
                {', '}
                {revokedAt !== null && revokedAt > frame.now ? (
                  <>
                    {words.certificateReplaced} <ClockTime frame={frame} at={revokedAt} />
                  </>
                ) : revokedAt !== null ? (
                  <>
                    {words.certificateRevoked} <RelativeTime frame={frame} at={revokedAt} />
                  </>
                ) : (
                  <>
                    {endsAt <= frame.now ? words.certificateEnded : words.certificateEnds}{' '}
                    <ClockTime frame={frame} at={endsAt} />
                  </>
                )}
              </>
            ))}
          />
          <MoreLink href={issuedPath({ deviceId: device.id })}>{words.allCertificates}</MoreLink>
        </>
      )}
    </Panel>
  )
}

function Notes({ frame, device, note, problems = {} }: DevicePageProps) {
  const words = frame.copy.deviceList.one
  return (
    <Panel>
      <StaffForm action={devicePath(device.id, 'note')}>
        <TextArea
          name="note"
          label={words.note}
          hint={words.noteHint}
          value={note ?? device.note}
          error={problemAt(frame.copy, problems, 'note')}
          rows={3}
          maxlength={NOTE_MAX}
        />
        <Acts>
          <Act weight="secondary">{words.saveNote}</Act>
        </Acts>
      </StaffForm>
    </Panel>
  )
}

function DeviceActs({ frame, device }: Told) {
  const words = frame.copy.deviceList
  const link = (act: string, label: string, weight: 'secondary' | 'danger') => (
    <ActLink href={devicePath(device.id, act)} weight={weight}>
      {label}
    </ActLink>
  )
  return (
    <Panel title={words.one.acts}>
      {isSlot(device) && device.invitationId !== null && (
        <Explained
          act={<ActLink href={invitationPath(device.invitationId)}>{words.one.openInvitation}</ActLink>}
        >
          {words.one.invitationActs}
        </Explained>
      )}
      <Explained act={link('renew', words.renew.link, 'secondary')}>
        {isSlot(device) ? words.renew.whatSlot : isOver(device) ? words.renew.whatEnded : words.renew.what}
      </Explained>
      {isSlot(device) && (
        <Explained act={link('delete', words.deactivate.link, 'danger')}>{words.deactivate.what}</Explained>
      )}
      {!isOver(device) && !isSlot(device) && (
        <Explained act={link('delete', words.delete.link, 'danger')}>{words.delete.what}</Explained>
      )}
    </Panel>
  )
}

function History({ frame, device }: Told) {
  const words = frame.copy.deviceList.one
  const { owner, actors } = device
  const named: KnownName[] = [{ ...owner, role: 'device_owner' }, ...(actors as KnownName[])]
  const people = new Map(named.map((one) => [one.id, one]))
  return (
    <Stack gap="tight">
      <Heading>{words.history}</Heading>
      <Table
        caption={words.history}
        columns={[
          { label: words.historyColumns.when },
          { label: words.historyColumns.who, lesser: true },
          { label: words.historyColumns.what },
        ]}
        rows={device.history.map((entry) => {
          const { who, what } = describeEntry(frame.copy, entry, people)
          return [<StampTime frame={frame} at={entry.at} by={who} />, who, what]
        })}
        empty={words.noHistory}
      />
      <MoreLink href={`/manage/audit?device=${encodeURIComponent(device.id)}`}>{words.allHistory}</MoreLink>
    </Stack>
  )
}
