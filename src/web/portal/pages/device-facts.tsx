import type { Child } from 'hono/jsx'
import { isEnded, type OwnedDevice, type OwnedDeviceRead } from '../../../devices/index.ts'
import { Mono } from '../../ui/certificates.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Lines } from '../../ui/people.tsx'
import { Panel } from '../../ui/staff-form.tsx'
import { Facts, Muted, Stack } from '../../ui/text.tsx'
import { ClockTime, RelativeTime } from '../../ui/time.tsx'
import { kindName, lastSeen, ownershipWord } from './device-words.tsx'

type Props = { frame: Frame; read: OwnedDeviceRead }
type Fact = { name: string; value: Child }

/** Only what is known. */
const known = (facts: { name: string; value: Child | null }[]): Fact[] =>
  facts.filter((fact): fact is Fact => fact.value !== null && fact.value !== '')

const mono = (text: string | null) => (text === null ? null : <Mono>{text}</Mono>)

/** Everything that is known of the device, its certificates last. */
export function MyDeviceFacts(props: Props) {
  return (
    <Stack>
      <WhatItIs {...props} />
      <HowSetUp {...props} />
      <Certificates {...props} />
    </Stack>
  )
}

function WhatItIs({ frame, read: { device } }: Props) {
  const { portalDevice: words, portal } = frame.copy
  const labels = frame.copy.deviceList.one
  const told = known([
    { name: labels.name, value: device.name },
    { name: labels.model, value: device.model },
    { name: labels.manufacturer, value: device.manufacturer },
    { name: labels.osVersion, value: device.osVersion },
    { name: labels.phoneNumber, value: device.phoneNumber },
    { name: labels.carrier, value: device.carrier },
    { name: labels.serial, value: mono(device.serial) },
    { name: labels.imei, value: mono(device.imei) },
    { name: labels.udid, value: mono(device.udid) },
    { name: labels.agentVersion, value: device.agentVersion },
  ])
  const silent = device.reports === 'none' || isEnded(device)
  return (
    <Panel title={words.facts}>
      <Facts
        facts={known([
          { name: words.kind, value: kindName(frame.copy, device) },
          { name: portal.seen, value: lastSeen({ frame, device }) },
          ...told,
        ])}
      />
      {told.length === 0 && !silent && <Muted>{words.factsMissing}</Muted>}
    </Panel>
  )
}

function HowSetUp({ frame, read: { device, template } }: Props) {
  const { portalDevice: words, portal } = frame.copy
  const time = (at: number | null) => (at === null ? null : <RelativeTime frame={frame} at={at} />)
  const { templateVersion: version } = device
  const current = version >= template.offered ? words.newest : words.older(template.offered)
  return (
    <Panel title={words.setup}>
      <Facts
        facts={known([
          { name: portal.ownership, value: ownershipWord({ frame, device }) },
          { name: words.registered, value: time(device.registeredAt) },
          { name: words.delivered, value: time(device.deliveredAt) },
          { name: words.confirmed, value: time(device.confirmedAt) },
          { name: words.ended, value: time(device.endedAt) },
          {
            name: words.configuration,
            value: `${words.version(template.name, version)}${isEnded(device) ? '' : ` (${current})`}`,
          },
          { name: words.checksIn, value: isEnded(device) ? null : rhythm(frame, device) },
        ])}
      />
    </Panel>
  )
}

/** How often it checks in; null for what does not. */
function rhythm(frame: Frame, device: OwnedDevice): string | null {
  const words = frame.copy.portalDevice
  if (device.reports !== 'agent') return null
  const minutes = Math.max(1, Math.round(device.checkInSeconds / 60))
  return minutes < 60 ? words.every(minutes) : words.everyHours(Math.round(minutes / 60))
}

function Certificates({ frame, read: { certificates } }: Props) {
  const words = frame.copy.portalDevice
  return (
    <Panel title={words.certificates}>
      {certificates.length === 0 ? (
        <Muted>{words.noCertificates}</Muted>
      ) : (
        <Lines
          items={certificates.map((certificate) => (
            <>
              {certificate.subject || <Mono>{certificate.serial}</Mono>}
              {', '}
              <Ending frame={frame} certificate={certificate} />
            </>
          ))}
        />
      )}
    </Panel>
  )
}

function Ending(props: { frame: Frame; certificate: OwnedDeviceRead['certificates'][number] }) {
  const { frame, certificate } = props
  const { endsAt, revokedAt } = certificate
  const words = frame.copy.portalDevice.certificate
  const clock = (at: number) => <ClockTime frame={frame} at={at} />
  if (revokedAt !== null && revokedAt > frame.now)
    return (
      <>
        {words.replaced} {clock(revokedAt)}
      </>
    )
  if (revokedAt !== null)
    return (
      <>
        {words.revoked} <RelativeTime frame={frame} at={revokedAt} />
      </>
    )
  return (
    <>
      {endsAt <= frame.now ? words.ended : words.ends} {clock(endsAt)}
    </>
  )
}
