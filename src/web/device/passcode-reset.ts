import * as z from 'zod'
import { toIso } from '../../kernel/time.ts'
import type { EdgeContext } from '../http/edge.ts'
import { clientOf } from '../http/shields.ts'
import { PRIVATE, readBody, refuse } from './answers.ts'
import { readPin } from './bodies.ts'
import { readCredential } from './holder.ts'

/** `POST /device/v1/passcode-reset`. */
const passcodeResetSchema = z.object({ username: z.string().max(320), pin: z.string().max(40) })

/** Without an address there is nothing to compare; the usual words speak of a site id, which nobody needs here. */
const NO_USERNAME = 'The PIN is used together with the e-mail address of the owner of the device.'

/**
 * `POST /device/v1/passcode-reset`: whoever holds the device has the PIN that its owner got in the portal, so the
 * agent lets them choose a new passcode. A lost answer is repeated with the same PIN.
 */
export async function resetPasscode(c: EdgeContext) {
  const { services } = c.var
  if (!(await services.admit('device', clientOf(c)))) return refuse(c, 'rate_limited')
  const body = await readBody(c, passcodeResetSchema)
  if (typeof body === 'string') return refuse(c, 'invalid_request', body)
  const presented = await readCredential(c)
  if (!presented.ok) return refuse(c, presented.error)
  if (body.username.trim() === '') return refuse(c, 'user_not_set', NO_USERNAME)
  const used = await services.passcodeResets.use({
    presented: presented.value,
    username: body.username,
    pin: readPin(body.pin) ?? '',
  })
  if (!used.ok) return refuse(c, used.error)
  return c.json({ reset: true, at: toIso(used.value.usedAt) }, 200, PRIVATE)
}
