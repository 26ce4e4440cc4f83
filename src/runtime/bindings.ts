import * as z from 'zod'
import { fromBase64Url } from '../kernel/encoding.ts'
import { type Keyring, makeKeyring, parseMasterKey } from '../kernel/secrets.ts'
import { ConfigurationError } from './configuration-error.ts'
import {
  type MailSettings,
  readMailSettings,
  readMailWebhookSecret,
  readSmsSettings,
  type SmsSettings,
} from './delivery-settings.ts'
import { type Metrics, readMetrics } from './metrics.ts'
import { readTurnstileSettings, type TurnstileSettings } from './turnstile-settings.ts'

/** What travels on the one queue: who owns the message and its id, never its content. */
export type MessageReference =
  | { kind: 'challenge'; owner: string; id: string }
  | { kind: 'message'; owner: 'd1'; id: string }
  /** One person of a bulk send, or the send itself, whose next people are to be queued. */
  | { kind: 'invitation_item'; owner: 'd1'; id: string }
  | { kind: 'invitation_job'; owner: 'd1'; id: string }
  /** After a restore: the next accounts whose sessions are compared with D1. `id` says how far it is. */
  | { kind: 'replay'; owner: 'd1'; id: string }

/** The checked bindings. A forgotten one fails to compile here, a missing one stops the first request. */
export type Bindings = {
  db: D1Database
  provisionSessions: DurableObjectNamespace
  addressGates: DurableObjectNamespace
  linkRequests: DurableObjectNamespace
  messages: Queue<MessageReference>
  /** Used where `mail.transport` is `cloudflare`, and asked for only then. */
  email: SendEmail
  mail: MailSettings
  sms: SmsSettings
  /** Opens `/hooks/mail`; null: it does not exist. */
  mailWebhookSecret: Uint8Array | null
  /** Coarse, approximate, per location; keyed by client address. */
  peopleLimit: RateLimit
  deviceLimit: RateLimit
  /** Scheme, host and port, without a slash at the end. Every link is built on it, never on the Host header. */
  baseUrl: string
  mailFrom: { name: string; email: string }
  keys: Keyring
  /** Claims a fresh installation, once; a new one recovers it. Null: nobody can claim it. */
  bootstrapSecret: string | null
  /** Counts what happens; without the binding `METRICS`, nothing. */
  metrics: Metrics
  /** Every door but the supervisors' answers `503`, as it does while D1 is being restored. */
  paused: boolean
  /** The human check before a code is mailed. Null: there is none. */
  turnstile: TurnstileSettings | null
}

const checked = new WeakMap<object, Bindings>()

/** Checks the environment once for each isolate. Throws `ConfigurationError`. */
export function checkBindings(env: object): Bindings {
  const known = checked.get(env)
  if (known) return known
  const bindings = readBindings(env as Record<string, unknown>)
  checked.set(env, bindings)
  return bindings
}

function readBindings(env: Record<string, unknown>): Bindings {
  const mail = readMailSettings(env)
  const baseUrl = readBaseUrl(env.BASE_URL)
  return {
    db: requireObject<D1Database>(env, 'DB', 'prepare'),
    provisionSessions: requireObject<DurableObjectNamespace>(env, 'PROVISION_SESSION', 'idFromName'),
    addressGates: requireObject<DurableObjectNamespace>(env, 'ADDRESS_GATE', 'idFromName'),
    linkRequests: requireObject<DurableObjectNamespace>(env, 'LINK_REQUEST', 'idFromName'),
    messages: requireObject<Queue<MessageReference>>(env, 'MESSAGES', 'send'),
    email: mail.transport === 'cloudflare' ? requireObject(env, 'EMAIL', 'send') : (env.EMAIL as SendEmail),
    mail,
    sms: readSmsSettings(env),
    mailWebhookSecret: readMailWebhookSecret(env),
    peopleLimit: requireObject<RateLimit>(env, 'PEOPLE_LIMIT', 'limit'),
    deviceLimit: requireObject<RateLimit>(env, 'DEVICE_LIMIT', 'limit'),
    baseUrl,
    mailFrom: readMailFrom(env.MAIL_FROM),
    keys: readKeys(env),
    bootstrapSecret: readBootstrapSecret(env.BOOTSTRAP_SECRET),
    metrics: readMetrics(env.METRICS),
    paused: readPaused(env.PAUSED),
    turnstile: readTurnstileSettings(env, baseUrl),
  }
}

function requireObject<Binding>(env: Record<string, unknown>, key: string, method: string): Binding {
  const binding = env[key] as Record<string, unknown> | undefined
  if (binding === undefined || binding === null) throw new ConfigurationError(key, 'is missing')
  if (typeof binding[method] !== 'function') throw new ConfigurationError(key, `has no ${method}()`)
  return binding as Binding
}

function readBaseUrl(value: unknown): string {
  const url = typeof value === 'string' && URL.canParse(value) ? new URL(value) : null
  if (!url) throw new ConfigurationError('BASE_URL', 'must be an absolute URL')
  const local = url.hostname === 'localhost' || url.hostname === '127.0.0.1'
  if (url.protocol !== 'https:' && !local)
    throw new ConfigurationError('BASE_URL', 'must begin with https://')
  if (url.pathname !== '/' || url.search || url.hash)
    throw new ConfigurationError('BASE_URL', 'must have no path, query or fragment')
  return url.origin
}

function readMailFrom(value: unknown): { name: string; email: string } {
  const match = typeof value === 'string' ? /^([^<>\r\n"]{1,80}) <([^<>\s]+@[^<>\s]+)>$/.exec(value) : null
  const email = z.email().safeParse(match?.[2])
  if (!match?.[1] || !email.success)
    throw new ConfigurationError('MAIL_FROM', 'must look like "Name <address>"')
  return { name: match[1], email: email.data }
}

function readBootstrapSecret(value: unknown): string | null {
  if (value === undefined || value === '') return null
  if (typeof value === 'string' && /^[A-Za-z0-9_-]{22,128}$/.test(value)) return value
  throw new ConfigurationError('BOOTSTRAP_SECRET', 'must be 22 to 128 characters of base64url')
}

function readPaused(value: unknown): boolean {
  if (value === undefined || value === '' || value === 'no') return false
  if (value === 'yes') return true
  throw new ConfigurationError('PAUSED', 'must be "yes" or "no"')
}

function readKeys(env: Record<string, unknown>): Keyring {
  const current = parseMasterKey(String(env.MASTER_KEY ?? ''))
  if (!current) throw new ConfigurationError('MASTER_KEY', 'must be "<key id>:<32 bytes in base64url>"')
  // The same key in both places is how a rotation begins where secrets are set one after the other.
  const previousText = env.MASTER_KEY_PREVIOUS === env.MASTER_KEY ? null : env.MASTER_KEY_PREVIOUS
  const previous = previousText ? parseMasterKey(String(previousText)) : null
  if (previousText && (!previous || previous.id === current.id))
    throw new ConfigurationError('MASTER_KEY_PREVIOUS', 'must look like MASTER_KEY and have another key id')
  const naming = fromBase64Url(String(env.NAMING_KEY ?? ''))
  if (naming?.length !== 32) throw new ConfigurationError('NAMING_KEY', 'must be 32 bytes in base64url')
  return makeKeyring({ current, previous, naming })
}
