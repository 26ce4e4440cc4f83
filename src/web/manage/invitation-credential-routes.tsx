import type { Invitation } from '../../invitations/index.ts'
import type { EdgeApp, EdgeContext } from '../http/edge.ts'
import { frameOf, renderDeadEnd, renderPage } from '../http/pages.tsx'
import { actorOf, declareRoute, staffOf } from '../http/routes.ts'
import { invitationUrl } from '../setup/invitation-links.ts'
import { drawQr } from '../ui/qr.tsx'
import { INVITATIONS_PATH, invitationPath } from './invitation-paths.ts'
import { withInvitation } from './invitation-routes.tsx'
import { AskCredentialsPage, CredentialsPage } from './pages/invitation-credentials.tsx'

const PATH = `${INVITATIONS_PATH}/:id/credentials`

/** QR code, PIN and link of a living invitation, for whoever passes them on. Each look is a POST, and audited. */
export function declareInvitationCredentialRoutes(app: EdgeApp): void {
  declareRoute(app, 'GET', PATH, 'manager', withInvitation(ask))
  declareRoute(app, 'POST', PATH, 'manager', show)
}

function ask(c: EdgeContext, invitation: Invitation) {
  return renderPage(c, <AskCredentialsPage frame={frameOf(c)} invitation={invitation} />)
}

async function show(c: EdgeContext) {
  const { now, services } = c.var
  const { organisation } = staffOf(c)
  const id = (c.req.param('id') ?? '').slice(0, 100)
  const asked = { organisationId: organisation.id, id, actor: actorOf(c), now }
  const shown = await services.invitations.credentials(asked)
  if (!shown.ok) {
    if (shown.error === 'not_found') return renderDeadEnd(c, 'not_found', 404)
    return c.redirect(`${invitationPath(id)}?trouble=${shown.error}`, 303)
  }
  const { invitation, view, credentials } = shown.value
  const url = invitationUrl(services.baseUrl, invitation.ref, credentials.secret)
  return renderPage(
    c,
    <CredentialsPage
      frame={frameOf(c)}
      invitation={invitation}
      view={view}
      pin={credentials.pin}
      url={url}
      qr={drawQr(url)}
      siteId={organisation.siteId}
      goUrl={`${services.baseUrl}/go`}
    />,
  )
}
