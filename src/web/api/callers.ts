import { ok, type Result, refuse } from '../../kernel/result.ts'
import type { ApiCaller, ApiScope } from '../../organisations/index.ts'
import type { EdgeContext } from '../http/edge.ts'
import type { ApiProblemCode } from './problems.ts'

/** RFC 6750 section 2.1. Far more than any key is long. */
const BEARER = /^bearer ([A-Za-z0-9_-]{1,200})$/i

/** Which system asks, by its key, and whether it may. No cookie counts. */
export async function readCaller(
  c: EdgeContext,
  scope: ApiScope,
): Promise<Result<ApiCaller, ApiProblemCode>> {
  const key = BEARER.exec(c.req.header('authorization') ?? '')?.[1]
  if (!key) return refuse('invalid_api_key')
  const caller = await c.var.services.apiKeys.authenticate(key, c.var.now)
  if (!caller.ok) return caller
  return caller.value.scopes.includes(scope) ? ok(caller.value) : refuse('insufficient_scope')
}
