import { ok, refuse } from '../../kernel/result.ts'
import { type Instant, toIso } from '../../kernel/time.ts'
import { signWebhook } from '../../kernel/webhooks.ts'
import type { SmsBinding } from '../../runtime/delivery-settings.ts'
import { log } from '../../runtime/logger.ts'
import { findUnsafeTextField } from '../sms-rules.ts'
import type { DeliveryFailure, SmsTransport, TextMessage } from '../types.ts'
import { type Fetcher, post, readId } from './http.ts'

const MALFORMED: DeliveryFailure = { reason: 'malformed', permanent: true }

/**
 * Hands text messages to a gateway of one's own, signed by Standard Webhooks (`webhook-id` is the message's,
 * the same for every attempt):
 *
 *     { "type": "sms.send", "timestamp": "2026-11-20T10:32:00Z",
 *       "data": { "id": "…", "to": "+49…", "from": "Acme" | null, "text": "…" } }
 *
 * A 2xx takes it, and may name it: `{ "id": "…" }`. 422 says that it will never be sent.
 */
export function makeSmsWebhookTransport(options: {
  url: string
  secret: Uint8Array
  sender: string | null
  fetcher: Fetcher
  now: () => Instant
}): SmsTransport {
  const { url, secret, sender, fetcher, now } = options
  return {
    async send(message) {
      if (!isSafe(message)) return refuse(MALFORMED)
      const { messageId: id, to, text } = message
      const at = now()
      const data = { id, to, from: sender, text }
      const body = JSON.stringify({ type: 'sms.send', timestamp: toIso(at), data })
      const signed = signWebhook({ secret, id, body, now: at })
      const { status, json } = await post({
        fetcher,
        url,
        headers: {
          'content-type': 'application/json',
          'webhook-id': signed.id,
          'webhook-timestamp': signed.timestamp,
          'webhook-signature': signed.signature,
        },
        body,
      })
      if (status >= 200 && status < 300) return ok({ providerId: readId(json?.id) ?? id })
      log('warn', 'sms_not_accepted', { id, status })
      return refuse(failureOf(status))
    },
  }
}

function isSafe(message: TextMessage): boolean {
  const unsafe = findUnsafeTextField(message)
  if (unsafe) log('error', 'sms_field_refused', { id: message.messageId, field: unsafe })
  return unsafe === null
}

function failureOf(status: number): DeliveryFailure {
  if ([401, 403, 404, 410].includes(status)) return { reason: 'sender_not_ready', permanent: false }
  if (status === 429) return { reason: 'over_quota', permanent: false }
  const passing = status < 400 || status >= 500 || status === 408 || status === 425
  return passing ? { reason: 'unavailable', permanent: false } : { reason: 'rejected', permanent: true }
}

/** Hands text messages to a bound Worker; what it throws is taken for a passing fault. */
export function makeSmsBindingTransport(options: {
  binding: SmsBinding
  sender: string | null
}): SmsTransport {
  const { binding, sender } = options
  return {
    async send(message) {
      if (!isSafe(message)) return refuse(MALFORMED)
      const { messageId: id, to, text } = message
      try {
        const taken = await binding.send({ id, to, from: sender, text })
        return ok({ providerId: readId(taken?.id) ?? id })
      } catch {
        log('warn', 'sms_not_accepted', { id, status: null })
        return refuse({ reason: 'unavailable', permanent: false })
      }
    },
  }
}
