import { createHmac } from 'node:crypto'
import { equalText } from './secrets.ts'
import { type Instant, MINUTE, SECOND } from './time.ts'

/** Signatures of the Standard Webhooks specification (standardwebhooks.com), version 1: HMAC-SHA256. */

/** The three headers of a signed request. */
export type WebhookHeaders = { id: string; timestamp: string; signature: string }

/** How far a request's time may be from ours. */
const TOLERANCE_MS = 5 * MINUTE
const SECRET = /^(?:whsec_)?([A-Za-z0-9+/]+={0,2})$/

/** `whsec_<base64>`, 24 to 64 bytes; null for anything else. */
export function readWebhookSecret(text: string): Uint8Array | null {
  const encoded = SECRET.exec(text)?.[1]
  if (!encoded) return null
  const bytes = new Uint8Array(Buffer.from(encoded, 'base64'))
  return bytes.length >= 24 && bytes.length <= 64 ? bytes : null
}

function sign(secret: Uint8Array, id: string, timestamp: string, body: string): string {
  const signed = createHmac('sha256', secret).update(`${id}.${timestamp}.${body}`).digest('base64')
  return `v1,${signed}`
}

/** What is sent along with `body`. The same `id` for every attempt, so that the receiver knows a repeat. */
export function signWebhook(options: {
  secret: Uint8Array
  id: string
  body: string
  now: Instant
}): WebhookHeaders {
  const { secret, id, body, now } = options
  const timestamp = String(Math.floor(now / SECOND))
  return { id, timestamp, signature: sign(secret, id, timestamp, body) }
}

/**
 * Whether one of the signatures is ours and the request of these five minutes. `body` is what arrived, to the
 * byte. Compares in constant time.
 */
export function verifyWebhook(options: {
  secret: Uint8Array
  headers: WebhookHeaders
  body: string
  now: Instant
}): boolean {
  const { secret, headers, body, now } = options
  const { id, timestamp, signature } = headers
  if (id === '' || !/^[0-9]{1,12}$/.test(timestamp)) return false
  if (Math.abs(Number(timestamp) * SECOND - now) > TOLERANCE_MS) return false
  const own = sign(secret, id, timestamp, body)
  return signature
    .split(' ')
    .slice(0, 10)
    .map((one) => equalText(one, own))
    .includes(true)
}
