import { getCookie, setCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import { copyFor } from '../../copy/index.ts'
import { DEFAULT_LOCALE, isLocale, type Locale, matchLocale } from '../../kernel/locale.ts'
import { DAY, SECOND } from '../../kernel/time.ts'
import { describeError, log } from '../../runtime/logger.ts'
import type { Edge, EdgeContext } from './edge.ts'
import { readReturnPath } from './return-path.ts'
import { routeTable } from './routes.ts'

const CHOSEN = '__Host-latchkey-language'
/** As long as browsers keep a cookie. */
const CHOSEN_SECONDS = (400 * DAY) / SECOND
const ASKS = 'language'
/** What a provider brings here is for this once, and none of our words: the choice leads to where it began. */
const ONCE: Readonly<Record<string, string>> = { '/sign-in/oidc/callback': '/sign-in' }

/** From here on this request is answered in this language. Where its words cannot be loaded, it stays as it was. */
export async function answerIn(c: EdgeContext, locale: Locale): Promise<void> {
  try {
    c.set('copy', await copyFor(locale))
    c.set('locale', locale)
  } catch (error) {
    log('error', 'language.failed', { language: locale, reason: describeError(error) })
  }
}

/** What this browser's person chose, else what the browser asks for, else English. */
export function languageOf(c: EdgeContext): Locale {
  const chosen = getCookie(c, CHOSEN)
  return isLocale(chosen) ? chosen : (matchLocale(c.req.header('accept-language')) ?? DEFAULT_LOCALE)
}

/** `?language=fr` at any page: remembers the choice and leads to the same page without it. Changes nothing else. */
export const takeLanguage = createMiddleware<Edge>(async (c, next) => {
  const asked = c.req.method === 'GET' ? c.req.query(ASKS) : undefined
  if (!isLocale(asked)) return next()
  const here = readReturnPath(pathWithout(c))
  setCookie(c, CHOSEN, asked, {
    path: '/',
    secure: true,
    httpOnly: true,
    sameSite: 'Lax',
    maxAge: CHOSEN_SECONDS,
  })
  c.header('cache-control', 'no-store')
  return c.redirect(here ?? '/', 303)
})

/**
 * The address at which a language can be chosen for this page, to which the language is added; null where an
 * account's own language decides. A refused form without a page of its own leads to where it was filled in.
 */
export function languageChoiceOf(c: EdgeContext): string | null {
  if (c.var.person) return null
  const begun = ONCE[c.req.path]
  if (begun) return `${begun}?${ASKS}=`
  const page = routeTable.some(({ method, path }) => method === 'GET' && path === c.req.routePath)
  const here = c.req.method === 'GET' || page ? pathWithout(c) : refererOf(c)
  const path = readReturnPath(here ?? undefined) ?? '/'
  return `${path}${path.includes('?') ? '&' : '?'}${ASKS}=`
}

/** Path and query of this request, the question about the language left out. */
function pathWithout(c: EdgeContext): string {
  const { pathname, search } = new URL(c.req.url)
  if (search === '') return pathname
  const rest = search
    .slice(1)
    .split('&')
    .filter((part) => part !== '' && !new URLSearchParams(part).has(ASKS))
  return rest.length > 0 ? `${pathname}?${rest.join('&')}` : pathname
}

function refererOf(c: EdgeContext): string | null {
  const referer = c.req.header('referer')
  if (!referer || !URL.canParse(referer)) return null
  const { origin, pathname, search } = new URL(referer)
  return origin === c.var.services.baseUrl ? pathname + search : null
}
