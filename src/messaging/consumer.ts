import * as z from 'zod'
import { copyFor } from '../copy/index.ts'
import type { AccountRef } from '../kernel/ids.ts'
import { unreachable } from '../kernel/result.ts'
import type { Instant } from '../kernel/time.ts'
import type { Organisation } from '../organisations/index.ts'
import type { GrantView, InvitationView } from '../referee/index.ts'
import type { MessageReference } from '../runtime/bindings.ts'
import type { Database } from '../runtime/database.ts'
import { describeError, log } from '../runtime/logger.ts'
import { makeChallengeMail } from './mails/challenge-mail.ts'
import type { MailOptions } from './mails/index.ts'
import { deliverRow } from './row-delivery.ts'
import type { ChallengeOutbox, SmsTransport, Transport } from './types.ts'

/** Whom a message of the outbox concerns: what its dressing is found by. */
export type MessageFacts = {
  organisation: Organisation
  accountId: string | null
  invitationId: string | null
}

/** What stands in a message beside its content: the organisation's logo, who reads it, on whose behalf. */
export type Dressing = Pick<MailOptions, 'logo' | 'reader' | 'androidCode'>

type Reference<Kind extends MessageReference['kind']> = Extract<MessageReference, { kind: Kind }>

/** What the consumer works with. `now` is read for each message, since sending takes its time. */
export type ConsumerDeps = {
  database: Database
  transport: Transport
  sms: SmsTransport
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
  /** An invitation as the provision session of `ref` shows it; null when there is none of that id. */
  invitationOf(ref: AccountRef, invitationId: string): Promise<InvitationView | null>
  dressingOf(message: MessageFacts): Promise<Dressing>
  /** Goes on with a bulk send: one person of it, or the next people to be queued. */
  deliverInvitation(
    reference: Reference<'invitation_item' | 'invitation_job'>,
  ): Promise<{ retryInSeconds: number | null }>
  /** Compares the next accounts' sessions with D1, after a restore. */
  replay(id: string): Promise<void>
}

const referenceSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('challenge'),
    owner: z.string().min(1).max(128),
    id: z.string().min(1).max(64),
  }),
  z.object({
    kind: z.enum(['message', 'invitation_item', 'invitation_job', 'replay']),
    owner: z.literal('d1'),
    id: z.string().min(1).max(128),
  }),
])

/** What a queue's body stands for; null when it cannot be understood. */
export function readReference(body: unknown): MessageReference | null {
  const read = referenceSchema.safeParse(body)
  return read.success ? read.data : null
}

/** What the queue is told: done, or bring it again after so many seconds. */
export type Outcome = { retryInSeconds: number | null }
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
    case 'invitation_item':
    case 'invitation_job':
      return deps.deliverInvitation(reference)
    case 'replay':
      return deps.replay(reference.id).then(() => DONE)
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
  const catalogue = await copyFor(locale)
  const { baseUrl } = deps
  const body = makeChallengeMail({ code, purpose, minutes, locale, catalogue, organisation, baseUrl })
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
