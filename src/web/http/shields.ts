import { bodyLimit } from 'hono/body-limit'
import { createMiddleware } from 'hono/factory'
import { secureHeaders } from 'hono/secure-headers'
import { copyFor } from '../../copy/index.ts'
import { DEFAULT_LOCALE } from '../../kernel/locale.ts'
import { makeSecret } from '../../kernel/secrets.ts'
import { clock } from '../../runtime/clock.ts'
import type { Edge, EdgeContext, Services } from './edge.ts'
import { answerIn, languageOf } from './language.ts'
import { pagePolicy } from './page-policy.ts'
import { renderProblem } from './problems.tsx'
import { isUpload } from './routes.ts'

const KIB = 1024
/** What a request may carry; more is refused before it is read. */
export const BODY_MAX = 64 * KIB
/** The same where a form may carry a file. */
const UPLOAD_MAX = 1024 * KIB

/** Names the request, reads the clock once, finds the visitor's language. */
export function openEdge(makeServices: () => Services) {
  return createMiddleware<Edge>(async (c, next) => {
    const requestId = c.req.header('cf-ray') ?? makeSecret()
    c.set('requestId', requestId)
    c.set('now', clock.now())
    c.set('locale', DEFAULT_LOCALE)
    c.set('copy', await copyFor(DEFAULT_LOCALE))
    await answerIn(c, languageOf(c))
    c.set('person', null)
    c.set('staff', null)
    c.set('stale', false)
    c.set('browser', null)
    c.set('refusal', null)
    c.set('services', makeServices())
    await next()
    // Not by `c.header`, which copies an answer that is made already.
    c.res.headers.set('x-request-id', requestId)
  })
}

/**
 * Headers of every answer. Nothing inline runs; only we may frame, post to and connect to ourselves. With
 * `no-referrer` browsers would send `Origin: null` on our own forms, hence `same-origin`.
 */
export function guardHeaders(baseUrl: string) {
  const secure = secureHeaders({
    referrerPolicy: 'same-origin',
    strictTransportSecurity: 'max-age=63072000; includeSubDomains',
    xFrameOptions: 'DENY',
    crossOriginOpenerPolicy: 'same-origin',
    crossOriginResourcePolicy: 'same-origin',
    permissionsPolicy: { camera: [], microphone: [], geolocation: [] },
  })
  const policy = pagePolicy(baseUrl)
  return createMiddleware<Edge>(async (c, next) => {
    let own: string | null = null
    await secure(c, async () => {
      await next()
      own = c.res.headers.get('content-security-policy')
    })
    // What is not a page of ours, such as a logo, brings a stricter policy; a page with a guest brings its own.
    c.res.headers.set('content-security-policy', own ?? policy)
  })
}

const UNSAFE = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])

/** Whether a request that changes something comes from one of our own pages. */
function isSameOrigin(headers: { fetchSite?: string; origin?: string }, baseUrl: string): boolean {
  if (headers.fetchSite !== undefined) return headers.fetchSite === 'same-origin'
  return headers.origin === baseUrl
}

/**
 * Refuses a change that another site asked for (CSRF): `Sec-Fetch-Site: same-origin`, else the exact Origin.
 * Doors of devices are excepted, because they ignore cookies.
 */
export function guardOrigin(baseUrl: string, ...exceptPrefixes: string[]) {
  return createMiddleware<Edge>(async (c, next) => {
    const exempt = exceptPrefixes.some((prefix) => c.req.path.startsWith(prefix))
    const fetchSite = c.req.header('sec-fetch-site')
    const origin = c.req.header('origin')
    const same = isSameOrigin({ ...(fetchSite && { fetchSite }), ...(origin && { origin }) }, baseUrl)
    if (UNSAFE.has(c.req.method) && !exempt && !same) return renderProblem(c, 'forbidden_origin')
    return next()
  })
}

const limitBody = (maxSize: number) =>
  bodyLimit({ maxSize, onError: (c) => renderProblem(c as unknown as EdgeContext, 'too_large') })
const [limitForms, limitUploads] = [limitBody(BODY_MAX), limitBody(UPLOAD_MAX)]

/** Refuses a body that is larger than the route takes, before it is read. */
export const guardBody = createMiddleware<Edge>((c, next) =>
  isUpload(c.req.path) ? limitUploads(c, next) : limitForms(c, next),
)

/** The client as the platform saw it; one name for all on a laptop. */
export function clientOf(c: EdgeContext): string {
  return c.req.header('cf-connecting-ip') ?? 'local'
}
