import type { Instant } from '../kernel/time.ts'
import type { Actor } from '../referee/index.ts'

/** What can happen, as a fixed word; the words a person reads are derived from it and the detail. */
export type AuditAction =
  | 'service.configured'
  | 'organisation.created'
  | 'organisation.configured'
  | 'account_template.created'
  | 'device_template.created'
  | 'account.registered'
  | 'account.completed'
  | 'session.started'
  | 'session.ended'
  | 'provision_code.created'
  | 'provision_code.opened'
  | 'provision_code.superseded'
  | 'provision_code.revoked'
  | 'provision_code.expired'
  | 'pin.locked'
  | 'pin.renewed'
  | 'device.provisioned'
  | 'device.provisioning_failed'
  | 'device.confirmed'
  | 'device.handed_over'
  | 'device.replaced'
  | 'profile.delivered'
  | 'device.abandoned'
  | 'theft.suspected'

/** Who did what to whom. `detail` never carries a secret. */
export type AuditEntry = {
  id: string
  organisationId: number
  at: Instant
  actor: Actor
  action: AuditAction
  accountId: string | null
  deviceId: string | null
  detail: Record<string, string | number | boolean | null>
}
