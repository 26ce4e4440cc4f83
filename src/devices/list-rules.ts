import { type Cursor, PAGE_SIZE } from '../kernel/paging.ts'
import type { Platform } from '../kernel/platform.ts'
import {
  type DeviceCounts,
  type DeviceFilter,
  type DeviceRow,
  ENDED_STATUSES,
  NO_DEVICE_FILTER,
} from './list-types.ts'
import { nameKeyOf } from './rules.ts'
import { DEVICE_STATUSES, type DeviceStatus, type DeviceTotal, LIVING } from './types.ts'

/** One index that is walked in its order. Several states are walked at once, the newest first. */
export type Walk =
  | { by: 'statuses'; values: readonly DeviceStatus[] }
  | { by: 'platform'; value: Platform }
  | { by: 'owner'; value: string }
  | { by: 'named' | 'unnamed' | 'seen' | 'unseen' }
  | {
      by: 'found_name' | 'found_serial' | 'found_typed_serial' | 'found_owner' | 'found_address'
      value: string
    }

/** What a walk finds. An owner without devices is found too: without a device. */
export type Found = {
  /** Which of the plan's walks. */
  walk: number
  /** Null for an owner without devices. */
  device: DeviceRow | null
  /** Breaks ties where an index has no id behind its columns. */
  place: number | null
  nameKey: string
  owner: { id: string; address: string; key: string }
}

export type ListPlan = {
  /** Walked one after the other. */
  walks: Walk[]
  /** How many rows all walks find together at most. */
  limit: number
  matches(found: Found, walk: Walk): boolean
}

/** What stands before the others: a manager sees first what needs help. */
const FIRST: readonly DeviceStatus[] = ['unresponsive']
const OTHERS: readonly DeviceStatus[] = ['invited', ...(LIVING as DeviceStatus[])]
const ENDED: readonly DeviceStatus[] = ENDED_STATUSES

/**
 * Each row that is found costs three: itself, its owner, its template. What filters leave out is read too, so that
 * a page with filters reads half a page more, and a search a little, since owners without devices are read as well.
 */
const FILTER_FACTOR = 1.5
const SEARCH_FACTOR = 1.2

/**
 * Which indexes to walk. A search walks what may begin so, one after the other; else the order or the filter that
 * usually leaves the fewest decides. The other filters are checked on what that finds, within a bounded number, so
 * that no combination reads more than five times its page. `ownerKey` is the search as names of people are kept.
 */
export function planDevices(filter: DeviceFilter, ownerKey: string, size = PAGE_SIZE): ListPlan {
  const walks = chooseWalks(filter, ownerKey)
  const { platform, ownership, ownerId, reason } = filter
  const searched = filter.search !== ''
  const exact =
    walks.every(({ by }) => by === 'statuses') &&
    [platform, ownership, ownerId, reason].every((value) => value === null)
  return {
    walks,
    limit: exact ? size + 1 : Math.floor(size * (searched ? SEARCH_FACTOR : FILTER_FACTOR)),
    matches: (found, walk) =>
      found.device !== null &&
      matchesFilter(found.device, filter) &&
      !foundBefore(found, walk, filter.search, ownerKey),
  }
}

function chooseWalks({ search, status, platform, ownerId, reason, sort }: DeviceFilter, ownerKey: string) {
  if (search !== '') return searchWalks(search, ownerKey)
  if (ownerId !== null) return [{ by: 'owner', value: ownerId } satisfies Walk]
  if (sort === 'name') return [{ by: 'named' }, { by: 'unnamed' }] satisfies Walk[]
  if (sort === 'seen') return [{ by: 'seen' }, { by: 'unseen' }] satisfies Walk[]
  if (reason !== null) return [{ by: 'statuses', values: FIRST } satisfies Walk]
  const many = status === null || status === 'active' || status === 'ended'
  if (platform !== null && many) return [{ by: 'platform', value: platform } satisfies Walk]
  if (status === 'ended') return [{ by: 'statuses', values: ENDED } satisfies Walk]
  if (status !== null) return [{ by: 'statuses', values: [status] } satisfies Walk]
  return [
    { by: 'statuses', values: FIRST },
    { by: 'statuses', values: OTHERS },
  ] satisfies Walk[]
}

function searchWalks(search: string, ownerKey: string): Walk[] {
  // Most serial numbers are written in capitals; their index knows them as they are written.
  const serials = [...new Set([search.toUpperCase(), search])]
  const walks: Walk[] = [
    { by: 'found_name', value: nameKeyOf(search) },
    { by: 'found_serial', value: serials[0] ?? search },
  ]
  if (serials[1] !== undefined) walks.push({ by: 'found_typed_serial', value: serials[1] })
  if (ownerKey !== '') walks.push({ by: 'found_owner', value: ownerKey })
  walks.push({ by: 'found_address', value: search.toLowerCase() })
  return walks
}

