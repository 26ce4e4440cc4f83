import type { OwnedDevice } from '../../../devices/index.ts'
import type { PasscodeResetView } from '../../../referee/index.ts'
import { Pin, Typed } from '../../ui/credentials.tsx'
import { Fill } from '../../ui/fill.tsx'
import type { Frame } from '../../ui/frame.ts'
import { AskHelpdesk } from '../../ui/helpdesk.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PortalLive } from '../../ui/portal.tsx'
import { Act, ActLink, Acts, Panel, StaffForm } from '../../ui/staff-form.tsx'
import { StaffLayout } from '../../ui/staff-layout.tsx'
import { Muted, Numbered, Region } from '../../ui/text.tsx'
import { ClockTime, RelativeTime } from '../../ui/time.tsx'
import { LIVE_PATH, myDevicePath } from '../device-paths.ts'
import { ownedName } from './device-words.tsx'

export type PasscodeProps = {
  frame: Frame
  device: OwnedDevice
  /** What is typed with the PIN. */
  address: string
  /** The newest; null: none. */
  reset: PasscodeResetView | null
  refusal: 'rate_limited' | 'temporarily_unavailable' | null
}

/** The one-time PIN for the passcode of a device's secure apps. `/portal/devices/<id>/passcode`. */
export function PasscodePage(props: PasscodeProps) {
  const { frame, device, refusal } = props
  const { portal, portalRegister, ui } = frame.copy
  const words = portalRegister.passcode
  const name = ownedName(frame.copy, device)
  const page = myDevicePath(device.id, 'passcode')
  return (
    <StaffLayout
      frame={frame}
      area="portal"
      section="myDevices"
      title={words.title}
      lead={words.lead(name)}
      parent={{ href: myDevicePath(device.id), label: name }}
      failed={refusal !== null && 'said'}
      scripts={['portal']}
    >
      {refusal && <Notice tone="error">{ui.refusals[refusal]}</Notice>}
      <PortalLive live={LIVE_PATH} status={page} now={frame.now} changed={portal.changed}>
        <Region name="passcode">
          <State {...props} />
        </Region>
      </PortalLive>
    </StaffLayout>
  )
}

function State(props: PasscodeProps) {
  const { frame, reset } = props
  const words = frame.copy.portalRegister.passcode
  if (reset?.pin) return <Waiting {...props} reset={reset} pin={reset.pin} />
  return (
    <Panel>
      {reset?.state === 'used' && (
        <Notice tone="success" title={words.used.title}>
          <Fill
            text={words.used.text}
            slots={{ time: <RelativeTime frame={frame} at={reset.usedAt ?? reset.createdAt} /> }}
          />{' '}
          {words.used.notYou} <AskHelpdesk frame={frame} />
        </Notice>
      )}
      {reset && reset.state !== 'used' && (
        <Notice tone="warning" title={words.over.title}>
          {words.over.text}
        </Notice>
      )}
      {reset?.state !== 'used' && <Numbered items={words.steps} />}
      <Get {...props} weight={reset?.state === 'used' ? 'secondary' : 'primary'}>
        {reset ? words.another : words.get}
      </Get>
    </Panel>
  )
}

function Waiting(props: PasscodeProps & { reset: PasscodeResetView; pin: string }) {
  const { frame, address, reset, pin } = props
  const words = frame.copy.portalRegister.passcode
  const time = <RelativeTime frame={frame} at={reset.validUntil} />
  const clock = <ClockTime frame={frame} at={reset.validUntil} />
  return (
    <Panel title={words.waiting.title}>
      <Typed
        items={[
          { name: words.address, value: address },
          { name: words.pin, value: <Pin digits={pin} /> },
        ]}
      />
      <p>
        <Fill text={words.waiting.until} slots={{ time, clock }} /> {words.waiting.keep}
      </p>
      <Numbered items={words.steps} />
      <Get {...props} weight="secondary">
        {words.another}
      </Get>
      <Muted>{words.anotherWhat}</Muted>
    </Panel>
  )
}

function Get(props: PasscodeProps & { weight: 'primary' | 'secondary'; children?: string }) {
  const { frame, device } = props
  return (
    <StaffForm action={myDevicePath(device.id, 'passcode')}>
      <Acts>
        <Act weight={props.weight}>{props.children}</Act>
        <ActLink href={myDevicePath(device.id)}>{frame.copy.staff.back}</ActLink>
      </Acts>
    </StaffForm>
  )
}
