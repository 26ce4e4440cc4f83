import type { EdgeApp } from '../http/edge.ts'
import { declareAboutRoutes } from './about-routes.tsx'
import { declareBrandRoutes } from './brand-routes.ts'
import { declareClaimRoutes } from './claim-routes.tsx'
import { declareCodeRoutes } from './code-routes.tsx'
import { declareDeviceRoutes } from './device-routes.tsx'
import { declareGoRoutes } from './go-routes.tsx'
import { declareInvitationLinkRoutes } from './invitation-routes.tsx'
import { declareLinkRoutes } from './link-routes.tsx'
import { declareOtaRoutes } from './ota-routes.ts'
import { declareReadyRoutes } from './ready-routes.tsx'
import { declareStartRoutes } from './start-routes.tsx'
import { declareWaitingRoutes } from './waiting-routes.tsx'

/** The door of a person who sets up a device: `/setup` in its four steps, `/p`, where a link leads, and `/go`. */
export function declareSetupRoutes(app: EdgeApp): void {
  declareStartRoutes(app)
  declareCodeRoutes(app)
  declareAboutRoutes(app)
  declareWaitingRoutes(app)
  declareDeviceRoutes(app)
  declareReadyRoutes(app)
  declareBrandRoutes(app)
  declareLinkRoutes(app)
  declareInvitationLinkRoutes(app)
  declareClaimRoutes(app)
  declareOtaRoutes(app)
  declareGoRoutes(app)
}
