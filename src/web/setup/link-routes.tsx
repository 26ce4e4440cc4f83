import { inLocale } from '../../kernel/locale.ts'
import { isOwnership, type Ownership } from '../../kernel/ownership.ts'
import { readTypedCode } from '../../kernel/typed.ts'
import type { Door } from '../../organisations/index.ts'
import type { RedemptionRefusal } from '../../provisioning/index.ts'
import type { LinkView } from '../../referee/index.ts'
import { guessPlatforms } from '../../registration/index.ts'
import { knowBrowser, readBrowser } from '../http/cookies.ts'
import type { EdgeApp, EdgeContext } from '../http/edge.ts'
import { readForm } from '../http/forms.ts'
import { frameOf, renderDeadEnd, renderDoorRefusal, renderPage } from '../http/pages.tsx'
import { renderProblem } from '../http/problems.tsx'
import { declareRoute } from '../http/routes.ts'
import { clientOf } from '../http/shields.ts'
import { renderMarkdown } from '../ui/index.ts'
import { visitorOf } from './device-routes.tsx'
import { claimPath, provisionUrl } from './links.ts'
import { type LinkError, LinkPage, TicketPage, WrongPlatformPage } from './pages/index.ts'
import { type Link, linkOf } from './place.ts'

/** Where a provision URL leads. GET and HEAD change nothing but a note that the link was fetched. */
export function declareLinkRoutes(app: EdgeApp): void {
  declareRoute(app, 'GET', '/p/:ref', 'public', showLink)
  declareRoute(app, 'POST', '/p/:ref', 'public', claim)
  declareRoute(app, 'POST', '/p/:ref/opened', 'public', noteOpened)
}

async function showLink(c: EdgeContext) {
  const ticket = linkOf(c, c.req.query('t') ?? '')
  const link = ticket ?? linkOf(c, c.req.query('k') ?? '')
  if (!link) return renderDeadEnd(c, 'link_unknown', 404)
  if (!(await c.var.services.admit('people', clientOf(c)))) return renderProblem(c, 'rate_limited')
  const door = await c.var.services.provisioning.openDoorOf(link.ref)
  if (!door.ok) return refuseDoor(c, door.error)
  c.set('door', door.value)
  const browser = knowBrowser(c)
  return ticket ? showTicket(c, link, browser) : showGrantLink(c, link, browser)
}

async function showGrantLink(c: EdgeContext, link: Link, browser: string) {
  const session = c.var.services.provisioning.sessionOf(link.ref)
  const view = await session.inspectLink({ secret: link.secret, fetched: true, browser })
  if (!view) return renderDeadEnd(c, 'link_unknown', 404)
  if (view.own) return c.redirect(claimPath(link.ref, view.own.deviceId), 303)
  const [seems] = guessPlatforms(visitorOf(c))
  const wrong = seems && canClaim(view) && !guessPlatforms(visitorOf(c)).includes(view.platform)
  if (wrong && isOpen(view) && c.req.query('here') === undefined) {
    const path = `/p/${link.ref}?k=${link.secret}&here=1`
    return renderPage(c, <WrongPlatformPage frame={frameOf(c)} link={view} seems={seems} path={path} />)
  }
  return renderLink(c, link, view, { ownership: null }, null)
}

async function showTicket(c: EdgeContext, link: Link, browser: string) {
  const session = c.var.services.provisioning.sessionOf(link.ref)
  const claim = await session.inspectTicket({ ticket: link.secret, browser })
  if (!claim) return renderDeadEnd(c, 'ticket_used', 410)
  return renderPage(c, <TicketPage frame={frameOf(c)} claim={claim} ref={link.ref} ticket={link.secret} />)
}

/** A person pressed the button: a program that only follows links has no cookie and does not come here. */
async function claim(c: EdgeContext) {
  const field = await readForm(c)
  const ticket = linkOf(c, field('t'))
  const link = ticket ?? linkOf(c, field('k'))
  if (!link) return renderDeadEnd(c, 'link_unknown', 404)
  if (!(await c.var.services.admit('people', clientOf(c)))) return renderProblem(c, 'rate_limited')
  const browser = readBrowser(c)
  if (!browser) return c.redirect(`/p/${link.ref}?${ticket ? 't' : 'k'}=${link.secret}`, 303)
  if (ticket) return takeOver(c, ticket, browser)

  const { provisioning } = c.var.services
  const session = provisioning.sessionOf(link.ref)
  const view = await session.inspectLink({ secret: link.secret, fetched: false, browser })
  if (!view) return renderDeadEnd(c, 'link_unknown', 404)
  if (view.own) return c.redirect(claimPath(link.ref, view.own.deviceId), 303)
  if (!canClaim(view)) {
    await session.openLink({ secret: link.secret })
    return c.redirect(`/p/${link.ref}?k=${link.secret}`, 303)
  }
  const ownership = field('ownership')
  const values = { ownership: isOwnership(ownership) ? ownership : null }
  if (view.ownershipOpen && values.ownership === null)
    return renderRefusal(c, link, view, values, { code: 'choose_ownership' })
  const pin = readTypedCode(field('pin'))
  const claimed = await provisioning.redeem({
    presented: { ...link, pin: pin === '' ? null : pin },
    holder: { kind: 'browser', hash: browser },
    facts: {},
    ownership: values.ownership,
  })
  if (claimed.ok) return c.redirect(claimPath(link.ref, claimed.value.deviceId), 303)
  return explainRefusal(c, link, view, values, claimed.error)
}

