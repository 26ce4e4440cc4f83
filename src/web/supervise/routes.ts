import type { EdgeApp } from '../http/edge.ts'
import { declareSuperviseAuditRoutes } from './audit-routes.tsx'
import { declareHealthRoutes } from './health-routes.tsx'
import { declareOrganisationRoutes } from './organisation-routes.tsx'
import { declareServiceRoutes } from './service-routes.tsx'

/** The door of supervisors: organisations, the service's own settings, how it fares, and what happened. */
export function declareSuperviseRoutes(app: EdgeApp): void {
  declareOrganisationRoutes(app)
  declareServiceRoutes(app)
  declareHealthRoutes(app)
  declareSuperviseAuditRoutes(app)
}
