import type { DeviceFacts } from '../kernel/device-facts.ts'
import { type Instant, MINUTE } from '../kernel/time.ts'

/** A device's last connection is written at most this often. */
export const LAST_SEEN_EVERY = 15 * MINUTE

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

/** The facts of a check-in that differ from what is kept; a fact that is not told stays as it is. */
export function changedFacts(kept: FactColumns, told: DeviceFacts): Partial<FactColumns> {
  const columns = toColumns(told)
  const changed: Partial<FactColumns> = {}
  for (const key of Object.keys(columns) as (keyof FactColumns)[])
    if (columns[key] !== null && columns[key] !== kept[key]) changed[key] = columns[key]
  return changed
}

export function needsLastSeen(lastSeenAt: Instant | null, now: Instant): boolean {
  return lastSeenAt === null || now - lastSeenAt >= LAST_SEEN_EVERY
}

/** When a device asks for its next certificate: two thirds of the present one's life are over. */
export function renewAfter(certificate: { createdAt: Instant; endsAt: Instant }): Instant {
  const { createdAt, endsAt } = certificate
  return createdAt + Math.floor(((endsAt - createdAt) * 2) / 3)
}
