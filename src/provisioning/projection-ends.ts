import { projectDeletedStatements } from '../accounts/index.ts'
import { forgetAccountCertificatesStatement, revokeStatements } from '../certificates/index.ts'
import { closeCommandsStatement, forgetCommandsStatement } from '../commands/index.ts'
import { endDerivedStatement } from '../derived-credentials/index.ts'
import { carryOverStatement, type DeviceDecision, forgetDevicesStatements, LIVING } from '../devices/index.ts'
import { forgetInvitationsStatements } from '../invitations/index.ts'
import { forgetMessagesStatement } from '../messaging/index.ts'
import type { Database, Statement } from '../runtime/database.ts'
import { voidStringsStatement } from '../security-strings/index.ts'
import type { SessionEvent } from './types.ts'

type Device = Omit<DeviceDecision, 'rev'>

const isOver = (device: Device) => !LIVING.includes(device.lifecycle)

/**
 * What a device's new state brings to an end in D1: with a new credential nothing holds that was asked of, or given
 * to, the one before; a device that is over no longer proves who it is by a certificate of ours.
 */
export function endingStatements(database: Database, event: SessionEvent, device: Device): Statement[] {
  const { organisationId, accountId, at, audit } = event
  const over = isOver(device)
  const replayed = audit.action === 'session.replayed' && audit.detail.renewed === true
  const renewed = replayed || audit.action === 'device.provisioned' || audit.action === 'device.handed_over'
  const statements: Statement[] = []
  if (over || replayed || (audit.action === 'device.provisioned' && audit.detail.again === true))
    statements.push(
      ...revokeStatements(database, {
        organisationId,
        deviceId: device.id,
        reason: over ? 'cessation_of_operation' : 'superseded',
        now: at,
      }),
    )
  if (!over && !renewed) return statements
  const ended = { organisationId, deviceId: device.id, at }
  // Of a device that is new nothing was asked yet, and nothing given to it.
  if (over || device.epoch > 1)
    statements.push(closeCommandsStatement(database, ended), endDerivedStatement(database, ended))
  statements.push(
    voidStringsStatement(database, {
      organisationId,
      accountId,
      at,
      reason: over ? 'ended' : 'provisioned',
    }),
  )
  return statements
}

/** What people wrote about a device goes on with the one that took its place. */
export function carriedStatements(
  database: Database,
  { at, audit, organisationId, device }: SessionEvent,
): Statement[] {
  const { id, replacesDeviceId = null } = device ?? {}
  const confirmed =
    audit.action === 'device.confirmed' ||
    (audit.action === 'session.replayed' && audit.detail.confirmed === true)
  if (!confirmed || !id || replacesDeviceId === null) return []
  return [carryOverStatement(database, { organisationId, id, replacesDeviceId }, at)]
}

/** The account was deleted, its devices have ended before: D1 forgets who it was. */
export function forgettingStatements(
  database: Database,
  { organisationId, accountId, at }: Pick<SessionEvent, 'organisationId' | 'accountId' | 'at'>,
): Statement[] {
  const account = { organisationId, accountId }
  return [
    ...projectDeletedStatements(database, account, at),
    ...forgetDevicesStatements(database, account, at),
    forgetCommandsStatement(database, account, at),
    ...forgetInvitationsStatements(database, account, at),
    forgetMessagesStatement(database, account),
    forgetAccountCertificatesStatement(database, account),
  ]
}
