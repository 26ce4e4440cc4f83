import { copyFor } from '../copy/index.ts'
import { unreachable } from '../kernel/result.ts'
import type { Instant } from '../kernel/time.ts'
import type { Organisation } from '../organisations/index.ts'
import { log } from '../runtime/logger.ts'
import { dayOf, isCappedByOrganisation, judgePerson, nextDay, waitForCap } from './caps-rules.ts'
import { lowerCountersStatement, raiseCounters } from './caps-store.ts'
import type { ConsumerDeps, Outcome } from './consumer.ts'
import { readContent } from './content.ts'
import { type MailContent, type MailOptions, makeMail } from './mails/index.ts'
import { judgeFailure, wireId } from './rules.ts'
import { CAPPED, type ClaimedMessage, claimMessage, markEnded, markSent, markWaiting } from './store.ts'
import { readWords } from './template-store.ts'
import { editableKindOf } from './templates-rules.ts'
import { makeSms } from './texts/index.ts'
import type { MessageContent } from './types.ts'

const DONE: Outcome = { retryInSeconds: null }

/** Sends a message of the D1 outbox, or notes why not yet, or why never. */
export async function deliverRow(id: string, deps: ConsumerDeps): Promise<Outcome> {
  const { database } = deps
  const row = await claimMessage(database, id, deps.now())
  if (!row) return DONE
  const organisation = await deps.organisationOf(row.organisationId)
  if (!organisation?.enabled) {
    // An invitation lives on and stands on a list: there it must not be on its way for ever.
    const state = row.invitationId === null ? 'obsolete' : 'failed'
    await markEnded(database, id, { state, reason: 'switched_off' }, deps.now())
    return DONE
  }
  const content = readContent(row)
  if (!content) {
    await markEnded(database, id, { state: 'failed', reason: 'malformed' }, deps.now())
    return DONE
  }
  const opensAt = judgePerson(row.share, deps.now())
  if (opensAt !== null) return holdBack(row, opensAt, deps)
  const complete = await askForSecrets(content, deps)
  if (!complete) {
    await markEnded(database, id, { state: 'obsolete', reason: 'grant_ended' }, deps.now())
    return DONE
  }
  const options = await readOptions(row, content, organisation, deps)
  return send(row, complete, options, deps)
}

async function send(
  row: ClaimedMessage,
  content: MailContent,
  options: MailOptions,
  deps: ConsumerDeps,
): Promise<Outcome> {
  const { database } = deps
  const { id, organisationId, channel } = row
  const counted = { organisationId, day: dayOf(deps.now()), channel }
  const organisationCapped = isCappedByOrganisation(content.kind)
  if (!(await raiseCounters(database, counted, { organisationCapped })))
    return holdBack(row, nextDay(deps.now()), deps)
  const message = { messageId: wireId(id, row.providerId), to: row.recipient }
  const sent =
    channel === 'sms'
      ? await deps.sms.send({ ...message, text: makeSms(content, options) })
      : await deps.transport.send({
          ...makeMail(content, options),
          ...message,
          from: deps.from,
          locale: row.locale,
        })
  const now = deps.now()
  if (sent.ok) {
    await markSent(database, id, sent.value.providerId, now)
    log('info', 'message_sent', { kind: row.kind, channel, id, attempts: row.attempts })
    return DONE
  }
  const { reason } = sent.error
  const back = [lowerCountersStatement(database, counted)]
  const wait = judgeFailure({ failure: sent.error, attempts: row.attempts, createdAt: row.createdAt, now })
  if (wait) await markWaiting(database, id, { reason, dueAt: wait.dueAt }, now, back)
  else await markEnded(database, id, { state: 'failed', reason }, now, back)
  return { retryInSeconds: wait?.retryInSeconds ?? null }
}

/** Somebody had their share. The queue is done with it; the sweeper brings it when it is due. */
async function holdBack(row: ClaimedMessage, opensAt: Instant, deps: ConsumerDeps): Promise<Outcome> {
  const { database } = deps
  const { id, kind, organisationId, createdAt } = row
  const now = deps.now()
  const dueAt = waitForCap({ createdAt, opensAt, now })
  if (dueAt === null) await markEnded(database, id, { state: 'failed', reason: CAPPED }, now)
  else await markWaiting(database, id, { reason: CAPPED, dueAt }, now)
  log('warn', 'message_capped', { kind, id, organisation: organisationId, given_up: dueAt === null })
  return DONE
}

async function readOptions(
  row: ClaimedMessage,
  content: MessageContent,
  organisation: Organisation,
  deps: ConsumerDeps,
): Promise<MailOptions> {
  const { locale, accountId, invitationId } = row
  const editable = editableKindOf(content)
  const [catalogue, words, dressing] = await Promise.all([
    copyFor(locale),
    editable && readWords(deps.database, organisation.id, editable, locale),
    deps.dressingOf({ organisation, accountId, invitationId }),
  ])
  return { ...dressing, words, locale, catalogue, organisation, baseUrl: deps.baseUrl }
}

/** The content with what only the owner of its secret knows; null when there is nothing left to say. */
async function askForSecrets(content: MessageContent, deps: ConsumerDeps): Promise<MailContent | null> {
  switch (content.kind) {
    case 'provision_code': {
      const { ref, grantId } = content.payload
      const grant = await deps.grantOf(ref, grantId)
      if (!grant?.credentials) return null
      return { ...content, secrets: { credentials: grant.credentials, validUntil: grant.validUntil } }
    }
    case 'invitation': {
      const { ref, invitationId, reminder } = content.payload
      const invitation = await deps.invitationOf(ref, invitationId)
      // Nobody is reminded of what they have done.
      if (!invitation?.credentials || (reminder > 0 && invitation.acceptedAt !== null)) return null
      const { credentials, validUntil } = invitation
      return { ...content, secrets: { credentials, validUntil } }
    }
    case 'renewal': {
      const { ref, grant } = content.payload
      if (!grant) return { ...content, secrets: null }
      const found =
        grant.kind === 'invitation'
          ? await deps.invitationOf(ref, grant.id)
          : await deps.grantOf(ref, grant.id)
      if (!found?.credentials) return { ...content, secrets: null }
      return { ...content, secrets: { credentials: found.credentials, validUntil: found.validUntil } }
    }
    case 'theft_signal':
    case 'approved':
    case 'manager_invited':
    case 'alarm':
      return content
    default:
      return unreachable(content)
  }
}
