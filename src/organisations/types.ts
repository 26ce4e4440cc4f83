import type { Localised } from '../kernel/locale.ts'
import type { Ownership } from '../kernel/ownership.ts'
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
  /** Whether owners may get codes by themselves; managers always may. */
  ownersMayProvision: boolean
  /** Whether what a device tells of itself when it redeems stands in the audit. */
  logDeviceFacts: boolean
  /** Android: send the installation code by SMS. */
  androidSmsCode: boolean
  /** How many messages of each channel may go out a day, all organisations together; null: our own bounds. */
  dailyMessages: number | null
  /** `https://…` of an external module for derived credentials; null without one. */
  derivedCredentialUrl: string | null
  /** Who helps where no organisation is known, and managers. */
  helpdesk: Helpdesk
}

/** An address that the e-mail rule does not decide about. */
export type EmailException = { address: string; verdict: 'accept' | 'refuse' }

/** How people of an organisation sign in at its own identity provider. The client secret stays sealed. */
export type OidcSettings = {
  organisationId: number
  enabled: boolean
  /** `https://…`, as the provider's discovery document says it. */
  issuer: string
  clientId: string
  sealedClientSecret: string
  /** Which claim carries the address; `email` in most. */
  emailClaim: string
  forOwners: boolean
}

/** A tenant, as its own pages and rules need it. */
export type Organisation = {
  id: number
  slug: string
  /** What a device user can type, digits only. */
  siteId: string
  name: string
  /** Off: nobody of it comes in, its devices get no answer. Supervisors decide. */
  enabled: boolean
  /** Off: nobody registers or sets up a device; everything else goes on. Managers decide. */
  setupOpen: boolean
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
  /** What a device is where neither its template nor its owner's account template says so. */
  defaultOwnership: Ownership
  /** Whether owners may say whose device it is, where template and account template leave it open. */
  ownershipChoosable: boolean
  /** Whether the result page shows a QR code. */
  qrEnabled: boolean
  /** Whether a manager accepts new people before they get a code. */
  approvalRequired: boolean
  /** Days until an invitation ends; null: until it is deactivated. */
  invitationDays: number | null
  invitationDeviceLimit: number | null
  /** After how many days somebody who did not accept is reminded, rising; empty: never. */
  reminderDays: number[]
  /** How many messages may go out a day; null: as many as the service allows. */
  dailyMessages: number | null
}

export type Logo = { type: 'image/svg+xml' | 'image/png'; bytes: Uint8Array }

/** What an API key may do, and nothing else. */
export const API_SCOPES = ['security_strings'] as const
export type ApiScope = (typeof API_SCOPES)[number]
