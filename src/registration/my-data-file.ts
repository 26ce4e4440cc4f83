import { createHash } from 'node:crypto'
import type { AuditDetail } from '../audit/index.ts'
import type { Copy } from '../copy/index.ts'
import { type Instant, toIso } from '../kernel/time.ts'
import { EXPORT_MAX, type MyDataRead } from './my-data-store.ts'

/**
 * The file of *Download my data*. Its member names are stable: what programs read them by may be added to, never
 * renamed. Times are ISO 8601 in UTC; null: not, or not yet. Other people are told by what they are, never by name.
 */
const MY_DATA_FORMAT = 'latchkey-my-data/1'

type Organisation = { name: string; slug: string }

/** What of an entry's detail is told: what the person, their devices or the service said; nobody's free words. */
const TOLD = new Set([
  ...[
    'address',
    'addresses',
    'by',
    'changes',
    'channel',
    'command',
    'count',
    'door',
    'from',
    'issuer',
    'kind',
  ],
  ...['mailed', 'model', 'name', 'osVersion', 'ownership', 'passkey', 'platform', 'role', 'scope', 'seconds'],
  ...['state', 'termsVersion', 'to', 'tries'],
])
/** Of changes, too: what managers write about a device is for each other. */
const UNTOLD_FIELDS = new Set(['note'])

const time = (at: Instant | null) => (at === null ? null : toIso(at))

