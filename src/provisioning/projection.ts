import { auditStatement } from '../audit/index.ts'
import { projectDeviceStatement } from '../devices/index.ts'
import { queueMessage, theftNoticeStatement } from '../messaging/index.ts'
import type { Bindings } from '../runtime/bindings.ts'
import { type Database, runBatch, type Statement } from '../runtime/database.ts'
import { describeError, log } from '../runtime/logger.ts'
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
  if (event.device)
    statements.push(projectDeviceStatement(database, { ...event.device, rev: event.rev }, event.at))
  if (message) statements.push(theftNoticeStatement(database, message))
  statements.push(auditStatement(database, { id, organisationId, at, actor, accountId, ...event.audit }))
  try {
    await runBatch(database, statements)
  } catch (error) {
    return classify(error)
  }
  if (message)
    await queueMessage(messages, message.id).catch((error) =>
      log('warn', 'message.not_queued', { reason: describeError(error) }),
    )
  return null
}

/** D1 tells a refused constraint by its message only. */
function classify(error: unknown): ProjectionRefusal {
  const messages: string[] = []
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) messages.push(cause.message)
  const text = messages.join(' ')
  if (/UNIQUE constraint failed: devices\.key_thumbprint/.test(text)) return { kind: 'key_in_use' }
  const constraint = /(UNIQUE|FOREIGN KEY|NOT NULL|CHECK) constraint failed[^\n]{0,80}/.exec(text)
  if (constraint) return { kind: 'constraint', reason: constraint[0] }
  return { kind: 'unavailable', reason: 'D1 did not answer' }
}
