import type { OwnedDevice, OwnedDevicePage } from '../../../devices/index.ts'
import type { OpenGrant } from '../../../referee/index.ts'
import type { Frame } from '../../ui/frame.ts'
import { AskHelpdesk } from '../../ui/helpdesk.tsx'
import { Notice } from '../../ui/notice.tsx'
import { MoreLink } from '../../ui/people.tsx'
import { DeviceCard, DeviceCards, PortalLive } from '../../ui/portal.tsx'
import { ActLink } from '../../ui/staff-form.tsx'
import { StaffLayout } from '../../ui/staff-layout.tsx'
import { Empty, Pager } from '../../ui/table.tsx'
import { InlineLink, Muted, Region, Stack } from '../../ui/text.tsx'
import { LIVE_PATH, myDevicePath, myDevicesPath, myDevicesStatusPath } from '../device-paths.ts'
import { codePath, REGISTER_PATH } from '../register-paths.ts'
import { lastSeen, OwnedBadge, ownedDetail, ownedName, ownedReason, ownershipWord } from './device-words.tsx'

export type MyDevicesProps = {
  frame: Frame
  page: OwnedDevicePage
  /** Those that are over, instead of those that live. */
  ended: boolean
  /** Where this page begins; null: at the beginning. */
  after: string | null
  /** May set up devices by themselves. */
  mayRegister: boolean
  /** Codes that can still be used, and devices that have not reported yet. */
  open: OpenGrant[]
  done?: string | null
}

/** Somebody's devices. GET `/portal`. */
export function MyDevicesPage(props: MyDevicesProps) {
  const { frame, ended } = props
  const words = frame.copy.portal
  return (
    <StaffLayout
      frame={frame}
      area="portal"
      section="myDevices"
      title={ended ? words.endedTitle : words.title}
      lead={ended ? words.endedLead : null}
      parent={ended ? { href: myDevicesPath(false), label: words.title } : null}
      actions={
        !ended &&
        props.mayRegister && (
          <ActLink href={REGISTER_PATH} weight="primary">
            {words.setUp}
          </ActLink>
        )
      }
      done={props.done ?? null}
      scripts={['portal']}
    >
      <PortalLive
        live={LIVE_PATH}
        status={myDevicesStatusPath(props)}
        now={frame.now}
        changed={words.changed}
      >
        <MyDevicesRegions {...props} />
      </PortalLive>
    </StaffLayout>
  )
}

/** What changes while somebody looks at the list. GET `/portal/status`. */
export function MyDevicesRegions(props: MyDevicesProps) {
  const { frame, page, ended } = props
  const words = frame.copy.portal
  return (
    <>
      <Region name="open">{!ended && <Open {...props} />}</Region>
      <Region name="list">
        <Stack>
          {page.rows.length === 0 ? <None {...props} /> : <Cards {...props} />}
          <Pager frame={frame} path={myDevicesPath(ended)} next={page.next} later={props.after !== null} />
          {!ended && page.hasEnded && <MoreLink href={myDevicesPath(true)}>{words.showEnded}</MoreLink>}
        </Stack>
      </Region>
    </>
  )
}

/** Codes that wait for a device: where they are shown stands beside. */
function Open({ frame, open }: MyDevicesProps) {
  const words = frame.copy.portal
  const waiting = open.filter(({ claim }) => claim === null).length
  if (waiting === 0) return null
  return (
    <Notice tone="info">
      {words.open(waiting)} <InlineLink href={REGISTER_PATH}>{words.openLink}</InlineLink>
    </Notice>
  )
}

function Cards(props: MyDevicesProps) {
  const { frame } = props
  return (
    <DeviceCards label={frame.copy.portal.caption}>
      {props.page.rows.map((device) => (
        <Card {...props} device={device} />
      ))}
    </DeviceCards>
  )
}

function Card({ frame, device, open }: MyDevicesProps & { device: OwnedDevice }) {
  const words = frame.copy.portal
  const told = { frame, device }
  const seen = lastSeen(told)
  const grant = open.find(({ claim }) => claim?.deviceId === device.id)
  return (
    <DeviceCard
      href={myDevicePath(device.id)}
      platform={device.platform}
      title={ownedName(frame.copy, device)}
      detail={ownedDetail(frame.copy, device)}
      badge={<OwnedBadge {...told} />}
      reason={ownedReason(told)}
      facts={[
        ...(seen === null ? [] : [{ name: words.seen, value: seen }]),
        { name: words.ownership, value: ownershipWord(told) },
      ]}
      next={
        device.lifecycle === 'pending' &&
        grant && <InlineLink href={codePath(grant.id)}>{words.goOn}</InlineLink>
      }
    />
  )
}

function None(props: MyDevicesProps) {
  const { frame, page, ended, mayRegister } = props
  const words = frame.copy.portal
  if (page.next !== null || props.after !== null) return <Muted>{words.noneHere}</Muted>
  if (ended) return <Empty>{words.endedEmpty}</Empty>
  return (
    <Empty>
      <p>
        <strong>{words.empty.title}</strong>
      </p>
      <p>{mayRegister ? words.empty.may : words.empty.mayNot}</p>
      {!mayRegister && (
        <p>
          <AskHelpdesk frame={frame} />
        </p>
      )}
    </Empty>
  )
}
