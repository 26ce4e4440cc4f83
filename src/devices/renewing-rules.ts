import { HOUR, type Instant, isWithin } from '../kernel/time.ts'
import type { NewMessage } from '../messaging/index.ts'
import type { OpenGrant } from '../referee/index.ts'
import type { DeviceStatus, Unresponsiveness } from './types.ts'

/** What the mail to an owner is made of. */
export type Renewal = Extract<NewMessage, { kind: 'renewal' }>['payload']

/** A device's owner is written to at most this often. */
export const RENEW_EVERY = HOUR

/** Whether it is too early to write about a device again. */
export function isTooSoon(renewedAt: Instant | null, now: Instant): boolean {
  return renewedAt !== null && isWithin({ from: renewedAt, length: RENEW_EVERY }, now)
}

/** What is wrong with a device, as the mail to its owner says it. */
export function renewalStateOf(status: DeviceStatus, reason: Unresponsiveness | null): Renewal['state'] {
  switch (status) {
    case 'invited':
    case 'pending':
    case 'active':
      return status
    case 'unresponsive':
      return reason?.kind ?? 'silent'
    default:
      return 'ended'
  }
}

/** The newest code that nobody has claimed and that still can be, for the device's platform. */
export function livingCode(grants: OpenGrant[], platform: string | null, now: Instant): OpenGrant | null {
  const lives = ({ claim, live, validUntil }: OpenGrant) =>
    claim === null && (live === 'waiting' || live === 'opened') && now < validUntil
  return grants.find((grant) => grant.platform === platform && lives(grant)) ?? null
}
