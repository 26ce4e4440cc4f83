import { type Problem, problemBody } from '../../kernel/problem.ts'
import type { EdgeContext } from './edge.ts'
import { renderDeadEnd } from './pages.tsx'

/** Doors for programs: they answer problems as JSON, doors for people as a page. */
const PROGRAM_DOORS = ['/device/v1', '/.well-known', '/oauth', '/api', '/hooks']

export type EdgeProblem =
  | 'not_found'
  | 'forbidden_origin'
  | 'too_large'
  | 'rate_limited'
  | 'temporarily_unavailable'
  | 'error'

const PROBLEMS: Record<EdgeProblem, Problem> = {
  not_found: {
    status: 404,
    code: 'not_found',
    title: 'Not found',
    detail: 'There is nothing at this address.',
  },
  forbidden_origin: {
    status: 403,
    code: 'forbidden_origin',
    title: 'Refused',
    detail: 'This request did not come from one of our own pages. Open the page again and repeat it there.',
  },
  too_large: {
    status: 413,
    code: 'too_large',
    title: 'Too large',
    detail: 'The request carries more than is accepted here.',
  },
  rate_limited: {
    status: 429,
    code: 'rate_limited',
    title: 'Too many requests',
    detail: 'Wait a minute, then try again.',
    retryAfter: 60,
  },
  temporarily_unavailable: {
    status: 503,
    code: 'temporarily_unavailable',
    title: 'Not available just now',
    detail: 'Nothing has been used up. Try again in a moment.',
    retryAfter: 5,
  },
  error: {
    status: 500,
    code: 'error',
    title: 'Something went wrong',
    detail: 'It has been noted. Try again; if it happens again, give the helpdesk the request id.',
  },
}

/** The one place that renders a refusal of the edge: JSON for programs, a page for people. */
export function renderProblem(c: EdgeContext, kind: EdgeProblem): Response | Promise<Response> {
  const problem = PROBLEMS[kind]
  if (PROGRAM_DOORS.some((prefix) => c.req.path === prefix || c.req.path.startsWith(`${prefix}/`)))
    return sendProblem(c, problem)
  if (problem.retryAfter) c.header('retry-after', String(problem.retryAfter))
  c.set('refusal', problem.code)
  return renderDeadEnd(c, kind, problem.status)
}

/** RFC 9457. */
export function sendProblem(c: EdgeContext, problem: Problem): Response {
  c.set('refusal', problem.code)
  const headers: Record<string, string> = {
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
    ...problem.headers,
  }
  if (problem.retryAfter) headers['retry-after'] = String(problem.retryAfter)
  return c.body(JSON.stringify(problemBody(problem, c.var.requestId)), problem.status as 400, headers)
}
