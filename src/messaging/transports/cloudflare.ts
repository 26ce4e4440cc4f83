import { ok, refuse } from '../../kernel/result.ts'
import { log } from '../../runtime/logger.ts'
import { findUnsafeField } from '../rules.ts'
import type { DeliveryFailure, InlineImage, Transport } from '../types.ts'

/**
 * The codes with which the `send_email` binding refuses, in our words (Cloudflare Email Service, "Workers API",
 * "Error codes"). What is missing here is taken for a passing fault.
 */
const FAILURES: Record<string, DeliveryFailure> = {
  E_RECIPIENT_SUPPRESSED: { reason: 'suppressed', permanent: true },
  E_RECIPIENT_NOT_ALLOWED: { reason: 'not_allowed', permanent: true },
  // Covers greylisting and full mailboxes too, so it is tried again.
  E_DELIVERY_FAILED: { reason: 'rejected', permanent: false },
  E_RATE_LIMIT_EXCEEDED: { reason: 'over_quota', permanent: false },
  E_DAILY_LIMIT_EXCEEDED: { reason: 'over_quota', permanent: false },
  E_INTERNAL_SERVER_ERROR: { reason: 'unavailable', permanent: false },
  // A supervisor can mend these while the message waits.
  E_SENDER_NOT_VERIFIED: { reason: 'sender_not_ready', permanent: false },
  E_SENDER_DOMAIN_NOT_AVAILABLE: { reason: 'sender_not_ready', permanent: false },
}

/** Everything else that begins so finds fault with the message. */
const MALFORMED = /^E_(?:VALIDATION|FIELD|TOO_MANY|CONTENT|HEADER)/

/**
 * Sends through the Cloudflare `send_email` binding. The platform sets `Message-ID` itself and accepts only
 * listed headers and `X-` ones ("Email headers"): our stable id travels as `X-Latchkey-Message-ID`.
 */
export function makeCloudflareTransport({ email }: { email: SendEmail }): Transport {
  return {
    async send(mail) {
      const unsafe = findUnsafeField(mail)
      if (unsafe) {
        log('error', 'mail_field_refused', { id: mail.messageId, field: unsafe })
        return refuse({ reason: 'malformed', permanent: true })
      }
      try {
        const { messageId } = await email.send({
          to: mail.to,
          from: mail.from,
          subject: mail.subject,
          text: mail.text,
          html: mail.html,
          ...(mail.images?.length && { attachments: mail.images.map(attach) }),
          headers: {
            'X-Latchkey-Message-ID': mail.messageId,
            'Auto-Submitted': 'auto-generated',
            'Content-Language': mail.locale,
          },
        })
        return ok({ providerId: messageId })
      } catch (error) {
        const code = codeOf(error)
        // The provider's text may repeat the recipient or the subject, so only its code is logged.
        log('warn', 'mail_not_accepted', { id: mail.messageId, code: code ?? describeKind(error) })
        return refuse(failureOf(code))
      }
    },
  }
}

/** "Inline images": `disposition` and `contentId`, which the HTML names as `cid:`. */
function attach({ contentId, filename, type, bytes }: InlineImage): EmailAttachment {
  return { disposition: 'inline', contentId, filename, type, content: bytes }
}

function failureOf(code: string | null): DeliveryFailure {
  if (code === null) return { reason: 'unavailable', permanent: false }
  if (MALFORMED.test(code)) return { reason: 'malformed', permanent: true }
  return FAILURES[code] ?? { reason: 'unavailable', permanent: false }
}

function codeOf(error: unknown): string | null {
  const code = (error as { code?: unknown } | null)?.code
  return typeof code === 'string' && /^[A-Z][A-Z_]{1,60}$/.test(code) ? code : null
}

function describeKind(error: unknown): string {
  return error instanceof Error ? error.name : typeof error
}
