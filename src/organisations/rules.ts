import { RE2JS } from 're2js'
import { ok, type Result, refuse } from '../kernel/result.ts'
import type { EmailException, Organisation, ServiceSettings } from './types.ts'

const EMAIL_RULE_MAX_LENGTH = 512
const EMAIL_RULE_MAX_PROGRAM = 1000
export const PROVISION_CODE_SECONDS = { min: 10, max: 1_000_000, default: 600 } as const
export const LOGO_MAX_BYTES = 20 * 1024

export type EmailRuleProblem =
  | { code: 'too_long'; max: number }
  | { code: 'not_a_pattern'; reason: string }
  | { code: 'too_expensive'; max: number }

export type EmailRule = { accepts(address: string): boolean }

/**
 * Compiles an organisation's e-mail rule: RE2 syntax, case-insensitive, the whole address must match. RE2
 * matches in linear time, so a manager's pattern cannot stall the service; length and program are bounded
 * besides. An empty rule accepts every address.
 */
export function compileEmailRule(pattern: string): Result<EmailRule, EmailRuleProblem> {
  if (pattern === '') return ok({ accepts: () => true })
  if (pattern.length > EMAIL_RULE_MAX_LENGTH) return refuse({ code: 'too_long', max: EMAIL_RULE_MAX_LENGTH })
  try {
    const compiled = RE2JS.compile(pattern, RE2JS.CASE_INSENSITIVE)
    if (compiled.programSize() > EMAIL_RULE_MAX_PROGRAM)
      return refuse({ code: 'too_expensive', max: EMAIL_RULE_MAX_PROGRAM })
    return ok({ accepts: (address) => compiled.testExact(address) })
  } catch (error) {
    return refuse({ code: 'not_a_pattern', reason: error instanceof Error ? error.message : 'unknown' })
  }
}

/** At most so many addresses stand in an organisation's list of exceptions. */
export const EXCEPTIONS_MAX = 200

/** The exceptions say first, then the rule. */
export function decideAddress(exception: EmailException['verdict'] | null, byRule: boolean): boolean {
  return exception === null ? byRule : exception === 'accept'
}

/** Why a person cannot come in here, or the organisation whose door is open. */
export type DoorRefusal =
  | { code: 'service_off' }
  | { code: 'no_organisation' }
  | { code: 'unknown_organisation' }
  | { code: 'organisation_off'; organisation: Organisation }

export type Door = {
  service: ServiceSettings
  organisation: Organisation
  /** Who signs in at the organisation's own identity provider; null where nobody does. Read with a door only. */
  oidc?: OidcOffer | null
  /** What the exceptions say of the address that this browser is about to prove, where one was asked for. */
  exception?: AskedException | null
}

/** `verdict`: null where the e-mail rule decides about the address. */
export type AskedException = { address: string; verdict: EmailException['verdict'] | null }

export type OidcOffer = 'owners' | 'managers'

/** Decides from what D1 holds whether setup is open. `asked` is false where the default was looked for. */
export function decideDoor(found: {
  service: ServiceSettings | null
  organisation: Organisation | null
  asked: boolean
  oidc?: OidcOffer | null
  exception?: AskedException | null
}): Result<Door, DoorRefusal> {
  const { service, organisation, oidc = null, exception = null } = found
  if (!service?.enabled) return refuse({ code: 'service_off' })
  if (!organisation) return refuse({ code: found.asked ? 'unknown_organisation' : 'no_organisation' })
  if (!organisation.enabled || !organisation.setupOpen)
    return refuse({ code: 'organisation_off', organisation })
  return ok({ service, organisation, oidc, exception })
}

/** Whether devices are set up at the moment: supervisors and managers each have a switch. */
export function isSetupOpen({ service, organisation }: Pick<Door, 'service' | 'organisation'>): boolean {
  return service.enabled && organisation.enabled && organisation.setupOpen
}

/** The organisation's short name in URLs: lower case letters, digits and dashes, 2 to 40 characters. */
export const SLUG = /^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])$/

/** Words that stand in addresses where a slug would: `/sign-in/oidc/callback`. A test walks the routes. */
const RESERVED_SLUGS = new Set(['callback'])

export function isReservedSlug(slug: string): boolean {
  return RESERVED_SLUGS.has(slug)
}

/** What a device user types: 4 to 10 digits, no leading zero. */
export const SITE_ID = /^[1-9][0-9]{3,9}$/

export const ACCENT = /^#[0-9a-f]{6}$/
