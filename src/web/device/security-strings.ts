import { toIso } from '../../kernel/time.ts'
import type { IssueRefusal } from '../../security-strings/index.ts'
import type { EdgeContext } from '../http/edge.ts'
import { clientOf } from '../http/shields.ts'
import { PRIVATE, refuse } from './answers.ts'
import { readCredential } from './holder.ts'
import { dayIsOver, type Refusal } from './problems.ts'

/** `POST /device/v1/security-strings`: a fresh batch, which no body says anything about. */
export async function issueStrings(c: EdgeContext) {
  const { services, now } = c.var
  if (!(await services.admit('device', clientOf(c)))) return refuse(c, 'rate_limited')
  const presented = await readCredential(c)
  if (!presented.ok) return refuse(c, presented.error)
  const issued = await services.securityStrings.issue({ presented: presented.value, now })
  if (!issued.ok) return refuse(c, ...tellRefusal(issued.error))
  const { batch, strings, issuedAt } = issued.value
  return c.json({ batch, strings, issued_at: toIso(issuedAt) }, 201, PRIVATE)
}

function tellRefusal(refusal: IssueRefusal): Refusal {
  switch (refusal) {
    case 'not_entitled':
      return ['not_entitled', 'Security strings are not switched on for this account. Ask the helpdesk.']
    case 'not_active':
      return ['not_entitled', 'This device has not checked in yet. Check in first, then ask again.']
    case 'rate_limited':
      return dayIsOver('batches')
    default:
      return [refusal]
  }
}
