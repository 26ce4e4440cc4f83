import type { Invitation } from '../../invitations/index.ts'
import type { EdgeApp, EdgeContext } from '../http/edge.ts'
import { frameOf, renderDeadEnd, renderPage } from '../http/pages.tsx'
import { declareRoute, staffOf } from '../http/routes.ts'
import { declareInvitationActRoutes } from './invitation-act-routes.tsx'
import { declareInvitationCredentialRoutes } from './invitation-credential-routes.tsx'
import { declareInvitationJobRoutes } from './invitation-job-routes.tsx'
import { declareNewInvitationRoutes } from './invitation-new-routes.tsx'
import { filterFields, INVITATIONS_PATH, readFilter } from './invitation-paths.ts'
import { InvitationListPage } from './pages/invitation-list.tsx'
import { InvitationRow } from './pages/invitation-row.tsx'
import { readSince } from './since.ts'

/**
 * `/manage/invitations`: inviting people, watching, helping, ending. The paths with a word of their own stand
 * before those with an id.
 */
export function declareInvitationRoutes(app: EdgeApp): void {
  declareRoute(app, 'GET', INVITATIONS_PATH, 'manager', showList)
  declareRoute(app, 'GET', `${INVITATIONS_PATH}/changes`, 'manager', showChanges)
  declareNewInvitationRoutes(app)
  declareInvitationJobRoutes(app)
  declareInvitationActRoutes(app)
  declareInvitationCredentialRoutes(app)
}

/** Hands the invitation of `:id` to the handler; one of another organisation is not found. */
export function withInvitation(
  handle: (c: EdgeContext, invitation: Invitation) => Response | Promise<Response>,
) {
  return async (c: EdgeContext) => {
    const id = (c.req.param('id') ?? '').slice(0, 100)
    const found = await c.var.services.invitations.find(staffOf(c).organisation.id, id)
    return found ? handle(c, found) : renderDeadEnd(c, 'not_found', 404)
  }
}

async function showList(c: EdgeContext) {
  const { invitations } = c.var.services
  const organisationId = staffOf(c).organisation.id
  const filter = readFilter((name) => c.req.query(name))
  const after = c.req.query('after') ?? null
  const whole = after === null && filterFields(filter).length === 0
  const [page, { counts, jobs }] = await Promise.all([
    invitations.list(organisationId, filter, after),
    invitations.board(organisationId),
  ])
  const shown = { filter, page, counts: whole ? counts : null, jobs, later: after !== null }
  return renderPage(c, <InvitationListPage frame={frameOf(c)} {...shown} />)
}

/** What the list's script asks for: rows that changed, as they stand in the table now; null: no longer in it. */
async function showChanges(c: EdgeContext) {
  const { now, services } = c.var
  const filter = readFilter((name) => c.req.query(name))
  const changed = await services.invitations.changedSince(staffOf(c).organisation.id, readSince(c), {
    ...filter,
    status: null,
  })
  const frame = frameOf(c)
  const rows = changed.map((invitation) => {
    const left = filter.status !== null && invitation.status !== filter.status
    return {
      id: invitation.id,
      html: left ? null : String(<InvitationRow frame={frame} invitation={invitation} />),
    }
  })
  return c.json({ since: now, rows }, 200, { 'cache-control': 'no-store' })
}
