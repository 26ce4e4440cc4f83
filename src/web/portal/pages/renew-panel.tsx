import type { Permission } from '../../../accounts/index.ts'
import { isEnded, type OwnedDevice } from '../../../devices/index.ts'
import type { OpenGrant } from '../../../referee/index.ts'
import { Fill } from '../../ui/fill.tsx'
import type { Frame } from '../../ui/frame.ts'
import { ActLink, Explained, Panel } from '../../ui/staff-form.tsx'
import { Region } from '../../ui/text.tsx'
import { RelativeTime } from '../../ui/time.tsx'
import { myDevicePath } from '../device-paths.ts'
import { codePath } from '../register-paths.ts'

type RenewPanelProps = {
  frame: Frame
  device: OwnedDevice
  permissions: readonly Permission[]
  /** Every open code of the account: those that name another device, or none, are left out. */
  open: OpenGrant[]
}

/** On a device's page: to set it up again, to replace it, and what is open of that. Nothing where neither may be. */
export function RenewPanel({ frame, device, permissions, open }: RenewPanelProps) {
  const words = frame.copy.portalRegister.panel
  const may = permissions.includes('register') && !isEnded(device)
  const own = open.filter((grant) => grant.device?.id === device.id)
  if (!may && own.length === 0) return <Region name="open" />
  return (
    <Region name="open">
      <Panel title={words.title} id="renew">
        {own.map((grant) => (
          <OpenCode frame={frame} grant={grant} mayCancel={may} />
        ))}
        {may && (
          <>
            <Explained act={<ActLink href={myDevicePath(device.id, 'renew')}>{words.renew}</ActLink>}>
              {words.renewWhat}
            </Explained>
            <Explained act={<ActLink href={myDevicePath(device.id, 'replace')}>{words.replace}</ActLink>}>
              {words.replaceWhat}
            </Explained>
          </>
        )}
      </Panel>
    </Region>
  )
}

function OpenCode(props: { frame: Frame; grant: OpenGrant; mayCancel: boolean }) {
  const { frame, grant } = props
  const { panel: words, open } = frame.copy.portalRegister
  const time = <RelativeTime frame={frame} at={grant.validUntil} />
  return (
    <Explained
      act={
        <>
          <ActLink href={codePath(grant.id)}>{open.show}</ActLink>
          {props.mayCancel && grant.claim === null && (
            <ActLink href={codePath(grant.id, 'cancel')}>{open.cancel}</ActLink>
          )}
        </>
      }
    >
      {words.open[grant.device?.as ?? 'reprovision']}{' '}
      {grant.claim ? words.connected : <Fill text={words.until} slots={{ time }} />}
    </Explained>
  )
}
