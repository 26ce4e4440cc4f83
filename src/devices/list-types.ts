import type { AuditEntry } from '../audit/index.ts'
import type { IssuedCertificate } from '../certificates/index.ts'
import type { AccountRef, DeviceId } from '../kernel/ids.ts'
import type { Locale } from '../kernel/locale.ts'
import type { Ownership } from '../kernel/ownership.ts'
import type { Page } from '../kernel/paging.ts'
import type { Platform, Reports } from '../kernel/platform.ts'
import type { Instant } from '../kernel/time.ts'
import type { DeviceStatus, Unresponsiveness } from './types.ts'

export const DEVICE_SORTS = ['newest', 'name', 'seen'] as const
export type DeviceSort = (typeof DEVICE_SORTS)[number]

/** Why a device is unresponsive, as a filter. */
export const UNRESPONSIVE_KINDS = ['silent', 'permissions'] as const
export type UnresponsiveKind = (typeof UNRESPONSIVE_KINDS)[number]

/** The states in which a device is over. */
export const ENDED_STATUSES = ['retired', 'wiped', 'replaced', 'deleted'] as const satisfies DeviceStatus[]

/** What a manager looks for; null where it does not matter. Every one that is set must hold. */
export type DeviceFilter = {
  /** What the device's name or serial number, or its owner's name or address, begins with; empty: anything. */
  search: string
  /** Null: everything that is not over. `ended`: everything that is. */
  status: DeviceStatus | 'ended' | null
  platform: Platform | null
  ownership: Ownership | null
  /** An account. */
  ownerId: string | null
  /** Only those that are unresponsive for this. */
  reason: UnresponsiveKind | null
  sort: DeviceSort
}

export const NO_DEVICE_FILTER: DeviceFilter = {
  search: '',
  status: null,
  platform: null,
  ownership: null,
  ownerId: null,
  reason: null,
  sort: 'newest',
}

/** Whose device it is. */
export type DeviceOwner = { id: string; name: string; address: string }

/** A line of the list: a device, or the slot of an invitation that nobody has answered. */
export type DeviceRow = {
  id: DeviceId
  name: string | null
  model: string | null
  serial: string | null
  osVersion: string | null
  /** Null for a slot. */
  platform: Platform | null
  owner: DeviceOwner
  ownership: Ownership
  status: DeviceStatus
  /** Whether it has said anything of itself; a pending or active one without is shown as pending. */
  factsKnown: boolean
  reports: Reports
  registeredAt: Instant
  deliveredAt: Instant | null
  confirmedBy: 'device' | 'owner' | null
  endedAt: Instant | null
  endedReason: string | null
  /** Null while it has not reported. */
  lastSeenAt: Instant | null
  /** `version` is what the device was given, `offered` what its template is now. Null for a slot. */
  template: { id: string; name: string; version: number; offered: number } | null
  /** Null while it responds. */
  unresponsive: { since: Instant; reason: Unresponsiveness } | null
  /** The invitation that brought it, or whose slot it is; `invitations.ofSlots` tells of it. */
  invitationId: string | null
  changedAt: Instant
}

/**
 * How many there are, by status over all platforms. What is unresponsive is counted up to a bound and is not in
 * `active`; `unresponsiveMore`: there are more of those, and as many fewer are active.
 */
export type DeviceCounts = Record<DeviceStatus, number> & { unresponsiveMore: boolean }

/** A manager's way to look at the list: `query` is what stands behind the `?` of its address, known parameters only. */
export type DeviceView = { id: string; name: string; query: string }

export type DeviceListRead = {
  page: Page<DeviceRow>
  /** Only on the first page of the whole list, as `NO_DEVICE_FILTER` shows it. */
  counts: DeviceCounts | null
  /** Of the manager who asks; by name. */
  views: DeviceView[]
}

/** Everything that is known of one device or slot. */
export type DeviceDetail = DeviceRow & {
  owner: DeviceOwner & { ref: AccountRef; locale: Locale; phone: string | null; disabledAt: Instant | null }
  manufacturer: string | null
  imei: string | null
  udid: string | null
  phoneNumber: string | null
  carrier: string | null
  agentVersion: string | null
  /** Empty for a slot. */
  grantId: string
  /** Seconds between check-ins. */
  checkInSeconds: number
  confirmedAt: Instant | null
  /** When it counts as silent unless it is heard before. */
  silentAt: Instant | null
  /** What it may do, as it said last; null while it has said nothing. */
  permissions: Record<string, boolean> | null
  note: string
  /** The newest 10 certificates. */
  certificates: Pick<
    IssuedCertificate,
    'serial' | 'subject' | 'createdAt' | 'endsAt' | 'revokedAt' | 'reason'
  >[]
  /** The newest 20 entries of the audit that speak of this device. */
  history: AuditEntry[]
  /** Those who are named there, as far as they belong to the organisation or to the service. */
  actors: { id: string; name: string; address: string; role: string }[]
}

/** What became of each of several devices. */
export type BulkOutcome<Refusal extends string> = {
  done: DeviceId[]
  refused: { id: DeviceId; reason: Refusal }[]
}

export type NoteRefusal = 'not_found' | 'too_long'
/** `ended`: it is over already. */
export type DeleteRefusal = 'not_found' | 'ended' | 'temporarily_unavailable'
/** `too_soon`: its owner was written to within the last hour. `owner_disabled`: the mail would lead nowhere. */
export type RenewRefusal = 'not_found' | 'too_soon' | 'owner_disabled' | 'temporarily_unavailable'

/** What changed: rows that a list with the filter has, and rows that it has not, or no longer. */
export type DeviceChanges = { listed: DeviceRow[]; left: DeviceRow[] }
