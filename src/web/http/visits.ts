import { getCookie, setCookie } from 'hono/cookie'
import type { CheckAction, Visit } from '../../challenges/index.ts'
import { DAY, HOUR, type Instant, SECOND } from '../../kernel/time.ts'
import type { CheckOffer } from '../ui/human-check.tsx'
import { keepSealed, readSealed } from './cookies.ts'
import type { EdgeContext } from './edge.ts'
import type { PostedForm } from './forms.ts'
import { pagePolicy, TURNSTILE_ORIGIN } from './page-policy.ts'

/**
 * What a browser has shown of itself before it asks for a code. Nothing here lets anybody in; it only says whom the
 * limits for strangers do not mean.
 */

/** Addresses that were proved by a code in this browser. Sealed, and of no use but to get a code sent there. */
const KNOWN = '__Host-latchkey-known'
const KNOWN_FOR = 180 * DAY
/** A browser is shared by a few people at most. */
const KNOWN_MAX = 4
const CONTEXT = 'known'

/** The purpose of what is kept once the human check was passed for an address. */
const CHECKED = 'checked'
const CHECKED_FOR = 2 * HOUR

/** The field that its script adds to the form. */
const TOKEN = 'cf-turnstile-response'

type Known = [name: string, since: Instant]

/** The address itself is not kept: whoever reads the cookie jar of a browser learns nothing from it. */
const nameOf = (c: EdgeContext, address: string) => c.var.services.keys.nameOf('known', address)

function readKnown(c: EdgeContext): Known[] {
  const sealed = getCookie(c, KNOWN)
  const text = sealed ? c.var.services.keys.open(sealed, CONTEXT) : null
  if (text === null) return []
  const { now } = c.var
  return (JSON.parse(text) as Known[]).filter(([, since]) => since <= now && now < since + KNOWN_FOR)
}

/**
 * A mailed code was typed here, so that the mailbox is theirs: from now on this browser is no stranger to it. What an
 * identity provider says of an address, or a manager who makes an account for it, proves nothing of the kind.
 */
export function noteKnown(c: EdgeContext, address: string): void {
  const name = nameOf(c, address)
  const others = readKnown(c).filter(([one]) => one !== name)
  const known: Known[] = [[name, c.var.now], ...others].slice(0, KNOWN_MAX) as Known[]
  const sealed = c.var.services.keys.seal(JSON.stringify(known), CONTEXT)
  setCookie(c, KNOWN, sealed, {
    path: '/',
    secure: true,
    httpOnly: true,
    sameSite: 'Lax',
    maxAge: KNOWN_FOR / SECOND,
  })
}

/** What this browser brings when it asks for a code to an address. Without a form: no token. */
export function visitOf(c: EdgeContext, form: PostedForm | null = null): (address: string) => Visit {
  return (address) => {
    const name = nameOf(c, address)
    return {
      known: readKnown(c).some(([one]) => one === name),
      checked: readSealed<string>(c, CHECKED) === name,
      token: form?.text(TOKEN) ?? '',
    }
  }
}

/** The human check was passed for this address: a new code needs it no more for a while. */
export function keepChecked(c: EdgeContext, address: string): void {
  keepSealed(c, CHECKED, nameOf(c, address), CHECKED_FOR)
}

/**
 * What a page shows the human check with: where it is asked of everybody, or `wanted` by this very answer. Allows
 * its script and frame on this page, and on no other.
 */
export function offerCheck(c: EdgeContext, action: CheckAction, wanted: boolean): CheckOffer | null {
  const { humanCheck, baseUrl } = c.var.services
  const { settings } = humanCheck
  if (!settings || (settings.mode !== 'always' && !wanted)) return null
  c.header('content-security-policy', pagePolicy(baseUrl, TURNSTILE_ORIGIN))
  return { siteKey: settings.siteKey, action }
}

/** Tells programs too when something opens again. */
export function retryAt(c: EdgeContext, opensAt: Instant): void {
  c.header('retry-after', String(Math.max(1, Math.ceil((opensAt - c.var.now) / SECOND))))
}
