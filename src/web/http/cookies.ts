import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { hashSecret, makeLongSecret } from '../../kernel/secrets.ts'
import { DAY, type Instant, isWithin, MINUTE, SECOND } from '../../kernel/time.ts'
import type { EdgeContext } from './edge.ts'

/** `__Host-`: Secure, no Domain, Path=/ (RFC 6265bis 4.1.3.2), so that no sibling host can set them. */
const SESSION = '__Host-latchkey'
const STAFF = '__Host-latchkey-staff'
const BROWSER = '__Host-latchkey-browser'
const SETUP = '__Host-latchkey-setup'

const COMMON = { path: '/', secure: true, httpOnly: true, sameSite: 'Lax' } as const

/** Browsers keep a cookie at most 400 days; this one only has to outlive a registration. */
const BROWSER_SECONDS = (30 * DAY) / SECOND
const SETUP_SECONDS = (2 * DAY) / SECOND

/**
 * A browser may hold two sessions: an owner's for `/setup`, and one of staff for `/manage` and `/supervise`, so
 * that a manager who tries the portal is not signed out of their work.
 */
export type SessionKind = 'owner' | 'staff'

const SESSIONS: Record<SessionKind, string> = { owner: SESSION, staff: STAFF }

export function readSessionCookie(c: EdgeContext, kind: SessionKind = 'owner'): string | null {
  const secret = getCookie(c, SESSIONS[kind])
  return secret && /^[A-Za-z0-9_-]{43}$/.test(secret) ? secret : null
}

export function setSessionCookie(
  c: EdgeContext,
  secret: string,
  endsAt: Instant,
  kind: SessionKind = 'owner',
): void {
  const maxAge = Math.max(0, Math.floor((endsAt - c.var.now) / SECOND))
  setCookie(c, SESSIONS[kind], secret, { ...COMMON, maxAge })
}

export function clearSessionCookie(c: EdgeContext, kind: SessionKind = 'owner'): void {
  deleteCookie(c, SESSIONS[kind], COMMON)
}

/**
 * Keeps a small text in this browser for a while: sealed, bound to browser and purpose, with its own end. For a
 * step that somebody has passed and the next one relies on.
 */
export function keepSealed(c: EdgeContext, purpose: string, value: unknown, length: number): void {
  const text = JSON.stringify({ value, from: c.var.now, length })
  const sealed = c.var.services.keys.seal(text, `${purpose}/${knowBrowser(c)}`)
  setCookie(c, `__Host-latchkey-${purpose}`, sealed, { ...COMMON, maxAge: length / SECOND })
}

/** What `keepSealed` kept; null when there is nothing, it is over, or it belongs to another browser. */
export function readSealed<Value>(c: EdgeContext, purpose: string): Value | null {
  const sealed = getCookie(c, `__Host-latchkey-${purpose}`)
  const browser = readBrowser(c)
  const text = sealed && browser ? c.var.services.keys.open(sealed, `${purpose}/${browser}`) : null
  if (text === null) return null
  const { value, from, length } = JSON.parse(text) as { value: Value; from: Instant; length: number }
  return isWithin({ from, length }, c.var.now) ? value : null
}

export function clearSealed(c: EdgeContext, purpose: string): void {
  deleteCookie(c, `__Host-latchkey-${purpose}`, COMMON)
}

/** The hash that stands for this browser; null if it has no cookie yet. */
export function readBrowser(c: EdgeContext): string | null {
  const secret = getCookie(c, BROWSER)
  return secret && /^[A-Za-z0-9_-]{43}$/.test(secret) ? hashSecret(`browser/${secret}`) : null
}

/** The hash that stands for this browser, giving it a cookie the first time. */
export function knowBrowser(c: EdgeContext): string {
  const known = c.var.browser ?? readBrowser(c)
  if (known) return known
  const secret = makeLongSecret()
  setCookie(c, BROWSER, secret, { ...COMMON, maxAge: BROWSER_SECONDS })
  const browser = hashSecret(`browser/${secret}`)
  c.set('browser', browser)
  return browser
}

/**
 * The address that this browser is about to prove, sealed: it leads to the address gate, which holds all else.
 * Null when there is none, or it belongs to another browser or organisation.
 */
export function readSetupAddress(c: EdgeContext, slug: string): string | null {
  const sealed = getCookie(c, SETUP)
  const browser = readBrowser(c)
  return sealed && browser ? c.var.services.keys.open(sealed, `setup/${slug}/${browser}`) : null
}

export function setSetupAddress(c: EdgeContext, slug: string, browser: string, address: string): void {
  const sealed = c.var.services.keys.seal(address, `setup/${slug}/${browser}`)
  setCookie(c, SETUP, sealed, { ...COMMON, maxAge: SETUP_SECONDS })
}

export function clearSetupAddress(c: EdgeContext): void {
  deleteCookie(c, SETUP, COMMON)
}

/** `invitation`: what was proved is an invitation, and `grantId` its id. */
export type ProvedPin = { ref: string; grantId: string; invitation?: boolean }

/** How long a browser that proved a PIN may take to read what it is about to accept. */
const PROVED_FOR = 10 * MINUTE

/** A grant whose PIN this browser proved. */
export function setProvedPin(c: EdgeContext, { ref, grantId, invitation }: ProvedPin): void {
  const proved: ProvedPin = { ref, grantId, ...(invitation && { invitation }) }
  keepSealed(c, 'proved', proved, PROVED_FOR)
}

export const readProvedPin = (c: EdgeContext) => readSealed<ProvedPin>(c, 'proved')
export const clearProvedPin = (c: EdgeContext) => clearSealed(c, 'proved')
