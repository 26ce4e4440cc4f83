import type { EdgeApp } from '../http/edge.ts'
import { declareMyCertificateRoutes } from './certificate-routes.tsx'
import { declareMyCommandRoutes } from './command-routes.tsx'
import { declareMyDataRoutes } from './data-routes.tsx'
import { declareDerivedRoutes } from './derived-routes.tsx'
import { declareMyDeviceRoutes } from './device-routes.tsx'
import { declarePasscodeRoutes } from './passcode-routes.tsx'
import { declareRegisterRoutes } from './register-routes.tsx'
import { declareMyRenewRoutes } from './renew-routes.tsx'

/** `/portal`: what people see of their own devices after they signed in. Everything is about their own account. */
export function declarePortalRoutes(app: EdgeApp): void {
  declareMyDeviceRoutes(app)
  declareMyCommandRoutes(app)
  declareRegisterRoutes(app)
  declareMyRenewRoutes(app)
  declarePasscodeRoutes(app)
  declareDerivedRoutes(app)
  declareMyCertificateRoutes(app)
  declareMyDataRoutes(app)
}
