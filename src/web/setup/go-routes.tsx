import { normaliseAddress } from '../../kernel/address.ts'
import { isOwnership } from '../../kernel/ownership.ts'
import { readTypedCode } from '../../kernel/typed.ts'
import type { TypedPin } from '../../provisioning/index.ts'
import { clearProvedPin, readBrowser, readProvedPin, setProvedPin } from '../http/cookies.ts'
import type { EdgeApp, EdgeContext } from '../http/edge.ts'
import { readForm } from '../http/forms.ts'
import { frameOf, renderDeadEnd, renderPage } from '../http/pages.tsx'
import { renderProblem } from '../http/problems.tsx'
import { declareRoute } from '../http/routes.ts'
import { clientOf } from '../http/shields.ts'
import { claimProvedInvitation, showProvedInvitation } from './invitation-go-routes.tsx'
import { instructionsFor, refuseDoor } from './link-routes.tsx'
import { claimPath } from './links.ts'
import { type GoError, GoPage, type LinkError, LinkPage } from './pages/index.ts'

/** For those who have no link: site or organisation, e-mail address and PIN. */
export function declareGoRoutes(app: EdgeApp): void {
  declareRoute(app, 'GET', '/go', 'public', showGo)
  declareRoute(app, 'POST', '/go', 'public', provePin)
  declareRoute(app, 'GET', '/go/continue', 'public', showProved)
  declareRoute(app, 'POST', '/go/continue', 'public', claimProved)
}

type Values = { site: string; email: string }

function showGo(c: EdgeContext) {
  return renderGo(c, { site: c.req.query('site') ?? '', email: c.req.query('email') ?? '' }, null)
}

const STATUS: Partial<Record<GoError['code'], number>> = { rate_limited: 429, temporarily_unavailable: 503 }

function renderGo(c: EdgeContext, values: Values, error: GoError | null) {
  const status = error ? (STATUS[error.code] ?? 422) : 200
  const page = <GoPage frame={frameOf(c, null)} values={values} organisationKnown={false} error={error} />
  return renderPage(c, page, status)
}

function readTyped(values: Values, pinText: string): TypedPin | GoError {
  const pin = readTypedCode(pinText)
  const site = values.site.trim().toLowerCase()
  const fields: ('site' | 'email' | 'pin')[] = []
  if (site === '') fields.push('site')
  if (values.email.trim() === '') fields.push('email')
  if (pin === '') fields.push('pin')
  if (fields.length > 0) return { code: 'incomplete', fields }
  const address = normaliseAddress(values.email)
  if (address === null || !/^[0-9]{8}$/.test(pin)) return { code: 'not_accepted' }
  return /^[0-9]+$/.test(site) ? { siteId: site, address, pin } : { slug: site, address, pin }
}

async function provePin(c: EdgeContext) {
  const field = await readForm(c)
  const values = { site: field('site'), email: field('email') }
  if (!(await c.var.services.admit('people', clientOf(c))))
    return renderGo(c, values, { code: 'rate_limited' })
  const typed = readTyped(values, field('pin'))
  if ('code' in typed) return renderGo(c, values, typed)
  const proved = await c.var.services.provisioning.provePin(typed)
  if (!proved.ok) {
    if (proved.error === 'setup_disabled') return renderDeadEnd(c, 'service_off', 503)
    const { error } = proved
    const known = error === 'unknown_site' || error === 'temporarily_unavailable'
    return renderGo(c, values, { code: known ? error : 'not_accepted' })
  }
  setProvedPin(c, proved.value)
  return c.redirect('/go/continue', 303)
}

/** What this browser proved a moment ago, with the organisation's door; or where to begin again. */
async function findProved(c: EdgeContext) {
  const browser = readBrowser(c)
  const proved = readProvedPin(c)
  if (!browser || !proved) return { ok: false as const, page: c.redirect('/go', 303) }
  const { provisioning } = c.var.services
  const door = await provisioning.openDoorOf(proved.ref)
  if (!door.ok) return { ok: false as const, page: await refuseDoor(c, door.error) }
  c.set('door', door.value)
  const view = await provisioning.sessionOf(proved.ref).inspectGrant({ grantId: proved.grantId, browser })
  if (!view) return { ok: false as const, page: c.redirect('/go', 303) }
  if (view.own) return { ok: false as const, page: c.redirect(claimPath(proved.ref, view.own.deviceId), 303) }
  return { ok: true as const, browser, proved, view }
}

type Proved = Extract<Awaited<ReturnType<typeof findProved>>, { ok: true }>

/** What this browser proved, where it is an invitation. */
function provedInvitation(c: EdgeContext) {
  const browser = readBrowser(c)
  const proved = readProvedPin(c)
  return browser && proved?.invitation ? { browser, proved } : null
}

async function showProved(c: EdgeContext) {
  const invited = provedInvitation(c)
  if (invited) return showProvedInvitation(c, invited.proved, invited.browser)
  const found = await findProved(c)
  return found.ok ? renderProved(c, found, null) : found.page
}

async function renderProved(c: EdgeContext, { view, proved }: Proved, error: LinkError | null) {
  if (view.state !== 'issued' && view.state !== 'opened') return c.redirect('/go', 303)
  return renderPage(
    c,
    <LinkPage
      frame={frameOf(c)}
      link={view}
      ref={proved.ref}
      secret={null}
      claims
      values={{ ownership: null }}
      error={error}
      provisionUrl={null}
      justOpened={false}
      instructionsHtml={await instructionsFor(c, c.var.door, view.platform)}
    />,
    error ? 422 : 200,
  )
}

async function claimProved(c: EdgeContext) {
  const field = await readForm(c)
  if (!(await c.var.services.admit('people', clientOf(c)))) return renderProblem(c, 'rate_limited')
  const invited = provedInvitation(c)
  if (invited) return claimProvedInvitation(c, invited.proved, invited.browser, field)
  const found = await findProved(c)
  if (!found.ok) return found.page
  const { proved, browser, view } = found
  const ownership = field('ownership')
  if (view.ownershipOpen && !isOwnership(ownership))
    return renderProved(c, found, { code: 'choose_ownership' })
  const claimed = await c.var.services.provisioning.redeem({
    presented: proved,
    holder: { kind: 'browser', hash: browser },
    facts: {},
    ownership: isOwnership(ownership) ? ownership : null,
  })
  if (claimed.ok) {
    clearProvedPin(c)
    return c.redirect(claimPath(proved.ref, claimed.value.deviceId), 303)
  }
  switch (claimed.error) {
    case 'temporarily_unavailable':
      return renderProved(c, found, { code: 'temporarily_unavailable' })
    case 'device_limit_reached':
      return renderDeadEnd(c, 'link_limit', 409)
    case 'setup_disabled':
      return renderDeadEnd(c, 'account_disabled', 403)
    default:
      return c.redirect('/go', 303)
  }
}
