import type { DeviceFacts } from '../kernel/device-facts.ts'
import type { Reports } from '../kernel/platform.ts'
import { type Instant, MINUTE, SECOND } from '../kernel/time.ts'
import type { Unresponsiveness } from './types.ts'

/** A device's last connection is written at most this often. */
const LAST_SEEN_EVERY = 15 * MINUTE

const CREDENTIAL = /^(dev_[A-Za-z0-9_-]{22})\.([1-9][0-9]{0,8})\.[A-Za-z0-9_-]{43}$/

/** Whether a text has the shape of a device's credential. */
export function isCredential(text: string): boolean {
  return CREDENTIAL.test(text)
}

/** `<device id>.<epoch>.<HMAC>`; null for any other shape. */
export function parseCredential(token: string): { deviceId: string; epoch: number } | null {
  const match = CREDENTIAL.exec(token)
  return match?.[1] ? { deviceId: match[1], epoch: Number(match[2]) } : null
}

/** How the facts' wire names are kept. `platform` is the grant's to decide, not the device's. */
export type FactColumns = {
  name: string | null
  model: string | null
  manufacturer: string | null
  osVersion: string | null
  serial: string | null
  imei: string | null
  udid: string | null
  phoneNumber: string | null
  carrier: string | null
  agentVersion: string | null
}

export function toColumns(facts: DeviceFacts): FactColumns {
  return {
    name: facts.name ?? null,
    model: facts.model ?? null,
    manufacturer: facts.manufacturer ?? null,
    osVersion: facts.os_version ?? null,
    serial: facts.serial ?? null,
    imei: facts.imei ?? null,
    udid: facts.udid ?? null,
    phoneNumber: facts.phone_number ?? null,
    carrier: facts.carrier ?? null,
    agentVersion: facts.agent_version ?? null,
  }
}

/** A device's name as lists sort and search it: at most 80 characters, lower case. */
export function nameKeyOf(name: string | null): string {
  return (name ?? '').slice(0, 80).toLowerCase()
}

/**
 * The facts of a check-in that differ from what is kept; a fact that is not told stays as it is, and so does a name
 * that the device's owner gave.
 */
export function changedFacts(
  kept: FactColumns & { nameGiven?: boolean },
  told: DeviceFacts,
): Partial<FactColumns> {
  const columns = { ...toColumns(told), ...(kept.nameGiven && { name: null }) }
  const changed: Partial<FactColumns> = {}
  for (const key of Object.keys(columns) as (keyof FactColumns)[])
    if (columns[key] !== null && columns[key] !== kept[key]) changed[key] = columns[key]
  return changed
}

export function needsLastSeen(lastSeenAt: Instant | null, now: Instant): boolean {
  // In both directions: a clock that had jumped ahead must not keep it from being heard until then.
  return lastSeenAt === null || Math.abs(now - lastSeenAt) >= LAST_SEEN_EVERY
}

/** How many check-ins a device may miss, and what it has besides, before it counts as silent. */
const MISSED = 3

/** When a device that was heard at `seenAt` counts as silent; null for one that nobody waits for. */
export function silentAfter(
  { reports, checkInSeconds }: { reports: Reports; checkInSeconds: number },
  seenAt: Instant,
): Instant | null {
  return reports === 'agent' ? seenAt + LAST_SEEN_EVERY + MISSED * checkInSeconds * SECOND : null
}

export type Permissions = Record<string, boolean>

/** How many permissions are kept of a device. */
export const PERMISSIONS_MAX = 40

/** What a device may do, as it said last of each permission; what it said of too many is forgotten, the oldest first. */
export function mergePermissions(kept: Permissions | null, told: Permissions): Permissions {
  const { ...merged } = kept ?? {}
  for (const [name, given] of Object.entries(told)) {
    if (name in merged && merged[name] === given) continue
    delete merged[name]
    merged[name] = given
  }
  return Object.fromEntries(Object.entries(merged).slice(-PERMISSIONS_MAX))
}

/** The permissions that a device had and no longer has: those it lost before and now, but for what it got back. */
export function lostPermissions(
  kept: { permissions: Permissions | null; unresponsiveReason: Unresponsiveness | null },
  now: Permissions,
): string[] {
  const before = kept.unresponsiveReason?.kind === 'permissions' ? kept.unresponsiveReason.names : []
  const turned = Object.keys(now).filter((name) => kept.permissions?.[name] === true && now[name] === false)
  return [...new Set([...before, ...turned])].filter((name) => now[name] === false).sort()
}

/** What a check-in makes of whether a device responds. A word from it ends a silence; a lost permission does not. */
export function respondsAfter(
  kept: {
    permissions: Permissions | null
    unresponsiveSince: Instant | null
    unresponsiveReason: Unresponsiveness | null
  },
  permissions: Permissions | null,
  now: Instant,
): { turned: 'unresponsive' | 'responsive' | null; since: Instant | null; reason: Unresponsiveness | null } {
  const lost = lostPermissions(kept, permissions ?? {})
  const { unresponsiveSince: since, unresponsiveReason: reason } = kept
  if (lost.length === 0) return { turned: since === null ? null : 'responsive', since: null, reason: null }
  const same = reason?.kind === 'permissions' && reason.names.join() === lost.join()
  if (since !== null && same) return { turned: null, since, reason }
  return {
    turned: 'unresponsive',
    since: reason?.kind === 'permissions' ? (since ?? now) : now,
    reason: { kind: 'permissions', names: lost },
  }
}

/** When a device asks for its next certificate: two thirds of the present one's life are over. */
export function renewAfter(certificate: { createdAt: Instant; endsAt: Instant }): Instant {
  const { createdAt, endsAt } = certificate
  return createdAt + Math.floor(((endsAt - createdAt) * 2) / 3)
}