/** `copy`: in the account's language. */
export function writeMyData(read: MyDataRead, organisation: Organisation, copy: Copy, now: Instant) {
  const { account } = read
  const words = copy.messages.kinds
  const who = (kind: string, id: string) => {
    if (id === account.id) return 'you'
    if (kind === 'manager' || kind === 'supervisor') return `a ${kind}`
    if (kind === 'device') return 'a device'
    return kind === 'system' ? 'the service' : 'somebody else'
  }
  const lists = {
    addresses: read.addresses.map(({ address, provedAt }) => ({
      address,
      current: address === account.address,
      proved_at: provedAt === 0 ? null : toIso(provedAt),
    })),
    passkeys: read.passkeys.map((passkey) => ({
      name: passkey.name,
      kept_on_several_devices: passkey.backedUp,
      created_at: toIso(passkey.createdAt),
      last_used_at: time(passkey.lastUsedAt),
    })),
    sessions: read.sessions.map((session) => ({
      browser: session.agent,
      signed_in_by: session.assurance,
      address: session.address,
      started_at: toIso(session.createdAt),
      ends_at: toIso(session.endsAt),
    })),
    identity_providers: read.providers.map(({ issuer, subject, createdAt }) => ({
      issuer,
      subject,
      bound_at: toIso(createdAt),
    })),
    devices: read.devices.map((device) => ({
      id: device.id,
      name: device.name,
      name_given_by_you: device.nameGiven,
      status: device.status,
      platform: device.platform,
      ownership: device.ownership,
      reports: device.reports,
      model: device.model,
      manufacturer: device.manufacturer,
      os_version: device.osVersion,
      agent_version: device.agentVersion,
      serial: device.serial,
      imei: device.imei,
      udid: device.udid,
      phone_number: device.phoneNumber,
      carrier: device.carrier,
      permissions: device.permissions,
      replaces_device: device.replaces,
      registered_at: toIso(device.registeredAt),
      delivered_at: time(device.deliveredAt),
      confirmed_at: time(device.confirmedAt),
      last_seen_at: time(device.lastSeenAt),
      ended_at: time(device.endedAt),
      ended_reason: device.endedReason,
    })),
    commands: read.commands.map((command) => ({
      id: command.id,
      device: command.deviceId,
      kind: command.kind,
      state: command.state,
      params: command.params,
      result: command.result,
      asked_by: who(command.askedBy, command.askedById),
      created_at: toIso(command.createdAt),
      ends_at: toIso(command.endsAt),
      delivered_at: time(command.deliveredAt),
      finished_at: time(command.finishedAt),
    })),
    invitations: read.invitations.map((invitation) => ({
      id: invitation.id,
      status: invitation.status,
      channel: invitation.channel,
      recipient: invitation.recipient,
      device_limit: invitation.deviceLimit,
      devices: invitation.devices,
      created_at: toIso(invitation.createdAt),
      valid_until: time(invitation.validUntil),
      fetched_at: time(invitation.fetchedAt),
      opened_at: time(invitation.openedAt),
      accepted_at: time(invitation.acceptedAt),
      ended_at: time(invitation.endedAt),
    })),
    messages: read.messages.map((message) => ({
      kind: message.kind,
      subject: words[message.kind],
      channel: message.channel,
      recipient: message.recipient,
      language: message.locale,
      state: message.state,
      created_at: toIso(message.createdAt),
      sent_at: time(message.sentAt),
    })),
    certificates: read.uploaded.map((certificate) => ({
      name: certificate.name,
      subject: certificate.subject,
      issuer: certificate.issuer,
      serial: certificate.serial,
      usages: certificate.usages,
      sha256: certificate.fingerprint,
      starts_at: toIso(certificate.startsAt),
      ends_at: toIso(certificate.endsAt),
      added_at: toIso(certificate.createdAt),
    })),
    device_certificates: read.issued.map((certificate) => ({
      device: certificate.deviceId,
      subject: certificate.subject,
      serial: certificate.serial,
      sha256: fingerprintOf(certificate.pem),
      created_at: toIso(certificate.createdAt),
      ends_at: toIso(certificate.endsAt),
      revoked_at: time(certificate.revokedAt),
    })),
    derived_credentials: read.derived.map((derived) => ({
      device: derived.deviceId,
      kind: derived.kind,
      state: derived.state,
      serial: derived.serial,
      created_at: toIso(derived.createdAt),
      finished_at: time(derived.finishedAt),
      ends_at: time(derived.endsAt),
    })),
    security_strings: read.batches.map((batch) => ({
      device: batch.deviceId,
      size: batch.size,
      used: batch.used,
      created_at: toIso(batch.createdAt),
      voided_at: time(batch.voidedAt),
      void_reason: batch.voidReason,
    })),
    saved_views: read.views.map(({ name, query, createdAt }) => ({
      name,
      query,
      created_at: toIso(createdAt),
    })),
    audit: read.activity.slice(0, EXPORT_MAX).map((entry) => ({
      at: toIso(entry.at),
      action: entry.action,
      by: who(entry.actorKind, entry.actorId),
      device: entry.deviceId,
      detail: tellDetail(entry.detail),
    })),
  }
  const sizes: Record<string, number> = {
    ...Object.fromEntries(Object.entries(lists).map(([name, { length }]) => [name, length])),
    audit: read.activity.length,
  }
  return {
    format: MY_DATA_FORMAT,
    generated_at: toIso(now),
    /** Each list has the newest `list_limit` entries; these have more than the file says. */
    list_limit: EXPORT_MAX,
    cut_short: Object.keys(sizes).filter((name) =>
      name === 'audit' ? (sizes[name] ?? 0) > EXPORT_MAX : (sizes[name] ?? 0) >= EXPORT_MAX,
    ),
    organisation: { name: organisation.name, slug: organisation.slug },
    account: {
      id: account.id,
      name: account.name,
      phone: account.phone,
      language: account.locale,
      address: account.address,
      role: account.role,
      state: account.disabledAt === null ? account.state : 'disabled',
      groups: account.groups,
      terms_version: account.termsVersion,
      terms_accepted_at: time(account.termsAcceptedAt),
      deletion_asked_at: time(account.deletionAskedAt),
      registered_at: toIso(account.createdAt),
      changed_at: toIso(account.changedAt),
    },
    ...lists,
  }
}

export type MyData = ReturnType<typeof writeMyData>

/** SHA-256 of a certificate's DER, hex. */
function fingerprintOf(pem: string): string {
  const der = Buffer.from(pem.replace(/-----[A-Z ]+-----/g, ''), 'base64')
  return createHash('sha256').update(der).digest('hex')
}

function tellDetail(detail: AuditDetail): AuditDetail {
  const told = Object.entries(detail).filter(([name]) => TOLD.has(name))
  return Object.fromEntries(
    told.map(([name, value]) => [
      name,
      Array.isArray(value) ? value.filter(({ field }) => !UNTOLD_FIELDS.has(field)) : value,
    ]),
  )
}
