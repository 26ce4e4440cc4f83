import { z } from 'zod'
import type { AccountRef } from '../kernel/ids.ts'
import { unreachable } from '../kernel/result.ts'
import type { Instant } from '../kernel/time.ts'
import type { Organisation } from '../organisations/index.ts'
import type { GrantView } from '../referee/index.ts'
import type { MessageReference } from '../runtime/bindings.ts'
import type { Database } from '../runtime/database.ts'
import { describeError, log } from '../runtime/logger.ts'
import { readContent } from './content.ts'
import { makeChallengeMail } from './mails/challenge-mail.ts'
import { type MailContent, makeMail } from './mails/index.ts'
import { judgeFailure } from './rules.ts'
import { claimMessage, markEnded, markSent, markWaiting } from './store.ts'
import type { ChallengeOutbox, MessageContent, Transport } from './types.ts'

/** What the consumer works with. `now` is read for each message, since sending takes its time. */
export type ConsumerDeps = {
  database: Database
  transport: Transport
  /** Scheme, host and port of every link. */
  baseUrl: string
  from: { name: string; email: string }
  now: () => Instant
  /** The organisation while it and the service are switched on; else null, and nothing is sent. */
  organisationOf(id: number): Promise<Organisation | null>
  /** The outbox of the gate with this name; null when the name is no gate's. */
  challengeOf(owner: string): ChallengeOutbox | null
  /** A grant as the provision session of `ref` shows it; null when there is none of that id. */
  grantOf(ref: AccountRef, grantId: string): Promise<GrantView | null>
}

const referenceSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('challenge'),
    owner: z.string().min(1).max(128),
    id: z.string().min(1).max(64),
  }),
  z.object({ kind: z.literal('message'), owner: z.literal('d1'), id: z.string().min(1).max(128) }),
])

/** What a queue's body stands for; null when it cannot be understood. */
export function readReference(body: unknown): MessageReference | null {
  const read = referenceSchema.safeParse(body)
  return read.success ? read.data : null
}

/** What the queue is told: done, or bring it again after so many seconds. */
type Outcome = { retryInSeconds: number | null }
const DONE: Outcome = { retryInSeconds: null }

/** After these deliveries the owner's own sweeping takes over, so that waiting does not end as a dead letter. */
const QUEUE_DELIVERIES = 6
/** Longer than a lease, so that the consumer that broke no longer holds the message. */
const UNEXPECTED_DELAY_SECONDS = 90

/**
 * Sends what a batch of references stands for. Each is acknowledged or retried by itself. What cannot be
 * understood, or fails for unknown reasons, is retried until the queue moves it to its dead letters.
 */
export async function consumeMessages(
  batch: MessageBatch<MessageReference>,
  deps: ConsumerDeps,
): Promise<void> {
  await Promise.all(batch.messages.map((message) => consumeOne(message, deps)))
}

async function consumeOne(message: Message<MessageReference>, deps: ConsumerDeps): Promise<void> {
  const reference = readReference(message.body)
  if (!reference) {
    log('error', 'queue_message_malformed', { queueId: message.id, attempts: message.attempts })
    message.retry({ delaySeconds: UNEXPECTED_DELAY_SECONDS })
    return
  }
  const { kind, id } = reference
  try {
    const { retryInSeconds } = await deliver(reference, deps)
    if (retryInSeconds === null || message.attempts >= QUEUE_DELIVERIES) message.ack()
    else message.retry({ delaySeconds: retryInSeconds })
  } catch (error) {
    log('error', 'message_delivery_broke', { kind, id, reason: describeError(error) })
    message.retry({ delaySeconds: UNEXPECTED_DELAY_SECONDS })
  }
}

function deliver(reference: MessageReference, deps: ConsumerDeps): Promise<Outcome> {
  switch (reference.kind) {
    case 'challenge':
      return deliverChallenge(reference, deps)
    case 'message':
      return deliverRow(reference.id, deps)
    default:
      return unreachable(reference)
  }
}

async function deliverChallenge(
  { owner, id }: { owner: string; id: string },
  deps: ConsumerDeps,
): Promise<Outcome> {
  const outbox = deps.challengeOf(owner)
  if (!outbox) throw new Error('the owner is no address gate')
  const challenge = await outbox.prepareMessage(id)
  if (!challenge) return DONE
  let organisation: Organisation | null
  try {
    organisation = await deps.organisationOf(challenge.organisationId)
  } catch (error) {
    log('warn', 'organisation_not_read', { id, reason: describeError(error) })
    return outbox.noteFailed({ id, reason: 'unavailable', permanent: false })
  }
  if (!organisation?.enabled) return outbox.noteFailed({ id, reason: 'switched_off', permanent: true })
  const { code, purpose, locale, validMinutes: minutes } = challenge
  const body = makeChallengeMail({ code, purpose, minutes, locale, organisation, baseUrl: deps.baseUrl })
  const sent = await deps.transport.send({
    ...body,
    messageId: id,
    to: challenge.to,
    from: deps.from,
    locale,
  })
  if (!sent.ok) return outbox.noteFailed({ id, ...sent.error })
  await outbox.noteAccepted(id)
  log('info', 'message_sent', { kind: 'challenge', id, attempts: challenge.attempts })
  return DONE
}

async function deliverRow(id: string, deps: ConsumerDeps): Promise<Outcome> {
  const { database } = deps
  const row = await claimMessage(database, id, deps.now())
  if (!row) return DONE
  const organisation = await deps.organisationOf(row.organisationId)
  if (!organisation?.enabled) {
    await markEnded(database, id, { state: 'obsolete', reason: 'switched_off' }, deps.now())
    return DONE
  }
  const content = readContent(row)
  if (!content) {
    await markEnded(database, id, { state: 'failed', reason: 'malformed' }, deps.now())
    return DONE
  }
  const complete = await askForSecrets(content, deps)
  if (!complete) {
    await markEnded(database, id, { state: 'obsolete', reason: 'grant_ended' }, deps.now())
    return DONE
  }
  const { locale } = row
  const body = makeMail(complete, { locale, organisation, baseUrl: deps.baseUrl })
  const sent = await deps.transport.send({
    ...body,
    messageId: id,
    to: row.recipient,
    from: deps.from,
    locale,
  })
  const now = deps.now()
  if (sent.ok) {
    await markSent(database, id, now)
    log('info', 'message_sent', { kind: row.kind, id, attempts: row.attempts })
    return DONE
  }
  const { reason } = sent.error
  const wait = judgeFailure({ failure: sent.error, attempts: row.attempts, createdAt: row.createdAt, now })
  if (wait) await markWaiting(database, id, { reason, dueAt: wait.dueAt }, now)
  else await markEnded(database, id, { state: 'failed', reason }, now)
  return { retryInSeconds: wait?.retryInSeconds ?? null }
}

/** The content with what only the owner of its secret knows; null when that has ended. */
async function askForSecrets(content: MessageContent, deps: ConsumerDeps): Promise<MailContent | null> {
  if (content.kind !== 'provision_code') return content
  const { ref, grantId } = content.payload
  const grant = await deps.grantOf(ref, grantId)
  if (!grant?.credentials) return null
  return { ...content, secrets: { credentials: grant.credentials, validUntil: grant.validUntil } }
}
