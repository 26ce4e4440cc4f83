import { isRef } from '../../kernel/ids.ts'
import { inLocale } from '../../kernel/locale.ts'
import type { Organisation } from '../../organisations/index.ts'
import type { LinkView } from '../../referee/index.ts'
import { knowBrowser, readBrowser } from '../http/cookies.ts'
import type { EdgeApp, EdgeContext } from '../http/edge.ts'
import { readForm } from '../http/forms.ts'
import { frameOf, renderDeadEnd, renderPage } from '../http/pages.tsx'
import { renderProblem } from '../http/problems.tsx'
import { declareRoute } from '../http/routes.ts'
import { clientOf } from '../http/shields.ts'
import { renderMarkdown } from '../ui/index.ts'
import { provisionUrl } from './links.ts'
import { LinkPage } from './pages/index.ts'

/** Where a provision URL leads. GET and HEAD change nothing but a note that the link was fetched. */
export function declareLinkRoutes(app: EdgeApp): void {
  declareRoute(app, 'GET', '/p/:ref', 'public', showLink)
  declareRoute(app, 'POST', '/p/:ref', 'public', pressContinue)
  declareRoute(app, 'POST', '/p/:ref/opened', 'public', noteOpened)
}

type Link = { ref: string; secret: string }

function linkOf(c: EdgeContext, secret: string): Link | null {
  const ref = c.req.param('ref') ?? ''
  return isRef(ref) && isRef(secret) ? { ref, secret } : null
}

async function showLink(c: EdgeContext) {
  const link = linkOf(c, c.req.query('k') ?? '')
  if (!link) return renderDeadEnd(c, 'link_unknown', 404)
  if (!(await c.var.services.admit('people', clientOf(c)))) return renderProblem(c, 'rate_limited')
  const door = await findDoor(c, link)
  if (!door.ok) return door.answer
  const view = await c.var.services.provisioning.inspectLink({ ...link, fetched: true })
  if (!view) return renderDeadEnd(c, 'link_unknown', 404)
  knowBrowser(c)
  return renderLink(c, door.organisation, link, view)
}

/** A person pressed the button: a program that only follows links does not come here. */
async function pressContinue(c: EdgeContext) {
  const link = linkOf(c, (await readForm(c))('k'))
  if (!link) return renderDeadEnd(c, 'link_unknown', 404)
  if (!(await c.var.services.admit('people', clientOf(c)))) return renderProblem(c, 'rate_limited')
  if (!readBrowser(c)) return c.redirect(`/p/${link.ref}?k=${link.secret}`, 303)
  const door = await findDoor(c, link)
  if (!door.ok) return door.answer
  const view = await c.var.services.provisioning.openLink(link)
  if (!view) return renderDeadEnd(c, 'link_unknown', 404)
  return c.redirect(`/p/${link.ref}?k=${link.secret}`, 303)
}

/** The page's script saw a pointer or a key: somebody is there. */
async function noteOpened(c: EdgeContext) {
  const link = linkOf(c, (await readForm(c))('k'))
  if (!link || !readBrowser(c)) return c.body(null, 204)
  if (!(await c.var.services.admit('people', clientOf(c)))) return c.body(null, 429)
  await c.var.services.provisioning.openLink(link)
  return c.body(null, 204)
}

async function findDoor(c: EdgeContext, link: Link) {
  const { provisioning, organisations } = c.var.services
  const organisationId = await provisioning.findOrganisationOf(link.ref)
  if (organisationId === null)
    return { ok: false as const, answer: await renderDeadEnd(c, 'link_unknown', 404) }
  const door = await organisations.openById(organisationId)
  if (door.ok) return { ok: true as const, organisation: door.value.organisation }
  const { error } = door
  const organisation = error.code === 'organisation_off' ? error.organisation : null
  const kind = error.code === 'organisation_off' ? 'organisation_off' : 'service_off'
  return { ok: false as const, answer: await renderDeadEnd(c, kind, 503, {}, organisation) }
}

async function renderLink(c: EdgeContext, organisation: Organisation, link: Link, view: LinkView) {
  const ended = DEAD_ENDS[view.state]
  if (ended) return renderDeadEnd(c, ended, 410, { claim: view.claim }, organisation)
  const offered = await c.var.services.templates.listOffered(organisation.id)
  const instructions = offered.find(({ platform }) => platform === view.platform)?.instructions
  const html = instructions ? renderMarkdown(inLocale(instructions, c.var.locale), { topLevel: 3 }) : ''
  return renderPage(
    c,
    <LinkPage
      frame={frameOf(c, organisation)}
      link={view}
      ref={link.ref}
      secret={link.secret}
      provisionUrl={provisionUrl(c.var.services.baseUrl, link.ref, link.secret)}
      justOpened={view.state === 'opened'}
      instructionsHtml={html}
    />,
  )
}

const DEAD_ENDS = {
  issued: null,
  opened: null,
  exhausted: 'link_used',
  expired: 'link_expired',
  superseded: 'link_superseded',
  revoked: 'link_revoked',
} as const
