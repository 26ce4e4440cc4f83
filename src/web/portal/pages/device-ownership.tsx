import type { OwnedDevice } from '../../../devices/index.ts'
import type { Frame } from '../../ui/frame.ts'
import { ConfirmPage } from '../../ui/staff-form.tsx'
import { myDevicePath } from '../device-paths.ts'
import { ownedName } from './device-words.tsx'

/** Asks before a device counts as somebody's own, or as the organisation's. GET `/portal/devices/<id>/ownership`. */
export function ChangeOwnershipPage({ frame, device }: { frame: Frame; device: OwnedDevice }) {
  const words = frame.copy.portalDevice.owner
  const name = ownedName(frame.copy, device)
  const organisation = frame.organisation?.name ?? ''
  const personal = device.ownership === 'company'
  return (
    <ConfirmPage
      frame={frame}
      area="portal"
      section="myDevices"
      parent={{ href: myDevicePath(device.id), label: name }}
      title={personal ? words.askPersonal(name) : words.askCompany(name, organisation)}
      consequences={(personal ? words.becomesPersonal : words.becomesCompany)(organisation)}
      action={myDevicePath(device.id, 'ownership')}
      hidden={{ ownership: personal ? 'personal' : 'company' }}
      weight="primary"
      act={personal ? words.actPersonal : words.actCompany(organisation)}
      cancel={myDevicePath(device.id)}
    />
  )
}
