import type { IssuedCertificate } from '../certificates/index.ts'
import type { DeviceId } from '../kernel/ids.ts'
import type { Ownership } from '../kernel/ownership.ts'
import type { Page } from '../kernel/paging.ts'
import type { Platform, Reports } from '../kernel/platform.ts'
import type { Instant } from '../kernel/time.ts'
import type { DeviceLifecycle, DeviceStatus, Unresponsiveness } from './types.ts'

/** A device as its owner sees it. Never a slot: an invitation that nobody answered is no device yet. */
export type OwnedDevice = {
  id: DeviceId
  name: string | null
  /** Its owner gave the name: what the device calls itself counts no longer. */
  nameGiven: boolean
  platform: Platform
  status: DeviceStatus
  lifecycle: DeviceLifecycle
  /** Null while it responds. */
  unresponsive: { since: Instant; reason: Unresponsiveness } | null
  ownership: Ownership
  reports: Reports
  registeredAt: Instant
  confirmedAt: Instant | null
  /** When its profile was downloaded; only where nothing reports. */
  deliveredAt: Instant | null
  /** Null while it has not reported. */
  lastSeenAt: Instant | null
  endedAt: Instant | null
  endedReason: string | null
  model: string | null
  manufacturer: string | null
  osVersion: string | null
  serial: string | null
  imei: string | null
  udid: string | null
  phoneNumber: string | null
  carrier: string | null
  agentVersion: string | null
  /** Seconds between check-ins. */
  checkInSeconds: number
  templateId: string
  /** The version of the template that it was given. */
  templateVersion: number
  epoch: number
  /** The device of the same person whose place it takes, or took. */
  replacesDeviceId: DeviceId | null
  /** The device that takes its place, or took it; never one whose setup was not finished. */
  replacedByDeviceId: DeviceId | null
}

/** A certificate that was issued to a device. */
export type OwnedCertificate = Pick<
  IssuedCertificate,
  'serial' | 'subject' | 'createdAt' | 'endsAt' | 'revokedAt'
>

/** A device with everything that its own page shows. */
export type OwnedDeviceRead = {
  device: OwnedDevice
  /** What its template is called, and what it would be given now. */
  template: { name: string; offered: number }
  /** The newest 10. */
  certificates: OwnedCertificate[]
  /** Everybody leaves it open whose it is, and it is not over. */
  mayChangeOwnership: boolean
}

/** Somebody's devices, the newest first. `hasEnded`: some of those that were looked at are over. */
export type OwnedDevicePage = Page<OwnedDevice> & { hasEnded: boolean }
