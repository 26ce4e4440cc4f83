import type { Problem } from '../../kernel/problem.ts'
import { type DeviceProblemCode, deviceProblem, type Refusal } from '../device/problems.ts'

/** RFC 7617; user names may hold any letter. */
const CHALLENGE = 'Basic realm="Device certificates", charset="UTF-8"'

/** What another user name or password could mend: 401 here, whatever the device API answers. */
const UNAUTHORISED: DeviceProblemCode[] = [
  'authentication_required',
  'invalid_provision_code',
  'pin_required',
  'user_not_set',
  'invalid_credential',
]

const DETAILS: Partial<Record<DeviceProblemCode, string>> = {
  pin_required: 'This code asks for the PIN that is shown beside it. Put it behind the code: <code>.<PIN>',
  user_not_set: 'A PIN is used with <site>\\<e-mail address> as user name.',
  unknown_site:
    'Name the organisation: /.well-known/est/<organisation or site id>/… or <site>\\<e-mail address> as user name.',
}

/** The device API's refusals as EST clients (RFC 7030 section 3.2.3) understand them. */
export function estProblem(...[code, detail, retryAfter]: Refusal): Problem {
  const problem = deviceProblem(code, detail ?? DETAILS[code], retryAfter)
  if (!UNAUTHORISED.includes(code)) return problem
  return { ...problem, status: 401, headers: { 'www-authenticate': CHALLENGE } }
}
