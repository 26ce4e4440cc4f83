import type { DeviceId } from '../kernel/ids.ts'
import type { Instant } from '../kernel/time.ts'

/** Who makes it: the module that the supervisor named, or the organisation's own authority. */
export type DerivedKind = 'external' | 'built_in'

/** `started -> issued | failed`; `ended` when another one took its place or its device ended. */
export type DerivedState = 'started' | 'issued' | 'failed' | 'ended'

export type DerivedCredential = {
  id: string
  deviceId: DeviceId
  kind: DerivedKind
  state: DerivedState
  /** Of the certificate, where our own authority made it. */
  serial: string | null
  createdAt: Instant
  finishedAt: Instant | null
  /** Of a certificate; null otherwise. */
  endsAt: Instant | null
}
