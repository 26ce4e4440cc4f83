import type { EdgeApp } from '../http/edge.ts'
import { declareRoute } from '../http/routes.ts'
import { verifyString } from './security-strings.ts'

/** `/api`: what an organisation’s own systems call, with a key of theirs. Cookies play no part here. */
export function declareApi(app: EdgeApp): void {
  declareRoute(app, 'POST', '/api/v1/security-strings/verify', 'device', verifyString)
}
