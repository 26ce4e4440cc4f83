import { ok, type Result, refuse } from '../../kernel/result.ts'
import type { Proof } from '../device/dpop.ts'
import { readProof } from '../device/holder.ts'
import type { EdgeContext } from '../http/edge.ts'

/** Errors of RFC 6749 section 5.2, RFC 8628 section 3.5 and RFC 9449 sections 5 and 8. */
export type OAuthError =
  | 'invalid_request'
  | 'invalid_client'
  | 'invalid_grant'
  | 'invalid_scope'
  | 'unsupported_grant_type'
  | 'authorization_pending'
  | 'slow_down'
  | 'access_denied'
  | 'expired_token'
  | 'invalid_dpop_proof'
  | 'use_dpop_nonce'
  | 'temporarily_unavailable'

type Answer = { status?: number; description: string; headers?: Record<string, string> }

/** Descriptions are for whoever writes or uses the device: ASCII without quotes, as RFC 6749 asks. */
const ANSWERS: Record<OAuthError, Answer> = {
  invalid_request: { description: 'The request is not what is expected.' },
  invalid_client: {
    status: 401,
    description: 'Clients are public here: send a client_id of 1 to 100 printable characters and no secret.',
    headers: { 'www-authenticate': 'Basic realm="none accepted"' },
  },
  invalid_grant: {
    description:
      'This device code is unknown, or belongs to another client or another key. Ask for a new one.',
  },
  invalid_scope: { description: 'Ask for no scope, or for: device' },
  unsupported_grant_type: {
    description: 'Only urn:ietf:params:oauth:grant-type:device_code is offered.',
  },
  authorization_pending: { description: 'Nobody has answered yet. Ask again after the interval.' },
  slow_down: { description: 'Leave five seconds more between two requests from now on.' },
  access_denied: { description: 'The device was turned away. Ask again only if its user wants to.' },
  expired_token: { description: 'Nobody answered in time. Ask for a new code and show that.' },
  invalid_dpop_proof: { description: 'A fresh DPoP proof (RFC 9449, ES256) is required.' },
  use_dpop_nonce: { description: 'Repeat the request with the nonce of the DPoP-Nonce header in the proof.' },
  temporarily_unavailable: {
    status: 503,
    description: 'Repeat the same request with the same key in a moment.',
    headers: { 'retry-after': '5' },
  },
}

/** RFC 6749 section 5.1: for answers that carry a secret, and for refusals. */
export const NO_STORE = { 'cache-control': 'no-store', pragma: 'no-cache' }

export function refuseOAuth(c: EdgeContext, error: OAuthError, description?: string): Response {
  const answer = ANSWERS[error]
  const body = { error, error_description: description ?? answer.description }
  return c.json(body, (answer.status ?? 400) as 400, { ...NO_STORE, ...answer.headers })
}

/** Over the coarse shield. Clients that poll go on more slowly by themselves. */
export function refuseTooMany(c: EdgeContext): Response {
  const description = 'There were many requests from this network. Wait a minute.'
  return c.json({ error: 'slow_down', error_description: description }, 429, {
    ...NO_STORE,
    'retry-after': '60',
  })
}

export type OAuthForm = { clientId: string; field(name: string): string | undefined }
type FormRefusal = { error: 'invalid_request' | 'invalid_client'; description?: string }

const CLIENT_ID = /^[\x20-\x7e]{1,100}$/

/** The posted parameters: each at most once, empty ones as if left out (RFC 6749 section 3.2). */
export async function readOAuthForm(c: EdgeContext): Promise<Result<OAuthForm, FormRefusal>> {
  const invalid = (description: string) => refuse({ error: 'invalid_request' as const, description })
  if (!/^application\/x-www-form-urlencoded\b/i.test(c.req.header('content-type') ?? ''))
    return invalid('The body must be application/x-www-form-urlencoded.')
  if (c.req.header('authorization') !== undefined) return refuse({ error: 'invalid_client' })
  const parameters = new Map<string, string>()
  // As `text()` reads it, which warns of what is no text.
  const body = new TextDecoder().decode(await c.req.arrayBuffer())
  for (const [name, value] of new URLSearchParams(body)) {
    if (parameters.has(name)) return invalid('A parameter came more than once.')
    parameters.set(name, value)
  }
  const field = (name: string) => parameters.get(name) || undefined
  const clientId = field('client_id')
  if (clientId === undefined) return invalid('client_id is missing.')
  return CLIENT_ID.test(clientId) ? ok({ clientId, field }) : refuse({ error: 'invalid_client' })
}

/** The DPoP proof of a request that carries no token. */
export async function readOAuthProof(
  c: EdgeContext,
): Promise<Result<Proof, 'invalid_dpop_proof' | 'use_dpop_nonce'>> {
  const proof = await readProof(c, null)
  if (proof.ok) return proof
  return refuse(proof.error === 'use_dpop_nonce' ? proof.error : 'invalid_dpop_proof')
}
