import { inLocale } from '../../kernel/locale.ts'
import { type GrantView, SOCKET_HEADERS } from '../../referee/index.ts'
import { guessPlatforms } from '../../registration/index.ts'
import type { EdgeApp, EdgeContext } from '../http/edge.ts'
import { frameOf, renderDeadEnd, renderPage } from '../http/pages.tsx'
import { renderProblem } from '../http/problems.tsx'
import { declareRoute, personOf } from '../http/routes.ts'
import { clientOf } from '../http/shields.ts'
import { openSocket } from '../http/sockets.ts'
import { drawQr, renderMarkdown } from '../ui/index.ts'
import { visitorOf } from './device-routes.tsx'
import { provisionUrl } from './links.ts'
import { ReadyPage, type ReadyPlace, readyInWizard, StatusFragment } from './pages/index.ts'

type PlaceOf = (c: EdgeContext, grant: Pick<GrantView, 'id' | 'device'>) => ReadyPlace

/** Step 4: the code as link, QR and PIN, and live what becomes of it. */
export function declareReadyRoutes(app: EdgeApp): void {
  const page = readyHandlers((c, grant) => readyInWizard(frameOf(c), grant.id))
  declareRoute(app, 'GET', '/setup/:slug/ready/:grant', 'owner', page.show)
  declareRoute(app, 'GET', '/setup/:slug/ready/:grant/status', 'owner', page.showStatus)
  declareRoute(app, 'GET', '/setup/:slug/ready/:grant/live', 'owner', watchLive)
  declareRoute(app, 'POST', '/setup/:slug/ready/:grant/pin', 'owner', page.renewPin)
}

/** The page of `:grant`, a code of whoever is signed in, wherever it stands. */
export function readyHandlers(placeOf: PlaceOf) {
  return {
    show: (c: EdgeContext) => showReady(c, placeOf),
    showStatus: (c: EdgeContext) => showStatus(c, placeOf),
    renewPin: (c: EdgeContext) => renewPin(c, placeOf),
    watchLive,
  }
}

async function findGrant(c: EdgeContext): Promise<GrantView | null> {
  return c.var.services.provisioning.showGrant(personOf(c).account, c.req.param('grant') ?? '')
}

async function showReady(c: EdgeContext, placeOf: PlaceOf) {
  const { services, door, locale } = c.var
  const { account } = personOf(c)
  const [grant, offered] = await Promise.all([
    findGrant(c),
    services.templates.listOffered(door.organisation.id),
  ])
  if (!grant) return renderDeadEnd(c, 'not_found', 404)
  const instructions = offered.find(({ platform }) => platform === grant.platform)?.instructions
  const url = grant.credentials && provisionUrl(services.baseUrl, account.ref, grant.credentials.secret)
  return renderPage(
    c,
    <ReadyPage
      frame={frameOf(c)}
      grant={grant}
      place={placeOf(c, grant)}
      provisionUrl={url}
      qr={url && door.organisation.qrEnabled && account.permissions.includes('qr') ? drawQr(url) : null}
      pinShown={maySeePin(c)}
      siteId={door.organisation.siteId}
      address={account.address}
      instructionsHtml={instructions ? renderMarkdown(inLocale(instructions, locale), { topLevel: 3 }) : ''}
      pinRenewed={c.req.query('pin') === 'new'}
      goUrl={`${services.baseUrl}/go`}
      onThisDevice={guessPlatforms(visitorOf(c)).includes(grant.platform)}
    />,
  )
}

async function showStatus(c: EdgeContext, placeOf: PlaceOf) {
  const grant = await findGrant(c)
  if (!grant) return renderDeadEnd(c, 'not_found', 404)
  const place = placeOf(c, grant)
  return renderPage(c, <StatusFragment frame={frameOf(c)} {...{ grant, place }} pinShown={maySeePin(c)} />)
}

function maySeePin(c: EdgeContext): boolean {
  return personOf(c).account.permissions.includes('pin')
}

/** The owner's socket: the route has checked session and account. */
function watchLive(c: EdgeContext) {
  const { account, session } = personOf(c)
  return openSocket(c, account.ref, {
    [SOCKET_HEADERS.grant]: c.req.param('grant') ?? '',
    [SOCKET_HEADERS.session]: session.id,
    [SOCKET_HEADERS.endsAt]: String(session.endsAt),
  })
}

/** The same code and link with a new PIN; PIN entry is open again. */
async function renewPin(c: EdgeContext, placeOf: PlaceOf) {
  const { services } = c.var
  const { account } = personOf(c)
  const grantId = c.req.param('grant') ?? ''
  if (!maySeePin(c)) return renderDeadEnd(c, 'not_permitted', 403)
  if (!(await services.admit('people', clientOf(c)))) return renderProblem(c, 'rate_limited')
  const renewed = await services.provisioning
    .sessionOf(account.ref)
    .renewPin({ grantId, actor: { kind: 'owner', id: account.id } })
  const path = placeOf(c, { id: grantId }).page
  if (renewed) return c.redirect(`${path}?pin=new`, 303)
  // A code of theirs that has ended has no PIN any more: its page says so.
  return (await findGrant(c)) ? c.redirect(path, 303) : renderDeadEnd(c, 'not_found', 404)
}
