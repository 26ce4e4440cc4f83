import * as z from 'zod'
import { normaliseAddress } from '../../kernel/address.ts'
import { describeError, log } from '../../runtime/logger.ts'
import { isPosition, type Verdict } from '../../security-strings/index.ts'
import { PRIVATE, readBody } from '../device/answers.ts'
import type { EdgeContext } from '../http/edge.ts'
import { sendProblem } from '../http/problems.tsx'
import { clientOf } from '../http/shields.ts'
import { readCaller } from './callers.ts'
import { type ApiProblemCode, apiProblem } from './problems.ts'

const verifySchema = z.object({
  username: z.string().max(320),
  position: z.number().refine(isPosition, 'a whole number from 1 to 99'),
  string: z.string().max(40),
  device: z.string().max(60).optional(),
})

/** `POST /api/v1/security-strings/verify`: whether a string is the right one; if it is, it is used up. */
export async function verifyString(c: EdgeContext) {
  const { services, now } = c.var
  const refuse = (code: ApiProblemCode, detail?: string) => sendProblem(c, apiProblem(code, detail))
  if (!(await services.admit('device', clientOf(c)))) return refuse('rate_limited')
  try {
    const caller = await readCaller(c, 'security_strings')
    if (!caller.ok) return refuse(caller.error)
    const body = await readBody(c, verifySchema)
    if (typeof body === 'string') return refuse('invalid_request', body)
    const verdict = await services.securityStrings.verify({
      caller: caller.value,
      address: normaliseAddress(body.username),
      position: body.position,
      string: body.string,
      deviceId: body.device ?? null,
      now,
    })
    return c.json(viewVerdict(verdict), 200, PRIVATE)
  } catch (error) {
    log('error', 'security_strings.not_verified', { reason: describeError(error) })
    return refuse('temporarily_unavailable')
  }
}

/** What leaves the house: each field by name. */
function viewVerdict(verdict: Verdict) {
  if (!verdict.valid) return { valid: false }
  const { device, left } = verdict
  return { valid: true, device: { id: device.id, name: device.name }, left }
}
