import type { EdgeApp } from '../http/edge.ts'
import { declareMyAccountRoutes } from './account-routes.tsx'
import { declareMyPasskeyRoutes } from './passkey-routes.tsx'
import { declareMySessionRoutes } from './session-routes.tsx'

/** `/account`: what everybody who is signed in does with their own account. */
export function declareAccountRoutes(app: EdgeApp): void {
  declareMyAccountRoutes(app)
  declareMyPasskeyRoutes(app)
  declareMySessionRoutes(app)
}
