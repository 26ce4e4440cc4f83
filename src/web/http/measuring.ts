import { createMiddleware } from 'hono/factory'
import { clock } from '../../runtime/clock.ts'
import type { Metrics } from '../../runtime/metrics.ts'
import type { Edge, EdgeContext } from './edge.ts'
import { renderProblem } from './problems.tsx'

/** What is counted of requests, by method and route as declared. Everything else counts only where it failed. */
export const EVENTS: Readonly<Record<string, string>> = {
  'POST /device/v1/redeem': 'redeem',
  'POST /p/:ref': 'redeem',
  'POST /i/:ref': 'redeem',
  'POST /go': 'pin',
  'POST /go/continue': 'redeem',
  'POST /device/v1/check-in': 'check_in',
  'POST /device/v1/commands/:command/result': 'command',
  'POST /device/v1/certificates': 'certificate',
  'POST /setup/:slug': 'code_asked',
  'POST /setup/:slug/code/again': 'code_asked',
  'POST /setup/:slug/code': 'code_typed',
  'POST /setup/:slug/about': 'registration',
  'POST /setup/:slug/device': 'code_issued',
  'POST /sign-in': 'sign_in_asked',
  'POST /sign-in/code/again': 'sign_in_asked',
  'POST /sign-in/code': 'sign_in',
  'POST /sign-in/passkey': 'sign_in',
  'GET /sign-in/oidc/callback': 'sign_in',
}

/** Counts what comes of a request once it is answered. `sendProblem` names the refusal; pages have their status. */
export function measure(metrics: Metrics) {
  return createMiddleware<Edge>(async (c, next) => {
    await next()
    const { status } = c.res
    const route = `${c.req.method} ${c.req.routePath ?? ''}`
    const event = EVENTS[route] ?? (status >= 500 ? 'failed' : status === 429 ? 'limited' : null)
    if (event === null) return
    const organisationId = c.var.door?.organisation.id ?? c.var.staff?.organisation.id
    metrics.note({
      event,
      outcome: status < 400 ? 'ok' : (c.var.refusal ?? String(status)),
      detail: route,
      milliseconds: clock.now() - c.var.now,
      ...(organisationId !== undefined && { organisationId }),
    })
  })
}

/** Where supervisors work, and what they need to get there. */
const KEPT_OPEN = ['/supervise', '/sign-in', '/sign-out']

/** While the service is paused nothing begins and no device hears that it is unknown: all are asked to come again. */
export function pause(paused: boolean) {
  return createMiddleware<Edge>((c, next) => {
    const open = KEPT_OPEN.some((path) => c.req.path === path || c.req.path.startsWith(`${path}/`))
    return paused && !open ? tellLater(c) : next()
  })
}

async function tellLater(c: EdgeContext): Promise<Response> {
  const answer = await renderProblem(c, 'temporarily_unavailable')
  answer.headers.set('retry-after', '60')
  return answer
}
