import { offersSet } from '../../artefacts/index.ts'
import { isRef } from '../../kernel/ids.ts'
import { inLocale } from '../../kernel/locale.ts'
import type { Platform } from '../../kernel/platform.ts'
import { HOUR } from '../../kernel/time.ts'
import { type BrowserClaim, SOCKET_HEADERS } from '../../referee/index.ts'
import { installsProfiles } from '../../registration/index.ts'
import { type AgentApp, carrierOf } from '../../templates/index.ts'
import { readBrowser } from '../http/cookies.ts'
import type { EdgeApp, EdgeContext } from '../http/edge.ts'
import { readForm } from '../http/forms.ts'
import { frameOf, renderDeadEnd, renderPage } from '../http/pages.tsx'
import { renderProblem } from '../http/problems.tsx'
import { declareRoute } from '../http/routes.ts'
import { openSocket } from '../http/sockets.ts'
import { renderMarkdown } from '../ui/index.ts'
import { visitorOf } from './device-routes.tsx'
import { serveArtefact, serveFile } from './file-routes.tsx'
import { refuseDoor } from './link-routes.tsx'
import { claimPath, filesPath, playStoreUrl, profilePath, ticketUrl } from './links.ts'
import { ClaimFragment, ClaimPage, type ClaimPageProps, InstalledPage } from './pages/index.ts'
import { type Place, placeOf } from './place.ts'

/** What a browser sees and does once it holds a claim. Its cookie is what lets it in; addresses carry none. */
export function declareClaimRoutes(app: EdgeApp): void {
  declareRoute(app, 'GET', '/p/:ref/:device', 'public', showClaim)
  declareRoute(app, 'GET', '/p/:ref/:device/status', 'public', showStatus)
  declareRoute(app, 'GET', '/p/:ref/:device/live', 'public', watchLive)
  declareRoute(app, 'GET', '/p/:ref/:device/profile', 'public', serveArtefact)
  declareRoute(app, 'GET', '/p/:ref/:device/files', 'public', serveArtefact)
  declareRoute(app, 'GET', '/p/:ref/:device/file', 'public', serveFile)
  declareRoute(app, 'GET', '/p/:ref/:device/installed', 'public', askInstalled)
  declareRoute(app, 'POST', '/p/:ref/:device/installed', 'public', sayInstalled)
}

/** The claim of this browser, with its organisation's door in the context; or the page that says why not. */
async function findClaim(c: EdgeContext) {
  const place = placeOf(c)
  const browser = readBrowser(c)
  const { provisioning } = c.var.services
  const claim = place && browser && (await provisioning.sessionOf(place.ref).showClaim({ ...place, browser }))
  if (!place || !claim) return { ok: false as const, page: await renderDeadEnd(c, 'claim_unknown', 404) }
  const door = await provisioning.openDoorOf(place.ref)
  if (!door.ok) return { ok: false as const, page: await refuseDoor(c, door.error) }
  c.set('door', door.value)
  return { ok: true as const, place, claim }
}

async function propsOf(c: EdgeContext, place: Place, claim: BrowserClaim): Promise<ClaimPageProps> {
  const { services, door } = c.var
  const template = await services.templates.findOffered(door.organisation.id, claim.platform)
  const app = template?.settings.agentApp ?? null
  const notes = template?.notes ?? null
  const { ref, deviceId } = place
  const profile = carrierOf(claim) === 'profile'
  const files = template !== null && offersSet({ ...template, reports: claim.reports })
  const identity = profile && claim.deliveredAt !== null && (template?.settings.identity ?? null) !== null
  const store = claim.platform === 'android' && app?.playPackage && claim.ticket
  return {
    frame: frameOf(c),
    claim,
    ref,
    here: hereFor(c, claim),
    profileHref: profile && claim.artefactKey ? profilePath(ref, deviceId, claim.artefactKey) : null,
    filesHref: files && claim.artefactKey ? filesPath(ref, deviceId, claim.artefactKey) : null,
    identityPassword:
      identity && claim.artefactKey ? services.devices.identityPasswordOf(claim.artefactKey) : null,
    ticketUrl: claim.ticket && ticketUrl(services.baseUrl, ref, claim.ticket),
    storeUrl: store ? playStoreUrl(app.playPackage ?? '', ref, claim.ticket ?? '') : null,
    plainStoreUrl: plainStoreOf(claim.platform, app),
    appName: app?.name ?? null,
    instructionsHtml: notes ? renderMarkdown(inLocale(notes, c.var.locale), { topLevel: 3 }) : '',
  }
}

/** The page of the app in a store that carries no ticket. */
function plainStoreOf(platform: Platform, app: AgentApp | null): string | null {
  if (platform === 'ios' || platform === 'macos') return app?.appStore ?? null
  return platform === 'windows' ? (app?.windowsStore ?? null) : null
}

/** On iOS only Safari installs profiles; elsewhere any browser will do. */
function hereFor(c: EdgeContext, claim: BrowserClaim): ClaimPageProps['here'] {
  if (claim.platform !== 'ios') return 'any'
  return installsProfiles(visitorOf(c).userAgent) ? 'safari' : 'other_browser'
}

async function showClaim(c: EdgeContext) {
  const found = await findClaim(c)
  if (!found.ok) return found.page
  return renderPage(c, <ClaimPage {...(await propsOf(c, found.place, found.claim))} />)
}

async function showStatus(c: EdgeContext) {
  const found = await findClaim(c)
  if (!found.ok) return found.page
  return renderPage(c, <ClaimFragment {...(await propsOf(c, found.place, found.claim))} />)
}

async function watchLive(c: EdgeContext) {
  const place = placeOf(c)
  const browser = readBrowser(c)
  if (!place || !browser) return c.text('Not Found', 404)
  return openSocket(c, place.ref, {
    [SOCKET_HEADERS.device]: place.deviceId,
    [SOCKET_HEADERS.session]: browser,
    [SOCKET_HEADERS.endsAt]: String(c.var.now + SOCKET_LIFE),
  })
}

/** A browser's socket ends with a working day; the page connects again if it is still looked at. */
const SOCKET_LIFE = 8 * HOUR

/** Where the profile's web clip leads: it may open in a browser without the cookie, so the key lets it in. */
async function askInstalled(c: EdgeContext) {
  const place = placeOf(c)
  const key = c.req.query('k') ?? ''
  const { provisioning } = c.var.services
  const claim =
    place && isRef(key) && (await provisioning.sessionOf(place.ref).showClaimByKey({ ...place, key }))
  if (!place || !claim) return renderDeadEnd(c, 'claim_unknown', 404)
  const door = await provisioning.openDoorOf(place.ref)
  if (!door.ok) return refuseDoor(c, door.error)
  c.set('door', door.value)
  return renderPage(c, <InstalledPage frame={frameOf(c)} claim={claim} ref={place.ref} confirmKey={key} />)
}

async function sayInstalled(c: EdgeContext) {
  const place = placeOf(c)
  const browser = readBrowser(c)
  const key = (await readForm(c))('k')
  if (!place || !(key || browser)) return renderDeadEnd(c, 'claim_unknown', 404)
  const said = await c.var.services.provisioning
    .sessionOf(place.ref)
    .sayInstalled({ deviceId: place.deviceId, by: key ? { key } : { browser: browser ?? '' } })
  if (!said.ok && said.error === 'temporarily_unavailable') return renderProblem(c, 'temporarily_unavailable')
  if (!said.ok) return renderDeadEnd(c, 'claim_unknown', 404)
  const path = claimPath(place.ref, place.deviceId)
  return c.redirect(key ? `${path}/installed?k=${key}` : path, 303)
}
