import { auditStatement, newEntry } from '../audit/index.ts'
import { hashSecret } from '../kernel/secrets.ts'
import type { Instant } from '../kernel/time.ts'
import { verifyWebhook, type WebhookHeaders } from '../kernel/webhooks.ts'
import { type Database, runBatch } from '../runtime/database.ts'
import { log } from '../runtime/logger.ts'
import { type Bounce, isAbout, readBounce } from './bounces-rules.ts'
import { findReturned, returnedStatement } from './bounces-store.ts'

/** `closed`: no secret is set. `forged`: not signed by whoever has it, or not in these five minutes. */
export type BounceOutcome = 'noted' | 'ignored' | 'closed' | 'forged' | 'malformed'

/**
 * What providers say of messages that they had accepted: they came back, or their reader complained. Signed by
 * Standard Webhooks; `bounces-rules` has the shapes. A trigger carries the failure to the invitation.
 */
export function makeBounces(options: { database: Database; secret: Uint8Array | null }) {
  const { database, secret } = options

  return {
    /** `body` is what arrived, to the byte. The same word twice changes nothing. Two round trips at most. */
    async receive(input: { headers: WebhookHeaders; body: string; now: Instant }): Promise<BounceOutcome> {
      const { headers, body, now } = input
      if (!secret) return 'closed'
      if (!verifyWebhook({ secret, headers, body, now })) return 'forged'
      const bounce = readBounce(body)
      if (bounce === 'other') return 'ignored'
      if (!bounce) return 'malformed'
      const done = await note(bounce, now)
      log(done ? 'warn' : 'info', 'message_returned', { reason: bounce.reason, noted: done })
      return done ? 'noted' : 'ignored'
    },
  }

  async function note(bounce: Bounce, now: Instant): Promise<boolean> {
    const { reason, providerId, wire } = bounce
    const message = providerId
      ? await findReturned(database, { providerId })
      : wire && (await findReturned(database, { id: wire.id }))
    if (!message || !isAbout(bounce, message)) return false
    const { id, organisationId, accountId, kind, channel, recipient } = message
    const entry = newEntry({
      organisationId,
      at: now,
      actor: { kind: 'system', id: 'mail' },
      action: 'message.bounced',
      accountId,
      detail: { message: id, kind, channel, recipient, reason },
    })
    // Of two that say it at the same time one stands in the audit: its id is that of this sending.
    const auditId = `aud_${hashSecret(`bounce ${id} ${message.providerId} ${message.sentAt}`).slice(0, 22)}`
    await runBatch(database, [
      returnedStatement(database, message, reason, now),
      auditStatement(database, { ...entry, id: auditId }),
    ])
    return true
  }
}

export type Bounces = ReturnType<typeof makeBounces>
