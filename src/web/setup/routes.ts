import type { EdgeApp } from '../http/edge.ts'
import { declareAboutRoutes } from './about-routes.tsx'
import { declareBrandRoutes } from './brand-routes.ts'
import { declareCodeRoutes } from './code-routes.tsx'
import { declareDeviceRoutes } from './device-routes.tsx'
import { declareLinkRoutes } from './link-routes.tsx'
import { declareReadyRoutes } from './ready-routes.tsx'
import { declareStartRoutes } from './start-routes.tsx'

/** The door of a person who sets up a device: `/setup` in its four steps, and `/p`, where a link leads. */
export function declareSetupRoutes(app: EdgeApp): void {
  declareStartRoutes(app)
  declareCodeRoutes(app)
  declareAboutRoutes(app)
  declareDeviceRoutes(app)
  declareReadyRoutes(app)
  declareBrandRoutes(app)
  declareLinkRoutes(app)
}
