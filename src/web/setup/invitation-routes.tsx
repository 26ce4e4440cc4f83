import { inLocale } from '../../kernel/locale.ts'
import { isPlatform, type Platform } from '../../kernel/platform.ts'
import { knowBrowser, readBrowser } from '../http/cookies.ts'
import type { EdgeApp, EdgeContext } from '../http/edge.ts'
import { readForm } from '../http/forms.ts'
import { frameOf, renderDeadEnd, renderPage } from '../http/pages.tsx'
import { renderProblem } from '../http/problems.tsx'
import { declareRoute } from '../http/routes.ts'
import { clientOf } from '../http/shields.ts'
import { drawQr, renderMarkdown } from '../ui/index.ts'
import { invitationUrl } from './invitation-links.ts'
import {
  acceptInvitation,
  isOver,
  NO_WISHES,
  readWishes,
  refuseInvitationDoor,
  renderInvitation,
  renderOver,
  type Visit,
} from './invitation-visit.tsx'
import { claimPath } from './links.ts'
import { InvitationAgentPage } from './pages/index.ts'
import { type Link, linkOf } from './place.ts'

/** `/i/<ref>`: where an invitation leads. GET and HEAD change nothing but a note that the link was fetched. */
export function declareInvitationLinkRoutes(app: EdgeApp): void {
  declareRoute(app, 'GET', '/i/:ref', 'public', showInvitation)
  declareRoute(app, 'POST', '/i/:ref', 'public', accept)
  declareRoute(app, 'POST', '/i/:ref/opened', 'public', noteOpened)
}

type Opened = { ok: true; visit: Visit & Link } | { ok: false; page: Response | Promise<Response> }

/** Who the link is for and what it says, with the door in the context; or the page that says why not. */
async function openVisit(
  c: EdgeContext,
  link: Link,
  options: { platform: Platform | null; fetched: boolean; browser: string | null },
): Promise<Opened> {
  const { provisioning, invitationLinks } = c.var.services
  const invited = await invitationLinks.open(link.ref, options.platform)
  if (!invited.ok) return { ok: false, page: refuseInvitationDoor(c, invited.error) }
  c.set('door', invited.value.door)
  const { fetched, browser } = options
  const view = await provisioning
    .sessionOf(link.ref)
    .inspectInvitation({ by: { secret: link.secret }, fetched, browser })
  if (!view) return { ok: false, page: renderDeadEnd(c, 'invitation_unknown', 404) }
  const visit = { ...link, invited: invited.value, link: view }
  if (isOver(visit)) return { ok: false, page: renderOver(c, visit) }
  // The session ended its invitations with the account: this is somebody whom it does not know to be off yet.
  if (invited.value.account.state === 'disabled')
    return { ok: false, page: renderDeadEnd(c, 'account_disabled', 403) }
  return { ok: true, visit }
}

/** What the person wants the page to be about. */
function wishedPlatform(text: string | undefined): Platform | null {
  return isPlatform(text) ? text : null
}

async function showInvitation(c: EdgeContext) {
  const link = linkOf(c, c.req.query('k') ?? '')
  if (!link) return renderDeadEnd(c, 'invitation_unknown', 404)
  if (!(await c.var.services.admit('people', clientOf(c)))) return renderProblem(c, 'rate_limited')
  const platform = wishedPlatform(c.req.query('for'))
  const browser = knowBrowser(c)
  const opened = await openVisit(c, link, { platform, fetched: true, browser })
  if (!opened.ok) return opened.page
  const { visit } = opened
  if (platform === 'agent' && c.req.query('go') !== undefined && visit.link.openedAt !== null)
    return renderAgent(c, visit)
  return renderInvitation(c, visit, { ...NO_WISHES, platform }, null)
}

/** The link and the code for a device that uses the invitation itself. */
function renderAgent(c: EdgeContext, { invited, link, ref, secret }: Visit & Link) {
  const { template, door } = invited
  if (!template)
    return renderInvitation(c, { invited, link, ref, secret }, NO_WISHES, { code: 'not_offered' })
  const url = invitationUrl(c.var.services.baseUrl, ref, secret)
  const instructions = inLocale(template.instructions, c.var.locale)
  return renderPage(
    c,
    <InvitationAgentPage
      frame={frameOf(c)}
      link={link}
      ref={ref}
      secret={secret}
      url={url}
      qr={door.organisation.qrEnabled ? drawQr(url) : null}
      instructionsHtml={renderMarkdown(instructions, { topLevel: 3 })}
    />,
  )
}

/** A person pressed the button: a program that only follows links has no cookie and does not come here. */
async function accept(c: EdgeContext) {
  const field = await readForm(c)
  const link = linkOf(c, field('k'))
  if (!link) return renderDeadEnd(c, 'invitation_unknown', 404)
  if (!(await c.var.services.admit('people', clientOf(c)))) return renderProblem(c, 'rate_limited')
  const browser = readBrowser(c)
  const platform = wishedPlatform(field('platform'))
  const back = `/i/${link.ref}?${new URLSearchParams({ k: link.secret, ...(platform && { for: platform }) })}`
  if (!browser) return c.redirect(back, 303)
  const opened = await openVisit(c, link, { platform, fetched: false, browser })
  if (!opened.ok) return opened.page
  const { visit } = opened
  if (platform === 'agent' && visit.invited.template) {
    await c.var.services.provisioning.sessionOf(link.ref).openInvitation({ secret: link.secret })
    return c.redirect(`${back}&go=1`, 303)
  }
  const accepted = await acceptInvitation(c, visit, browser, readWishes(field, platform))
  return accepted.ok ? c.redirect(claimPath(link.ref, accepted.deviceId), 303) : accepted.page
}

/** The page's script saw a pointer or a key: somebody is there. */
async function noteOpened(c: EdgeContext) {
  const link = linkOf(c, (await readForm(c))('k'))
  if (!link || !readBrowser(c)) return c.body(null, 204)
  if (!(await c.var.services.admit('people', clientOf(c)))) return c.body(null, 429)
  await c.var.services.provisioning.sessionOf(link.ref).openInvitation({ secret: link.secret })
  return c.body(null, 204)
}
