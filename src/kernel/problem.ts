/**
 * A refusal as the outside sees it (RFC 9457). `code` is the stable word a program acts on; `detail` is for
 * people and says what to do next.
 */
export type Problem = {
  status: number
  code: string
  title: string
  detail: string
  /** Seconds, for `Retry-After`. */
  retryAfter?: number
  /** Extra response headers, such as `WWW-Authenticate`. */
  headers?: Record<string, string>
}

/** The `application/problem+json` body. The type is a URN so that it names no host. */
export function problemBody(problem: Problem, requestId: string): Record<string, unknown> {
  return {
    type: `urn:latchkey:problem:${problem.code}`,
    title: problem.title,
    status: problem.status,
    detail: problem.detail,
    code: problem.code,
    request_id: requestId,
  }
}
