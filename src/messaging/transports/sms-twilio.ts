import { ok, refuse } from '../../kernel/result.ts'
import { log } from '../../runtime/logger.ts'
import { findUnsafeTextField } from '../sms-rules.ts'
import type { DeliveryFailure, SmsTransport } from '../types.ts'
import { type Fetcher, post, readId } from './http.ts'

/** Twilio's error codes (twilio.com/docs/api/errors) in our words; others go by the status. */
const FAILURES: Record<number, DeliveryFailure> = {
  // Their reader answered STOP.
  21610: { reason: 'suppressed', permanent: true },
  // The account may not send there.
  21408: { reason: 'not_allowed', permanent: true },
  21612: { reason: 'not_allowed', permanent: true },
  // No number that takes text messages.
  21211: { reason: 'rejected', permanent: true },
  21614: { reason: 'rejected', permanent: true },
  // Account or sender are not set up: a supervisor can mend these while the message waits.
  20003: { reason: 'sender_not_ready', permanent: false },
  21212: { reason: 'sender_not_ready', permanent: false },
  21603: { reason: 'sender_not_ready', permanent: false },
  21606: { reason: 'sender_not_ready', permanent: false },
  21659: { reason: 'sender_not_ready', permanent: false },
  20429: { reason: 'over_quota', permanent: false },
  21611: { reason: 'over_quota', permanent: false },
  30001: { reason: 'over_quota', permanent: false },
  63038: { reason: 'over_quota', permanent: false },
}

/** Sends through an API of Twilio's shape: `POST <url>/2010-04-01/Accounts/<account>/Messages.json`. */
export function makeTwilioTransport(options: {
  url: string
  account: string
  token: string
  sender: string
  fetcher: Fetcher
}): SmsTransport {
  const { url, account, token, sender, fetcher } = options
  const basic = Buffer.from(`${account}:${token}`, 'utf8').toString('base64')
  return {
    async send(message) {
      const unsafe = findUnsafeTextField(message)
      if (unsafe) {
        log('error', 'sms_field_refused', { id: message.messageId, field: unsafe })
        return refuse({ reason: 'malformed', permanent: true })
      }
      const answer = await post({
        fetcher,
        url: `${url}/2010-04-01/Accounts/${encodeURIComponent(account)}/Messages.json`,
        headers: {
          authorization: `Basic ${basic}`,
          'content-type': 'application/x-www-form-urlencoded',
        },
        body: new URLSearchParams({ To: message.to, From: sender, Body: message.text }).toString(),
      })
      const { status, json } = answer
      if (status >= 200 && status < 300) return ok({ providerId: readId(json?.sid) ?? message.messageId })
      // Its text may repeat the number, so only the code is logged.
      const code = typeof json?.code === 'number' ? json.code : null
      log('warn', 'sms_not_accepted', { id: message.messageId, status, code })
      return refuse((code === null ? undefined : FAILURES[code]) ?? failureOf(status))
    },
  }
}

function failureOf(status: number): DeliveryFailure {
  if (status === 401 || status === 403 || status === 404)
    return { reason: 'sender_not_ready', permanent: false }
  if (status === 429) return { reason: 'over_quota', permanent: false }
  const passing = status < 400 || status >= 500 || status === 408 || status === 425
  return passing ? { reason: 'unavailable', permanent: false } : { reason: 'rejected', permanent: true }
}
