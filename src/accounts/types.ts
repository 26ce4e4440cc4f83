import type { AccountRef } from '../kernel/ids.ts'
import type { Locale } from '../kernel/locale.ts'
import type { OwnershipDefault } from '../kernel/ownership.ts'
import type { Instant } from '../kernel/time.ts'

/** Supervisors are accounts of the reserved organisation 0. */
export type AccountRole = 'device_owner' | 'manager' | 'supervisor'
export type AccountState = 'invited' | 'unapproved' | 'active' | 'disabled' | 'deleted'

/** What an account template lets its people do by themselves, in the order in which pages list it. */
export const PERMISSIONS = [
  'register',
  'pin',
  'qr',
  'change_ownership',
  'lock',
  'wipe',
  'locate',
  'retire',
  'reset_passcode',
  'derived_credential',
  'upload_certificates',
  'security_strings',
] as const
export type Permission = (typeof PERMISSIONS)[number]

/** What happens when somebody at their device limit sets up one more. */
export type AtLimit = 'refuse' | 'replace'

/** What a new account starts with, and what its people may do. */
export type AccountTemplate = {
  id: string
  organisationId: number
  name: string
  /** Living devices an account may have; null: any number. */
  deviceLimit: number | null
  atLimit: AtLimit
  /** `inherit`: what the organisation says. */
  defaultOwnership: OwnershipDefault
  locale: Locale
  permissions: Permission[]
  /** Groups that a new account is put into. */
  groups: string[]
  /** Rises with every change. */
  version: number
}

/** A person in one organisation. */
export type Account = {
  id: string
  organisationId: number
  ref: AccountRef
  role: AccountRole
  state: AccountState
  /** Empty until the person told it; no grant before. */
  name: string
  /** E.164, or null. */
  phone: string | null
  locale: Locale
  /** Where mail goes; of a session, the address that it was opened with. */
  address: string
  termsVersion: number | null
  deviceLimit: number | null
  atLimit: AtLimit
  permissions: Permission[]
  defaultOwnership: OwnershipDefault
  templateId: string
  groups: string[]
}

/** How a person proved who they are. E-mail alone opens nothing for managers and supervisors. */
export type Assurance = 'email' | 'passkey' | 'oidc'

/** What somebody signs in with instead of a password: a key pair whose private half never leaves its device. */
export type Passkey = {
  /** The credential id, base64url. */
  id: string
  accountId: string
  organisationId: number
  /** What its person calls it. */
  name: string
  /** How its authenticator can be reached, as browsers name it: `internal`, `hybrid`, `usb`. */
  transports: string[]
  /** Whether it is kept in several places, so that losing one device does not lose it. */
  backedUp: boolean
  createdAt: Instant
  lastUsedAt: Instant | null
}

/** A signed-in browser. `id` is the hash of the cookie; the cookie itself is nowhere. */
export type WebSession = {
  id: string
  accountId: string
  organisationId: number
  endsAt: Instant
  assurance: Assurance
}

/** A session as its own person sees it in a list. */
export type SessionEntry = WebSession & {
  /** What the browser calls itself; may be empty. */
  agent: string
  createdAt: Instant
}
