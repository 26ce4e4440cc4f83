import type { CommandResult } from '../../commands/index.ts'
import type { HandedCommand } from '../../devices/index.ts'
import { toIso } from '../../kernel/time.ts'
import type { EdgeContext } from '../http/edge.ts'
import { clientOf } from '../http/shields.ts'
import { PRIVATE, readBody, refuse } from './answers.ts'
import { commandResultSchema } from './bodies.ts'
import { readCredential } from './holder.ts'

/** Where a device was is asked of it, so that it says so. */
const NO_LOCATION = 'location: a device that was located says where it is.'

/** `POST /device/v1/commands/{id}/result`: what became of a command. Answers 204; the same answer again, too. */
export async function finishCommand(c: EdgeContext) {
  const { services, now } = c.var
  if (!(await services.admit('device', clientOf(c)))) return refuse(c, 'rate_limited')
  const body = await readBody(c, commandResultSchema)
  if (typeof body === 'string') return refuse(c, 'invalid_request', body)
  const presented = await readCredential(c)
  if (!presented.ok) return refuse(c, presented.error)
  const { location, message } = body
  const result: CommandResult = {
    ...(location && { location: { ...location, at: Date.parse(location.at) } }),
    ...(message && { message }),
  }
  const finished = await services.commands.finish({
    presented: presented.value,
    commandId: (c.req.param('command') ?? '').slice(0, 100),
    outcome: body.status,
    result,
    now,
  })
  if (finished.ok) return c.body(null, 204, PRIVATE)
  return finished.error === 'location_required'
    ? refuse(c, 'invalid_request', NO_LOCATION)
    : refuse(c, finished.error)
}

/** A command as a check-in hands it to its device. Times in RFC 3339. */
export function viewCommand({ id, kind, message, scope, createdAt, endsAt }: HandedCommand) {
  return {
    id,
    kind,
    ...(message !== undefined && { message }),
    ...(scope !== undefined && { scope }),
    created_at: toIso(createdAt),
    expires_at: toIso(endsAt),
  }
}
