import { and, asc, desc, eq, gt, inArray, ne, sql } from 'drizzle-orm'
import { templatePart } from '../accounts/index.ts'
import { accounts, accountTemplates } from '../accounts/schema.ts'
import { audit } from '../audit/schema.ts'
import { devices } from '../devices/schema.ts'
import { invitations } from '../invitations/schema.ts'
import type { ReplayInput } from '../referee/index.ts'
import type { Database } from '../runtime/database.ts'

/** The number behind `<ref>.` of the newest audit row that the account's session wrote. */
const lastRev =
  sql<number>`coalesce((SELECT max(cast(substr(told.id, length(${accounts.ref}) + 2) AS INTEGER))
  FROM audit AS told WHERE told.id > ${accounts.ref} || '.' AND told.id < ${accounts.ref} || '/'), 0)`.as(
    'last_rev',
  )

/** Accounts behind `after`, ordered by id, each with what D1 knows of its devices and invitations: two round trips. */
export async function readKnown(database: Database, after: string, limit: number): Promise<ReplayInput[]> {
  const rows = await database
    .select({
      accountId: accounts.id,
      organisationId: accounts.organisationId,
      ref: accounts.ref,
      address: accounts.address,
      locale: accounts.locale,
      state: accounts.state,
      disabledAt: accounts.disabledAt,
      deviceLimit: templatePart.deviceLimit,
      atLimit: templatePart.atLimit,
      lastRev,
    })
    .from(accounts)
    .innerJoin(accountTemplates, eq(accountTemplates.id, accounts.templateId))
    .where(and(gt(accounts.id, after), ne(accounts.state, 'deleted')))
    .orderBy(asc(accounts.id))
    .limit(limit)
  if (rows.length === 0) return []
  const ids = rows.map(({ accountId }) => accountId)
  const [theirDevices, theirInvitations] = await database.batch([
    database.select().from(devices).where(inArray(devices.accountId, ids)),
    database.select().from(invitations).where(inArray(invitations.accountId, ids)),
  ])
  return rows.map(({ address, locale, state, ...account }) => ({
    ...account,
    notify: { address, locale },
    invited: state === 'invited',
    devices: theirDevices
      .filter(({ accountId }) => accountId === account.accountId)
      .map((row) => ({
        id: row.id,
        lifecycle: row.lifecycle,
        platform: row.platform,
        ownership: row.ownership,
        templateId: row.templateId,
        templateVersion: row.templateVersion,
        reports: row.reports,
        checkInSeconds: row.checkInSeconds,
        claimId: row.claimId,
        grantId: row.grantId,
        invitationId: row.invitationId,
        replacesDeviceId: row.replacesDeviceId,
        epoch: row.epoch,
        credentialHash: row.credentialHash,
        keyThumbprint: row.keyThumbprint,
        registeredAt: row.registeredAt,
        deliveredAt: row.deliveredAt,
        confirmedAt: row.confirmedAt,
        confirmedBy: row.confirmedBy,
        endedAt: row.endedAt,
      })),
    invitations: theirInvitations
      .filter(({ accountId }) => accountId === account.accountId)
      .map((row) => ({
        id: row.id,
        state: row.state,
        channel: row.channel,
        recipient: row.recipient,
        jobId: row.jobId,
        createdAt: row.createdAt,
        createdBy: row.createdBy,
        validUntil: row.validUntil,
        deviceLimit: row.deviceLimit,
        devices: row.devices,
        slotDeviceId: row.slotDeviceId,
        fetchedAt: row.fetchedAt,
        openedAt: row.openedAt,
        acceptedAt: row.acceptedAt,
        endedAt: row.endedAt,
      })),
  }))
}

/** When accounts were compared with their sessions last, and what that came to. */
export const replayQuery = (database: Database) =>
  database
    .select({ at: audit.at, detail: audit.detail })
    .from(audit)
    .where(and(eq(audit.organisationId, 0), eq(audit.action, 'sessions.replayed')))
    .orderBy(desc(audit.at))
    .limit(1)
