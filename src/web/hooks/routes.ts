import type { Problem } from '../../kernel/problem.ts'
import type { BounceOutcome } from '../../messaging/index.ts'
import type { EdgeApp, EdgeContext } from '../http/edge.ts'
import { sendProblem } from '../http/problems.tsx'
import { declareRoute } from '../http/routes.ts'

/**
 * What other services tell us. No cookies count, nothing is limited by client address: who has the secret signs,
 * anybody else costs us one HMAC.
 */
export function declareHooks(app: EdgeApp): void {
  declareRoute(app, 'POST', '/hooks/mail', 'device', receiveBounce)
}

const REFUSALS: Record<Exclude<BounceOutcome, 'noted' | 'ignored'>, Problem> = {
  closed: {
    status: 404,
    code: 'not_found',
    title: 'Not found',
    detail: 'There is nothing at this address.',
  },
  forged: {
    status: 401,
    code: 'invalid_signature',
    title: 'Not signed',
    detail:
      'webhook-id, webhook-timestamp and webhook-signature (Standard Webhooks, v1) must be those of this body and of the last five minutes.',
  },
  malformed: {
    status: 400,
    code: 'invalid_request',
    title: 'Not understood',
    detail: 'The body is JSON with "type" (bounced or complained) and "message_id" or "provider_id".',
  },
}

/** Bounces and complaints. What concerns no message of ours is accepted like any other: nobody learns ids here. */
async function receiveBounce(c: EdgeContext) {
  const outcome = await c.var.services.bounces.receive({
    headers: {
      id: readHeader(c, 'id'),
      timestamp: readHeader(c, 'timestamp'),
      signature: readHeader(c, 'signature'),
    },
    body: await c.req.text(),
    now: c.var.now,
  })
  if (outcome === 'noted' || outcome === 'ignored') return c.body(null, 204)
  return sendProblem(c, REFUSALS[outcome])
}

/** Some providers (Resend among them) send the same headers under the name that they had before. */
function readHeader(c: EdgeContext, name: 'id' | 'timestamp' | 'signature'): string {
  return c.req.header(`webhook-${name}`) ?? c.req.header(`svix-${name}`) ?? ''
}
