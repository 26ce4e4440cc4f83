import type { DeviceId } from '../kernel/ids.ts'
import type { Instant } from '../kernel/time.ts'

/** What a device can be asked to do. */
export const COMMAND_KINDS = ['lock', 'unlock', 'ring', 'locate', 'wipe', 'retire'] as const
export type CommandKind = (typeof COMMAND_KINDS)[number]

/**
 * `queued -> delivered -> done | failed`, or `expired` when nobody fetched or answered it in time; `cancelled` while
 * it was still queued.
 */
export const COMMAND_STATES = ['queued', 'delivered', 'done', 'failed', 'expired', 'cancelled'] as const
export type CommandState = (typeof COMMAND_STATES)[number]

/** What a wipe erases: everything, or only what the organisation brought. */
export type WipeScope = 'everything' | 'organisation_data'

/** What a command carries. */
export type CommandParams = {
  /** Shown on the device: who asked, and why. */
  message?: string
  scope?: WipeScope
}

/** Where a device was. Degrees (WGS 84), metres. */
export type Location = { latitude: number; longitude: number; accuracy: number; at: Instant }

/** What the device answered. */
export type CommandResult = { location?: Location; message?: string }

export type Command = {
  id: string
  deviceId: DeviceId
  kind: CommandKind
  state: CommandState
  params: CommandParams
  result: CommandResult | null
  /** Who asked: `owner`, `manager` or `supervisor`. */
  askedBy: string
  askedById: string
  createdAt: Instant
  /** When it is too late to fetch or to answer it. */
  endsAt: Instant
  deliveredAt: Instant | null
  finishedAt: Instant | null
}
