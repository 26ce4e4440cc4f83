import type { EdgeApp } from '../http/edge.ts'
import { declareAccountTemplateRoutes } from './account-template-routes.tsx'
import { declareApiKeyRoutes } from './api-key-routes.tsx'
import { declareManageAuditRoutes } from './audit-routes.tsx'
import { declareCertificateRoutes } from './certificate-routes.tsx'
import { declareDeviceRoutes } from './device-routes.tsx'
import { declareDeviceTemplateRoutes } from './device-template-routes.tsx'
import { declareInvitationRoutes } from './invitation-routes.tsx'
import { declareMessageRoutes } from './message-routes.tsx'
import { declareOidcRoutes } from './oidc-routes.tsx'
import { declareOverviewRoutes } from './overview-routes.tsx'
import { declarePeopleRoutes } from './people-routes.tsx'
import { declareDeviceSetupRoutes } from './setup-routes.tsx'

/** The door of an organisation's managers. Everything is about the organisation of their session. */
export function declareManageRoutes(app: EdgeApp): void {
  declareOverviewRoutes(app)
  declareDeviceRoutes(app)
  declareInvitationRoutes(app)
  declarePeopleRoutes(app)
  declareMessageRoutes(app)
  declareDeviceSetupRoutes(app)
  declareDeviceTemplateRoutes(app)
  declareAccountTemplateRoutes(app)
  declareCertificateRoutes(app)
  declareApiKeyRoutes(app)
  declareOidcRoutes(app)
  declareManageAuditRoutes(app)
}
