import type { DeviceId } from '../kernel/ids.ts'
import type { Instant } from '../kernel/time.ts'

/** What a device can be asked to do. */
export const COMMAND_KINDS = ['lock', 'unlock', 'ring', 'locate', 'wipe', 'retire'] as const
export type CommandKind = (typeof COMMAND_KINDS)[number]

/**
 * `queued -> delivered -> done | failed`, or `expired` when nobody fetched or answered it in time; `cancelled` while
 * it was still queued.
 */
const COMMAND_STATES = ['queued', 'delivered', 'done', 'failed', 'expired', 'cancelled'] as const
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

/** How a device answers a command. */
export type CommandOutcome = 'done' | 'failed'

export type Command = {
  id: string
  deviceId: DeviceId
  /** Of the device when it was asked. */
  epoch: number
  kind: CommandKind
  state: CommandState
  params: CommandParams
  result: CommandResult | null
  /** Who asked: `owner` or `manager`. */
  askedBy: string
  askedById: string
  createdAt: Instant
  /** When it is too late to fetch or to answer it. */
  endsAt: Instant
  deliveredAt: Instant | null
  finishedAt: Instant | null
}

/**
 * The same with the name of who asked; null where it is not known any more. `current`: the device was not set up
 * again since.
 */
export type ListedCommand = Command & { askedByName: string | null; current: boolean }

/** What a check-in hands to the device. The same id again is the same command, not another. */
export type DeliveredCommand = CommandParams & {
  id: string
  kind: CommandKind
  createdAt: Instant
  endsAt: Instant
  /** When it was handed over for the first time. */
  deliveredAt: Instant
}

/**
 * Why a device is not asked. `unreachable`: it does not ask what to do by itself. `too_many`: it has not answered
 * enough of what it was asked.
 */
export type AskRefusal = 'not_found' | 'not_permitted' | 'ended' | 'unreachable' | 'too_many'

/** `too_late`: the device has it, or it is over. */
export type CancelRefusal = 'not_found' | 'not_permitted' | 'too_late'

/** `not_asked`: a device that can be told is told first. */
export type EndRefusal = 'not_found' | 'not_permitted' | 'ended' | 'not_asked' | 'temporarily_unavailable'

/** Why a device's answer is not taken. `location_required`: it says that it was located, and not where. */
export type AnswerRefusal =
  | 'invalid_credential'
  | 'setup_disabled'
  | 'unknown_command'
  | 'location_required'
  | 'temporarily_unavailable'
