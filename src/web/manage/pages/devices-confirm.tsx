import type { DeviceRow } from '../../../devices/index.ts'
import { Hidden } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Lines } from '../../ui/people.tsx'
import { ConfirmPage } from '../../ui/staff-form.tsx'
import { DEVICES_PATH, devicePath } from '../device-paths.ts'
import { personName } from '../person-names.ts'
import { deviceName, isOver, isSlot, type SlotInvitations, StatusReason } from './devices-words.tsx'

type One = { frame: Frame; device: DeviceRow }

const aroundOne = ({ frame, device }: One) => ({
  frame,
  area: 'manage' as const,
  section: 'devices' as const,
  parent: { href: devicePath(device.id), label: deviceName(frame.copy, device) },
  cancel: devicePath(device.id),
})

/** Asks before an e-mail goes to the owner. GET `/manage/devices/<id>/renew`. */
export function RenewDevicePage(props: One) {
  const { frame, device } = props
  const words = frame.copy.deviceList.renew
  return (
    <ConfirmPage
      {...aroundOne(props)}
      title={words.title(deviceName(frame.copy, device))}
      consequences={(isSlot(device) ? words.consequencesSlot : words.consequences)(device.owner.address)}
      action={devicePath(device.id, 'renew')}
      weight="primary"
      act={words.act}
    />
  )
}

/** Asks before a device, or the invitation of a slot, ends. GET `/manage/devices/<id>/delete`. */
export function DeleteDevicePage(props: One) {
  const { frame, device } = props
  const { deactivate, delete: words } = frame.copy.deviceList
  const slot = isSlot(device)
  const name = deviceName(frame.copy, device)
  return (
    <ConfirmPage
      {...aroundOne(props)}
      title={slot ? deactivate.title(name) : words.title(name)}
      consequences={slot ? deactivate.consequences : words.consequences}
      action={devicePath(device.id, 'delete')}
      act={slot ? deactivate.act : words.act}
      hidden={slot ? { slot: 'yes' } : {}}
    />
  )
}

export type ManyProps = {
  frame: Frame
  act: 'renew' | 'delete'
  /** Those that were chosen and are still here. */
  devices: DeviceRow[]
  slots: SlotInvitations
}

/** Asks before something is done with several. GET `/manage/devices/<renew|delete>?id=…`. */
export function ManyDevicesPage({ frame, act, devices, slots }: ManyProps) {
  const words = frame.copy.deviceList
  const can = devices.filter((device) => canDo(act, device))
  const left = devices.length - can.length
  const consequences = [
    ...words[act].consequencesMany,
    ...(act === 'delete' && can.some(isSlot) ? [words.delete.slots] : []),
    ...(left > 0 ? [words.delete.leftOut(left)] : []),
  ]
  return (
    <ConfirmPage
      frame={frame}
      area="manage"
      section="devices"
      parent={{ href: DEVICES_PATH, label: words.title }}
      cancel={DEVICES_PATH}
      title={words[act].titleMany(can.length)}
      consequences={consequences}
      action={`${DEVICES_PATH}/${act}`}
      weight={act === 'renew' ? 'primary' : 'dangerous'}
      act={act === 'renew' ? words.renew.actMany : words.delete.act}
    >
      {can.map(({ id }) => (
        <Hidden name="id" value={id} />
      ))}
      <Lines
        items={can.map((device) => (
          <>
            {deviceName(frame.copy, device)}
            {!isSlot(device) && ` (${personName(frame.copy, device.owner)})`}
            {frame.copy.ui.colon}
            {words.statuses[device.status]}.{' '}
            <StatusReason frame={frame} device={device} slot={slots.get(device.invitationId ?? '')} />
          </>
        ))}
      />
    </ConfirmPage>
  )
}

/** What has ended stays ended; its owner can be written to all the same. */
export function canDo(act: 'renew' | 'delete', device: DeviceRow): boolean {
  return act === 'renew' || !isOver(device)
}
