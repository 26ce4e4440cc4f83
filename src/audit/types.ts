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
  | 'organisation.switched_on'
  | 'organisation.switched_off'
  | 'setup.switched_on'
  | 'setup.switched_off'
  | 'email_exception.added'
  | 'email_exception.removed'
  | 'logo.changed'
  | 'oidc.configured'
  | 'manager.invited'
  | 'manager.removed'
  | 'recovery.issued'
  | 'recovery.used'
  | 'recovery.refused'
  | 'bootstrap.used'
  | 'bootstrap.refused'
  | 'passkey.added'
  | 'passkey.renamed'
  | 'passkey.removed'
  | 'passkey.refused'
  | 'identity.bound'
  | 'account_template.changed'
  | 'account_template.archived'
  | 'account_template.restored'
  | 'device_template.changed'
  | 'device_template.archived'
  | 'device_template.restored'
  | 'account.added'
  | 'account.changed'
  | 'account.role_changed'
  | 'account.approved'
  | 'account.disabled'
  | 'account.enabled'
  | 'account.reprovisioned'
  | 'accounts.imported'
  | 'accounts.exported'
  | 'audit.exported'
  | 'message.retried'
  | 'dead_letter.retried'
  | 'dead_letter.dropped'
  | 'authority.created'
  | 'authority.rotated'
  | 'signer.changed'
  | 'signer.removed'
  | 'certificate.issued'
  | 'certificate.revoked'
  | 'outbox.retried'
  | 'invitation.created'
  | 'invitation.fetched'
  | 'invitation.opened'
  | 'invitation.accepted'
  | 'invitation.superseded'
  | 'invitation.revoked'
  | 'invitation.expired'
  | 'invitation.credentials_shown'
  | 'invitation.reminders_changed'
  | 'invitations.sent'
  | 'device.deleted'
  | 'device.retired'
  | 'device.renewed'
  | 'device.noted'
  | 'device.unresponsive'
  | 'device.responsive'
  | 'devices.exported'
  | 'message.bounced'
  | 'message_template.changed'
  | 'message_template.reset'

export type Scalar = string | number | boolean | null

/** One field before and after. A secret is told as `set`, `changed` or `removed`, never itself. */
export type Change = { field: string; before: Scalar; after: Scalar }

/** What the words of an entry are made of. Lists of changes stand under `changes`. */
export type AuditDetail = Record<string, Scalar | Change[]>

/** Who did what to whom. `detail` never carries a secret. */
export type AuditEntry = {
  id: string
  organisationId: number
  at: Instant
  actor: Actor
  action: AuditAction
  accountId: string | null
  deviceId: string | null
  detail: AuditDetail
}
