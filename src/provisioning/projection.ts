import {
  acceptTermsStatement,
  projectAcceptedStatement,
  projectDisabledStatements,
} from '../accounts/index.ts'
import { auditStatement } from '../audit/index.ts'
import { projectDeviceStatement, saveReportedStatement } from '../devices/index.ts'
import { saveInvitationStatement } from '../invitations/index.ts'
import { messageStatement, queueMessage, theftNoticeStatement } from '../messaging/index.ts'
import type { Bindings } from '../runtime/bindings.ts'
import { findConstraint } from '../runtime/constraints.ts'
import { type Database, runBatch, type Statement } from '../runtime/database.ts'
import { describeError, log } from '../runtime/logger.ts'
import { carriedStatements, endingStatements, forgettingStatements } from './projection-ends.ts'
import type { SessionEvent } from './types.ts'

/** Why D1 refused an event: worth another try, or never. */
export type ProjectionRefusal =
  | { kind: 'unavailable'; reason: string }
  | { kind: 'key_in_use' }
  | { kind: 'constraint'; reason: string }

/**
 * Carries one event into D1, with its audit row and its message, as one batch. Repeating it changes nothing.
 * A message that then fails to be queued is found by the sweeper.
 */
export async function projectEvent(
  { database, messages }: { database: Database; messages: Bindings['messages'] },
  event: SessionEvent,
): Promise<ProjectionRefusal | null> {
  const id = `${event.ref}.${event.rev}`
  const { at, actor, organisationId, accountId } = event
  const message = event.theftNotice && {
    id: `msg.${id}`,
    organisationId,
    accountId,
    at,
    ...event.theftNotice,
  }
  const statements: Statement[] = []
  if (event.account) {
    const decided = { organisationId, accountId, disabledAt: event.account.disabledAt }
    statements.push(...projectDisabledStatements(database, decided, { auditId: id, at }))
  }
  if (event.accepted) statements.push(projectAcceptedStatement(database, { organisationId, accountId }, at))
  if (event.termsVersion !== undefined)
    statements.push(acceptTermsStatement(database, { organisationId, id: accountId }, event.termsVersion, at))
  statements.push(...replacedStatements(database, event, id))
  if (event.slot) statements.push(projectDeviceStatement(database, { ...event.slot, rev: event.rev }, at))
  if (event.device)
    statements.push(
      projectDeviceStatement(database, { ...event.device, rev: event.rev }, event.at),
      ...endingStatements(database, event, event.device),
      ...carriedStatements(database, event),
    )
  if (event.device && event.reported)
    statements.push(
      saveReportedStatement(database, {
        organisationId,
        deviceId: event.device.id,
        facts: event.reported,
        at,
      }),
    )
  if (event.invitation)
    statements.push(saveInvitationStatement(database, { ...event.invitation, rev: event.rev }, at))
  if (event.deleted) statements.push(...forgettingStatements(database, event))
  if (message) statements.push(theftNoticeStatement(database, message))
  const invited = invitationMessage(event)
  if (invited) statements.push(messageStatement(database, invited, at))
  for (const [index, { action, detail }] of (event.also ?? []).entries())
    statements.push(
      auditStatement(database, {
        id: `${id}.also.${index}`,
        organisationId,
        at,
        actor,
        accountId,
        deviceId: event.audit.deviceId,
        action,
        detail,
      }),
    )
  statements.push(auditStatement(database, { id, organisationId, at, actor, accountId, ...event.audit }))
  try {
    await runBatch(database, statements)
  } catch (error) {
    return classify(error)
  }
  const sent = message ?? invited
  if (sent)
    await queueMessage(messages, sent.id).catch((error) =>
      log('warn', 'message.not_queued', { reason: describeError(error) }),
    )
  return null
}

/** The message that brings an invitation; its secrets are asked of the session when it is sent. */
function invitationMessage({ ref, rev, organisationId, accountId, send, invitation }: SessionEvent) {
  if (!send || !invitation) return null
  const invitationId = invitation.id
  const payload = { ref, invitationId, reminder: 0 }
  const id = `msg.${ref}.${rev}`
  return { ...send, id, organisationId, accountId, invitationId, kind: 'invitation' as const, payload }
}

/** Devices that lost their place to the event's own: their rows, and an audit row for each. */
function replacedStatements(database: Database, event: SessionEvent, id: string): Statement[] {
  const { at, actor, organisationId, accountId, rev, replaced = [] } = event
  return replaced.flatMap((device, index) => [
    projectDeviceStatement(database, { ...device, rev }, at),
    ...endingStatements(database, event, device),
    auditStatement(database, {
      id: `${id}.${index}`,
      organisationId,
      at,
      actor,
      accountId,
      action: 'device.replaced',
      deviceId: device.id,
      detail: { by: event.audit.deviceId, platform: device.platform },
    }),
  ])
}

/** D1 tells a refused constraint by its message only. */
function classify(error: unknown): ProjectionRefusal {
  const constraint = findConstraint(error)
  if (constraint === null) return { kind: 'unavailable', reason: 'D1 did not answer' }
  if (constraint.startsWith('UNIQUE constraint failed: devices.key_thumbprint')) return { kind: 'key_in_use' }
  return { kind: 'constraint', reason: constraint }
}
