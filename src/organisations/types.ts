import type { Localised } from '../kernel/locale.ts'
import type { Confirmation } from '../referee/index.ts'

/** Who a person can ask. At least one is set in a well-kept organisation; all may be missing. */
export type Helpdesk = { email: string | null; phone: string | null; url: string | null }

/** The whole installation: one row. */
export type ServiceSettings = {
  /** Device setup on or off for everybody. */
  enabled: boolean
  defaultOrganisationId: number | null
  /** Seconds, 10 to 1,000,000. */
  provisionCodeSeconds: number
}

/** A tenant, as its own pages and rules need it. */
export type Organisation = {
  id: number
  slug: string
  /** What a device user can type, digits only. */
  siteId: string
  name: string
  enabled: boolean
  /** `#rrggbb`. */
  accent: string
  /** Changes with the logo; null without one. Part of its address, so that it can be cached for good. */
  logoVersion: string | null
  helpdesk: Helpdesk
  /** RE2; empty accepts every address. */
  emailRule: string
  /** What the rule accepts, in words: "addresses that end in @acme.example". */
  emailRuleHint: Localised | null
  /** Markdown; null when there are none to accept. */
  terms: Localised | null
  termsVersion: number
  /** Whether a phone number is required, because the organisation sends SMS. */
  phoneRequired: boolean
  /** `pin` where the organisation asks for PIN-based registration. */
  confirmation: Confirmation
  /** Null while the organisation is not finished: nobody can register yet. */
  accountTemplateId: string | null
}

export type Logo = { type: 'image/svg+xml' | 'image/png'; bytes: Uint8Array }
