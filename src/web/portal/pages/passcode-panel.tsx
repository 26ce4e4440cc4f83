import type { Permission } from '../../../accounts/index.ts'
import type { OwnedDevice } from '../../../devices/index.ts'
import { takesPasscodeReset } from '../../../registration/index.ts'
import type { Frame } from '../../ui/frame.ts'
import { ActLink, Explained, Panel } from '../../ui/staff-form.tsx'
import { Region } from '../../ui/text.tsx'
import { myDevicePath } from '../device-paths.ts'

type PasscodePanelProps = { frame: Frame; device: OwnedDevice; permissions: readonly Permission[] }

/** On a device's page: the way to a PIN for the passcode of its secure apps. Nothing where that cannot be. */
export function PasscodePanel({ frame, device, permissions }: PasscodePanelProps) {
  const words = frame.copy.portalRegister.passcode
  const may = permissions.includes('reset_passcode') && takesPasscodeReset(device)
  return (
    <Region name="passcode">
      {may && (
        <Panel title={words.panelTitle} id="passcode">
          <Explained act={<ActLink href={myDevicePath(device.id, 'passcode')}>{words.panelAct}</ActLink>}>
            {words.panelWhat}
          </Explained>
        </Panel>
      )}
    </Region>
  )
}