async function takeOver(c: EdgeContext, { ref, secret }: Link, browser: string) {
  const taken = await c.var.services.provisioning.redeem({
    presented: { ref, ticket: secret },
    holder: { kind: 'browser', hash: browser },
    facts: {},
    ownership: null,
  })
  if (taken.ok) return c.redirect(claimPath(ref, taken.value.deviceId), 303)
  if (taken.error === 'temporarily_unavailable') return renderProblem(c, 'temporarily_unavailable')
  return renderDeadEnd(c, 'ticket_used', 410)
}

/** What the refusal means for somebody with this link, in words and with a way on. */
async function explainRefusal(
  c: EdgeContext,
  link: Link,
  before: LinkView,
  values: { ownership: Ownership | null },
  refusal: RedemptionRefusal,
) {
  const { provisioning } = c.var.services
  if (refusal === 'temporarily_unavailable')
    return renderRefusal(c, link, before, values, { code: 'temporarily_unavailable' })
  const door = await provisioning.openDoorOf(link.ref)
  if (!door.ok) return refuseDoor(c, door.error)
  c.set('door', door.value)
  if (refusal === 'device_limit_reached') return renderDeadEnd(c, 'link_limit', 409)
  if (refusal === 'setup_disabled') return renderDeadEnd(c, 'account_disabled', 403)
  const now = await provisioning.sessionOf(link.ref).inspectLink({ secret: link.secret, fetched: false })
  if (!now) return renderDeadEnd(c, 'link_unknown', 404)
  return renderLink(c, link, now, values, { code: now.pinClosed ? 'pin_closed' : 'wrong_pin' })
}

async function renderRefusal(
  c: EdgeContext,
  link: Link,
  view: LinkView,
  values: { ownership: Ownership | null },
  error: LinkError,
) {
  const door = await c.var.services.provisioning.openDoorOf(link.ref)
  if (!door.ok) return refuseDoor(c, door.error)
  c.set('door', door.value)
  return renderLink(c, link, view, values, error)
}

/** The page's script saw a pointer or a key: somebody is there. */
async function noteOpened(c: EdgeContext) {
  const link = linkOf(c, (await readForm(c))('k'))
  if (!link || !readBrowser(c)) return c.body(null, 204)
  if (!(await c.var.services.admit('people', clientOf(c)))) return c.body(null, 429)
  await c.var.services.provisioning.sessionOf(link.ref).openLink({ secret: link.secret })
  return c.body(null, 204)
}

/** An agent redeems the URL itself; every other platform's page claims for its browser first. */
function canClaim(view: Pick<LinkView, 'platform'>): boolean {
  return view.platform !== 'agent'
}

function isOpen(view: LinkView): boolean {
  return view.state === 'issued' || view.state === 'opened'
}

/** A page for people: an unknown ref is an unknown link, and the organisation's name stays untold. */
export function refuseDoor(c: EdgeContext, refusal: Parameters<typeof renderDoorRefusal>[1]) {
  if (refusal.code === 'unknown_organisation') return renderDeadEnd(c, 'link_unknown', 404)
  return renderDoorRefusal(c, refusal)
}

async function renderLink(
  c: EdgeContext,
  link: Link,
  view: LinkView,
  values: { ownership: Ownership | null },
  error: LinkError | null,
) {
  const ended = DEAD_ENDS[view.state]
  if (ended) return renderDeadEnd(c, ended, 410, { claim: view.claim })
  return renderPage(
    c,
    <LinkPage
      frame={frameOf(c)}
      link={view}
      ref={link.ref}
      secret={link.secret}
      claims={canClaim(view)}
      values={values}
      error={error}
      provisionUrl={provisionUrl(c.var.services.baseUrl, link.ref, link.secret)}
      justOpened={view.state === 'opened' && !canClaim(view)}
      instructionsHtml={await instructionsFor(c, c.var.door, view.platform)}
    />,
    error ? 422 : 200,
  )
}

/** The template's instructions for a platform, as HTML in the visitor's language; empty without a template. */
export async function instructionsFor(c: EdgeContext, door: Door, platform: LinkView['platform']) {
  const template = await c.var.services.templates.findOffered(door.organisation.id, platform)
  return template ? renderMarkdown(inLocale(template.instructions, c.var.locale), { topLevel: 3 }) : ''
}

const DEAD_ENDS = {
  issued: null,
  opened: null,
  exhausted: 'link_used',
  expired: 'link_expired',
  superseded: 'link_superseded',
  revoked: 'link_revoked',
} as const
