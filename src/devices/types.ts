import type { DeviceFacts } from '../kernel/device-facts.ts'
import type { AccountRef, DeviceId } from '../kernel/ids.ts'
import type { Ownership } from '../kernel/ownership.ts'
import type { Platform, Reports } from '../kernel/platform.ts'
import type { Instant } from '../kernel/time.ts'

/** What the provision session decides. `unresponsive` is derived from facts and never stored here. */
export type DeviceLifecycle = 'invited' | 'pending' | 'active' | 'retired' | 'wiped' | 'replaced' | 'deleted'

/** The states in which a device key may belong to no other account's device. */
export const LIVING: DeviceLifecycle[] = ['pending', 'active']

/** What a list shows: an active device that is silent, or lost a permission, is `unresponsive`. */
export const DEVICE_STATUSES = [
  'unresponsive',
  'invited',
  'pending',
  'active',
  'retired',
  'wiped',
  'replaced',
  'deleted',
] as const
export type DeviceStatus = (typeof DEVICE_STATUSES)[number]

/** Why a device is unresponsive: it missed its check-ins, or says that it lost these permissions. */
export type Unresponsiveness = { kind: 'silent' } | { kind: 'permissions'; names: string[] }

/** A device as a manager's list shows it. */
export type ListedDevice = {
  id: DeviceId
  platform: Platform
  ownership: Ownership
  lifecycle: DeviceLifecycle
  name: string | null
  model: string | null
  registeredAt: Instant
  /** Null while it has not reported. */
  lastSeenAt: Instant | null
}

/** How many devices of a platform are in a state; `any` counts slots, whose platform nobody has chosen. */
export type DeviceTotal = { platform: Platform | 'any'; lifecycle: DeviceLifecycle; count: number }

/** A device's row as the provision session decides it: everything that only the projection writes. */
export type DeviceDecision = {
  id: DeviceId
  organisationId: number
  accountId: string
  ref: AccountRef
  /** Rises with every event of the session; an older one never overwrites a newer. */
  rev: number
  lifecycle: DeviceLifecycle
  /** Null for a slot, like its template: its person chooses. */
  platform: Platform | null
  ownership: Ownership
  templateId: string | null
  templateVersion: number
  reports: Reports
  checkInSeconds: number
  /** Empty for a slot. */
  claimId: string
  /** Empty for a slot. */
  grantId: string
  /** The invitation that brought it, or whose slot it is. */
  invitationId?: string | null
  /** The device whose place it takes. */
  replacesDeviceId?: DeviceId | null
  epoch: number
  /** SHA-256 of the credential. Empty: a slot, or a device whose credential stays what it was. */
  credentialHash: string
  /** RFC 7638 thumbprint; null for a device that holds by an idempotency key. */
  keyThumbprint: string | null
  registeredAt: Instant
  deliveredAt: Instant | null
  confirmedAt: Instant | null
  confirmedBy: 'device' | 'owner' | null
  endedAt: Instant | null
  endedReason: string | null
  /** First facts: set when the row is made, kept by the devices room from then on. */
  facts: DeviceFacts
}

/** What a device said of itself with a decision of its provision session. */
export type ReportedFacts = { organisationId: number; deviceId: DeviceId; facts: DeviceFacts; at: Instant }
