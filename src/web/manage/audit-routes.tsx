import type { EdgeApp, EdgeContext } from '../http/edge.ts'
import { declareRoute, staffOf } from '../http/routes.ts'
import { type AuditScope, exportAudit, showAudit } from './audit-pages.tsx'

/** What happened in the manager's own organisation. */
export function declareManageAuditRoutes(app: EdgeApp): void {
  declareRoute(app, 'GET', '/manage/audit', 'manager', (c) => showAudit(c, scopeOf(c)))
  declareRoute(app, 'POST', '/manage/audit/export', 'manager', (c) => exportAudit(c, scopeOf(c)))
}

function scopeOf(c: EdgeContext): AuditScope {
  const organisationId = staffOf(c).organisation.id
  return { organisationId, area: 'manage', path: '/manage/audit', besides: {} }
}
