import { type AuditEntry, newEntry } from '../audit/index.ts'
import type { DeviceFacts } from '../kernel/device-facts.ts'
import { hashSecret } from '../kernel/secrets.ts'
import { type Instant, MINUTE } from '../kernel/time.ts'
import { changedFacts, mergePermissions, type Permissions, respondsAfter } from './rules.ts'
import type { DeviceRead, SeenChange } from './store.ts'

/** Of a device that changes its mind all the time the audit has each word once in a quarter of an hour. */
const TOLD_EVERY = 15 * MINUTE

/** What a device's report changes, and what the audit says of it. Nothing, where it says what is known. */
export function hear(
  device: DeviceRead['device'],
  told: { facts: DeviceFacts; permissions?: Permissions | undefined; now: Instant },
): { change: SeenChange; entries: AuditEntry[] } {
  const change: SeenChange = changedFacts(device, told.facts)
  const permissions = told.permissions
    ? mergePermissions(device.permissions, told.permissions)
    : device.permissions
  if (!sameAs(device.permissions, permissions)) change.permissions = permissions
  const { turned, since, reason } = respondsAfter(device, permissions, told.now)
  if (turned === null) return { change, entries: [] }
  const entry = newEntry({
    organisationId: device.organisationId,
    at: told.now,
    actor: { kind: 'device', id: device.id },
    action: `device.${turned}`,
    accountId: device.accountId,
    deviceId: device.id,
    detail:
      reason?.kind === 'permissions'
        ? { platform: device.platform, reason: 'permissions', permissions: reason.names.join(', ') }
        : { platform: device.platform },
  })
  const words = [entry.action, device.id, JSON.stringify(entry.detail), Math.floor(told.now / TOLD_EVERY)]
  const id = `aud_${hashSecret(words.join('/')).slice(0, 22)}`
  return {
    change: { ...change, unresponsiveSince: since, unresponsiveReason: reason },
    entries: [{ ...entry, id }],
  }
}

function sameAs(one: Permissions | null, other: Permissions | null): boolean {
  const tell = (permissions: Permissions | null) => JSON.stringify(Object.entries(permissions ?? {}).sort())
  return tell(one) === tell(other)
}
