import { isOwnership } from '../kernel/ownership.ts'
import { isPlatform } from '../kernel/platform.ts'
import {
  DEVICE_SORTS,
  type DeviceFilter,
  type DeviceSort,
  UNRESPONSIVE_KINDS,
  type UnresponsiveKind,
} from './list-types.ts'
import { DEVICE_STATUSES, type DeviceStatus } from './types.ts'

/** The names of the list's parameters, as its address and saved views carry them. */
const DEVICE_PARAMETERS = {
  search: 'q',
  status: 'status',
  platform: 'platform',
  ownership: 'ownership',
  ownerId: 'owner',
  reason: 'reason',
  sort: 'sort',
} as const satisfies Record<keyof DeviceFilter, string>

const SEARCH_MAX = 120
const OWNER = /^acc_[A-Za-z0-9_-]{1,60}$/

/** The filter that an address asks for. What it does not know counts as not asked for. */
export function readDeviceFilter(query: URLSearchParams): DeviceFilter {
  const read = (field: keyof DeviceFilter) => query.get(DEVICE_PARAMETERS[field]) ?? ''
  const oneOf = <Choice extends string>(field: keyof DeviceFilter, choices: readonly Choice[]) =>
    choices.find((choice) => choice === read(field)) ?? null
  const [platform, ownership, owner] = [read('platform'), read('ownership'), read('ownerId')]
  return {
    search: read('search').trim().slice(0, SEARCH_MAX),
    status: oneOf<DeviceStatus | 'ended'>('status', [...DEVICE_STATUSES, 'ended']),
    platform: isPlatform(platform) ? platform : null,
    ownership: isOwnership(ownership) ? ownership : null,
    ownerId: OWNER.test(owner) ? owner : null,
    reason: oneOf<UnresponsiveKind>('reason', UNRESPONSIVE_KINDS),
    sort: oneOf<DeviceSort>('sort', DEVICE_SORTS) ?? 'newest',
  }
}

/** The query of the address that asks for the filter, without `?`; empty for the list as it begins. */
export function writeDeviceQuery(filter: DeviceFilter): string {
  const query = new URLSearchParams()
  for (const [field, name] of Object.entries(DEVICE_PARAMETERS)) {
    const value = filter[field as keyof DeviceFilter]
    if (value !== null && value !== '' && !(field === 'sort' && value === 'newest')) query.set(name, value)
  }
  return query.toString()
}
