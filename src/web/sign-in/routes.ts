import type { EdgeApp } from '../http/edge.ts'
import { declareClaimServiceRoutes } from '../supervise/claim-routes.tsx'
import { declareSignInCodeRoutes } from './code-routes.tsx'
import { declareOidcSignInRoutes } from './oidc-routes.tsx'
import { declareSignInPasskeyRoutes } from './passkey-routes.tsx'
import { declareRecoveryRoutes } from './recover-routes.tsx'
import { declareSignInStartRoutes } from './start-routes.tsx'

/** `/sign-in`: the door of everybody who signs in. */
export function declareSignInRoutes(app: EdgeApp): void {
  declareSignInStartRoutes(app)
  declareSignInCodeRoutes(app)
  declareSignInPasskeyRoutes(app)
  declareRecoveryRoutes(app)
  declareClaimServiceRoutes(app)
  declareOidcSignInRoutes(app)
}
