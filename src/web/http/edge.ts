import type { Context, Hono } from 'hono'
import type { Account, Accounts, WebSession } from '../../accounts/index.ts'
import type { Devices } from '../../devices/index.ts'
import type { Locale } from '../../kernel/locale.ts'
import type { Keyring } from '../../kernel/secrets.ts'
import type { Instant } from '../../kernel/time.ts'
import type { Door, Organisations } from '../../organisations/index.ts'
import type { Provisioning } from '../../provisioning/index.ts'
import type { Registration } from '../../registration/index.ts'
import type { Templates } from '../../templates/index.ts'

/** What the doors work with: the rooms' services, built once for each request by `app.ts`. */
export type Services = {
  organisations: Organisations
  accounts: Accounts
  templates: Templates
  provisioning: Provisioning
  devices: Devices
  registration: Registration
  keys: Keyring
  /** Every link is built on it, and DPoP proofs and Origins are compared with it. */
  baseUrl: string
  /** False when the client went over the coarse shield of its kind of door. */
  admit(kind: 'people' | 'device', client: string): Promise<boolean>
}

export type Person = { account: Account; session: WebSession }

export type Variables = {
  services: Services
  requestId: string
  now: Instant
  locale: Locale
  /** Set on routes declared `door` or `owner`. */
  door: Door
  /** Set on routes declared `owner`, and elsewhere once `findPerson` found somebody. */
  person: Person | null
}

export type Edge = { Variables: Variables }
export type EdgeApp = Hono<Edge>
export type EdgeContext = Context<Edge>
