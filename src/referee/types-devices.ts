import type { DeviceId } from '../kernel/ids.ts'
import type { Ownership } from '../kernel/ownership.ts'
import type { Instant } from '../kernel/time.ts'
import type { Actor, SetDisabledInput } from './types.ts'

/** Ends a device on somebody's word, or because it said that it removed or erased itself. */
export type EndDeviceInput = {
  deviceId: DeviceId
  actor: Actor
  as: 'deleted' | 'retired' | 'wiped'
  reason?: string
  /** Of the credential that said so: set up again meanwhile, it is not the device that spoke. Absent: any. */
  epoch?: number
}

/** Says whose device it is. */
export type SetOwnershipInput = { deviceId: DeviceId; ownership: Ownership; actor: Actor }

/** Makes the one-time PIN with which a device's agent lets its owner choose a new passcode. */
export type IssuePasscodeResetInput = { deviceId: DeviceId; actor: Actor }

/** One that was made. Of a device the newest counts; each works once, for ten minutes and five wrong tries. */
export type PasscodeResetView = {
  id: string
  deviceId: DeviceId
  state: 'waiting' | 'used' | 'over'
  createdAt: Instant
  validUntil: Instant
  usedAt: Instant | null
  /** Eight digits; null once it cannot be used any more. */
  pin: string | null
}

/** One answer for a PIN that is wrong, used, over, or was never made. */
export type PasscodeResetRefusal = 'invalid_pin' | 'setup_disabled'

/** Deletes the account: ends everything that it has, then forgets it. */
export type CloseAccountInput = Omit<SetDisabledInput, 'disabled'>
