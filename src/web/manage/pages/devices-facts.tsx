import type { Child } from 'hono/jsx'
import type { DeviceDetail } from '../../../devices/index.ts'
import type { Invitation } from '../../../invitations/index.ts'
import { Mono } from '../../ui/certificates.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Panel } from '../../ui/staff-form.tsx'
import { Facts, InlineLink, Muted } from '../../ui/text.tsx'
import { RelativeTime } from '../../ui/time.tsx'
import { invitationPath } from '../invitation-paths.ts'
import { personPath } from '../people-paths.ts'
import { isForgotten, personName } from '../person-names.ts'
import { isOver, isSlot } from './devices-words.tsx'

type Fact = { name: string; value: Child }

/** Only what is known. */
const known = (facts: { name: string; value: Child | null }[]): Fact[] =>
  facts.filter((fact): fact is Fact => fact.value !== null && fact.value !== '')

/** What a device said of itself. */
export function DeviceFacts({ frame, device }: { frame: Frame; device: DeviceDetail }) {
  const { deviceList, platforms } = frame.copy
  const words = deviceList.one
  const mono = (text: string | null) => (text === null ? null : <Mono>{text}</Mono>)
  const told = known([
    { name: words.name, value: device.name },
    { name: words.model, value: device.model },
    { name: words.manufacturer, value: device.manufacturer },
    { name: words.osVersion, value: device.osVersion },
    { name: words.serial, value: mono(device.serial) },
    { name: words.imei, value: mono(device.imei) },
    { name: words.udid, value: mono(device.udid) },
    { name: words.phoneNumber, value: device.phoneNumber },
    { name: words.carrier, value: device.carrier },
    { name: words.agentVersion, value: device.agentVersion },
  ])
  return (
    <Panel title={words.facts}>
      <Facts
        facts={[
          ...(device.platform === null
            ? []
            : [{ name: words.platform, value: platforms[device.platform].name }]),
          ...told,
          { name: words.id, value: <Mono>{device.id}</Mono> },
        ]}
      />
      {told.length === 0 && !isOver(device) && device.reports !== 'none' && (
        <Muted>{words.factsMissing}</Muted>
      )}
    </Panel>
  )
}

/** Whose it is, what it was given and how it came; of a slot, its invitation. */
export function SetupFacts(props: { frame: Frame; device: DeviceDetail; invitation: Invitation | null }) {
  const { frame, device, invitation } = props
  const { deviceList } = frame.copy
  const words = deviceList.one
  const time = (at: number | null) => (at === null ? null : <RelativeTime frame={frame} at={at} />)
  const slot = isSlot(device)
  const { id, address } = device.owner
  return (
    <Panel title={slot ? words.invitation : words.setup}>
      <Facts
        facts={known([
          {
            name: words.owner,
            value: (
              <>
                {isForgotten(device.owner) ? (
                  personName(frame.copy, device.owner)
                ) : (
                  <InlineLink href={personPath(id)}>{personName(frame.copy, device.owner)}</InlineLink>
                )}
                {device.owner.name !== '' && <>, {address}</>}
              </>
            ),
          },
          { name: words.ownership, value: slot ? null : deviceList.ownership[device.ownership] },
          { name: words.template, value: device.template && <Template frame={frame} device={device} /> },
          { name: slot ? words.invited : words.registered, value: time(device.registeredAt) },
          { name: words.invitedAt, value: slot ? (invitation?.recipient ?? null) : null },
          { name: words.delivered, value: time(device.deliveredAt) },
          { name: words.confirmed, value: time(device.confirmedAt) },
          { name: words.ended, value: time(device.endedAt) },
          { name: words.broughtBy, value: slot ? null : <BroughtBy {...props} /> },
          { name: words.id, value: slot ? <Mono>{device.id}</Mono> : null },
        ])}
      />
    </Panel>
  )
}

function Template({ frame, device }: { frame: Frame; device: DeviceDetail }) {
  const words = frame.copy.deviceList.one
  const { template } = device
  if (!template) return null
  const { version, offered } = template
  return (
    <>
      <InlineLink href={`/manage/device-templates/${encodeURIComponent(template.id)}`}>
        {template.name}
      </InlineLink>
      {`, ${words.version(version)} (${version >= offered ? words.newest : words.older(offered)})`}
    </>
  )
}

function BroughtBy({ frame, device, invitation }: Parameters<typeof SetupFacts>[0]) {
  const words = frame.copy.deviceList.one
  if (device.invitationId === null)
    return (
      <>
        {words.byCode} <Mono>{device.grantId}</Mono>
      </>
    )
  if (!invitation) return <>{words.byInvitation}</>
  return (
    <>
      <InlineLink href={invitationPath(device.invitationId)}>{words.byInvitation}</InlineLink>{' '}
      <RelativeTime frame={frame} at={invitation.createdAt} />
    </>
  )
}
