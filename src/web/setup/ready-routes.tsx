import { inLocale } from '../../kernel/locale.ts'
import { type GrantView, SOCKET_HEADERS } from '../../referee/index.ts'
import { guessPlatforms } from '../../registration/index.ts'
import type { EdgeApp, EdgeContext } from '../http/edge.ts'
import { frameOf, renderDeadEnd, renderPage } from '../http/pages.tsx'
import { declareRoute, personOf } from '../http/routes.ts'
import { drawQr, renderMarkdown } from '../ui/index.ts'
import { visitorOf } from './device-routes.tsx'
import { provisionUrl } from './links.ts'
import { ReadyPage, StatusFragment } from './pages/index.ts'

/** Step 4: the code as link, QR and PIN, and live what becomes of it. */
export function declareReadyRoutes(app: EdgeApp): void {
  declareRoute(app, 'GET', '/setup/:slug/ready/:grant', 'owner', showReady)
  declareRoute(app, 'GET', '/setup/:slug/ready/:grant/status', 'owner', showStatus)
  declareRoute(app, 'GET', '/setup/:slug/ready/:grant/live', 'owner', watchLive)
}

async function findGrant(c: EdgeContext): Promise<GrantView | null> {
  return c.var.services.provisioning.showGrant(personOf(c).account, c.req.param('grant') ?? '')
}

async function showReady(c: EdgeContext) {
  const { services, door, locale } = c.var
  const { account } = personOf(c)
  const [grant, template] = await Promise.all([
    findGrant(c),
    services.templates.listOffered(door.organisation.id),
  ])
  if (!grant) return renderDeadEnd(c, 'not_found', 404)
  const instructions = template.find(({ platform }) => platform === grant.platform)?.instructions
  const url = grant.credentials && provisionUrl(services.baseUrl, account.ref, grant.credentials.secret)
  return renderPage(
    c,
    <ReadyPage
      frame={frameOf(c)}
      grant={grant}
      provisionUrl={url}
      qr={url && drawQr(url)}
      siteId={door.organisation.siteId}
      address={account.address}
      instructionsHtml={instructions ? renderMarkdown(inLocale(instructions, locale), { topLevel: 3 }) : ''}
      onThisDevice={guessPlatforms(visitorOf(c)).includes(grant.platform)}
    />,
  )
}

async function showStatus(c: EdgeContext) {
  const grant = await findGrant(c)
  if (!grant) return renderDeadEnd(c, 'not_found', 404)
  return renderPage(c, <StatusFragment frame={frameOf(c)} grant={grant} />)
}

/**
 * The owner's socket. Browsers send cookies with a WebSocket from any site, so the exact Origin is checked
 * here; session and ownership are by now. The object gets none of the cookies.
 */
async function watchLive(c: EdgeContext) {
  if (c.req.header('upgrade')?.toLowerCase() !== 'websocket') return c.text('Upgrade Required', 426)
  if (c.req.header('origin') !== c.var.services.baseUrl) return c.text('Forbidden', 403)
  const { account, session } = personOf(c)
  const request = new Request('https://session/live', {
    headers: {
      upgrade: 'websocket',
      [SOCKET_HEADERS.grant]: c.req.param('grant') ?? '',
      [SOCKET_HEADERS.session]: session.id,
      [SOCKET_HEADERS.endsAt]: String(session.endsAt),
    },
  })
  const { status, webSocket } = await c.var.services.provisioning.watchGrant(account, request)
  if (!webSocket) return c.text('Not Found', 404)
  // An answer of our own: the headers of the object's cannot be added to.
  return new Response(null, { status, webSocket })
}
