import { isPublicHttps, isPublicName } from '../kernel/public-name.ts'
import { readSmsSender } from '../kernel/sms-sender.ts'
import { readWebhookSecret } from '../kernel/webhooks.ts'
import { ConfigurationError } from './configuration-error.ts'

/** How e-mail leaves the house: `MAIL_TRANSPORT`. */
export type MailSettings =
  /** The `send_email` binding `EMAIL`. */
  | { transport: 'cloudflare' }
  /** `MAIL_HTTP_URL` and the secret `MAIL_HTTP_KEY`: an HTTP API of Resend's shape. */
  | { transport: 'http'; url: string; key: string }
  /** `SMTP_HOST`, `SMTP_PORT`, `SMTP_USER`, `SMTP_PASSWORD`: submission, always over TLS. */
  | {
      transport: 'smtp'
      host: string
      port: number
      /** `implicit`: TLS from the first byte (465); `starttls`: agreed on in the clear, then required. */
      tls: 'implicit' | 'starttls'
      user: string
      password: string
    }

/** A text message as a bound Worker takes it: a method of the service binding `SMS`, by RPC. */
export type SmsBinding = {
  send(message: { id: string; to: string; from: string | null; text: string }): Promise<{ id: string }>
}

/** How text messages leave the house: `SMS_TRANSPORT`. */
export type SmsSettings =
  | { transport: 'none' }
  /** `SMS_URL` (Twilio's own by default), `SMS_ACCOUNT`, the secret `SMS_TOKEN`, `SMS_SENDER`. */
  | { transport: 'twilio'; url: string; account: string; token: string; sender: string }
  /** `SMS_URL`, the secret `SMS_WEBHOOK_SECRET`, optionally `SMS_SENDER`: a signed webhook. */
  | { transport: 'webhook'; url: string; secret: Uint8Array; sender: string | null }
  /** The service binding `SMS`, optionally `SMS_SENDER`: a Worker of one's own. */
  | { transport: 'binding'; binding: SmsBinding; sender: string | null }

type Env = Record<string, unknown>

const RESEND = 'https://api.resend.com/emails'
const TWILIO = 'https://api.twilio.com'
/** Printable ASCII without spaces: what stands in a header. */
const TOKEN = /^[\x21-\x7e]{1,500}$/

/** Throws `ConfigurationError`. */
export function readMailSettings(env: Env): MailSettings {
  const transport = String(env.MAIL_TRANSPORT || 'cloudflare')
  switch (transport) {
    case 'cloudflare':
      return { transport }
    case 'http':
      return { transport, url: readUrl(env, 'MAIL_HTTP_URL', RESEND), key: readToken(env, 'MAIL_HTTP_KEY') }
    case 'smtp': {
      const port = readPort(env)
      const tls = port % 1000 === 465 ? 'implicit' : 'starttls'
      const user = readText(env, 'SMTP_USER')
      return { transport, host: readHost(env), port, tls, user, password: readText(env, 'SMTP_PASSWORD') }
    }
    default:
      throw new ConfigurationError('MAIL_TRANSPORT', 'must be cloudflare, http or smtp')
  }
}

/** Throws `ConfigurationError`. */
export function readSmsSettings(env: Env): SmsSettings {
  const transport = String(env.SMS_TRANSPORT || 'none')
  switch (transport) {
    case 'none':
      return { transport }
    case 'twilio': {
      const account = String(env.SMS_ACCOUNT ?? '')
      if (!/^[A-Za-z0-9_-]{1,100}$/.test(account))
        throw new ConfigurationError('SMS_ACCOUNT', 'must be the account’s id: letters, digits, - and _')
      const sender = readSender(env) ?? refuseSender()
      const token = readToken(env, 'SMS_TOKEN')
      return { transport, url: readUrl(env, 'SMS_URL', TWILIO), account, token, sender }
    }
    case 'webhook': {
      const secret = readSecret(env, 'SMS_WEBHOOK_SECRET')
      if (!secret) throw new ConfigurationError('SMS_WEBHOOK_SECRET', 'is missing')
      return { transport, url: readUrl(env, 'SMS_URL', null), secret, sender: readSender(env) }
    }
    case 'binding': {
      const binding = env.SMS as SmsBinding | undefined
      if (typeof binding?.send !== 'function') throw new ConfigurationError('SMS', 'has no send()')
      return { transport, binding, sender: readSender(env) }
    }
    default:
      throw new ConfigurationError('SMS_TRANSPORT', 'must be none, twilio, webhook or binding')
  }
}

/** What providers sign their word about bounces with; null: nobody may tell us. */
export function readMailWebhookSecret(env: Env): Uint8Array | null {
  return readSecret(env, 'MAIL_WEBHOOK_SECRET')
}

function readSecret(env: Env, key: string): Uint8Array | null {
  const value = env[key]
  if (value === undefined || value === '') return null
  const bytes = typeof value === 'string' ? readWebhookSecret(value) : null
  if (!bytes) throw new ConfigurationError(key, 'must be "whsec_" and 24 to 64 bytes in base64')
  return bytes
}

function readUrl(env: Env, key: string, standard: string | null): string {
  const value = env[key] || standard
  if (typeof value !== 'string' || !isPublicHttps(value))
    throw new ConfigurationError(key, 'must be an https:// address at a public name')
  return value.replace(/\/$/, '')
}

function readToken(env: Env, key: string): string {
  const value = env[key]
  if (typeof value !== 'string' || !TOKEN.test(value))
    throw new ConfigurationError(key, 'must be 1 to 500 characters of ASCII without spaces')
  return value
}

function readText(env: Env, key: string): string {
  const value = env[key]
  // biome-ignore lint/suspicious/noControlCharactersInRegex: refusing them is the point
  if (typeof value !== 'string' || !/^[^\u0000-\u001f\u007f]{1,500}$/.test(value))
    throw new ConfigurationError(key, 'must be 1 to 500 characters')
  return value
}

function readHost(env: Env): string {
  const host = String(env.SMTP_HOST ?? '').toLowerCase()
  if (!isPublicName(host)) throw new ConfigurationError('SMTP_HOST', 'must be the public name of a server')
  return host
}

function readPort(env: Env): number {
  const text = String(env.SMTP_PORT || '465')
  const port = /^[0-9]{1,5}$/.test(text) ? Number(text) : 0
  if (port === 25 || port < 1 || port > 65_535)
    throw new ConfigurationError('SMTP_PORT', 'must be a port of submission, such as 465 or 587, not 25')
  return port
}

function readSender(env: Env): string | null {
  const value = env.SMS_SENDER
  if (value === undefined || value === '') return null
  return readSmsSender(String(value))?.text ?? refuseSender()
}

function refuseSender(): never {
  throw new ConfigurationError(
    'SMS_SENDER',
    'must be a number like +4930123456 or 1 to 11 letters and digits',
  )
}
