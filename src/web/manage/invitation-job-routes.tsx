import type { EdgeApp, EdgeContext } from '../http/edge.ts'
import { frameOf, renderDeadEnd, renderPage } from '../http/pages.tsx'
import { declareRoute, staffOf } from '../http/routes.ts'
import { INVITATIONS_PATH } from './invitation-paths.ts'
import { InvitationJobPage } from './pages/invitation-job.tsx'

/** Seconds until the page asks again how far it is. */
const REFRESH = '4'

/** How a bulk send goes. */
export function declareInvitationJobRoutes(app: EdgeApp): void {
  declareRoute(app, 'GET', `${INVITATIONS_PATH}/jobs/:job`, 'manager', show)
}

async function show(c: EdgeContext) {
  const { invitations } = c.var.services
  const organisationId = staffOf(c).organisation.id
  const id = (c.req.param('job') ?? '').slice(0, 100)
  const job = await invitations.readJob(organisationId, id)
  if (!job) return renderDeadEnd(c, 'not_found', 404)
  const asked = c.req.query('state')
  const state = asked === 'skipped' || (asked !== 'failed' && job.failed === 0) ? 'skipped' : 'failed'
  const after = c.req.query('after') ?? null
  const items = job[state] === 0 ? null : await invitations.listJobItems(organisationId, id, state, after)
  // The browser loads it again by itself, without a script; not under somebody who reads further pages.
  if (job.finishedAt === null && after === null) c.header('refresh', REFRESH)
  const page = { job, state, items, later: after !== null } as const
  return renderPage(c, <InvitationJobPage frame={frameOf(c)} {...page} />)
}
