import type { Copy } from '../../../copy/index.ts'
import type { DeviceRow, DeviceStatus } from '../../../devices/index.ts'
import type { SlotInvitation } from '../../../invitations/index.ts'
import type { Frame } from '../../ui/frame.ts'
import { Badge } from '../../ui/table.tsx'
import { RelativeTime } from '../../ui/time.tsx'
import { personName } from '../person-names.ts'

/** By the id of the invitation. */
export type SlotInvitations = ReadonlyMap<string, SlotInvitation>

/** How good a device's state is, as its badge shows it. */
export const DEVICE_TONES = {
  unresponsive: 'bad',
  invited: 'waiting',
  pending: 'waiting',
  active: 'good',
  retired: 'neutral',
  wiped: 'neutral',
  replaced: 'neutral',
  deleted: 'neutral',
} as const satisfies Record<DeviceStatus, string>

export const isSlot = ({ status }: Pick<DeviceRow, 'status'>) => status === 'invited'

export const isOver = ({ status }: Pick<DeviceRow, 'status'>) => DEVICE_TONES[status] === 'neutral'

/** What a device is called: a slot by its person, a device without facts "Pending…". */
export function deviceName(copy: Copy, device: DeviceRow): string {
  if (device.platform === null) return personName(copy, device.owner)
  const known = device.name ?? device.model
  if (known) return known
  return device.factsKnown || isOver(device) ? copy.platforms[device.platform].name : copy.deviceList.pending
}

/** What it is, below what it is called. */
export function deviceDetail(copy: Copy, device: DeviceRow): string {
  if (device.platform === null) return device.owner.name === '' ? '' : device.owner.address
  const { name, model, osVersion } = device
  const platform = copy.platforms[device.platform].name
  return [model && name ? model : platform, osVersion].filter(Boolean).join(', ')
}

export function StatusBadge({ frame, device, slot }: Told) {
  const failed = isSlot(device) && slot?.status === 'delivery_failed'
  return (
    <Badge tone={failed ? 'warning' : DEVICE_TONES[device.status]}>
      {frame.copy.deviceList.statuses[device.status]}
    </Badge>
  )
}

export type Told = { frame: Frame; device: DeviceRow; slot: SlotInvitation | undefined }

/** Why a device is in its state, or since when; nothing where its state says all. */
export function StatusReason({ frame, device, slot }: Told) {
  const { deviceList: words } = frame.copy
  const { reasons } = words
  switch (device.status) {
    case 'unresponsive':
      return <Unresponsive frame={frame} device={device} />
    case 'invited':
      if (!slot) return null
      return (
        <>
          {words.invitations[slot.status]}
          {slot.fetchedAt !== null && (slot.status === 'sent' || slot.status === 'sending') && (
            <>. {words.fetched}</>
          )}
        </>
      )
    case 'pending':
      return (
        <>{device.deliveredAt !== null && device.reports === 'none' ? reasons.delivered : reasons.waiting}</>
      )
    case 'active':
      if (device.confirmedBy !== 'owner') return null
      return <>{reasons.saidByOwner}</>
    default: {
      const why = endedReason(frame.copy, device)
      return (
        <>
          {why}
          {why && device.endedAt !== null && ' '}
          {device.endedAt !== null && <RelativeTime frame={frame} at={device.endedAt} />}
        </>
      )
    }
  }
}

function Unresponsive({ frame, device }: { frame: Frame; device: DeviceRow }) {
  const { reasons } = frame.copy.deviceList
  const { unresponsive, lastSeenAt } = device
  if (!unresponsive) return null
  if (unresponsive.reason.kind === 'permissions')
    return <>{reasons.permissions(permissionNames(frame.copy, unresponsive.reason.names))}</>
  return (
    <>
      {reasons.silentSince} <RelativeTime frame={frame} at={lastSeenAt ?? unresponsive.since} />
    </>
  )
}

function endedReason(copy: Copy, { endedReason: said }: DeviceRow): string {
  const words = copy.deviceList.reasons.ended
  const word = (said ?? '').replaceAll(' ', '_')
  return Object.hasOwn(words, word) ? (words[word] ?? '') : ''
}

export function permissionName(copy: Copy, name: string): string {
  const words = copy.deviceList.permissions
  return Object.hasOwn(words, name) ? (words[name] ?? name) : name.replaceAll('_', ' ')
}

const permissionNames = (copy: Copy, names: string[]) =>
  names.map((name) => permissionName(copy, name)).join(', ')

/** What a manager can do about the state that a device is in; null where nothing has to be done. */
export function adviceFor(copy: Copy, device: DeviceRow, slot: SlotInvitation | null): string | null {
  const { advice } = copy.deviceList
  switch (device.status) {
    case 'unresponsive':
      return device.unresponsive?.reason.kind === 'permissions' ? advice.permissions : advice.silent
    case 'pending':
      return device.deliveredAt !== null && device.reports === 'none' ? advice.delivered : advice.pending
    case 'invited':
      return slot?.status === 'delivery_failed' ? advice.delivery_failed : advice.invited
    default:
      return null
  }
}