/** Whether a list with this filter has the row; the search is left out: the walks see to it. */
export function matchesFilter(row: DeviceRow, filter: DeviceFilter): boolean {
  const { status, platform, ownership, ownerId, reason } = filter
  const ended = ENDED.includes(row.status)
  return (
    (status === null ? !ended : status === 'ended' ? ended : row.status === status) &&
    (platform === null || row.platform === platform) &&
    (ownership === null || row.ownership === ownership) &&
    (ownerId === null || row.owner.id === ownerId) &&
    (reason === null || row.unresponsive?.reason.kind === reason)
  )
}

/** Whether a search finds the row. */
export function matchesSearch({ device, nameKey, owner }: Found, search: string, ownerKey: string): boolean {
  return (
    search === '' ||
    beginsWith(device, nameKey, search) ||
    (ownerKey !== '' && owner.key.startsWith(ownerKey)) ||
    owner.address.startsWith(search.toLowerCase())
  )
}

function beginsWith(device: DeviceRow | null, nameKey: string, search: string): boolean {
  const serial = device?.serial ?? ''
  return (
    nameKey.startsWith(nameKeyOf(search)) ||
    serial.startsWith(search) ||
    serial.startsWith(search.toUpperCase())
  )
}

/** A device whose name and owner both begin so is shown where it is found first. */
function foundBefore(
  { device, nameKey, owner }: Found,
  walk: Walk,
  search: string,
  ownerKey: string,
): boolean {
  switch (walk.by) {
    case 'found_serial':
    case 'found_typed_serial':
      return nameKey.startsWith(nameKeyOf(search))
    case 'found_owner':
      return beginsWith(device, nameKey, search)
    case 'found_address':
      return beginsWith(device, nameKey, search) || (ownerKey !== '' && owner.key.startsWith(ownerKey))
    default:
      return false
  }
}

/** A walk's name in a cursor. */
export function nameOf(walk: Walk): string {
  return walk.by === 'statuses' ? walk.values.join('+') : walk.by
}

/** How many values a cursor has. */
export const CURSOR_LENGTH = 4

/** Where in a walk a row stands: the walk, what it is sorted by, and what tells equal ones apart. */
export function positionIn(walk: Walk, { device, place, nameKey, owner }: Found): Cursor {
  const id = device?.id ?? null
  switch (walk.by) {
    case 'statuses':
    case 'platform':
      return [nameOf(walk), device?.registeredAt ?? 0, id, null]
    case 'named':
    case 'found_name':
      return [walk.by, nameKey, id, null]
    case 'unnamed':
    case 'unseen':
      return [walk.by, id, null, null]
    case 'seen':
      return [walk.by, device?.lastSeenAt ?? 0, id, null]
    case 'owner':
      return [walk.by, place, null, null]
    case 'found_serial':
    case 'found_typed_serial':
      return [walk.by, device?.serial ?? '', place, null]
    case 'found_owner':
      return [walk.by, owner.key, owner.id, place]
    case 'found_address':
      return [walk.by, owner.address, owner.id, place]
  }
}

/**
 * One page out of what the walks found. Rows that reach the limit hide what comes after them. `next` is null at
 * the end; a short page with one says that reading was cut there.
 */
export function cutFound(
  found: Found[],
  plan: ListPlan,
  size = PAGE_SIZE,
): { rows: DeviceRow[]; next: Cursor | null } {
  const rows: DeviceRow[] = []
  let full: Cursor | null = null
  let last: Cursor | null = null
  for (const one of found) {
    const walk = plan.walks[one.walk]
    if (!walk) continue
    last = positionIn(walk, one)
    if (!one.device || !plan.matches(one, walk)) continue
    if (rows.length === size) return { rows, next: full }
    rows.push(one.device)
    full = last
  }
  return { rows, next: found.length >= plan.limit ? last : null }
}

/** Whether a list with the filter is the one that a manager sees first. */
export function isWhole(filter: DeviceFilter): boolean {
  return Object.entries(NO_DEVICE_FILTER).every(
    ([field, value]) => filter[field as keyof DeviceFilter] === value,
  )
}

/** The totals of all platforms, those that are unresponsive taken out of the active ones. */
export function countDevices(
  totals: DeviceTotal[],
  { unresponsive, more }: { unresponsive: number; more: boolean },
): DeviceCounts {
  const none = Object.fromEntries(DEVICE_STATUSES.map((status) => [status, 0])) as Record<
    DeviceStatus,
    number
  >
  const counts = { ...none, unresponsive, unresponsiveMore: more }
  for (const { lifecycle, count } of totals) counts[lifecycle] += count
  return { ...counts, active: Math.max(0, counts.active - unresponsive) }
}
