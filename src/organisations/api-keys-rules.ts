import * as z from 'zod'
import { fromBase64Url } from '../kernel/encoding.ts'
import type { FieldCode } from '../kernel/fields.ts'
import { hashSecret } from '../kernel/secrets.ts'
import { isPrintable } from '../kernel/text.ts'
import { beginOfDay, DAY, type Instant, isWithin, MINUTE } from '../kernel/time.ts'
import { API_SCOPES } from './types.ts'

/** So many keys of an organisation may be in use at once. */
export const API_KEYS_MAX = 50
export const API_KEY_NAME_MAX = 60

/** A key's last use is written at most this often. */
export const KEY_USED_EVERY = 15 * MINUTE

/** `lk_<16 characters that name it>_<43 base64url characters, 256 bits>`. */
const KEY = /^lk_([a-z0-9]{16})_[A-Za-z0-9_-]{43}$/

export const KEY_NAME_LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789'
export const KEY_NAME_LENGTH = 16

/** The id of the key's row, `key_…`; null for what has not the shape of a key. */
export function idOfKey(key: string): string | null {
  const name = KEY.exec(key)?.[1]
  return name ? `key_${name}` : null
}

export type ApiKeyState = 'active' | 'ended' | 'revoked'

export function stateOfKey(
  key: { createdAt: Instant; endsAt: Instant | null; revokedAt: Instant | null },
  now: Instant,
): ApiKeyState {
  if (key.revokedAt !== null) return 'revoked'
  if (key.endsAt === null) return 'active'
  return isWithin({ from: key.createdAt, length: key.endsAt - key.createdAt }, now) ? 'active' : 'ended'
}

const code = (said: FieldCode) => ({ error: said })

/** `2027-03-31` as the end of that day, UTC; null for what is no day of the calendar. */
export function endOfDay(text: string): Instant | null {
  const begin = beginOfDay(text)
  return begin === null ? null : begin + DAY
}

/** What a manager enters for a new key. Every value comes as a form gives it. */
export function apiKeySchema(now: Instant) {
  return z.object({
    name: z.string().trim().min(1).max(API_KEY_NAME_MAX).refine(isPrintable, code('not_text')),
    scopes: z.array(z.enum(API_SCOPES, code('not_a_choice'))).min(1, code('missing')),
    endsOn: z
      .string()
      .trim()
      .transform((text, context): Instant | null => {
        const end = text === '' ? null : endOfDay(text)
        const wrong = text !== '' && (end === null ? 'not_a_date' : end <= now ? 'past_date' : null)
        if (wrong) context.issues.push({ code: 'custom', message: wrong, input: text })
        return end
      }),
  })
}

/** `once`: what the page drew for this form, so that a form that is sent again makes no second key; `''`: nothing. */
export type ApiKeyForm = { name: string; scopes: string[]; endsOn: string; once: string }

/** What names the key that a form makes: the same for the same form of the same organisation. */
export function keyNameOf(organisationId: number, form: ApiKeyForm): string {
  const { name, scopes, endsOn, once } = form
  const bytes = fromBase64Url(hashSecret(JSON.stringify([organisationId, once, name, scopes, endsOn])))
  const letters = [...(bytes ?? [])].map((byte) => KEY_NAME_LETTERS[byte % KEY_NAME_LETTERS.length])
  return letters.slice(0, KEY_NAME_LENGTH).join('')
}
