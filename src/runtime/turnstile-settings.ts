import { ConfigurationError } from './configuration-error.ts'

/**
 * The human check, Cloudflare Turnstile: the var `TURNSTILE_SITE_KEY` and the secret `TURNSTILE_SECRET`, both or
 * neither. `TURNSTILE_MODE`: `limits` asks for it where a limit bites, `always` of everybody whose browser is new.
 */
export type TurnstileSettings = {
  siteKey: string
  secret: string
  mode: 'limits' | 'always'
  /** The host that the widget must have been shown on. Null: one of Cloudflare's test keys, which know no host. */
  hostname: string | null
}

const KEY = /^[0-9A-Za-z_-]{20,120}$/
/** Cloudflare's published test keys begin so; with the first of them every token passes. */
const TEST_KEY = /^[123]x0{10,}/

/** Throws `ConfigurationError`. Null: there is no human check. */
export function readTurnstileSettings(
  env: Record<string, unknown>,
  baseUrl: string,
): TurnstileSettings | null {
  const siteKey = env.TURNSTILE_SITE_KEY || ''
  const secret = env.TURNSTILE_SECRET || ''
  const mode = String(env.TURNSTILE_MODE || 'limits')
  if (mode !== 'limits' && mode !== 'always')
    throw new ConfigurationError('TURNSTILE_MODE', 'must be limits or always')
  if (siteKey === '' && secret === '') return null
  if (typeof siteKey !== 'string' || !KEY.test(siteKey))
    throw new ConfigurationError('TURNSTILE_SITE_KEY', 'must be the site key of a Turnstile widget')
  if (typeof secret !== 'string' || !KEY.test(secret))
    throw new ConfigurationError('TURNSTILE_SECRET', 'must be the secret key of a Turnstile widget')
  const { hostname } = new URL(baseUrl)
  const testing = TEST_KEY.test(secret)
  if (testing && hostname !== 'localhost' && hostname !== '127.0.0.1')
    throw new ConfigurationError(
      'TURNSTILE_SECRET',
      'is a test key of Cloudflare, with which everybody passes',
    )
  return { siteKey, secret, mode, hostname: testing ? null : hostname }
}
