import type { EdgeApp } from '../http/edge.ts'
import { declareSetupAddressRoutes } from './setup-address-routes.tsx'
import { declareSetupDeviceRoutes } from './setup-device-routes.tsx'
import { declareSetupGeneralRoutes } from './setup-general-routes.tsx'
import { declareSetupPeopleRoutes } from './setup-people-routes.tsx'
import { declareSetupProtectionRoutes } from './setup-protection-routes.tsx'

/** *Device setup*: pages of panels, each of which saves by itself. */
export function declareDeviceSetupRoutes(app: EdgeApp): void {
  declareSetupGeneralRoutes(app)
  declareSetupAddressRoutes(app)
  declareSetupProtectionRoutes(app)
  declareSetupPeopleRoutes(app)
  declareSetupDeviceRoutes(app)
}
