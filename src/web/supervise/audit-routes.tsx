import type { EdgeApp, EdgeContext } from '../http/edge.ts'
import { readForm } from '../http/forms.ts'
import { renderDeadEnd } from '../http/pages.tsx'
import { declareRoute } from '../http/routes.ts'
import { type AuditScope, exportAudit, showAudit } from '../manage/audit-pages.tsx'

/** What happened in the service itself, or in the organisation that `organisation` names by its id. */
export function declareSuperviseAuditRoutes(app: EdgeApp): void {
  declareRoute(app, 'GET', '/supervise/audit', 'supervisor', (c) => {
    const scope = scopeOf(c.req.query('organisation') ?? '')
    return scope ? showAudit(c, scope) : renderDeadEnd(c, 'not_found', 404)
  })
  declareRoute(app, 'POST', '/supervise/audit/export', 'supervisor', exportOne)
}

async function exportOne(c: EdgeContext) {
  const scope = scopeOf((await readForm(c))('organisation'))
  if (!scope) return renderDeadEnd(c, 'not_found', 404)
  const { organisation } = await c.var.services.names.of(scope.organisationId, [])
  return organisation === null ? renderDeadEnd(c, 'not_found', 404) : exportAudit(c, scope)
}

/** Null for what is no organisation's id. Without one it is about the service, organisation 0. */
function scopeOf(organisation: string): AuditScope | null {
  if (!/^\d{0,9}$/.test(organisation)) return null
  const besides: Record<string, string> = organisation === '' ? {} : { organisation }
  return { organisationId: Number(organisation), area: 'supervise', path: '/supervise/audit', besides }
}
