import type { AccountRef } from '../kernel/ids.ts'
import type { Locale } from '../kernel/locale.ts'
import type { Ownership } from '../kernel/ownership.ts'
import type { Instant } from '../kernel/time.ts'

export type AccountRole = 'device_owner' | 'manager'
export type AccountState = 'invited' | 'unapproved' | 'active' | 'disabled' | 'deleted'

/** What a new account starts with. */
export type AccountTemplate = {
  id: string
  organisationId: number
  name: string
  /** Living devices an account may have; null: any number. */
  deviceLimit: number | null
  defaultOwnership: Ownership
  locale: Locale
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
  /** The address that was proved last. */
  address: string
  termsVersion: number | null
  deviceLimit: number | null
}

/** A signed-in browser. `id` is the hash of the cookie; the cookie itself is nowhere. */
export type WebSession = {
  id: string
  accountId: string
  organisationId: number
  endsAt: Instant
  /** How the person proved who they are; managers need more than an e-mail. */
  assurance: 'email'
}
