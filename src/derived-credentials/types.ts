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

/** What a beginning leads to: the external module, or a file to fetch. */
export type Started =
  /** `url`: the module, with everything signed that it is told. `host`: its name, for people. */
  | { kind: 'external'; url: string; host: string; endsAt: Instant }
  /** `secret` fetches the file, once; `password` opens it. Neither is kept. */
  | { kind: 'built_in'; id: string; secret: string; password: string; endsAt: Instant }

/**
 * `not_found`: no device of this person. `not_active`: it is not set up, or over. `has_one`: the person did not
 * confirm that another takes the place of theirs. `not_ready`: the module has no secret to sign with.
 */
export type StartRefusal = 'not_permitted' | 'not_found' | 'not_active' | 'has_one' | 'not_ready'

/** The file with certificate and key: PKCS#12 (RFC 7292). */
export type DerivedFile = { bytes: Uint8Array; serial: string; endsAt: Instant }

/**
 * `over`: fetched already, out of time, or the device is not active any more. `rate_limited`: as many files as a
 * device gets within a day. `no_certificate`: the authority cannot issue at the moment.
 */
export type FileRefusal = 'not_permitted' | 'not_found' | 'over' | 'rate_limited' | 'no_certificate'

/** What the external module said. */
export type DerivedResult = 'success' | 'failure'

export type Returned = { deviceId: DeviceId; result: DerivedResult }

/**
 * `unknown`: nothing was begun with this state by this person, or something newer took its place. `not_ours`: the
 * signature is not the module's, or there is none. `expired`: out of time, or the device is not active any more.
 * `used`: it was answered already. Where the device is known the page leads back to it.
 */
export type ReturnRefusal = {
  reason: 'not_permitted' | 'unknown' | 'not_ours' | 'expired' | 'used'
  deviceId: DeviceId | null
}
