import * as z from 'zod'
import { readWireId } from './rules.ts'
import type { MessageState } from './types.ts'

/** What a provider says of a message that it had accepted. */
export type Bounce = {
  reason: 'bounced' | 'complained'
  /** Our id, as it travelled. */
  wire: { id: string; wire: string } | null
  providerId: string | null
}

const idSchema = z.string().trim().min(1).max(400)

/**
 * `{ "type": "bounced" | "complained", "message_id" | "provider_id": "…", "reason": "…" }`. `message_id` may have
 * brackets and a domain. Unknown fields are ignored.
 */
const ownSchema = z
  .object({
    type: z.enum(['bounced', 'complained']),
    message_id: idSchema.nullish(),
    provider_id: idSchema.nullish(),
  })
  .transform(({ type, message_id, provider_id }) => ({ type, ours: message_id, theirs: provider_id }))

/** `{ "type": "email.bounced" | "email.complained", "data": { "email_id": "…" } }`, as Resend says it. */
const resendSchema = z
  .object({
    type: z.enum(['email.bounced', 'email.complained']),
    data: z.object({ email_id: idSchema }),
  })
  .transform(({ type, data }) => ({
    type: type === 'email.bounced' ? ('bounced' as const) : ('complained' as const),
    ours: null,
    theirs: data.email_id,
  }))

const bounceSchema = z.union([ownSchema, resendSchema])

/** Other things that happen to a message and are none of our concern: `delivered`, `opened` … */
const otherSchema = z.object({ type: z.string().min(1).max(100) })

/** What the body of a webhook says; `other`: understood, and nothing to do; null: not understood. */
export function readBounce(body: string): Bounce | 'other' | null {
  let json: unknown
  try {
    json = JSON.parse(body)
  } catch {
    return null
  }
  const read = bounceSchema.safeParse(json)
  if (!read.success) {
    const type = otherSchema.safeParse(json).data?.type
    return type !== undefined && !/(?:^|\.)(?:bounced|complained)$/.test(type) ? 'other' : null
  }
  const { type, ours, theirs } = read.data
  const wire = ours ? readWireId(ours) : null
  const providerId = theirs ?? null
  return wire || providerId ? { reason: type, wire, providerId } : null
}

/**
 * Whether the word is about the message as it stands. One that somebody is sending again has left that behind,
 * and is not ended by the same word coming a second time.
 */
export function isAbout(
  bounce: Bounce,
  message: { id: string; state: MessageState; providerId: string | null },
): boolean {
  const { state, providerId, id } = message
  if (state === 'queued') return providerId === null && bounce.wire?.wire === id
  if (state !== 'sent') return false
  if (bounce.providerId !== null && bounce.providerId === providerId) return true
  if (bounce.wire?.id !== id) return false
  // Where the provider's id is our own (SMTP), it says which of several sendings stands.
  const own = readWireId(providerId ?? '')
  return own?.id !== id || own.wire === bounce.wire.wire
}
