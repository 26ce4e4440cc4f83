import { and, desc, eq, inArray } from 'drizzle-orm'
import { accountAddresses, accountIdentities, accounts, passkeys, webSessions } from '../accounts/schema.ts'
import { audit } from '../audit/schema.ts'
import { accountCertificates, issuedCertificates } from '../certificates/schema.ts'
import { deviceCommands } from '../commands/schema.ts'
import { derivedCredentials } from '../derived-credentials/schema.ts'
import { devices, deviceViews } from '../devices/schema.ts'
import { invitations } from '../invitations/schema.ts'
import { messages } from '../messaging/schema.ts'
import type { Database } from '../runtime/database.ts'
import { securityBatches } from '../security-strings/schema.ts'

/** No list of an export is longer: it is made in one go. */
export const EXPORT_MAX = 1000

/**
 * Everything that is kept about a person, column by column: what is not named here is not read, so that no secret, hash
 * or sealed value can get into an export. One round trip; each list has the newest first.
 */
export async function readMyData(
  database: Database,
  { organisationId, id }: { organisationId: number; id: string },
) {
  const ownDevices = database
    .select({ id: devices.id })
    .from(devices)
    .where(and(eq(devices.accountId, id), eq(devices.organisationId, organisationId)))
  const [
    [account],
    addresses,
    ownPasskeys,
    sessions,
    providers,
    ownDeviceRows,
    commands,
    ownInvitations,
    ownMessages,
    uploaded,
    issued,
    derived,
    batches,
    views,
    activity,
  ] = await database.batch([
    database
      .select({
        id: accounts.id,
        name: accounts.name,
        phone: accounts.phone,
        locale: accounts.locale,
        role: accounts.role,
        state: accounts.state,
        address: accounts.address,
        groups: accounts.groups,
        termsVersion: accounts.termsVersion,
        termsAcceptedAt: accounts.termsAcceptedAt,
        disabledAt: accounts.disabledAt,
        deletionAskedAt: accounts.deletionAskedAt,
        createdAt: accounts.createdAt,
        changedAt: accounts.changedAt,
      })
      .from(accounts)
      .where(and(eq(accounts.organisationId, organisationId), eq(accounts.id, id)))
      .limit(1),
    database
      .select({ address: accountAddresses.address, provedAt: accountAddresses.provedAt })
      .from(accountAddresses)
      .where(and(eq(accountAddresses.organisationId, organisationId), eq(accountAddresses.accountId, id)))
      .orderBy(accountAddresses.address)
      .limit(EXPORT_MAX),
    database
      .select({
        name: passkeys.name,
        backedUp: passkeys.backedUp,
        createdAt: passkeys.createdAt,
        lastUsedAt: passkeys.lastUsedAt,
      })
      .from(passkeys)
      .where(and(eq(passkeys.organisationId, organisationId), eq(passkeys.accountId, id)))
      .orderBy(desc(passkeys.createdAt))
      .limit(EXPORT_MAX),
    database
      .select({
        agent: webSessions.agent,
        assurance: webSessions.assurance,
        address: webSessions.address,
        createdAt: webSessions.createdAt,
        endsAt: webSessions.endsAt,
      })
      .from(webSessions)
      .where(and(eq(webSessions.organisationId, organisationId), eq(webSessions.accountId, id)))
      .orderBy(desc(webSessions.createdAt))
      .limit(EXPORT_MAX),
    database
      .select({
        issuer: accountIdentities.issuer,
        subject: accountIdentities.subject,
        createdAt: accountIdentities.createdAt,
      })
      .from(accountIdentities)
      .where(and(eq(accountIdentities.organisationId, organisationId), eq(accountIdentities.accountId, id)))
      .limit(EXPORT_MAX),
    database
      .select({
        id: devices.id,
        status: devices.status,
        platform: devices.platform,
        ownership: devices.ownership,
        reports: devices.reports,
        replaces: devices.replacesDeviceId,
        registeredAt: devices.registeredAt,
        deliveredAt: devices.deliveredAt,
        confirmedAt: devices.confirmedAt,
        endedAt: devices.endedAt,
        endedReason: devices.endedReason,
        name: devices.name,
        nameGiven: devices.nameGiven,
        model: devices.model,
        manufacturer: devices.manufacturer,
        osVersion: devices.osVersion,
        serial: devices.serial,
        imei: devices.imei,
        udid: devices.udid,
        phoneNumber: devices.phoneNumber,
        carrier: devices.carrier,
        agentVersion: devices.agentVersion,
        lastSeenAt: devices.lastSeenAt,
        permissions: devices.permissions,
      })
      .from(devices)
      .where(and(eq(devices.accountId, id), eq(devices.organisationId, organisationId)))
      .orderBy(desc(devices.registeredAt))
      .limit(EXPORT_MAX),
    database
      .select({
        id: deviceCommands.id,
        deviceId: deviceCommands.deviceId,
        kind: deviceCommands.kind,
        state: deviceCommands.state,
        params: deviceCommands.params,
        result: deviceCommands.result,
        askedBy: deviceCommands.askedBy,
        askedById: deviceCommands.askedById,
        createdAt: deviceCommands.createdAt,
        endsAt: deviceCommands.endsAt,
        deliveredAt: deviceCommands.deliveredAt,
        finishedAt: deviceCommands.finishedAt,
      })
      .from(deviceCommands)
      .where(
        and(inArray(deviceCommands.deviceId, ownDevices), eq(deviceCommands.organisationId, organisationId)),
      )
      .orderBy(desc(deviceCommands.createdAt))
      .limit(EXPORT_MAX),
    database
      .select({
        id: invitations.id,
        status: invitations.status,
        channel: invitations.channel,
        recipient: invitations.recipient,
        createdAt: invitations.createdAt,
        validUntil: invitations.validUntil,
        deviceLimit: invitations.deviceLimit,
        devices: invitations.devices,
        fetchedAt: invitations.fetchedAt,
        openedAt: invitations.openedAt,
        acceptedAt: invitations.acceptedAt,
        endedAt: invitations.endedAt,
      })
      .from(invitations)
      .where(and(eq(invitations.accountId, id), eq(invitations.organisationId, organisationId)))
      .orderBy(desc(invitations.createdAt), desc(invitations.id))
      .limit(EXPORT_MAX),
    database
      .select({
        kind: messages.kind,
        channel: messages.channel,
        recipient: messages.recipient,
        locale: messages.locale,
        state: messages.state,
        createdAt: messages.createdAt,
        sentAt: messages.sentAt,
      })
      .from(messages)
      .where(and(eq(messages.accountId, id), inArray(messages.organisationId, [organisationId, 0])))
      .orderBy(desc(messages.createdAt))
      .limit(EXPORT_MAX),
    database
      .select({
        name: accountCertificates.name,
        subject: accountCertificates.subject,
        issuer: accountCertificates.issuer,
        serial: accountCertificates.serial,
        usages: accountCertificates.usages,
        fingerprint: accountCertificates.fingerprint,
        startsAt: accountCertificates.startsAt,
        endsAt: accountCertificates.endsAt,
        createdAt: accountCertificates.createdAt,
      })
      .from(accountCertificates)
      .where(
        and(eq(accountCertificates.accountId, id), eq(accountCertificates.organisationId, organisationId)),
      )
      .orderBy(desc(accountCertificates.createdAt))
      .limit(EXPORT_MAX),
    database
      .select({
        deviceId: issuedCertificates.deviceId,
        subject: issuedCertificates.subject,
        serial: issuedCertificates.serial,
        pem: issuedCertificates.pem,
        createdAt: issuedCertificates.createdAt,
        endsAt: issuedCertificates.endsAt,
        revokedAt: issuedCertificates.revokedAt,
      })
      .from(issuedCertificates)
      .where(
        and(
          eq(issuedCertificates.organisationId, organisationId),
          inArray(issuedCertificates.deviceId, ownDevices),
          eq(issuedCertificates.accountId, id),
        ),
      )
      .orderBy(desc(issuedCertificates.createdAt))
      .limit(EXPORT_MAX),
    database
      .select({
        deviceId: derivedCredentials.deviceId,
        kind: derivedCredentials.kind,
        state: derivedCredentials.state,
        serial: derivedCredentials.serial,
        createdAt: derivedCredentials.createdAt,
        finishedAt: derivedCredentials.finishedAt,
        endsAt: derivedCredentials.endsAt,
      })
      .from(derivedCredentials)
      .where(and(eq(derivedCredentials.accountId, id), eq(derivedCredentials.organisationId, organisationId)))
      .orderBy(desc(derivedCredentials.createdAt))
      .limit(EXPORT_MAX),
    database
      .select({
        deviceId: securityBatches.deviceId,
        size: securityBatches.size,
        used: securityBatches.used,
        createdAt: securityBatches.createdAt,
        voidedAt: securityBatches.voidedAt,
        voidReason: securityBatches.voidReason,
      })
      .from(securityBatches)
      .where(
        and(
          inArray(securityBatches.deviceId, ownDevices),
          eq(securityBatches.organisationId, organisationId),
        ),
      )
      .orderBy(desc(securityBatches.createdAt))
      .limit(EXPORT_MAX),
    database
      .select({ name: deviceViews.name, query: deviceViews.query, createdAt: deviceViews.createdAt })
      .from(deviceViews)
      .where(and(eq(deviceViews.accountId, id), eq(deviceViews.organisationId, organisationId)))
      .orderBy(deviceViews.name)
      .limit(EXPORT_MAX),
    database
      .select({
        at: audit.at,
        actorKind: audit.actorKind,
        actorId: audit.actorId,
        action: audit.action,
        deviceId: audit.deviceId,
        detail: audit.detail,
      })
      .from(audit)
      .where(and(eq(audit.organisationId, organisationId), eq(audit.accountId, id)))
      .orderBy(desc(audit.at))
      .limit(EXPORT_MAX + 1),
  ])
  return account
    ? {
        account,
        addresses,
        passkeys: ownPasskeys,
        sessions,
        providers,
        devices: ownDeviceRows,
        commands,
        invitations: ownInvitations,
        messages: ownMessages,
        uploaded,
        issued,
        derived,
        batches,
        views,
        activity,
      }
    : null
}

export type MyDataRead = NonNullable<Awaited<ReturnType<typeof readMyData>>>
