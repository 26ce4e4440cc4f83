import type { Copy } from '../../../copy/index.ts'
import type { OwnedDevice } from '../../../devices/index.ts'
import { StateLine } from '../../ui/device-list.tsx'
import { Fill } from '../../ui/fill.tsx'
import { AskHelpdesk } from '../../ui/helpdesk.tsx'
import { ActLink, Acts, Panel } from '../../ui/staff-form.tsx'
import { Muted } from '../../ui/text.tsx'
import { RelativeTime } from '../../ui/time.tsx'
import { myDevicePath } from '../device-paths.ts'
import { REGISTER_PATH } from '../register-paths.ts'
import type { MyDeviceProps } from './device-one.tsx'
import { endingKey, OwnedBadge } from './device-words.tsx'

/** What ended a device, and what its owner can do next. */
export function EndedPanel({ frame, read: { device }, permissions }: MyDeviceProps) {
  const words = frame.copy.portalDevice
  const when = device.endedAt !== null && (
    <Fill
      text={frame.copy.portal.reasons.ended}
      slots={{ time: <RelativeTime frame={frame} at={device.endedAt} /> }}
    />
  )
  const register = permissions.includes('register')
  return (
    <Panel title={words.over.title}>
      <StateLine
        badge={<OwnedBadge frame={frame} device={device} />}
        reason={when}
        advice={whatHappened(frame.copy, device)}
      />
      {(register || device.replacedByDeviceId !== null) && (
        <Acts>
          {register && (
            <ActLink href={REGISTER_PATH} weight="primary">
              {frame.copy.portal.setUp}
            </ActLink>
          )}
          {device.replacedByDeviceId !== null && (
            <ActLink href={myDevicePath(device.replacedByDeviceId)}>{words.showOther}</ActLink>
          )}
        </Acts>
      )}
      {!register && (
        <Muted>
          {words.over.ask} <AskHelpdesk frame={frame} />
        </Muted>
      )}
    </Panel>
  )
}

function whatHappened(copy: Copy, device: OwnedDevice): string | null {
  const { over } = copy.portalDevice
  const key = endingKey(device)
  if (key === 'never_finished' || key === 'abandoned') return over.never_finished
  if (key === 'key_in_use') return over.key_in_use
  switch (device.lifecycle) {
    case 'retired':
    case 'wiped':
    case 'replaced':
    case 'deleted':
      return over[device.lifecycle]
    default:
      return null
  }
}
