import { ok, refuse } from '../../kernel/result.ts'
import { log } from '../../runtime/logger.ts'
import { findUnsafeField } from '../rules.ts'
import type { DeliveryFailure, Mail, Transport } from '../types.ts'
import { type Fetcher, post, readId } from './http.ts'
import { toBase64, writeMailbox } from './mime.ts'

/**
 * Sends through an HTTP API of Resend's shape (resend.com, "Send Email"; others speak it too):
 *
 *     POST <url>
 *     Authorization: Bearer <key>
 *     Idempotency-Key: <our id>
 *
 *     { "from": "Name <address>", "to": ["…"], "subject", "text", "html", "headers": { … },
 *       "attachments": [{ "filename", "content": "<base64>", "content_type", "content_id" }] }
 *
 * A 2xx brings `{ "id": "…" }`. The key makes a repeat within a day the same e-mail.
 */
export function makeHttpMailTransport(options: { url: string; key: string; fetcher: Fetcher }): Transport {
  const { url, key, fetcher } = options
  return {
    async send(mail) {
      const unsafe = findUnsafeField(mail)
      if (unsafe) {
        log('error', 'mail_field_refused', { id: mail.messageId, field: unsafe })
        return refuse({ reason: 'malformed', permanent: true })
      }
      const headers = {
        authorization: `Bearer ${key}`,
        'content-type': 'application/json',
        'idempotency-key': mail.messageId,
      }
      const answer = await post({ fetcher, url, headers, body: JSON.stringify(writeBody(mail)) })
      const { status, json } = answer
      if (status >= 200 && status < 300) return ok({ providerId: readId(json?.id) ?? mail.messageId })
      // The provider's text may repeat the recipient or the subject, so only its name of the error is logged.
      const name = typeof json?.name === 'string' && /^[a-z_]{1,60}$/.test(json.name) ? json.name : null
      // The same key with another body: the former attempt was accepted, and what it said has changed since.
      if (name === 'invalid_idempotent_request') return ok({ providerId: mail.messageId })
      log('warn', 'mail_not_accepted', {
        id: mail.messageId,
        status,
        name,
        why: 'why' in answer ? answer.why : null,
      })
      return refuse(failureOf(status))
    },
  }
}

function writeBody(mail: Mail) {
  return {
    from: writeMailbox(mail.from),
    to: [mail.to],
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    headers: {
      'X-Latchkey-Message-ID': mail.messageId,
      'Auto-Submitted': 'auto-generated',
      'Content-Language': mail.locale,
    },
    ...(mail.images?.length && {
      attachments: mail.images.map(({ filename, bytes, type, contentId }) => ({
        filename,
        content: toBase64(bytes),
        content_type: type,
        content_id: contentId,
      })),
    }),
  }
}

/** 401 and 403 are about our key and domain: a supervisor can mend these while the message waits. */
function failureOf(status: number): DeliveryFailure {
  if (status === 401 || status === 403) return { reason: 'sender_not_ready', permanent: false }
  if (status === 429) return { reason: 'over_quota', permanent: false }
  const passing = status < 400 || status >= 500 || status === 408 || status === 409 || status === 425
  return passing ? { reason: 'unavailable', permanent: false } : { reason: 'malformed', permanent: true }
}
