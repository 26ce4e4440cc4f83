import { type CountryCode, isValidPhoneNumber, parsePhoneNumberWithError } from 'libphonenumber-js/min'
import { ok, type Result, refuse } from '../kernel/result.ts'
import { isPrintable } from '../kernel/text.ts'
import { DAY, HOUR, type Instant, MINUTE } from '../kernel/time.ts'
import type { Account } from './types.ts'

/** Owners stay signed in while they come back within 30 days. */
export const OWNER_SESSION = 30 * DAY

/** An owner's session is extended at most once a day, so that reading pages does not write. */
const SESSION_RENEWAL = DAY

/** Managers and supervisors sign in again after 12 hours, whatever they do. */
export const STAFF_SESSION = 12 * HOUR

/** A recovery link that was not used within a day has ended. */
export const RECOVERY_LIFE = DAY

/** What became of a recovery link stays known so long. */
export const RECOVERY_MEMORY = 30 * DAY

/** How long somebody may take with their authenticator. */
export const PASSKEY_CHALLENGE_LIFE = 5 * MINUTE

export const PASSKEYS_MAX = 20
export const PASSKEY_NAME_MAX = 60

export const NAME_MAX = 120
/** Why somebody was not accepted, for the audit. */
export const REFUSAL_REASON_MAX = 300

/** A name as lists sort and search it: lower case, without accents, at most 80 characters. */
export function nameKey(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim().slice(0, 80)
}

/** What a browser calls itself, short enough to be recognised: "Firefox on Linux". */
export function describeAgent(userAgent: string): string {
  const browser =
    /\b(Edg|OPR|Firefox|CriOS|FxiOS|Chrome|Safari)\b/.exec(userAgent)?.[1]?.replace(/^Edg$/, 'Edge') ?? ''
  const system = /\b(iPhone|iPad|Android|Windows|Macintosh|CrOS|Linux)\b/.exec(userAgent)?.[1] ?? ''
  const names: Record<string, string> = { OPR: 'Opera', CriOS: 'Chrome', FxiOS: 'Firefox', Macintosh: 'Mac' }
  return [names[browser] ?? browser, names[system] ?? system].filter(Boolean).join(', ')
}

export type DetailErrors = {
  name?: 'missing' | 'too_long' | 'not_text'
  phone?: 'missing' | 'not_a_number'
  terms?: 'not_accepted'
}

export type Details = { name: string; phone: string | null }

/** One spelling of a line of text: trimmed, single spaces, NFC. */
export function tidyName(text: string): string {
  return text.trim().replace(/ {2,}/g, ' ').normalize('NFC')
}

export function findFaultInName(name: string): 'missing' | 'too_long' | 'not_text' | null {
  if (name === '') return 'missing'
  if (name.length > NAME_MAX) return 'too_long'
  return isPrintable(name) ? null : 'not_text'
}

/**
 * Checks what a person told of themselves. A phone number without a country is read as one of `country`
 * (ISO 3166-1 alpha-2, from where the request came) and kept as E.164.
 */
export function checkDetails(input: {
  name: string
  phone: string
  termsAccepted: boolean
  phoneRequired: boolean
  termsRequired: boolean
  country: string | null
}): Result<Details, DetailErrors> {
  const errors: DetailErrors = {}
  const name = tidyName(input.name)
  const wrong = findFaultInName(name)
  if (wrong) errors.name = wrong

  const phone = readPhone(input.phone, input.country)
  if (phone === undefined) errors.phone = 'not_a_number'
  else if (phone === null && input.phoneRequired) errors.phone = 'missing'

  if (input.termsRequired && !input.termsAccepted) errors.terms = 'not_accepted'
  return Object.keys(errors).length > 0 ? refuse(errors) : ok({ name, phone: phone ?? null })
}

/** E.164; null for an empty field, undefined for something that is no phone number. */
export function readPhone(text: string, country: string | null): string | null | undefined {
  const trimmed = text.trim()
  if (trimmed === '') return null
  if (trimmed.length > 40) return undefined
  const region = country && /^[A-Z]{2}$/.test(country) ? (country as CountryCode) : undefined
  try {
    if (!isValidPhoneNumber(trimmed, region)) return undefined
    return parsePhoneNumberWithError(trimmed, region).number
  } catch {
    return undefined
  }
}

/** Whether the account still has to tell its name or accept the organisation's present terms. */
export function needsDetails(
  account: Pick<Account, 'name' | 'phone' | 'termsVersion'>,
  organisation: { terms: unknown; termsVersion: number; phoneRequired: boolean },
): boolean {
  if (account.name === '') return true
  if (organisation.phoneRequired && account.phone === null) return true
  return owesTerms(account, organisation)
}

/** Whether somebody still has to accept the organisation's present terms. */
export function owesTerms(
  account: Pick<Account, 'termsVersion'>,
  organisation: { terms: unknown; termsVersion: number },
): boolean {
  return organisation.terms !== null && account.termsVersion !== organisation.termsVersion
}

/** Whether somebody gets codes by themselves: the service and their account template must both say so. */
export function mayProvision(
  door: { service: { ownersMayProvision: boolean } },
  account: Pick<Account, 'permissions'>,
): boolean {
  return door.service.ownersMayProvision && account.permissions.includes('register')
}

/** Until when a session lasts if it is used now; null when it need not be written again yet. */
export function renewedEnd(endsAt: Instant, now: Instant): Instant | null {
  const renewed = now + OWNER_SESSION
  return renewed - endsAt >= SESSION_RENEWAL ? renewed : null
}

/**
 * Whether somebody may sign in: neither disabled nor deleted, and their organisation switched on. Supervisors
 * belong to the service, which nothing switches off for them.
 */
export function mayEnter(
  account: Pick<Account, 'state' | 'role'>,
  organisation: { enabled: boolean },
): boolean {
  if (account.state === 'disabled' || account.state === 'deleted') return false
  return organisation.enabled || account.role === 'supervisor'
}
