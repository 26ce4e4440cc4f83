import type { Permission } from '../../../accounts/index.ts'
import type { OwnedDevice } from '../../../devices/index.ts'
import type { Frame } from '../../ui/frame.ts'
import { SideBySide } from '../../ui/portal.tsx'
import { Panel } from '../../ui/staff-form.tsx'
import { Muted, Points } from '../../ui/text.tsx'

/** What the organisation sees of a device, what it does not, and what a wipe would take. */
export function ConsentPanel(props: {
  frame: Frame
  device: OwnedDevice
  permissions: readonly Permission[]
}) {
  const { frame, device } = props
  const words = frame.copy.portalDevice.consent
  const name = frame.organisation?.name ?? ''
  const listens = device.reports === 'agent'
  const where = listens && props.permissions.includes('locate') ? words.whereAsked : words.where
  return (
    <Panel title={words.title}>
      <SideBySide
        parts={[
          {
            title: words.canSee(name),
            content: <Points mark="yes" items={words.see[device.reports]} />,
          },
          {
            title: words.cannotSee(name),
            content: <Points mark="no" items={[...words.hidden, where]} />,
          },
        ]}
      />
      <Muted>{listens ? words.wipe[device.ownership] : words.wipe.never}</Muted>
    </Panel>
  )
}
