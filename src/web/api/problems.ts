import type { Problem } from '../../kernel/problem.ts'

/** The refusals that a system of an organisation can meet: `code` is stable, `detail` says what to do. */
export type ApiProblemCode =
  | 'invalid_request'
  | 'invalid_api_key'
  | 'insufficient_scope'
  | 'setup_disabled'
  | 'rate_limited'
  | 'temporarily_unavailable'

/** RFC 6750 section 3. */
const CHALLENGE = 'Bearer realm="latchkey"'

const PROBLEMS: Record<ApiProblemCode, Omit<Problem, 'code'>> = {
  invalid_request: {
    status: 400,
    title: 'Request not understood',
    detail: 'The body is not what is expected.',
  },
  invalid_api_key: {
    status: 401,
    title: 'Not accepted',
    detail: 'Send "Authorization: Bearer lk_…" with a key that was not revoked and has not ended.',
    headers: { 'www-authenticate': `${CHALLENGE}, error="invalid_token"` },
  },
  insufficient_scope: {
    status: 403,
    title: 'Not with this key',
    detail: 'This key may not do that. Make one that may, under Device setup, API keys.',
    headers: { 'www-authenticate': `${CHALLENGE}, error="insufficient_scope"` },
  },
  setup_disabled: {
    status: 403,
    title: 'Switched off',
    detail: 'The organisation or the whole service is switched off. Nothing was counted.',
  },
  rate_limited: {
    status: 429,
    title: 'Too many requests',
    detail: 'Wait a minute, then try again.',
    retryAfter: 60,
  },
  temporarily_unavailable: {
    status: 503,
    title: 'Not available just now',
    detail: 'Try again in a moment. If the answer was lost on its way, the string may be used up.',
    retryAfter: 2,
  },
}

export function apiProblem(code: ApiProblemCode, detail?: string): Problem {
  const problem = PROBLEMS[code]
  return { ...problem, code, detail: detail ?? problem.detail }
}
