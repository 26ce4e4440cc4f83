import { type AuditEntry, newEntry } from '../audit/index.ts'
import type { DeviceFacts } from '../kernel/device-facts.ts'
import type { Instant } from '../kernel/time.ts'
import { changedFacts, mergePermissions, type Permissions, respondsAfter } from './rules.ts'
import type { DeviceRead, SeenChange } from './store.ts'

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
  return {
    change: { ...change, unresponsiveSince: since, unresponsiveReason: reason },
    entries: [
      newEntry({
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
      }),
    ],
  }
}

function sameAs(one: Permissions | null, other: Permissions | null): boolean {
  const tell = (permissions: Permissions | null) => JSON.stringify(Object.entries(permissions ?? {}).sort())
  return tell(one) === tell(other)
}
