import type { Child } from 'hono/jsx'
import type { Copy } from '../../../copy/index.ts'
import { isEnded, type OwnedDevice } from '../../../devices/index.ts'
import { unreachable } from '../../../kernel/result.ts'
import { DEVICE_TONES, permissionName } from '../../manage/pages/devices-words.tsx'
import { Fill } from '../../ui/fill.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Badge } from '../../ui/table.tsx'
import { RelativeTime } from '../../ui/time.tsx'

type Told = { frame: Frame; device: OwnedDevice }

/** What kind of device it is. */
export function kindName(copy: Copy, { platform }: Pick<OwnedDevice, 'platform'>): string {
  return platform === 'agent' ? copy.portal.agent : copy.platforms[platform].name
}

/** What one's device is called: by its name, else its model, else its kind. */
export function ownedName(copy: Copy, device: OwnedDevice): string {
  return device.name ?? device.model ?? kindName(copy, device)
}

/** What it is, below what it is called. */
export function ownedDetail(copy: Copy, device: OwnedDevice): string {
  const { name, model, osVersion } = device
  const what = model && name ? model : kindName(copy, device)
  return [what === ownedName(copy, device) ? '' : what, osVersion].filter(Boolean).join(', ')
}

export function ownershipWord({ frame, device }: Told): string {
  const words = frame.copy.portal
  return device.ownership === 'company' ? words.company(frame.organisation?.name ?? '') : words.personal
}

export function OwnedBadge({ frame, device }: Told) {
  return <Badge tone={DEVICE_TONES[device.status]}>{frame.copy.portal.statuses[device.status]}</Badge>
}

/** Why a device is in its state, and what its owner can do; null where its state says all. */
export function ownedReason({ frame, device }: Told): Child {
  const { reasons } = frame.copy.portal
  switch (device.status) {
    case 'unresponsive':
      return unresponsive({ frame, device })
    case 'pending':
      return pending({ frame, device })
    case 'active':
      if (device.reports === 'none') return reasons.said
      return device.reports === 'ota' ? reasons.once : null
    case 'invited':
      return null
    case 'retired':
    case 'wiped':
    case 'replaced':
    case 'deleted': {
      const why = endingOf(frame.copy, device)
      return (
        <>
          {why}
          {why && device.endedAt !== null && ' '}
          {device.endedAt !== null && (
            <Fill text={reasons.ended} slots={{ time: <RelativeTime frame={frame} at={device.endedAt} /> }} />
          )}
        </>
      )
    }
    default:
      return unreachable(device.status)
  }
}

function unresponsive({ frame, device }: Told): Child {
  const { copy } = frame
  const { reasons } = copy.portal
  if (!device.unresponsive) return null
  const { since, reason } = device.unresponsive
  if (reason.kind === 'permissions')
    return reasons.permissions(reason.names.map((name) => permissionName(copy, name)).join(', '))
  const time = <RelativeTime frame={frame} at={device.lastSeenAt ?? since} />
  return <Fill text={reasons.silent} slots={{ time }} />
}

function pending({ frame, device }: Told): Child {
  const { reasons } = frame.copy.portal
  if (device.reports === 'agent') return reasons.waiting
  if (device.reports === 'certificate') return reasons.waitingCertificate
  if (device.deliveredAt === null) return reasons.toDownload
  const time = <RelativeTime frame={frame} at={device.deliveredAt} />
  return <Fill text={reasons.delivered} slots={{ time }} />
}

/** The word for why a device ended that its provision session wrote, as our copy keys it. */
export const endingKey = ({ endedReason }: Pick<OwnedDevice, 'endedReason'>) =>
  (endedReason ?? '').replaceAll(' ', '_')

/** Why it ended, in words; empty where its state says it. */
function endingOf(copy: Copy, device: OwnedDevice): string {
  const words = copy.portal.endings
  const key = endingKey(device)
  return Object.hasOwn(words, key) ? (words[key] ?? '') : ''
}

/** When it checked in last; what never does says nothing. */
export function lastSeen({ frame, device }: Told) {
  if (device.lastSeenAt !== null) return <RelativeTime frame={frame} at={device.lastSeenAt} />
  return device.reports === 'agent' && !isEnded(device) ? frame.copy.portal.neverSeen : null
}
